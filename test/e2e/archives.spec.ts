import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { accepted, clerkOf, filed, staffOf } from '../support/cases';
import { ask, decide } from '../support/motions';
import { inspectPdf } from '../support/pdf';
import { problemOf } from '../support/problem';
import { heard, withRoster } from '../support/proceedings';

interface ArchiveView {
  revisions: { revision: number; archivedBy: string; keptUntil: string }[];
  entries: { source: string; id: string; volume: string; ordinal: number; title: string }[];
  hasGrown: boolean;
  obstacles: { code: string; detail: string }[];
  years: number;
  actions: string[];
}

let app: TestApp;
let clerk: Person;

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
  clerk = clerkOf(app);
});
afterAll(() => app?.close());
beforeEach(() => app.query('UPDATE user_account SET totp_last_step = NULL'));

const archiveOf = (person: Person, caseId: string): Promise<ArchiveView> =>
  person.read(`/cases/${caseId}/archive`);
const titles = ({ entries }: ArchiveView, volume = 'main'): string[] =>
  entries.filter((entry) => entry.volume === volume).map(({ title }) => title);
const codes = ({ obstacles }: ArchiveView): string[] => obstacles.map(({ code }) => code);

describe('the file of a case (Rules 21 to 24)', () => {
  it('decided: both volumes with their catalogues, kept for ten years, the main volume open to both sides', async () => {
    const c = await heard(app);
    const director = staffOf(app, 'director.nansha');
    const { motionId } = await ask(c.arbitrator, c.caseId, 'extension', { days: 5, reason: '案情复杂。' });
    await decide(director, c.caseId, motionId);
    problemOf(await clerk.post(`/cases/${c.caseId}/archive`), 409, 'archive.not-ended');
    expect(codes(await archiveOf(clerk, c.caseId))).toEqual(['archive.not-ended']);
    expect((await archiveOf(c.claimant, c.caseId)).entries).toEqual([]);

    await acts.award(c.arbitrator, c.caseId, {
      facts: '经审理查明，被申请人拖欠两个月工资。',
      rulings: [
        { outcome: 'granted', reasons: '拖欠工资属实。' },
        { outcome: 'refused', reasons: '没有证据。' },
      ],
    });
    await app.settled();
    for (const party of [c.claimant, c.respondent]) await acts.confirmAll(party, c.caseId);
    await app.settled();

    const ready = await archiveOf(clerk, c.caseId);
    expect(ready).toMatchObject({ obstacles: [], years: 10, actions: ['archive.file'], revisions: [] });
    problemOf(await c.claimant.post(`/cases/${c.caseId}/archive`), 403, 'auth.not-for-you');
    problemOf(await clerkOf(app, 'foshan').post(`/cases/${c.caseId}/archive`), 404, 'request.not-found');
    const replies = await Promise.all([
      clerk.post<{ code?: string }>(`/cases/${c.caseId}/archive`),
      staffOf(app, 'recorder.nansha').post<{ code?: string }>(`/cases/${c.caseId}/archive`),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('archive.nothing-new');
    await app.settled();

    const archived = await archiveOf(clerk, c.caseId);
    const today = app.clock.now().toISOString().slice(0, 10);
    expect(archived.revisions).toEqual([
      expect.objectContaining({
        revision: 1,
        keptUntil: `${Number(today.slice(0, 4)) + 10}${today.slice(4)}`,
      }),
    ]);
    const main = titles(archived);
    expect(main[0]).toBe('仲裁申请书');
    expect(main).toEqual(
      expect.arrayContaining([
        '答辩书',
        '林秀英证据1：工资流水',
        '开庭通知书',
        '庭审笔录',
        `仲裁裁决书 ${c.number}`,
        '延期审理通知书',
      ]),
    );
    expect(main.indexOf('答辩书')).toBeLessThan(main.indexOf('庭审笔录'));
    expect(titles(archived, 'sub')).toEqual(['延期审理审批表']);
    const { clocks } = await clerk.read<{ clocks: { code: string; dueOn: string; state: string }[] }>(
      `/cases/${c.caseId}`,
    );
    expect(clocks.find(({ code }) => code === 'D25')).toMatchObject({
      dueOn: archived.revisions[0]?.keptUntil,
    });

    const catalogue = (await clerk.read<{ id: string; kind: string }[]>(`/cases/${c.caseId}/papers`)).find(
      ({ kind }) => kind === 'main-catalogue',
    );
    const { words } = await inspectPdf(
      await clerk.download(`/cases/${c.caseId}/papers/${catalogue?.id}/tickets`),
    );
    for (const text of ['卷内目录', '正卷', '仲裁裁决书', '结案方式', '裁决']) expect(words).toContain(text);

    // Each side reads what the other was sent, too; not what stays inside, nor the code to the other's seat.
    for (const [party, hasNotice] of [
      [c.claimant, false],
      [c.respondent, true],
    ] as const) {
      const seen = await archiveOf(party, c.caseId);
      expect(titles(seen, 'sub')).toEqual([]);
      expect(titles(seen).includes('应诉通知书')).toBe(hasNotice);
      expect(titles(seen)).toEqual(
        expect.arrayContaining(['受理通知书', `仲裁裁决书 ${c.number}`, '送达回证']),
      );
    }
    const secret = archived.entries.find(({ volume }) => volume === 'sub')!;
    problemOf(
      await c.claimant.post(`/cases/${c.caseId}/archive/entries/${secret.id}/tickets`),
      404,
      'request.not-found',
    );
    const notice = archived.entries.find(({ title }) => title === '受理通知书')!;
    const pdf = await c.respondent.download(`/cases/${c.caseId}/archive/entries/${notice.id}/tickets`);
    expect((await inspectPdf(pdf)).words).toContain('受理通知书');

    // What comes afterwards is filed as well: a slip of the pen in the award is put right.
    const [award] = (await c.arbitrator.read<{ awards: { id: string }[] }>(`/cases/${c.caseId}/motions`))
      .awards;
    const correction = {
      awardId: award!.id,
      error: 'writing',
      wrong: '拖欠两个月工资',
      right: '拖欠2025年12月和2026年1月两个月工资',
      reason: '笔误。',
    };
    const asked = await ask(c.claimant, c.caseId, 'award-correction', correction);
    await app.settled();
    expect(codes(await archiveOf(clerk, c.caseId))).toEqual(['archive.motion-open']);
    await decide(c.arbitrator, c.caseId, asked.motionId);
    expect(codes(await archiveOf(clerk, c.caseId))).toEqual(['archive.paper-pending']);
    await app.settled();
    expect(await archiveOf(clerk, c.caseId)).toMatchObject({ hasGrown: true, actions: ['archive.file'] });
    await clerk.do('POST', `/cases/${c.caseId}/archive`);
    await app.settled();
    const again = await archiveOf(clerk, c.caseId);
    expect(again).toMatchObject({ hasGrown: false, actions: [] });
    expect(again.revisions.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(titles(again)).toContain('补正决定书');
  });

  it('closed without an award: kept for five years, and filed once', async () => {
    const { caseId, claimant } = await filed(app);
    await acts.refuse(clerk, caseId, '不属于劳动争议。');
    await app.settled();
    await acts.confirmAll(claimant, caseId);
    await app.settled();
    expect((await archiveOf(clerk, caseId)).years).toBe(5);
    await clerk.do('POST', `/cases/${caseId}/archive`);
    await app.settled();
    expect(await archiveOf(clerk, caseId)).toMatchObject({ hasGrown: false, actions: [] });
    problemOf(await clerk.post(`/cases/${caseId}/archive`), 409, 'archive.nothing-new');
  });

  it('waits for papers that are not served', async () => {
    const { caseId, claimant } = await accepted(app);
    const { motionId } = await ask(claimant, caseId, 'withdrawal');
    await decide(clerk, caseId, motionId);
    await app.settled();
    expect(codes(await archiveOf(clerk, caseId))).toEqual(['archive.service-open']);
    const problem = problemOf(await clerk.post(`/cases/${caseId}/archive`), 409, 'archive.service-open');
    expect(problem.basis).toEqual(['《劳动人事争议仲裁办案规则》第二十一条']);
  });
});
