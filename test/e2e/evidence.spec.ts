import type { Person } from '../../src/demo/person';
import { evidenceFile } from '../../src/demo/evidence-file';
import { correct, requestCorrection } from '../../src/demo/acts';
import { addDays } from '../../src/kernel/local-date';
import { startApp, type TestApp } from '../support/app';
import { accepted, clerkOf, filed, joined, staffOf } from '../support/cases';
import { inspectPdf } from '../support/pdf';

interface EvidenceView {
  id: string;
  number: number;
  partyRole: string;
  name: string;
  isLate: boolean;
  lateReason: string | null;
  isMine: boolean;
  file: { name: string; size: number; mediaType: string; sha256: string };
}

interface EvidenceList {
  items: EvidenceView[];
  evidenceUntil: string | null;
  isPeriodOver: boolean;
  actions: string[];
}

interface Problem {
  code: string;
  detail: string;
  errors: { pointer: string; code: string; detail: string }[];
}

describe('evidence', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const list = (person: Person, caseId: string): Promise<EvidenceList> =>
    person.read(`/cases/${caseId}/evidence`);

  let pages = 0;
  const upload = async (person: Person): Promise<string> => {
    pages += 1;
    return (await person.upload(`记录${pages}.pdf`, await evidenceFile('记录', [`第 ${pages} 页`]))).id;
  };

  const item = (fileId: string, more: object = {}): object => ({
    fileId,
    name: '考勤记录',
    purpose: '证明加班时间',
    hasOriginal: false,
    ...more,
  });

  it('of the application is there from its receipt on, as it was handed in', async () => {
    const { claimant, caseId } = await filed(app);
    const { items, evidenceUntil } = await list(claimant, caseId);
    expect(evidenceUntil).toBeNull();
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      number: 1,
      partyRole: 'claimant',
      name: '工资流水',
      isLate: false,
      isMine: true,
      file: { name: '工资流水.pdf', mediaType: 'application/pdf' },
    });
    const content = await claimant.download(`/cases/${caseId}/evidence/${items[0]!.id}/tickets`);
    expect(content.length).toBe(items[0]!.file.size);
  });

  it('added later is numbered within the party, receipted, and told to the other side', async () => {
    const { claimant, respondent, clerk, caseId } = await joined(app);
    await claimant.do('POST', `/cases/${caseId}/evidence`, item(await upload(claimant)));
    const after = await respondent.do<EvidenceList>(
      'POST',
      `/cases/${caseId}/evidence`,
      item(await upload(respondent), { name: '工资发放表' }),
    );
    expect(after.items.map(({ partyRole, number, isMine }) => [partyRole, number, isMine])).toEqual([
      ['claimant', 1, false],
      ['claimant', 2, false],
      ['respondent', 1, true],
    ]);
    await app.settled();
    const receipts = async (person: Person): Promise<{ id: string; kind: string }[]> =>
      (await person.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`)).filter(
        ({ kind }) => kind === 'receipt',
      );
    // One for the application, one for the addition; the other side's are its own.
    expect(await receipts(claimant)).toHaveLength(2);
    const [own] = await receipts(respondent);
    const pdf = await inspectPdf(await respondent.download(`/cases/${caseId}/papers/${own!.id}/tickets`));
    expect(pdf.words).toContain('证据1：工资发放表');
    expect(pdf.words).toContain('补充提交证据');
    const timeline = await clerk.read<{ type: string }[]>(`/cases/${caseId}/timeline`);
    expect(timeline.filter(({ type }) => type === 'evidence.added')).toHaveLength(2);
    const told = await claimant.read<{ items: { kind: string }[] }>('/notifications');
    expect(told.items.map(({ kind }) => kind)).toContain('evidence-added');
  });

  it('is nobody’s business outside the case, and the respondent’s only after it has joined', async () => {
    const { claimant, clerk, caseId, matter } = await accepted(app);
    const { items } = await list(claimant, caseId);
    const ticket = `/cases/${caseId}/evidence/${items[0]!.id}/tickets`;
    const stranger = await filed(app);
    const outsiders = [
      app.party(matter.respondents[0]!.phone!),
      stranger.claimant,
      clerkOf(app, 'foshan'),
      staffOf(app, 'recorder.dongguan'),
    ];
    for (const outsider of outsiders) {
      expect((await outsider.get(`/cases/${caseId}/evidence`)).status).toBe(404);
      expect((await outsider.post(ticket)).status).toBe(404);
      expect((await outsider.post(`/cases/${caseId}/evidence`, item('x'))).status).toBe(404);
    }
    expect((await app.visitor().get(`/cases/${caseId}/evidence`)).status).toBe(401);
    // The house reads and does not add.
    expect((await list(clerk, caseId)).actions).toEqual([]);
    const file = await upload(claimant);
    expect((await clerk.post(`/cases/${caseId}/evidence`, item(file))).status).toBe(403);
    // Evidence of one case is not to be had through another.
    const through = `/cases/${stranger.caseId}/evidence/${items[0]!.id}/tickets`;
    expect((await stranger.claimant.post(through)).status).toBe(404);
  });

  it('is taken only with a file of one’s own, named and with a purpose', async () => {
    const { claimant, respondent, caseId } = await joined(app);
    const theirs = await upload(respondent);
    const refused = async (body: object): Promise<[number, string[]]> => {
      const reply = await claimant.post<Problem>(`/cases/${caseId}/evidence`, body);
      return [reply.status, reply.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    };
    expect(await refused(item(theirs))).toEqual([422, ['/fileId file.not-yours']]);
    expect(await refused(item('no file'))).toEqual([422, ['/fileId field.reference']]);
    const own = await upload(claimant);
    expect(await refused(item(own, { name: '' }))).toEqual([422, ['/name field.required']]);
    expect(await refused(item(own, { purpose: '目'.repeat(501) }))).toEqual([
      422,
      ['/purpose field.too-long'],
    ]);
    expect((await list(claimant, caseId)).items).toHaveLength(1);
  });

  it('handed in at the same moment gets different numbers; one file is taken once', async () => {
    const { claimant, caseId } = await accepted(app);
    const files = await Promise.all([upload(claimant), upload(claimant), upload(claimant)]);
    const bodies = [...files, files[0]].map((fileId) => item(fileId));
    const replies = await Promise.all(
      bodies.map((body) => claimant.post<Problem>(`/cases/${caseId}/evidence`, body)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('evidence.twice');
    expect((await list(claimant, caseId)).items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const receipts = await app.query<{ subject: string | null }>(
      `SELECT DISTINCT subject FROM paper WHERE case_id = $1 AND kind = 'receipt' AND subject IS NOT NULL`,
      [caseId],
    );
    expect(receipts).toHaveLength(3);
  });

  it('sent twice under one key is one', async () => {
    const { claimant, caseId } = await accepted(app);
    const body = item(await upload(claimant));
    const send = () => claimant.post(`/cases/${caseId}/evidence`, body, { key: 'evidence-once-0001' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await list(claimant, caseId)).items).toHaveLength(2);
  });

  it('keeps its numbers through a correction', async () => {
    const { claimant, caseId } = await filed(app);
    await claimant.do('POST', `/cases/${caseId}/evidence`, item(await upload(claimant)));
    const before = await list(claimant, caseId);
    await requestCorrection(clerkOf(app), caseId, {
      defects: [{ section: 'evidence', text: '缺少劳动合同', remedy: '补充' }],
      dueOn: addDays(app.clock.today(), 7),
    });
    // While the application is back with the claimant, evidence goes into it.
    const meanwhile = await claimant.post<Problem>(`/cases/${caseId}/evidence`, item(await upload(claimant)));
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'evidence.correct-instead']);
    const fileId = await upload(claimant);
    await correct(claimant, caseId, '林秀英', (data) => ({
      ...data,
      evidence: [
        {
          id: '01930000-0000-7000-8000-000000000001',
          fileId,
          name: '劳动合同',
          purpose: '劳动关系',
          hasOriginal: true,
        },
        ...(data['evidence'] as object[]),
      ],
    }));
    const after = await list(claimant, caseId);
    expect(after.items.map(({ number, name }) => [number, name])).toEqual([
      [1, '工资流水'],
      [2, '考勤记录'],
      [3, '劳动合同'],
    ]);
    expect(after.items.slice(0, 2).map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  });

  it('after the period needs its reason, and is marked (Rules 15)', async () => {
    const { claimant, clerk, caseId } = await accepted(app);
    const { evidenceUntil } = await list(claimant, caseId);
    app.clock.at(evidenceUntil!, '23:00');
    const inTime = await claimant.do<EvidenceList>(
      'POST',
      `/cases/${caseId}/evidence`,
      item(await upload(claimant)),
    );
    expect(inTime.isPeriodOver).toBe(false);
    expect(inTime.items.at(-1)).toMatchObject({ isLate: false });

    app.clock.at(addDays(app.clock.today(), 1), '00:10');
    expect((await list(claimant, caseId)).isPeriodOver).toBe(true);
    const file = await upload(claimant);
    const refused = await claimant.post<Problem>(`/cases/${caseId}/evidence`, item(file));
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]).toMatchObject({
      pointer: '/lateReason',
      code: 'evidence.late-needs-reason',
    });
    expect(refused.body.errors[0]!.detail).toContain(evidenceUntil!);
    const late = await claimant.do<EvidenceList>(
      'POST',
      `/cases/${caseId}/evidence`,
      item(file, { lateReason: '此前由前同事保管，昨日方取得' }),
    );
    expect(late.items.at(-1)).toMatchObject({ isLate: true, lateReason: '此前由前同事保管，昨日方取得' });
    expect((await list(clerk, caseId)).items.at(-1)).toMatchObject({ isLate: true });
    await app.settled();
    const papers = await claimant.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`);
    const receipt = papers.filter(({ kind }) => kind === 'receipt').at(-1)!;
    const pdf = await inspectPdf(await claimant.download(`/cases/${caseId}/papers/${receipt.id}/tickets`));
    expect(pdf.words).toContain('是否采纳由仲裁庭依照《劳动人事争议仲裁办案规则》第十五条决定');
  });

  it('is closed with the case', async () => {
    const { claimant, caseId } = await filed(app);
    const clerk = clerkOf(app);
    const { version } = await clerk.read<{ version: number }>(`/cases/${caseId}`);
    await clerk.do('POST', `/cases/${caseId}/refusal`, {
      version,
      conditions: { isWithinScope: false, hasClearClaims: true, hasProperParties: true, isOurs: true },
      reason: '不属于劳动争议',
    });
    expect((await list(claimant, caseId)).actions).toEqual([]);
    const reply = await claimant.post<Problem>(`/cases/${caseId}/evidence`, item(await upload(claimant)));
    expect([reply.status, reply.body.code]).toEqual([409, 'evidence.closed']);
  });
});
