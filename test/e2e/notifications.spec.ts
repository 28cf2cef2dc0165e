import { Notifications } from '../../src/modules/notifications/notifications.service';
import { readEntry } from '../../src/platform/record/record';
import { DataSource } from 'typeorm';
import { startApp, type TestApp } from '../support/app';
import { accepted, answered, clerkOf, filed } from '../support/cases';

interface List {
  unread: number;
  items: { id: string; kind: string; text: string; caseId: string; caseNumber: string; isRead: boolean }[];
}

describe('notifications', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  it('tell the parties in a text message and in the account, and the clerk in the account', async () => {
    const { claimant, clerk, caseId, number, receiptNumber } = await answered(app, {
      consentsToElectronic: false,
    });
    await app.settled();
    const { items, unread } = await claimant.read<List>('/notifications');
    expect(items.map(({ kind }) => kind)).toEqual([
      'answer-received',
      'case-accepted',
      'application-received',
    ]);
    expect(unread).toBe(3);
    // What was told at the filing is told the same after acceptance.
    expect(items.at(-1)!.text).toContain(`收件编号 ${receiptNumber}`);
    expect(items.at(-1)!.text).not.toContain(number);
    expect(items.every((item) => item.caseId === caseId && item.caseNumber === number)).toBe(true);
    const texts = (await claimant.messages()).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringContaining(`【云仲裁】您的仲裁申请已经收到，收件编号 ${receiptNumber}`),
    );
    expect(texts).toContainEqual(expect.stringContaining(`已经受理，案号 ${number}。举证期限至 2026年`));
    expect(texts).toContainEqual(expect.stringContaining(`案件（${number}）的被申请人已经提交答辩`));
    const house = await clerk.read<List>('/notifications');
    expect(house.items.filter((item) => item.caseId === caseId).map(({ kind }) => kind)).toEqual([
      'answer-received',
      'application-to-examine',
    ]);
  });

  it('are one text message for one thing: who is served on line gets that of the service', async () => {
    const { claimant, number } = await answered(app);
    await app.settled();
    const texts = (await claimant.messages()).map(({ text }) => text).filter((text) => text.includes(number));
    expect(texts).toEqual([
      expect.stringContaining('向您送达《答辩书》'),
      expect.stringContaining('向您送达《受理通知书》'),
    ]);
    const { items } = await claimant.read<List>('/notifications');
    expect(items.map(({ kind }) => kind)).toEqual([
      'answer-received',
      'case-accepted',
      'application-received',
    ]);
  });

  it('are told once, however often the worker runs the job', async () => {
    const { claimant, caseId } = await accepted(app);
    await app.settled();
    const before = await claimant.messages();
    const [row] = await app.query<{ id: string }>(
      `SELECT id FROM record_entry WHERE case_id = $1 AND type = 'case.accepted'`,
      [caseId],
    );
    const entry = await readEntry(app.get(DataSource).manager, row!.id);
    const again = () => app.get(Notifications).onEvent(entry!);
    await Promise.all([again(), again(), again()]);
    await app.settled();
    expect(await claimant.messages()).toHaveLength(before.length);
    expect((await claimant.read<List>('/notifications')).items).toHaveLength(2);
  });

  it('are read in the language of the reader, and written to Hong Kong in its script', async () => {
    const { claimant } = await filed(app, {
      claimant: {
        name: '陳美儀',
        sex: 'female',
        birthDate: '1988-05-20',
        document: { kind: 'hk-macau-permit', number: 'H12345678' },
        address: '香港九龍彌敦道1號',
        phone: '+85261234567',
      },
    });
    await app.settled();
    const text = async (language: string): Promise<string> =>
      (await claimant.get<List>('/notifications', { language })).body.items[0]!.text;
    expect(await text('zh-CN')).toContain('您的仲裁申请已经收到');
    expect(await text('zh-HK')).toContain('您的仲裁申請已經收到');
    expect(await text('en')).toContain('Your application has been received');
    expect((await claimant.messages()).map((message) => message.text)).toContainEqual(
      expect.stringContaining('您的仲裁申請已經收到'),
    );
  });

  it('are marked as read by whose they are', async () => {
    const { claimant } = await accepted(app);
    await app.settled();
    const { items } = await claimant.read<List>('/notifications');
    const stranger = clerkOf(app);
    await stranger.do('POST', '/notifications/read', { ids: [items[0]!.id] });
    expect((await claimant.read<List>('/notifications')).unread).toBe(2);
    await claimant.do('POST', '/notifications/read', { ids: [items[0]!.id] });
    expect((await claimant.read<List>('/notifications')).items.map(({ isRead }) => isRead)).toEqual([
      true,
      false,
    ]);
    await claimant.do('POST', '/notifications/read', {});
    expect((await claimant.read<List>('/notifications')).unread).toBe(0);
    expect((await app.visitor().get('/notifications')).status).toBe(401);
  });
});
