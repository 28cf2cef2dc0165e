import * as acts from '../../src/demo/acts';
import { startApp, type TestApp } from '../support/app';
import { joined, staffOf } from '../support/cases';
import {
  ask,
  clockOf,
  decide,
  kindsFor,
  motionsOf,
  paperKinds,
  refusalOf,
  setDown,
  stateOf,
  type ProblemView,
} from '../support/motions';
import { withRoster } from '../support/proceedings';

let app: TestApp;

const START = '2026-03-10T09:30:00+08:00';

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
});
afterAll(() => app?.close());

/** The stories all begin on the same day; an authenticator's code would not work twice. */
beforeEach(async () => {
  app.clock.set(START);
  await app.query('UPDATE user_account SET totp_last_step = NULL');
});

interface TransferView {
  transfer: { isFrom: boolean; caseId: string; number: string; commissionName: string } | null;
  actions: string[];
  claims: unknown[];
}

const transferOf = async (
  person: Parameters<typeof stateOf>[0],
  caseId: string,
): Promise<NonNullable<TransferView['transfer']>> =>
  (await person.read<TransferView>(`/cases/${caseId}`)).transfer!;

const REASON = '申请人的实际工作场所和公司注册地均在佛山市。';

describe('objection to jurisdiction (Rules 9, 10)', () => {
  it('founded: the case ends here and goes on, with its file, at the competent commission', async () => {
    const c = await joined(app);
    const { motionId } = await ask(c.respondent, c.caseId, 'jurisdiction-objection', {
      reason: REASON,
      competent: 'foshan',
    });
    const { version } = await acts.open(c.clerk, c.caseId);
    const nowhere = await c.clerk.post<ProblemView>(`/motions/${motionId}/decision`, {
      version,
      outcome: 'granted',
      competent: 'nansha',
    });
    expect(nowhere.body.code).toBe('motion.own-commission');
    await decide(c.clerk, c.caseId, motionId, { outcome: 'granted', reason: '劳动合同履行地在佛山市。' });
    expect(await stateOf(c.claimant, c.caseId)).toBe('transferred');
    expect((await clockOf(c.clerk, c.caseId, 'D13'))?.state).toBe('lapsed');
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toEqual(
      expect.arrayContaining(['jurisdiction-objection-request', 'jurisdiction-decision']),
    );
    expect(await paperKinds(c.respondent, c.caseId)).not.toContain('transfer-letter');
    expect(await paperKinds(c.clerk, c.caseId)).toContain('transfer-letter');

    const to = await transferOf(c.claimant, c.caseId);
    expect(to).toMatchObject({ isFrom: false, commissionName: expect.stringContaining('佛山') as string });
    const there = staffOf(app, 'clerk.foshan');
    // Read there with its history; nothing of it is theirs to change, and the case is theirs to accept.
    const arrived = await there.read<TransferView>(`/cases/${to.caseId}`);
    expect(arrived.actions).toEqual(['case.accept', 'party.read-number']);
    expect(arrived.claims).toHaveLength(2);
    expect(arrived.transfer).toMatchObject({ isFrom: true, caseId: c.caseId });
    expect(await stateOf(there, c.caseId)).toBe('transferred');
    expect(await kindsFor(there, c.caseId)).toEqual([]);
    const evidence = await there.read<{ items: { name: string }[] }>(`/cases/${to.caseId}/evidence`);
    expect(evidence.items.map(({ name }) => name)).toEqual(['工资流水']);
    expect((await c.clerk.get(`/cases/${to.caseId}`)).status).toBe(404);

    const back = await there.post<ProblemView>(`/cases/${to.caseId}/referral`, {
      version: 1,
      competentCommission: '广州市南沙区劳动人事争议仲裁委员会',
      reason: '应由南沙管辖。',
    });
    expect(back.status).toBe(409);
    expect(back.body.code).toBe('case.transferred-must-be-accepted');
    app.clock.set('2026-03-12T09:30:00+08:00');
    expect((await acts.accept(there, to.caseId)).number).not.toBeNull();
    // Forty-five days from the day on which the transfer was accepted (Rules 46(5)).
    expect(await clockOf(c.claimant, to.caseId, 'D13')).toMatchObject({
      state: 'running',
      dueOn: '2026-04-27',
    });
    // Who acted for the respondent acts for it there.
    expect(await stateOf(c.respondent, to.caseId)).toBe('accepted');
    const onward = await refusalOf(staffOf(app, 'director.foshan'), to.caseId, 'transfer', {
      competent: 'nansha',
      reason: '应由南沙管辖。',
    });
    expect(onward.body.code).toBe('law.jurisdiction.no-bounce');
    expect(onward.body.basis[0]).toContain('第九条');
  });

  it('unfounded: rejected in writing, and the case goes on; nothing is transferred without a name', async () => {
    const c = await joined(app);
    const { motionId } = await ask(c.respondent, c.caseId, 'jurisdiction-objection', { reason: REASON });
    const { version } = await acts.open(c.clerk, c.caseId);
    const unnamed = await c.clerk.post<ProblemView>(`/motions/${motionId}/decision`, {
      version,
      outcome: 'granted',
    });
    expect(unnamed.body.errors).toMatchObject([{ pointer: '/competent', code: 'field.required' }]);
    expect(
      (await c.claimant.post(`/motions/${motionId}/decision`, { version, outcome: 'granted' })).status,
    ).toBe(403);
    await decide(c.clerk, c.caseId, motionId, { outcome: 'refused', reason: '劳动合同履行地在南沙区。' });
    await app.settled();
    expect(await stateOf(c.respondent, c.caseId)).toBe('accepted');
    expect(await paperKinds(c.claimant, c.caseId)).toContain('jurisdiction-decision');
    expect(await paperKinds(c.respondent, c.caseId)).not.toContain('motion-refusal');
  });

  it('late: the proceedings go on as if nothing had been said', async () => {
    const c = await joined(app);
    await app.settled();
    const { dueOn } = (await clockOf(c.respondent, c.caseId, 'D05'))!;
    app.clock.set(`${dueOn!}T09:30:00+08:00`);
    const option = async (): Promise<string | null | undefined> =>
      (await motionsOf(c.respondent, c.caseId)).options.find(({ kind }) => kind === 'jurisdiction-objection')
        ?.problem;
    expect(await option()).toBeNull();
    const after = new Date(Date.parse(dueOn!) + 86_400_000).toISOString().slice(0, 10);
    app.clock.set(`${after}T09:30:00+08:00`);
    expect(await option()).toContain('不影响仲裁程序的进行');
    const late = await refusalOf(c.respondent, c.caseId, 'jurisdiction-objection', { reason: REASON });
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('law.objection.late');
    expect(late.body.basis[0]).toContain('第十条第二款');
    expect((await refusalOf(c.claimant, c.caseId, 'jurisdiction-objection', { reason: REASON })).status).toBe(
      403,
    );
  });
});

describe('transfer of the commission’s own motion (Rules 9)', () => {
  it('to a commission outside this system: hearing called off, notice and letter, and no file here', async () => {
    const c = await setDown(app);
    const { motionId } = await ask(c.arbitrator, c.caseId, 'transfer', {
      competent: '深圳市劳动人事争议仲裁委员会',
      reason: '劳动合同履行地在深圳市，公司注册地也在深圳市',
    });
    const { version } = await acts.open(c.clerk, c.caseId);
    const stale = await c.director.post<ProblemView>(`/motions/${motionId}/decision`, {
      version: version - 1,
      outcome: 'granted',
    });
    expect(stale.body.code).toBe('case.version');
    // Two at once: one of them transfers it.
    const replies = await Promise.all(
      [0, 1].map(() =>
        c.director.post<ProblemView>(`/motions/${motionId}/decision`, { version, outcome: 'granted' }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stateOf(c.claimant, c.caseId)).toBe('transferred');
    expect(await app.query('SELECT 1 FROM booking WHERE hearing_id = $1', [c.hearingId])).toEqual([]);
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('transfer-notice');
    expect(await paperKinds(c.clerk, c.caseId)).toContain('transfer-letter');
    expect((await c.claimant.read<TransferView>(`/cases/${c.caseId}`)).transfer).toBeNull();
    expect((await motionsOf(c.claimant, c.caseId)).items[0]?.decision).toMatchObject({
      competent: '深圳市劳动人事争议仲裁委员会',
    });
  });
});
