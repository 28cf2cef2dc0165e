import * as acts from '../../src/demo/acts';
import { Sittings } from '../../src/modules/hearings';
import { startApp, type TestApp } from '../support/app';
import { staffOf } from '../support/cases';
import {
  ask,
  clockOf,
  constituted,
  decide,
  kindsFor,
  motionsOf,
  paperKinds,
  recordOf,
  refusalOf,
  setDown,
  stateOf,
  type ProblemView,
} from '../support/motions';
import { appointment, heard, openSitting, withRoster, type Candidates } from '../support/proceedings';
import { latest, stated, termsOf } from '../support/settlements';

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

const CHALLENGE = {
  challenged: 'arbitrator',
  ground: 'interest',
  reason: '仲裁员曾任申请人的代理律师。',
};

describe('recusal (Law 33, Rules 11, 12)', () => {
  it('granted: the tribunal is dissolved, the hearing is off, and another one is formed without the same person', async () => {
    const c = await setDown(app);
    const due = (await clockOf(c.claimant, c.caseId, 'D13'))!.dueOn;
    const { motionId } = await ask(c.respondent, c.caseId, 'recusal', CHALLENGE);
    await app.settled();
    // Three working days to decide.
    expect(await clockOf(c.clerk, c.caseId, 'D11')).toMatchObject({ state: 'running', dueOn: '2026-03-13' });
    expect(await paperKinds(c.claimant, c.caseId)).toContain('recusal-request');

    // Until then the arbitrator stands aside; nobody but the head decides.
    const extension = await refusalOf(c.arbitrator, c.caseId, 'extension', { days: 5, reason: '案情复杂。' });
    expect(extension.status).toBe(409);
    expect(extension.body.code).toBe('case.challenged');
    expect(extension.body.basis[0]).toContain('第十二条第二款');
    const { version } = await acts.open(c.clerk, c.caseId);
    for (const person of [c.clerk, c.arbitrator, c.claimant]) {
      const reply = await person.post(`/motions/${motionId}/decision`, { version, outcome: 'granted' });
      expect(reply.status).toBe(403);
    }

    await decide(c.director, c.caseId, motionId, { outcome: 'granted', reason: '曾代理申请人属实。' });
    expect(await stateOf(c.claimant, c.caseId)).toBe('accepted');
    expect(await recordOf(c.claimant, c.caseId)).toEqual([
      'hearing.set-down',
      'motion.filed recusal',
      'hearing.cancelled',
      'motion.granted recusal',
    ]);
    expect((await clockOf(c.clerk, c.caseId, 'D11'))?.state).toBe('met');
    // It stops nothing.
    expect((await clockOf(c.claimant, c.caseId, 'D13'))!.dueOn).toBe(due);
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('recusal-decision');
    expect((await c.arbitrator.get(`/cases/${c.caseId}/award-draft`)).status).not.toBe(200);

    const { items } = await c.clerk.read<Candidates>(`/cases/${c.caseId}/arbitrator-candidates`);
    const former = items.find(({ reasons }) => reasons.some(({ key }) => key === 'tribunal.recused'));
    expect(former).toMatchObject({ isEligible: false });
    const same = await c.clerk.post<ProblemView>(
      `/cases/${c.caseId}/tribunal`,
      await appointment(app, c.caseId, 'arb.linhuimin'),
    );
    expect(same.status).toBe(409);
    expect(same.body.code).toBe('tribunal.arbitrator-excluded');
    const other = items.find(({ isEligible }) => isEligible)!;
    await c.clerk.do('POST', `/cases/${c.caseId}/tribunal`, {
      ...(await appointment(app, c.caseId, 'arb.linhuimin')),
      arbitratorId: other.arbitratorId,
    });
    expect(await stateOf(c.claimant, c.caseId)).toBe('constituted');
  });

  it('a settlement waits while somebody stands aside; a statement that was not signed for goes with the tribunal', async () => {
    const c = await constituted(app);
    const { settlementId } = await stated(app, c, await termsOf(c, { paid: [0], dropped: [1] }));
    const { motionId } = await ask(c.respondent, c.caseId, 'recusal', CHALLENGE);
    const { version, paperId } = await latest(c.claimant, c.caseId);
    const refused = await c.arbitrator.post<ProblemView>(`/settlements/${settlementId}/failure`, {
      version,
      reason: '双方迟迟没有签收。',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.challenged' } });
    await decide(c.director, c.caseId, motionId, { outcome: 'granted', reason: '曾代理申请人属实。' });
    await app.settled();
    expect(await latest(c.claimant, c.caseId)).toMatchObject({ state: 'lapsed' });
    const papers = await c.clerk.read<{ id: string; voidSince: string | null }[]>(
      `/cases/${c.caseId}/papers`,
    );
    expect(papers.find(({ id }) => id === paperId)?.voidSince).toEqual(expect.any(String));
    expect(await stateOf(c.claimant, c.caseId)).toBe('accepted');
  });

  it('a notice of the hearing that is off is served on nobody any more', async () => {
    const c = await setDown(app, 14, { takesPapersOnline: false });
    const { motionId } = await ask(c.respondent, c.caseId, 'recusal', CHALLENGE);
    await decide(c.director, c.caseId, motionId);
    const notices = (await acts.services(c.clerk, c.caseId)).filter(
      ({ paperKind }) => paperKind === 'hearing-notice',
    );
    expect(notices.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  it('rejected in writing, or taken back: the person goes on', async () => {
    const c = await constituted(app);
    const first = await ask(c.claimant, c.caseId, 'recusal', { ...CHALLENGE, challenged: 'recorder' });
    await decide(c.director, c.caseId, first.motionId, {
      outcome: 'refused',
      reason: '没有证据证明有利害关系。',
    });
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toContain('recusal-decision');
    expect(await paperKinds(c.claimant, c.caseId)).not.toContain('motion-refusal');
    expect((await clockOf(c.clerk, c.caseId, 'D11'))?.state).toBe('met');
    const second = await ask(c.claimant, c.caseId, 'recusal', CHALLENGE);
    expect(
      (await refusalOf(c.arbitrator, c.caseId, 'extension', { days: 5, reason: '复杂' })).body.code,
    ).toBe('case.challenged');
    await c.claimant.do('POST', `/motions/${second.motionId}/withdrawal`);
    expect((await ask(c.arbitrator, c.caseId, 'extension', { days: 5, reason: '复杂' })).state).toBe('filed');
  });

  it('after the debate: the proceedings go on; whoever has a ground against himself still withdraws', async () => {
    const c = await heard(app);
    const late = await refusalOf(c.respondent, c.caseId, 'recusal', CHALLENGE);
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('law.recusal.after-debate');
    expect(late.body.basis[0]).toContain('第十一条第二款');

    const of = await refusalOf(c.recorder, c.caseId, 'recusal', CHALLENGE);
    expect(of.body.errors).toMatchObject([{ pointer: '/details/challenged', code: 'field.choice' }]);
    const { motionId } = await ask(c.recorder, c.caseId, 'recusal', { ...CHALLENGE, challenged: 'recorder' });
    // Inside the house until it is decided.
    expect((await motionsOf(c.claimant, c.caseId)).items).toEqual([]);
    await decide(staffOf(app, 'director.nansha'), c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('accepted');
    const recorder = await c.clerk.post<ProblemView>(
      `/cases/${c.caseId}/tribunal`,
      await appointment(app, c.caseId, 'arb.linhuimin'),
    );
    expect(recorder.body.errors).toMatchObject([
      { pointer: '/recorderUserId', code: 'tribunal.recorder-recused' },
    ]);
  });

  it('in the hearing: only for what became known there, and it goes no further until that is decided', async () => {
    const c = await setDown(app, 14);
    const presiding = await openSitting(app, c.hearingId, c.caseId);
    const known = await refusalOf(c.respondent, c.caseId, 'recusal', {
      ...CHALLENGE,
      isKnownSinceOpening: false,
    });
    expect(known.body.code).toBe('law.recusal.known-before');
    const { motionId } = await ask(c.respondent, c.caseId, 'recusal', {
      ...CHALLENGE,
      isKnownSinceOpening: true,
    });
    await expect(app.get(Sittings).fire(presiding, c.hearingId, 'close', {})).rejects.toMatchObject({
      code: 'case.challenged',
    });
    await decide(c.director, c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('accepted');
    expect(await recordOf(c.claimant, c.caseId)).toContain('hearing.adjourned');
  });

  it('of two decisions at once one counts; before there is a tribunal there is nobody to challenge', async () => {
    const c = await constituted(app);
    const { motionId } = await ask(c.respondent, c.caseId, 'recusal', CHALLENGE);
    const { version } = await acts.open(c.director, c.caseId);
    const replies = await Promise.all([
      c.director.post<ProblemView>(`/motions/${motionId}/decision`, { version, outcome: 'granted' }),
      c.director.post<ProblemView>(`/motions/${motionId}/decision`, {
        version,
        outcome: 'refused',
        reason: '没有证据。',
      }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('motion.already-decided');
    if ((await stateOf(c.clerk, c.caseId)) === 'accepted') {
      expect(await kindsFor(c.claimant, c.caseId)).not.toContain('recusal');
    }
  });
});
