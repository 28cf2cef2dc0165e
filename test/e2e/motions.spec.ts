import * as acts from '../../src/demo/acts';
import { startApp, type TestApp } from '../support/app';
import { clerkOf, filed } from '../support/cases';
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
import { heard, withRoster } from '../support/proceedings';

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

describe('withdrawal (Rules 35)', () => {
  it('ends the case: hearing called off, clocks ended, decision served, and the same may be filed again', async () => {
    const c = await setDown(app);
    expect(await kindsFor(c.claimant, c.caseId)).toEqual([
      'withdrawal',
      'suspension',
      'postponement',
      'evidence-extension',
      'termination',
      'private-hearing',
      'claims-change',
      'claims-waiver',
      'recusal',
    ]);
    const { motionId, state } = await ask(c.claimant, c.caseId, 'withdrawal', { reason: '双方已经和解。' });
    expect(state).toBe('filed');
    await app.settled();
    // Both parties see it, and the tribunal and the clerk may decide.
    const [seen] = (await motionsOf(c.respondent, c.caseId)).items;
    expect(seen).toMatchObject({
      kind: 'withdrawal',
      state: 'filed',
      side: 'claimant',
      isMine: false,
      actions: [],
    });
    expect(await paperKinds(c.respondent, c.caseId)).toContain('withdrawal-request');
    expect((await motionsOf(c.arbitrator, c.caseId)).items[0]?.actions).toEqual(['motion.decide']);
    expect((await motionsOf(c.claimant, c.caseId)).items[0]?.actions).toEqual(['motion.withdraw']);
    // It is the claimant's to withdraw: nobody refuses it.
    const refusal = await c.clerk.post<ProblemView>(`/motions/${motionId}/decision`, {
      version: (await acts.open(c.clerk, c.caseId)).version,
      outcome: 'refused',
      reason: '不同意',
    });
    expect(refusal.status).toBe(409);
    expect(refusal.body.code).toBe('motion.not-refusable');

    await decide(c.clerk, c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('withdrawn');
    expect(await recordOf(c.claimant, c.caseId)).toEqual([
      'hearing.set-down',
      'motion.filed withdrawal',
      'hearing.called-off',
      'motion.granted withdrawal',
    ]);
    const { clocks, actions, nextStep } = await c.claimant.read<{
      clocks: { code: string; state: string }[];
      actions: string[];
      nextStep: string;
    }>(`/cases/${c.caseId}`);
    const inside = clocks.filter(({ code }) => !['D16', 'D24', 'D25', 'D26'].includes(code));
    expect(inside.filter(({ state: each }) => each === 'running')).toEqual([]);
    expect(actions).toEqual([]);
    expect(nextStep).toBe('next.claimant.withdrawn');
    const bookings = await app.query('SELECT 1 FROM booking WHERE hearing_id = $1', [c.hearingId]);
    expect(bookings).toEqual([]);
    expect(await kindsFor(c.claimant, c.caseId)).toEqual([]);

    await app.settled();
    const services = await acts.services(c.claimant, c.caseId);
    expect(services.find(({ paperKind }) => paperKind === 'withdrawal-decision')?.state).toBe('served');
    expect(await paperKinds(c.respondent, c.caseId)).toContain('withdrawal-decision');

    const again = await acts.file(c.claimant, c.matter);
    expect((await acts.accept(c.clerk, again.caseId)).state).toBe('accepted');
  });

  it('is possible before acceptance, when nobody else knows of the application', async () => {
    const { caseId, claimant } = await filed(app);
    const clerk = clerkOf(app);
    const { motionId } = await ask(claimant, caseId, 'withdrawal');
    await decide(clerk, caseId, motionId);
    expect(await stateOf(clerk, caseId)).toBe('withdrawn');
    await app.settled();
    const [paper] = await app.query<{ addressees: string[] }>(
      `SELECT addressees FROM paper WHERE case_id = $1 AND kind = 'withdrawal-decision'`,
      [caseId],
    );
    expect(paper?.addressees).toHaveLength(1);
  });
});

describe('extension (Law 43, Rules 45)', () => {
  it('is asked for by the arbitrator, approved by the head, and lengthens the period; the form stays inside', async () => {
    const c = await constituted(app);
    const before = await clockOf(c.claimant, c.caseId, 'D13');
    const { motionId } = await ask(c.arbitrator, c.caseId, 'extension', {
      days: 10,
      reason: '案情复杂，需要核对三年的考勤记录。',
    });
    // Inside the house until it is decided.
    for (const party of [c.claimant, c.respondent]) {
      expect((await motionsOf(party, c.caseId)).items).toEqual([]);
      expect(await recordOf(party, c.caseId)).toEqual([]);
      expect((await party.post(`/motions/${motionId}/withdrawal`)).status).toBe(404);
    }
    for (const person of [c.arbitrator, c.clerk]) {
      const reply = await person.post(`/motions/${motionId}/decision`, { version: 1, outcome: 'granted' });
      expect(reply.status).toBe(403);
    }
    await decide(c.director, c.caseId, motionId, { outcome: 'granted', days: 8, reason: '八日足够。' });
    const longer = await clockOf(c.claimant, c.caseId, 'D14');
    expect(longer).toMatchObject({ state: 'running' });
    expect(longer!.dueOn! > before!.dueOn!).toBe(true);
    expect((await clockOf(c.claimant, c.caseId, 'D13'))?.state).toBe('extended');
    expect((await motionsOf(c.claimant, c.caseId)).items[0]).toMatchObject({
      state: 'granted',
      side: 'commission',
      decision: { days: 8 },
    });
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('extension-notice');
    expect(await paperKinds(c.claimant, c.caseId)).not.toContain('extension-approval');
    expect(await paperKinds(c.clerk, c.caseId)).toContain('extension-approval');

    // All extensions of a period together are at most fifteen days.
    const more = await refusalOf(c.arbitrator, c.caseId, 'extension', { days: 8, reason: '仍需时间。' });
    expect(more.status).toBe(409);
    expect(more.body.code).toBe('law.extension.too-long');
    expect(more.body.basis[0]).toContain('第四十五条');
    expect(more.body.detail).toContain('7');
  });

  it('is refused inside: the parties never hear of it', async () => {
    const c = await constituted(app);
    const { motionId } = await ask(c.arbitrator, c.caseId, 'extension', { days: 15, reason: '案情复杂。' });
    const nothing = await c.director.post<ProblemView>(`/motions/${motionId}/decision`, {
      version: (await acts.open(c.director, c.caseId)).version,
      outcome: 'refused',
    });
    expect(nothing.body.code).toBe('motion.refusal-needs-reason');
    await decide(c.director, c.caseId, motionId, { outcome: 'refused', reason: '事实清楚，无须延期。' });
    await app.settled();
    expect((await motionsOf(c.claimant, c.caseId)).items).toEqual([]);
    expect(await paperKinds(c.claimant, c.caseId)).not.toContain('motion-refusal');
    expect(await paperKinds(c.clerk, c.caseId)).toContain('extension-approval');
    expect((await clockOf(c.claimant, c.caseId, 'D13'))?.state).toBe('running');
  });
});

describe('suspension and resumption (Rules 46(6), 47)', () => {
  it('stops the time and every hearing and award, until it is resumed', async () => {
    const c = await setDown(app);
    const { motionId } = await ask(c.claimant, c.caseId, 'suspension', {
      ground: 'appraisal',
      reason: '正在等待工伤认定结论。',
    });
    expect((await motionsOf(c.arbitrator, c.caseId)).items[0]?.actions).toEqual([]);
    await decide(c.director, c.caseId, motionId);
    const seen = await c.claimant.read<{ state: string; suspendedOn: string | null; nextStep: string }>(
      `/cases/${c.caseId}`,
    );
    expect(seen).toMatchObject({
      state: 'constituted',
      suspendedOn: '2026-03-10',
      nextStep: 'next.claimant.suspended',
    });
    expect(await clockOf(c.claimant, c.caseId, 'D13')).toMatchObject({ state: 'suspended', dueOn: null });
    // The hearing that was set is off, and nobody waits for its notice.
    expect(await clockOf(c.clerk, c.caseId, 'D09')).toBeUndefined();
    const again = await c.clerk.post<ProblemView>(`/cases/${c.caseId}/hearings`, {
      startsAt: new Date(app.clock.now().getTime() + 20 * 86_400_000).toISOString(),
      durationMinutes: 60,
      roomId: 'nansha-online-1',
    });
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('case.suspended');
    expect(again.body.basis[0]).toContain('第四十七条');
    expect(await kindsFor(c.arbitrator, c.caseId)).toEqual([
      'resumption',
      'revocation',
      'termination',
      'transfer',
      'recusal',
    ]);

    app.clock.set('2026-03-20T09:30:00+08:00');
    // The tribunal must resume when the cause is gone: it decides by saying so.
    expect(
      (await ask(c.arbitrator, c.caseId, 'resumption', { reason: '工伤认定决定书已经作出。' })).state,
    ).toBe('granted');
    expect(await acts.open(c.claimant, c.caseId)).toMatchObject({ suspendedOn: null });
    const running = await clockOf(c.claimant, c.caseId, 'D13');
    // 45 days from 10 March, and the ten days it stood still.
    expect(running).toMatchObject({ state: 'running', dueOn: '2026-05-06' });
    expect(await recordOf(c.respondent, c.caseId)).toEqual([
      'hearing.set-down',
      'motion.filed suspension',
      'hearing.cancelled',
      'motion.granted suspension',
      'motion.granted resumption',
    ]);
    await app.settled();
    const kinds = await paperKinds(c.respondent, c.caseId);
    expect(kinds).toEqual(
      expect.arrayContaining(['suspension-request', 'suspension-notice', 'resumption-notice']),
    );
    expect(kinds).not.toContain('suspension-approval');
  });

  it('needs one of the seven grounds, and the last one explained', async () => {
    const c = await constituted(app);
    const odd = await refusalOf(c.claimant, c.caseId, 'suspension', { ground: 'holiday', reason: '休假' });
    expect(odd.status).toBe(422);
    expect(odd.body.errors).toMatchObject([{ pointer: '/details/ground', code: 'field.choice' }]);
    const empty = await refusalOf(c.claimant, c.caseId, 'suspension', { ground: 'other', reason: ' ' });
    expect(empty.body.errors).toMatchObject([{ pointer: '/details/reason', code: 'field.required' }]);
    expect((await refusalOf(c.claimant, c.caseId, 'resumption', { reason: '好了' })).body.code).toBe(
      'motion.not-suspended',
    );
  });
});

describe('postponement (Law 35, Rules 38)', () => {
  it('in time and granted: the hearing is off, the case waits for another day', async () => {
    const c = await setDown(app);
    const { motionId } = await ask(c.respondent, c.caseId, 'postponement', { reason: '代理人住院手术。' });
    expect((await motionsOf(c.clerk, c.caseId)).items[0]).toMatchObject({
      isLate: false,
      side: 'respondent',
    });
    await decide(c.arbitrator, c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('constituted');
    expect(await recordOf(c.claimant, c.caseId)).toEqual([
      'hearing.set-down',
      'motion.filed postponement',
      'hearing.adjourned',
      'motion.granted postponement',
    ]);
    // It stops nothing: the 45 days go on.
    expect(await clockOf(c.claimant, c.caseId, 'D13')).toMatchObject({ state: 'running' });
    expect(await clockOf(c.claimant, c.caseId, 'D10')).toBeUndefined();
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('postponement-notice');
    const startsAt = new Date(app.clock.now().getTime() + 21 * 86_400_000);
    await acts.setDown(c.clerk, c.caseId, { startsAt, roomId: 'nansha-online-1' });
    expect(await stateOf(c.claimant, c.caseId)).toBe('set-down');
  });

  it('late: taken as a note, which may be granted all the same; refused with its reason', async () => {
    const c = await setDown(app, 10);
    // Friday 20 March is the hearing; Tuesday 17 was the last day.
    app.clock.set('2026-03-18T09:30:00+08:00');
    const option = (await motionsOf(c.claimant, c.caseId)).options.find(
      ({ kind }) => kind === 'postponement',
    );
    expect(option).toMatchObject({ isLate: true, problem: null });
    const { motionId } = await ask(c.claimant, c.caseId, 'postponement', { reason: '孩子发烧。' });
    expect((await motionsOf(c.clerk, c.caseId)).items[0]?.isLate).toBe(true);
    const twice = await refusalOf(c.claimant, c.caseId, 'postponement', { reason: '孩子发烧。' });
    expect(twice.body.code).toBe('motion.already-filed');
    await decide(c.clerk, c.caseId, motionId, { outcome: 'refused', reason: '可以在线参加庭审。' });
    expect(await stateOf(c.claimant, c.caseId)).toBe('set-down');
    await app.settled();
    expect((await motionsOf(c.claimant, c.caseId)).items[0]).toMatchObject({
      state: 'refused',
      decision: { reason: '可以在线参加庭审。' },
    });
    expect(await paperKinds(c.claimant, c.caseId)).toContain('motion-refusal');
  });
});

describe('more time for evidence (Rules 15)', () => {
  it('moves the day for everybody, and late evidence is late after the new day', async () => {
    const c = await constituted(app);
    const { evidenceUntil } = await motionsOf(c.claimant, c.caseId);
    const until = new Date(Date.parse(evidenceUntil!) + 7 * 86_400_000).toISOString().slice(0, 10);
    const early = await refusalOf(c.claimant, c.caseId, 'evidence-extension', {
      until: evidenceUntil,
      reason: '证人出差',
    });
    expect(early.body.code).toBe('law.evidence-extension.not-later');
    const { motionId } = await ask(c.claimant, c.caseId, 'evidence-extension', {
      until,
      reason: '证人出差。',
    });
    // Asked in time; decided after the period.
    app.clock.set(
      `${new Date(Date.parse(evidenceUntil!) + 86_400_000).toISOString().slice(0, 10)}T09:30:00+08:00`,
    );
    await decide(c.arbitrator, c.caseId, motionId);
    expect(await clockOf(c.respondent, c.caseId, 'D08')).toMatchObject({ state: 'running', dueOn: until });
    const { evidenceUntil: moved, isPeriodOver } = await c.respondent.read<{
      evidenceUntil: string;
      isPeriodOver: boolean;
    }>(`/cases/${c.caseId}/evidence`);
    expect({ moved, isPeriodOver }).toEqual({ moved: until, isPeriodOver: false });
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toContain('evidence-extension-notice');
  });

  it('cannot be asked for once the period is over', async () => {
    const c = await constituted(app);
    const { evidenceUntil } = await motionsOf(c.claimant, c.caseId);
    const after = new Date(Date.parse(evidenceUntil!) + 86_400_000).toISOString().slice(0, 10);
    app.clock.set(`${after}T09:30:00+08:00`);
    const late = await refusalOf(c.claimant, c.caseId, 'evidence-extension', {
      until: '2026-12-31',
      reason: '才找到证人',
    });
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('law.evidence-extension.late');
    expect(late.body.basis[0]).toContain('第十五条');
  });
});

describe('deemed withdrawal (Law 36, Rules 39)', () => {
  const absent = {
    happened: 'did-not-come',
    hasGoodReason: false,
    isTechnicalFailure: false,
    reason: '开庭时间已过三十分钟，申请人未到庭，电话无人接听。',
  };

  it('ends the case for a claimant who had the written notice and stayed away', async () => {
    const c = await setDown(app, 10);
    const early = await refusalOf(c.arbitrator, c.caseId, 'deemed-withdrawal', absent);
    expect(early.body.code).toBe('motion.no-hearing-begun');
    app.clock.set('2026-03-20T23:30:00+08:00');
    const excused = await refusalOf(c.arbitrator, c.caseId, 'deemed-withdrawal', {
      ...absent,
      hasGoodReason: true,
    });
    expect(excused.body.code).toBe('law.absence.good-reason');
    const outage = await refusalOf(c.arbitrator, c.caseId, 'deemed-withdrawal', {
      ...absent,
      isTechnicalFailure: true,
    });
    expect(outage.body.code).toBe('law.absence.technical-failure');
    expect((await refusalOf(c.clerk, c.caseId, 'deemed-withdrawal', absent)).status).toBe(403);
    expect((await ask(c.arbitrator, c.caseId, 'deemed-withdrawal', absent)).state).toBe('granted');
    expect(await stateOf(c.claimant, c.caseId)).toBe('deemed-withdrawn');
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('deemed-withdrawal-decision');
    expect((await clockOf(c.clerk, c.caseId, 'D13'))?.state).toBe('lapsed');
  });

  it('is barred while nothing proves that the notice reached the claimant', async () => {
    const c = await setDown(app, 10, { takesPapersOnline: false });
    app.clock.set('2026-03-20T23:30:00+08:00');
    // The paper waits: neither sent nor received.
    const barred = await refusalOf(c.arbitrator, c.caseId, 'deemed-withdrawal', absent);
    expect(barred.status).toBe(409);
    expect(barred.body.code).toBe('law.absence.receipt-unproven');
    expect(barred.body.basis[0]).toContain('第三十九条');
    expect(await stateOf(c.claimant, c.caseId)).toBe('set-down');
  });
});

describe('revocation (Rules 32)', () => {
  it('is decided by the head; the parties are to be told within five working days of that', async () => {
    const c = await constituted(app);
    const transfer = await refusalOf(c.clerk, c.caseId, 'revocation', {
      ground: 'jurisdiction',
      reason: '应由佛山管辖',
    });
    expect(transfer.body.code).toBe('law.revocation.transfer-instead');
    const { motionId } = await ask(c.clerk, c.caseId, 'revocation', {
      ground: 'same-matter',
      reason: '同一争议已由人民法院受理。',
    });
    await decide(c.director, c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('revoked');
    const due = await clockOf(c.clerk, c.caseId, 'D15');
    expect(due).toMatchObject({ dueOn: '2026-03-17' });
    await app.settled();
    // Both take papers on line: told at once.
    expect((await clockOf(c.clerk, c.caseId, 'D15'))?.state).toBe('met');
    expect(await paperKinds(c.respondent, c.caseId)).toContain('revocation-decision');
  });
});

describe('termination (Rules 48)', () => {
  it('ends a case that a court has taken because of the overrun, and no other', async () => {
    const c = await constituted(app);
    const suit = {
      court: '广州市南沙区人民法院',
      courtNumber: '（2026）粤0115民初123号',
      courtAcceptedOn: '2026-03-10',
    };
    const early = await refusalOf(c.claimant, c.caseId, 'termination', suit);
    expect(early.body.code).toBe('law.termination.not-overrun');
    app.clock.set('2026-04-28T09:30:00+08:00');
    const { motionId } = await ask(c.claimant, c.caseId, 'termination', {
      ...suit,
      courtAcceptedOn: '2026-04-27',
    });
    await decide(c.clerk, c.caseId, motionId);
    expect(await stateOf(c.respondent, c.caseId)).toBe('terminated');
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toContain('termination-decision');
    expect((await clockOf(c.clerk, c.caseId, 'D13'))?.state).toBe('lapsed');
  });
});

describe('correction of an award (Rules 54)', () => {
  it('puts words right and decides nothing anew', async () => {
    const c = await heard(app);
    const [award] = await acts.award(c.arbitrator, c.caseId, {
      facts: '申请人于2023年3月1日入职被申请人处。',
      rulings: [
        { outcome: 'granted', reasons: '理由充分。' },
        { outcome: 'granted', reasons: '理由充分。' },
      ],
    });
    expect(await kindsFor(c.claimant, c.caseId)).toEqual(['award-correction']);
    const wrong = { awardId: award!.id, error: 'writing', wrong: '三月一日', right: '三月十一日' };
    const nothing = await refusalOf(c.claimant, c.caseId, 'award-correction', {
      ...wrong,
      right: '三月一日',
      reason: '入职日期写错。',
    });
    expect(nothing.body.code).toBe('law.award-correction.unchanged');
    const other = await refusalOf(c.claimant, c.caseId, 'award-correction', {
      ...wrong,
      awardId: c.caseId,
      reason: '入职日期写错。',
    });
    expect(other.body.errors).toMatchObject([{ pointer: '/details/awardId', code: 'field.reference' }]);
    const undecided = await refusalOf(c.arbitrator, c.caseId, 'award-correction', {
      awardId: award!.id,
      error: 'left-out',
      wasDecided: false,
      right: '支付加班工资',
      reason: '漏裁',
    });
    expect(undecided.body.code).toBe('law.award-correction.new-decision');
    const { motionId } = await ask(c.claimant, c.caseId, 'award-correction', {
      ...wrong,
      reason: '入职日期写错。',
    });
    await decide(c.arbitrator, c.caseId, motionId);
    await app.settled();
    expect(await stateOf(c.claimant, c.caseId)).toBe('decided');
    expect(await paperKinds(c.respondent, c.caseId)).toContain('award-correction');
    const services = await acts.services(c.respondent, c.caseId);
    expect(services.find(({ paperKind }) => paperKind === 'award-correction')?.state).toBe('served');
    // What was awarded stays as it is.
    const [after] = await c.claimant.read<{ totalFen: number }[]>(`/cases/${c.caseId}/awards`);
    expect(after!.totalFen).toBe(award!.totalFen);
  });
});
