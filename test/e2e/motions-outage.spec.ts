import * as acts from '../../src/demo/acts';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date';
import { Uptime } from '../../src/platform/observability/uptime';
import { startApp, type TestApp } from '../support/app';
import { joined, type JoinedCase } from '../support/cases';
import {
  ask,
  clockOf,
  decide,
  kindsFor,
  motionsOf,
  paperKinds,
  recordOf,
  refusalOf,
  request,
  type ProblemView,
} from '../support/motions';
import { problemOf } from '../support/problem';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());
beforeEach(async () => {
  app.clock.set('2026-03-10T09:30:00+08:00');
  await app.query('UPDATE user_account SET totp_last_step = NULL');
  await app.query('TRUNCATE service_outage, service_heartbeat');
});

/** Nobody could reach the service from two to half past four in the afternoon. */
async function downOn(day: string): Promise<void> {
  const uptime = app.get(Uptime);
  app.clock.set(`${day}T14:00:00+08:00`);
  await uptime.beat();
  app.clock.set(`${day}T16:30:00+08:00`);
  await uptime.beat();
}

const onDay = (day: string): void => app.clock.set(`${day}T09:30:00+08:00`);

/** A case whose respondent has its papers and has not answered, and whose last day for that we spoilt. */
async function lost(code: 'D05' | 'D08'): Promise<JoinedCase & { dueOn: LocalDate }> {
  const c = await joined(app);
  await app.settled();
  const dueOn = localDate((await clockOf(c.respondent, c.caseId, code))?.dueOn ?? '');
  await downOn(dueOn);
  onDay(addDays(dueOn, 1));
  return { ...c, dueOn };
}

const wants = (until: string, period = 'defence') => ({ period, until, reason: '下午起一直无法登录。' });

describe('more time after an outage of ours (Rules 19, Civil Procedure Law 86)', () => {
  it('is asked for by the party whose last day it was, and moves that day', async () => {
    const c = await lost('D05');
    // The evidence period ends another day, and the claimant has nothing to answer.
    expect(await kindsFor(c.claimant, c.caseId)).not.toContain('outage-extension');
    const { options, lostDays } = await motionsOf(c.respondent, c.caseId);
    expect(lostDays).toEqual([{ period: 'defence', dueOn: c.dueOn, endedOn: c.dueOn }]);
    expect(options.find(({ kind }) => kind === 'outage-extension')).toMatchObject({
      problem: null,
      decidesAtOnce: false,
    });
    const until = addDays(c.dueOn, 5);
    const { motionId, state } = await ask(c.respondent, c.caseId, 'outage-extension', wants(until));
    expect(state).toBe('filed');
    expect(await clockOf(c.respondent, c.caseId, 'D05')).toMatchObject({ dueOn: c.dueOn });
    await decide(c.clerk, c.caseId, motionId);
    const moved = await clockOf(c.respondent, c.caseId, 'D05');
    expect(moved).toMatchObject({ state: 'running' });
    expect(moved!.dueOn! >= until).toBe(true);
    expect(await recordOf(c.claimant, c.caseId)).toEqual([
      'motion.filed outage-extension',
      'motion.granted outage-extension',
    ]);
    await app.settled();
    const papers = await paperKinds(c.claimant, c.caseId);
    expect(papers).toEqual(expect.arrayContaining(['outage-extension-request', 'outage-extension-notice']));
    // The day has moved: nothing was lost any more, and there is nothing more to ask for.
    expect(await kindsFor(c.respondent, c.caseId)).not.toContain('outage-extension');
    await acts.answer(c.respondent, c.caseId, {
      positions: [
        { stance: 'denied', reasons: '已经支付。' },
        { stance: 'denied', reasons: '自行离职。' },
      ],
      statement: '不同意全部请求。',
      signedBy: '吴国强',
    });
    expect(await clockOf(c.respondent, c.caseId, 'D05')).toMatchObject({ state: 'met' });
  });

  it('makes good an answer that came a day late', async () => {
    const c = await lost('D05');
    await acts.answer(c.respondent, c.caseId, {
      positions: [
        { stance: 'denied', reasons: '已经支付。' },
        { stance: 'denied', reasons: '自行离职。' },
      ],
      statement: '不同意全部请求。',
      signedBy: '吴国强',
    });
    expect(await clockOf(c.respondent, c.caseId, 'D05')).toMatchObject({ state: 'missed' });
    const { motionId } = await ask(c.respondent, c.caseId, 'outage-extension', wants(addDays(c.dueOn, 1)));
    await decide(c.clerk, c.caseId, motionId, { outcome: 'granted', until: addDays(c.dueOn, 3) });
    expect(await clockOf(c.respondent, c.caseId, 'D05')).toMatchObject({ state: 'met' });
  });

  it('of the evidence period is given to both sides', async () => {
    const c = await lost('D08');
    expect(await kindsFor(c.respondent, c.caseId)).toContain('outage-extension');
    // 31 March and four days is the Saturday before 清明: the period ends on the first working day after.
    expect(c.dueOn).toBe('2026-03-31');
    const { motionId } = await ask(
      c.claimant,
      c.caseId,
      'outage-extension',
      wants(addDays(c.dueOn, 4), 'evidence'),
    );
    await decide(c.clerk, c.caseId, motionId);
    const until = '2026-04-07';
    expect((await clockOf(c.respondent, c.caseId, 'D08'))?.dueOn).toBe(until);
    const evidence = await c.respondent.read<{ evidenceUntil: string }>(`/cases/${c.caseId}/evidence`);
    expect(evidence.evidenceUntil).toBe(until);
  });

  it('is asked for within ten days; whoever asked on the tenth may be granted it later', async () => {
    const c = await lost('D05');
    const { motionId } = await (async () => {
      onDay(addDays(c.dueOn, 10));
      return ask(c.respondent, c.caseId, 'outage-extension', wants(addDays(c.dueOn, 20)));
    })();
    onDay(addDays(c.dueOn, 14));
    await decide(c.clerk, c.caseId, motionId);
    expect((await clockOf(c.respondent, c.caseId, 'D05'))!.dueOn! >= addDays(c.dueOn, 20)).toBe(true);

    const late = await lost('D05');
    onDay(addDays(late.dueOn, 20));
    const { status, body } = await refusalOf(
      late.respondent,
      late.caseId,
      'outage-extension',
      wants(addDays(late.dueOn, 25)),
    );
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'law.outage.late' });
    expect(body.basis.join()).toContain('第八十六条');
    const option = (await motionsOf(late.respondent, late.caseId)).options.find(
      ({ kind }) => kind === 'outage-extension',
    );
    expect(option?.problem).toContain('已经过期');
  });

  it('is not for the other side, for another day, or for a day that was not lost', async () => {
    const c = await lost('D05');
    const later = wants(addDays(c.dueOn, 5));
    const code = async (person: typeof c.claimant, details: object): Promise<string> =>
      (await refusalOf(person, c.caseId, 'outage-extension', details as Record<string, unknown>)).body.code;
    expect(await code(c.claimant, later)).toBe('law.outage.none');
    expect(await code(c.respondent, { ...later, period: 'evidence' })).toBe('law.outage.none');
    expect(await code(c.respondent, wants(c.dueOn))).toBe('law.outage.not-later');
    expect((await refusalOf(c.clerk, c.caseId, 'outage-extension', later)).status).toBe(403);
    const odd = await refusalOf(c.respondent, c.caseId, 'outage-extension', { ...later, period: 'holiday' });
    expect(odd.status).toBe(422);
    const stale = { ...(await request(c.respondent, c.caseId, 'outage-extension', later)), version: 1 };
    problemOf(await c.respondent.post(`/cases/${c.caseId}/motions`, stale), 409, 'case.version');
  });

  it('may be refused, with a reason, in writing', async () => {
    const c = await lost('D05');
    const { motionId } = await ask(c.respondent, c.caseId, 'outage-extension', wants(addDays(c.dueOn, 5)));
    const { version } = await acts.open(c.clerk, c.caseId);
    const path = `/motions/${motionId}/decision`;
    problemOf(await c.clerk.post(path, { version, outcome: 'refused' }), 409, 'motion.refusal-needs-reason');
    problemOf(await c.respondent.post(path, { version, outcome: 'granted' }), 403, 'auth.not-for-you');
    await decide(c.clerk, c.caseId, motionId, { outcome: 'refused', reason: '上午已经登录并查阅。' });
    expect((await clockOf(c.respondent, c.caseId, 'D05'))?.dueOn).toBe(c.dueOn);
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toContain('motion-refusal');
  });

  it('granted twice at once it is granted once', async () => {
    const c = await lost('D05');
    const { motionId } = await ask(c.respondent, c.caseId, 'outage-extension', wants(addDays(c.dueOn, 5)));
    const { version } = await acts.open(c.clerk, c.caseId);
    const replies = await Promise.all(
      ['granted', 'refused'].map((outcome) =>
        c.clerk.post<ProblemView>(`/motions/${motionId}/decision`, { version, outcome, reason: '已核对。' }),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('motion.already-decided');
  });
});
