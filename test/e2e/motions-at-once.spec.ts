import * as acts from '../../src/demo/acts';
import { startApp, type TestApp } from '../support/app';
import { clerkOf } from '../support/cases';
import {
  ask,
  constituted,
  decide,
  motionsOf,
  recordOf,
  refusalOf,
  request,
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

describe('at the same time, again, or too late', () => {
  it('of two who decide at once one wins, and the other is told', async () => {
    const c = await setDown(app);
    const { motionId } = await ask(c.claimant, c.caseId, 'postponement', { reason: '手术。' });
    const { version } = await acts.open(c.clerk, c.caseId);
    const replies = await Promise.all([
      c.clerk.post<ProblemView>(`/motions/${motionId}/decision`, { version, outcome: 'granted' }),
      c.arbitrator.post<ProblemView>(`/motions/${motionId}/decision`, {
        version,
        outcome: 'refused',
        reason: '可以在线参加。',
      }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('motion.already-decided');
    const decisions = (await recordOf(c.clerk, c.caseId)).filter((each) =>
      /^motion.(granted|refused)/.test(each),
    );
    expect(decisions).toHaveLength(1);
  });

  it('a withdrawal decided while another withdraws it happens once or not at all', async () => {
    const c = await constituted(app);
    const { motionId } = await ask(c.claimant, c.caseId, 'withdrawal');
    const { version } = await acts.open(c.clerk, c.caseId);
    const [decided, taken] = await Promise.all([
      c.clerk.post(`/motions/${motionId}/decision`, { version, outcome: 'granted' }),
      c.claimant.post(`/motions/${motionId}/withdrawal`),
    ]);
    expect([decided.status, taken.status].sort()).toEqual([200, 409]);
    expect(await stateOf(c.claimant, c.caseId)).toBe(decided.status === 200 ? 'withdrawn' : 'constituted');
  });

  it('repeated with its key it is filed once, and decided once', async () => {
    const c = await constituted(app);
    const body = await request(c.claimant, c.caseId, 'withdrawal', { reason: '和解。' });
    const key = 'a-key-for-one-intent-of-withdrawal';
    const [first, second] = [
      await c.claimant.post<{ motionId: string }>(`/cases/${c.caseId}/motions`, body, { key }),
      await c.claimant.post<{ motionId: string }>(`/cases/${c.caseId}/motions`, body, { key }),
    ];
    expect(second.body.motionId).toBe(first.body.motionId);
    expect((await motionsOf(c.claimant, c.caseId)).items).toHaveLength(1);
    const { version } = await acts.open(c.clerk, c.caseId);
    const path = `/motions/${first.body.motionId}/decision`;
    const granted = { version, outcome: 'granted' };
    const once = 'a-key-for-one-intent-of-deciding';
    expect((await c.clerk.post(path, granted, { key: once })).status).toBe(200);
    expect((await c.clerk.post(path, granted, { key: once })).status).toBe(200);
    expect((await recordOf(c.clerk, c.caseId)).filter((each) => each.startsWith('motion.'))).toEqual([
      'motion.filed withdrawal',
      'motion.granted withdrawal',
    ]);
  });

  it('on a stale page it is refused, and a stranger finds nothing', async () => {
    const c = await constituted(app);
    const stale = await c.claimant.post<ProblemView>(`/cases/${c.caseId}/motions`, {
      kind: 'withdrawal',
      version: 1,
      details: {},
    });
    expect(stale.status).toBe(409);
    expect(stale.body.code).toBe('case.version');
    const { motionId } = await ask(c.claimant, c.caseId, 'withdrawal');
    const stranger = clerkOf(app, 'foshan');
    expect((await stranger.get(`/cases/${c.caseId}/motions`)).status).toBe(404);
    expect(
      (await stranger.post(`/motions/${motionId}/decision`, { version: 1, outcome: 'granted' })).status,
    ).toBe(404);
    expect((await c.respondent.post(`/motions/${motionId}/withdrawal`)).status).toBe(403);
    expect((await refusalOf(c.respondent, c.caseId, 'withdrawal')).status).toBe(403);
    const odd = await refusalOf(c.claimant, c.caseId, 'withdrawal', { days: 3 });
    expect(odd.body.errors).toMatchObject([{ pointer: '/details/days', code: 'field.unknown' }]);
  });

  it('what still waits when the case ends is not decided any more', async () => {
    const c = await setDown(app);
    const other = await ask(c.respondent, c.caseId, 'postponement', { reason: '出差。' });
    const { motionId } = await ask(c.claimant, c.caseId, 'withdrawal');
    await decide(c.clerk, c.caseId, motionId);
    const [postponement] = (await motionsOf(c.respondent, c.caseId)).items;
    expect(postponement).toMatchObject({ id: other.motionId, state: 'lapsed', actions: [] });
    const late = await c.clerk.post<ProblemView>(`/motions/${other.motionId}/decision`, {
      version: (await acts.open(c.clerk, c.caseId)).version,
      outcome: 'granted',
    });
    expect(late.body.code).toBe('motion.already-decided');
  });

  it('what was asked for from a seat that is taken back is nobody’s request any more', async () => {
    const c = await constituted(app);
    const asked = await ask(c.respondent, c.caseId, 'suspension', {
      ground: 'other',
      reason: '负责人出国。',
    });
    const { parties } = await acts.open(c.clerk, c.caseId);
    const seat = parties.find(({ role }) => role === 'respondent');
    const released = await clerkOf(app).post(`/cases/${c.caseId}/parties/${seat?.id ?? ''}/seat-release`, {
      reason: '经与公司核实，签收人不是公司的人。',
    });
    expect(released.status).toBe(204);
    const [motion] = (await motionsOf(c.claimant, c.caseId)).items;
    expect(motion).toMatchObject({ id: asked.motionId, state: 'lapsed' });
  });

  it('the desk lists what waits, for those who see the case', async () => {
    const c = await constituted(app);
    const { motionId } = await ask(c.arbitrator, c.caseId, 'extension', { days: 5, reason: '案情复杂。' });
    const seenBy = async (person: typeof c.clerk) =>
      (await person.read<{ id: string; canDecide: boolean }[]>('/motions')).find(({ id }) => id === motionId);
    expect(await seenBy(c.director)).toMatchObject({ canDecide: true });
    expect(await seenBy(c.clerk)).toMatchObject({ canDecide: false });
    expect(await seenBy(c.arbitrator)).toMatchObject({ canDecide: false });
    expect(await seenBy(clerkOf(app, 'foshan'))).toBeUndefined();
    expect((await c.claimant.get('/motions')).status).toBe(403);
  });
});
