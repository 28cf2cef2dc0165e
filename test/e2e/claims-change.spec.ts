import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import {
  ask,
  clockOf,
  constituted,
  decide,
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

interface Claim {
  id: string;
  ordinal: number;
  head: string;
  facts: Record<string, unknown>;
  amountFen: number | null;
  fromOn: string | null;
  toOn: string | null;
}

interface CaseView {
  version: number;
  claimedFen: number;
  claims: Claim[];
  formerClaims: (Claim & { outcome: string })[];
}

interface AnswerView {
  partyId: string;
  version: number;
  submittedAt: string | null;
  isSuperseded: boolean;
  data: { positions: { claimId: string }[] };
}

const open = (person: Person, caseId: string): Promise<CaseView> => person.read(`/cases/${caseId}`);

/** As a screen sends back what it was shown. */
const asProposed = ({ id, head, facts, amountFen, fromOn, toOn }: Claim): Record<string, unknown> => ({
  id,
  head,
  facts,
  ...(amountFen === null ? {} : { amount: amountFen }),
  ...(fromOn && toOn ? { from: fromOn, to: toOn } : {}),
});

const LEAVE = {
  id: '5b2a4d0e-9d0f-4d3c-8a51-0f3f1f6f1f01',
  head: 'notice-pay',
  facts: { ground: 'incompetent', endDate: '2026-01-31', lastMonthWage: 800_000 },
  amount: 800_000,
};

/** Three months instead of two, damages given up, notice pay added. */
async function changed(person: Person, caseId: string): Promise<Record<string, unknown>> {
  const [wages] = (await open(person, caseId)).claims;
  return {
    claims: [
      {
        ...asProposed(wages!),
        facts: { ...wages!.facts, from: '2025-11-01' },
        from: '2025-11-01',
        amount: 2_400_000,
      },
      LEAVE,
    ],
    reason: '补充核对工资流水后发现2025年11月工资也未支付。',
  };
}

describe('added and changed claims (Rules 44, 46(3))', () => {
  it('are answered anew: claims, clocks, hearing, papers and answers follow, and what stood before is kept', async () => {
    const c = await setDown(app, 10);
    const before = await open(c.claimant, c.caseId);
    const due = (await clockOf(c.claimant, c.caseId, 'D13'))!.dueOn;
    app.clock.set('2026-03-12T09:30:00+08:00');
    const { motionId } = await ask(
      c.claimant,
      c.caseId,
      'claims-change',
      await changed(c.claimant, c.caseId),
    );
    const [seen] = (await motionsOf(c.respondent, c.caseId)).items as unknown as {
      proposed: { change: string; ordinal: number }[];
      actions: string[];
    }[];
    expect(seen!.proposed.map(({ change, ordinal }) => `${ordinal} ${change}`)).toEqual([
      '1 changed',
      '2 given-up',
      '3 added',
    ]);
    expect(seen!.actions).toEqual(['motion.waive-defence']);
    // It is the tribunal's to examine.
    const { version } = await acts.open(c.clerk, c.caseId);
    expect(
      (await c.clerk.post(`/motions/${motionId}/decision`, { version, outcome: 'granted' })).status,
    ).toBe(403);

    await decide(c.arbitrator, c.caseId, motionId);
    const after = await open(c.respondent, c.caseId);
    expect(after.claims.map(({ ordinal, head, amountFen }) => [ordinal, head, amountFen])).toEqual([
      [1, 'unpaid-wages', 2_400_000],
      [3, 'notice-pay', 800_000],
    ]);
    expect(after.claimedFen).toBe(3_200_000);
    expect(after.claims[0]!.id).toBe(before.claims[0]!.id);
    expect(
      after.formerClaims.map(({ ordinal, outcome, amountFen }) => [ordinal, outcome, amountFen]),
    ).toEqual([
      [1, 'changed', before.claims[0]!.amountFen],
      [2, 'given-up', before.claims[1]!.amountFen],
    ]);
    // Forty-five days from the acceptance of the change; the hearing lay within the time to answer.
    const restarted = await clockOf(c.claimant, c.caseId, 'D13');
    expect(restarted!.dueOn! > due!).toBe(true);
    expect(restarted).toMatchObject({ state: 'running', dueOn: '2026-04-27' });
    expect(await stateOf(c.claimant, c.caseId)).toBe('constituted');
    expect(await recordOf(c.claimant, c.caseId)).toEqual([
      'hearing.set-down',
      'motion.filed claims-change',
      'hearing.cancelled',
      'motion.granted claims-change',
    ]);
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toEqual(
      expect.arrayContaining(['claims-change-request', 'claims-change-notice']),
    );
    expect(await paperKinds(c.claimant, c.caseId)).toContain('claims-change-acceptance');
    // Served on line on 12 March: ten working days.
    expect(await clockOf(c.respondent, c.caseId, 'D05')).toMatchObject({
      state: 'running',
      dueOn: '2026-03-26',
    });

    // The first answer stays to be seen, and another one is begun where nothing is said twice.
    const answers = await c.respondent.read<AnswerView[]>(`/cases/${c.caseId}/answers`);
    expect(answers.map(({ isSuperseded, submittedAt }) => [isSuperseded, submittedAt !== null])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(answers[0]!.data.positions).toEqual([]);
    expect(answers[1]!.data.positions).toHaveLength(2);
    await acts.answer(c.respondent, c.caseId, {
      positions: [
        { stance: 'denied', reasons: '11月工资已经支付。' },
        { stance: 'denied', reasons: '不属于应当支付代通知金的情形。' },
      ],
      statement: '不同意变更后的请求。',
      signedBy: '吴国强',
    });
    expect((await clockOf(c.respondent, c.caseId, 'D05'))?.state).toBe('met');
  });

  it('come too late after the evidence period: a new application', async () => {
    const c = await constituted(app);
    const { evidenceUntil } = await motionsOf(c.claimant, c.caseId);
    app.clock.set(`${evidenceUntil!}T09:30:00+08:00`);
    const details = await changed(c.claimant, c.caseId);
    const option = async (): Promise<string | null | undefined> =>
      (await motionsOf(c.claimant, c.caseId)).options.find(({ kind }) => kind === 'claims-change')?.problem;
    expect(await option()).toBeNull();
    const after = new Date(Date.parse(evidenceUntil!) + 86_400_000).toISOString().slice(0, 10);
    app.clock.set(`${after}T09:30:00+08:00`);
    expect(await option()).toContain('另行申请仲裁');
    const late = await refusalOf(c.claimant, c.caseId, 'claims-change', details);
    expect(late.status).toBe(409);
    expect(late.body.code).toBe('law.new-claims.late');
    expect(late.body.basis[0]).toContain('第四十四条');
    expect((await open(c.claimant, c.caseId)).formerClaims).toEqual([]);
  });

  it('are in time when asked for in time, however long the tribunal takes', async () => {
    const c = await constituted(app);
    const { evidenceUntil } = await motionsOf(c.claimant, c.caseId);
    app.clock.set(`${evidenceUntil!}T09:30:00+08:00`);
    const { motionId } = await ask(
      c.claimant,
      c.caseId,
      'claims-change',
      await changed(c.claimant, c.caseId),
    );
    const after = new Date(Date.parse(evidenceUntil!) + 3 * 86_400_000).toISOString().slice(0, 10);
    app.clock.set(`${after}T09:30:00+08:00`);
    expect((await decide(c.arbitrator, c.caseId, motionId)).state).toBe('granted');
  });

  it('are refused with a reason, or refused as they stand: nothing is changed by either', async () => {
    const c = await constituted(app);
    const details = await changed(c.claimant, c.caseId);
    const { claims } = await open(c.claimant, c.caseId);
    expect((await refusalOf(c.respondent, c.caseId, 'claims-change', details)).status).toBe(403);
    const same = await refusalOf(c.claimant, c.caseId, 'claims-change', {
      claims: claims.map(asProposed),
      reason: '核对',
    });
    expect(same.body.code).toBe('law.new-claims.nothing-changed');
    const odd = await refusalOf(c.claimant, c.caseId, 'claims-change', {
      claims: [{ ...LEAVE, facts: { ground: 'incompetent', endDate: '2026-01-31' } }],
      reason: '代通知金',
    });
    expect(odd.status).toBe(422);
    expect(odd.body.errors[0]!.pointer).toBe('/details/claims/0/facts/lastMonthWage');
    const stale = await c.claimant.post<ProblemView>(`/cases/${c.caseId}/motions`, {
      kind: 'claims-change',
      version: 1,
      details,
    });
    expect(stale.body.code).toBe('case.version');
    const { motionId } = await ask(c.claimant, c.caseId, 'claims-change', details);
    await decide(c.arbitrator, c.caseId, motionId, {
      outcome: 'refused',
      reason: '与本案不是同一劳动关系。',
    });
    await app.settled();
    expect(await paperKinds(c.claimant, c.caseId)).toContain('motion-refusal');
    expect((await open(c.claimant, c.caseId)).claims).toEqual(claims);
  });

  it('wait for nobody who has expressly given up the time to answer', async () => {
    const c = await setDown(app, 10);
    const { motionId } = await ask(
      c.claimant,
      c.caseId,
      'claims-change',
      await changed(c.claimant, c.caseId),
    );
    expect((await c.claimant.post(`/motions/${motionId}/defence-waiver`)).status).toBe(403);
    await c.respondent.do('POST', `/motions/${motionId}/defence-waiver`);
    const again = await c.respondent.post<ProblemView>(`/motions/${motionId}/defence-waiver`);
    expect(again.body.code).toBe('motion.defence-waived');
    await decide(c.arbitrator, c.caseId, motionId);
    await app.settled();
    expect(await stateOf(c.claimant, c.caseId)).toBe('set-down');
    // The time to answer the application is what it was.
    expect((await clockOf(c.respondent, c.caseId, 'D05'))?.state).toBe('met');
  });

  it('of what was already heard are heard again', async () => {
    const c = await heard(app);
    const { motionId } = await ask(
      c.claimant,
      c.caseId,
      'claims-change',
      await changed(c.claimant, c.caseId),
    );
    await decide(c.arbitrator, c.caseId, motionId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('constituted');
    expect(await recordOf(c.claimant, c.caseId)).toContain('hearing.reopened');
    const nothing = await c.respondent.post(`/motions/${motionId}/defence-waiver`);
    expect(nothing.status).toBe(200);
  });

  it('of a change and a waiver decided at once only one finds the claims it was about', async () => {
    const c = await constituted(app);
    const change = await ask(c.claimant, c.caseId, 'claims-change', await changed(c.claimant, c.caseId));
    const [first] = (await open(c.claimant, c.caseId)).claims;
    const waiver = await ask(c.claimant, c.caseId, 'claims-waiver', { claims: [asProposed(first!)] });
    const { version } = await acts.open(c.clerk, c.caseId);
    const replies = await Promise.all([
      c.arbitrator.post<ProblemView>(`/motions/${change.motionId}/decision`, { version, outcome: 'granted' }),
      c.clerk.post<ProblemView>(`/motions/${waiver.motionId}/decision`, { version, outcome: 'granted' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('motion.already-decided');
    const states = (await motionsOf(c.clerk, c.caseId)).items.map(({ state }) => state).sort();
    expect(states).toEqual(['granted', 'lapsed']);
  });
});

describe('claims given up (Rules 35)', () => {
  it('until the result, after the evidence period too: nothing starts again, and the answer stands', async () => {
    const c = await constituted(app);
    const { evidenceUntil } = await motionsOf(c.claimant, c.caseId);
    const due = (await clockOf(c.claimant, c.caseId, 'D13'))!.dueOn;
    app.clock.set(
      `${new Date(Date.parse(evidenceUntil!) + 86_400_000).toISOString().slice(0, 10)}T09:30:00+08:00`,
    );
    const [wages, damages] = (await open(c.claimant, c.caseId)).claims;
    const more = await refusalOf(c.claimant, c.caseId, 'claims-waiver', {
      claims: [asProposed(wages!), LEAVE],
    });
    expect(more.body.code).toBe('law.claims-waiver.adds');
    const { motionId } = await ask(c.claimant, c.caseId, 'claims-waiver', {
      claims: [{ ...asProposed(wages!), amount: 1_000_000 }],
    });
    await decide(c.clerk, c.caseId, motionId);
    const after = await open(c.respondent, c.caseId);
    expect(after.claims.map(({ amountFen }) => amountFen)).toEqual([1_000_000]);
    expect(after.formerClaims.map(({ id, outcome }) => [id, outcome])).toEqual([
      [wages!.id, 'reduced'],
      [damages!.id, 'given-up'],
    ]);
    expect((await clockOf(c.claimant, c.caseId, 'D13'))!.dueOn).toBe(due);
    const answers = await c.respondent.read<AnswerView[]>(`/cases/${c.caseId}/answers`);
    expect(answers.map(({ isSuperseded }) => isSuperseded)).toEqual([false]);
    await app.settled();
    expect(await paperKinds(c.respondent, c.caseId)).toEqual(
      expect.arrayContaining(['claims-waiver-request', 'claims-waiver-notice']),
    );
    // Nothing left is another thing: the application is withdrawn.
    const none = await refusalOf(c.claimant, c.caseId, 'claims-waiver', { claims: [] });
    expect(none.body.errors).toMatchObject([{ pointer: '/details/claims', code: 'field.required' }]);
  });
});
