import { signatureOf } from '../../src/demo/acts';
import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { accepted, answered, clerkOf, filed, staffOf } from '../support/cases';
import { clockOf, constituted, stateOf } from '../support/motions';
import { inspectPdf } from '../support/pdf';
import {
  appointment,
  confirmRecord,
  heard,
  heardWithoutRecord,
  withRoster,
  type HeardCase,
} from '../support/proceedings';
import {
  accept,
  agreed,
  latest,
  offer,
  settlementsOf,
  signFor,
  stated,
  statementRequest,
  statementService,
  termsOf,
  type Refusal,
} from '../support/settlements';

let app: TestApp;

/** Each story a week after the last: people sit in one hearing at a time, and an authenticator's code works once. */
let weeks = 0;

beforeAll(async () => {
  app = await startApp();
  await withRoster(app);
}, 60_000);
afterAll(() => app?.close());

beforeEach(async () => {
  app.clock.set(new Date(Date.parse('2026-03-10T09:30:00+08:00') + weeks++ * 7 * 86_400_000).toISOString());
  await app.query('UPDATE user_account SET totp_last_step = NULL');
});

const ALL = { paid: [0], dropped: [1] };

async function wordsOf(person: Person, caseId: string, paperId: string): Promise<string> {
  const { words } = await inspectPdf(await person.download(`/cases/${caseId}/papers/${paperId}/tickets`));
  return words.replace(/\s+/g, '').replace(/－\d+－/g, '');
}

describe('who may, and when', () => {
  it('an agent says that it may settle (Law 24)', async () => {
    const c = await constituted(app);
    await app.query(
      `UPDATE case_party SET representative_capacity = 'agent' WHERE case_id = $1 AND role = 'respondent'`,
      [c.caseId],
    );
    const terms = await termsOf(c, ALL);
    expect((await settlementsOf(c.respondent, c.caseId)).needsAuthority).toBe(true);
    const request = { version: 0, terms, isShownToTribunal: false };
    const refused = await c.respondent.post<Refusal>(`/cases/${c.caseId}/settlements`, request);
    expect(refused).toMatchObject({ status: 409, body: { code: 'settlement.needs-special-authority' } });
    expect(refused.body.basis).toContain('《劳动争议调解仲裁法》第二十四条');
    await offer(c.respondent, c.caseId, { ...request, hasSpecialAuthority: true });
    expect(
      await app.query(
        'SELECT acting_as, has_special_authority FROM settlement_acceptance WHERE party_id IN ' +
          '(SELECT id FROM case_party WHERE case_id = $1)',
        [c.caseId],
      ),
    ).toEqual([{ acting_as: 'agent', has_special_authority: true }]);
  });

  it('a party without an account signs on paper before the tribunal, and the recorder notes it', async () => {
    const base = await accepted(app);
    const { caseId, clerk, claimant } = base;
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.linhuimin'));
    const arbitrator = staffOf(app, 'arb.linhuimin');
    const recorder = staffOf(app, 'recorder.nansha');
    const terms = await termsOf({ ...base, respondent: claimant }, ALL);
    const request = { version: 0, terms, isShownToTribunal: false };
    const hidden = await offer(claimant, caseId, request);
    const { parties } = await acts.open(clerk, caseId);
    const idOf = (role: string): string => parties.find((party) => party.role === role)!.id;
    const note = (version: number, change: object = {}) => ({
      version,
      partyId: idOf('respondent'),
      personName: '吴国强',
      actingAs: 'legal-representative',
      ...change,
    });
    const path = `/settlements/${hidden.settlementId}/acceptance-on-paper`;
    const unseen = await recorder.post<Refusal>(path, note(hidden.version));
    expect(unseen).toMatchObject({ status: 409, body: { code: 'settlement.offer-not-shown' } });
    const shown = await offer(claimant, caseId, {
      ...request,
      version: hidden.version,
      isShownToTribunal: true,
    });
    expect((await latest(recorder, caseId)).actions).toEqual(['settlement.note-acceptance']);
    expect((await arbitrator.post(path, note(shown.version))).status).toBe(403);
    expect((await clerk.post(path, note(shown.version))).status).toBe(403);
    const joinedOne = await recorder.post<Refusal>(path, note(shown.version, { partyId: idOf('claimant') }));
    expect(joinedOne.body.code).toBe('settlement.party-has-account');
    const nobody = await recorder.post<Refusal>(path, note(shown.version, { partyId: hidden.settlementId }));
    expect(nobody.body.errors).toMatchObject([{ pointer: '/partyId', code: 'field.reference' }]);
    const agent = await recorder.post<Refusal>(path, note(shown.version, { actingAs: 'agent' }));
    expect(agent.body.code).toBe('settlement.needs-special-authority');
    const replies = await Promise.all([
      recorder.post<Refusal>(path, note(shown.version)),
      claimant.post<Refusal>(`/settlements/${hidden.settlementId}/declination`, { version: shown.version }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { state } = await latest(arbitrator, caseId);
    expect(state).toBe(replies[0].status === 200 ? 'agreed' : 'failed');
  });

  it('wrong persons, wrong states and stale pages are refused', async () => {
    const c = await constituted(app);
    const terms = await termsOf(c, ALL);
    const request = { version: 0, terms, isShownToTribunal: true };
    const path = `/cases/${c.caseId}/settlements`;
    expect((await c.clerk.post(path, request)).status).toBe(403);
    expect((await clerkOf(app, 'foshan').post(path, request)).status).toBe(404);
    const step = await offer(c.respondent, c.caseId, request);
    const stale = await c.claimant.post<Refusal>(path, request);
    expect(stale).toMatchObject({ status: 409, body: { code: 'settlement.version' } });
    const accepting = `/settlements/${step.settlementId}/acceptance`;
    expect((await c.arbitrator.post(accepting, { version: step.version })).status).toBe(403);
    expect((await clerkOf(app, 'foshan').post(accepting, { version: 1 })).status).toBe(404);
    const early = await c.arbitrator.post<Refusal>(
      `/settlements/${step.settlementId}/statement`,
      statementRequest(c.arbitrator, step.version),
    );
    expect(early).toMatchObject({ status: 409, body: { code: 'lifecycle.not-now' } });
    const { version } = await accept(c.claimant, step);
    const late = await c.claimant.post<Refusal>(path, { ...request, version });
    expect(late).toMatchObject({ status: 409, body: { code: 'lifecycle.not-now' } });
    const other = await c.arbitrator.post<Refusal>(`/settlements/${step.settlementId}/statement`, {
      ...statementRequest(c.arbitrator, version),
      signature: { ...signatureOf(c.arbitrator), name: '别人' },
    });
    expect(other.body.errors).toMatchObject([
      { pointer: '/signature/name', code: 'settlement.signature-name' },
    ]);
    const unlawful = await c.arbitrator.post<Refusal>(`/settlements/${step.settlementId}/statement`, {
      ...statementRequest(c.arbitrator, version),
      isLawful: false,
    });
    expect(unlawful.body.errors).toMatchObject([{ pointer: '/isLawful', code: 'field.must-agree' }]);
    expect((await c.claimant.get('/settlements')).status).toBe(403);
  });

  it('terms that cannot stand are told field by field', async () => {
    const c = await answered(app);
    const terms = await termsOf(c, { paid: [0, 1], dueOn: '2026-01-09' });
    const refused = await c.claimant.post<Refusal>(`/cases/${c.caseId}/settlements`, {
      version: 0,
      terms: {
        ...terms,
        payments: [{ ...terms.payments[0], claimId: terms.claims[0]!.claimId, amountFen: 0 }],
      },
      isShownToTribunal: true,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/terms/claims/1/result law.settlement.not-paid',
      '/terms/payments/0/amountFen law.settlement.amount',
      '/terms/payments/0/dueOn law.settlement.day-past',
    ]);
  });

  it('before acceptance nothing is settled here; without a tribunal nothing is stated', async () => {
    const early = await filed(app);
    const respondent = { ...early, respondent: early.claimant } as never;
    const terms = await termsOf(respondent, ALL);
    const refused = await early.claimant.post<Refusal>(`/cases/${early.caseId}/settlements`, {
      version: 0,
      terms,
      isShownToTribunal: false,
    });
    expect(refused.body.code).toBe('settlement.not-now');
    const c = await answered(app);
    await agreed(c, await termsOf(c, ALL));
    expect((await latest(c.claimant, c.caseId)).state).toBe('agreed');
    expect((await accepted(app)).number).not.toBe('');
  });

  it('terms whose day passes before they are taken are taken no more', async () => {
    const c = await constituted(app);
    const terms = await termsOf(c, { ...ALL, dueOn: app.clock.today() });
    const step = await offer(c.respondent, c.caseId, { version: 0, terms, isShownToTribunal: false });
    app.clock.set(new Date(app.clock.now().getTime() + 86_400_000).toISOString());
    const late = await c.claimant.post<Refusal>(`/settlements/${step.settlementId}/acceptance`, {
      version: step.version,
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'settlement.terms-outdated' } });
  });
});

describe('at the same time', () => {
  it('of taking and declining one happens', async () => {
    const c = await constituted(app);
    const terms = await termsOf(c, ALL);
    const step = await offer(c.arbitrator, c.caseId, { version: 0, terms, isShownToTribunal: true });
    const once = await accept(c.claimant, step);
    const path = `/settlements/${once.settlementId}`;
    const [taken, declined] = await Promise.all([
      c.respondent.post(`${path}/acceptance`, { version: once.version }),
      c.claimant.post(`${path}/declination`, { version: once.version }),
    ]);
    expect([taken.status, declined.status].sort()).toEqual([200, 409]);
    expect((await latest(c.claimant, c.caseId)).state).toBe(taken.status === 200 ? 'agreed' : 'failed');
  });

  it('two first offers make one settlement', async () => {
    const c = await constituted(app);
    const request = { version: 0, terms: await termsOf(c, ALL), isShownToTribunal: false };
    const replies = await Promise.all([
      c.claimant.post<Refusal>(`/cases/${c.caseId}/settlements`, request),
      c.respondent.post<Refusal>(`/cases/${c.caseId}/settlements`, request),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('settlement.version');
    expect((await settlementsOf(c.claimant, c.caseId)).items).toHaveLength(1);
  });

  it('the last signature and a retraction: it is in effect, or void, and never both', async () => {
    const c = await heard(app);
    const { settlementId, version } = await stated(app, c, await termsOf(c, ALL));
    await signFor(c.claimant, c.caseId);
    const { id } = await statementService(c.respondent, c.caseId);
    const [signed, retracted] = await Promise.all([
      c.respondent.post(`/services/${id}/receipt`),
      c.respondent.post(`/settlements/${settlementId}/retraction`, { version: version + 1 }),
    ]);
    expect([signed.status, retracted.status].sort()).toEqual([200, 409]);
    const isSigned = signed.status === 200;
    expect((await latest(c.claimant, c.caseId)).state).toBe(isSigned ? 'effective' : 'retracted');
    expect(await stateOf(c.claimant, c.caseId)).toBe(isSigned ? 'mediated' : 'heard');
  });

  it('both sign at once: it takes effect once', async () => {
    const c = await heard(app);
    await stated(app, c, await termsOf(c, ALL));
    const services = [
      await statementService(c.claimant, c.caseId),
      await statementService(c.respondent, c.caseId),
    ];
    const replies = await Promise.all([
      c.claimant.post(`/services/${services[0]!.id}/receipt`),
      c.respondent.post(`/services/${services[1]!.id}/receipt`),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stateOf(c.claimant, c.caseId)).toBe('mediated');
    const entries = await app.query(
      `SELECT 1 FROM record_entry WHERE case_id = $1 AND type = 'case.mediated'`,
      [c.caseId],
    );
    expect(entries).toHaveLength(1);
  });
});

describe('part of a case (Rules 73)', () => {
  async function withoutWages(): Promise<HeardCase> {
    const c = await heard(app);
    await stated(app, c, await termsOf(c));
    await signFor(c.claimant, c.caseId);
    await signFor(c.respondent, c.caseId);
    return c;
  }

  it('the case goes on, and the award decides the rest only and says so', async () => {
    const c = await withoutWages();
    expect(await stateOf(c.claimant, c.caseId)).toBe('heard');
    expect(await latest(c.claimant, c.caseId)).toMatchObject({
      state: 'effective',
      scope: 'part',
      number: `${c.number}之一`,
    });
    expect(await clockOf(c.claimant, c.caseId, 'D26')).toMatchObject({ state: 'running' });
    expect(await clockOf(c.claimant, c.caseId, 'D13')).toMatchObject({ state: 'running' });
    const { openClaimIds } = await settlementsOf(c.claimant, c.caseId);
    expect(openClaimIds).toHaveLength(1);
    const draft = await c.arbitrator.read<{
      data: { decisions: { claimId: string }[] };
      settledClaims: { ordinal: number; number: string }[];
    }>(`/cases/${c.caseId}/award-draft`);
    expect(draft.data.decisions.map(({ claimId }) => claimId)).toEqual(openClaimIds);
    expect(draft.settledClaims).toMatchObject([{ ordinal: 1, number: `${c.number}之一` }]);
    const { claims } = await acts.open(c.claimant, c.caseId);
    const decision = (claimId: string) => ({ claimId, outcome: 'granted', reasons: '应当支付。' });
    const data = { facts: '查明。', decisions: claims.map(({ id }) => decision(id)) };
    const { version } = await c.arbitrator.do<{ version: number }>('PUT', `/cases/${c.caseId}/award-draft`, {
      version: 0,
      data,
    });
    const { awards } = await c.arbitrator.do<{
      awards: { number: string; paperId: string; items: { claimId: string }[] }[];
    }>('POST', `/cases/${c.caseId}/award`, { version, signature: signatureOf(c.arbitrator) });
    await app.settled();
    expect(awards).toMatchObject([{ number: `${c.number}之二`, items: [{ claimId: openClaimIds[0] }] }]);
    const words = await wordsOf(c.claimant, c.caseId, awards[0]!.paperId);
    expect(words).toContain(
      `先行出具${c.number}之一仲裁调解书，该调解书已经发生法律效力，本裁决不再处理上述请求`,
    );
    expect(words).toContain('就其余仲裁请求，本委依法进行了调解，双方未能达成协议');
    expect(words).not.toContain('12,000.00');
  });

  it('what is settled is not settled again, and with the rest the case ends', async () => {
    const c = await withoutWages();
    const twice = await c.claimant.post<Refusal>(`/cases/${c.caseId}/settlements`, {
      version: 0,
      terms: await termsOf(c),
      isShownToTribunal: false,
    });
    expect(twice.body.errors).toMatchObject([
      { pointer: '/terms/claims/0/claimId', code: 'law.settlement.unknown-claim' },
    ]);
    await stated(app, c, await termsOf(c, { paid: [], dropped: [1] }));
    await signFor(c.claimant, c.caseId);
    await signFor(c.respondent, c.caseId);
    expect(await latest(c.claimant, c.caseId)).toMatchObject({ scope: 'whole', number: `${c.number}之二` });
    expect(await stateOf(c.claimant, c.caseId)).toBe('mediated');
  });
});

describe('mediation before the award (Law 42(1))', () => {
  it('an award says what came of it; where nothing shows it, the tribunal has to', async () => {
    const c = await heardWithoutRecord(app);
    const { claims } = await acts.open(c.claimant, c.caseId);
    const data = {
      facts: '查明。',
      decisions: claims.map(({ id }) => ({ claimId: id, outcome: 'granted', reasons: '应当支付。' })),
    };
    const save = (version: number, more: object = {}) =>
      c.arbitrator.do<{ version: number; problems: { pointer: string; code: string }[] }>(
        'PUT',
        `/cases/${c.caseId}/award-draft`,
        { version, data: { ...data, ...more } },
      );
    const silent = await save(0);
    expect(silent.problems).toMatchObject([{ pointer: '/mediation', code: 'award.mediation-missing' }]);
    const refused = await c.arbitrator.post<Refusal>(`/cases/${c.caseId}/award`, {
      version: silent.version,
      signature: signatureOf(c.arbitrator),
    });
    expect(refused.status).toBe(409); // the record first
    expect((await save(1, { mediation: 'unwilling' })).problems).toEqual([]);
    const offered = await offer(c.arbitrator, c.caseId, {
      version: 0,
      terms: await termsOf(c, ALL),
      isShownToTribunal: true,
    });
    await c.respondent.do('POST', `/settlements/${offered.settlementId}/declination`, {
      version: offered.version,
    });
    expect((await save(2)).problems).toEqual([]);
    await confirmRecord(app, c);
    const director = staffOf(app, 'director.nansha');
    expect((await latest(director, c.caseId)).offers).toEqual([]);
  });

  it('what is still on the table when the award is made lapses', async () => {
    const c = await heard(app);
    await offer(c.respondent, c.caseId, {
      version: 0,
      terms: await termsOf(c, ALL),
      isShownToTribunal: false,
    });
    const { claims } = await acts.open(c.claimant, c.caseId);
    const decisions = claims.map(({ id }) => ({ claimId: id, outcome: 'granted', reasons: '应当支付。' }));
    const { version } = await c.arbitrator.do<{ version: number }>('PUT', `/cases/${c.caseId}/award-draft`, {
      version: 0,
      data: { facts: '查明。', decisions },
    });
    await c.arbitrator.do('POST', `/cases/${c.caseId}/award`, {
      version,
      signature: signatureOf(c.arbitrator),
    });
    expect((await latest(c.claimant, c.caseId)).state).toBe('lapsed');
  });
});
