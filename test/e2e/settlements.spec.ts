import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { ask, clockOf, constituted, motionsOf, paperKinds, setDown, stateOf } from '../support/motions';
import { inspectPdf } from '../support/pdf';
import { heard, withRoster } from '../support/proceedings';
import {
  accept,
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
  // Page numbers stand between the parts of a sentence that runs on.
  return words.replace(/\s+/g, '').replace(/－\d+－/g, '');
}

describe('a case that is settled whole (Law 42, Rules 72)', () => {
  it('ends when both have signed for the statement: clocks, hearing, motions and all', async () => {
    const c = await setDown(app, 10);
    await ask(c.respondent, c.caseId, 'postponement', { reason: '出差。' });
    const terms = await termsOf(c, { ...ALL, other: '双方就劳动关系再无其他争议。' });
    const first = await offer(c.respondent, c.caseId, { version: 0, terms, isShownToTribunal: false });
    const more = await termsOf(c, { ...ALL, amountFen: 2_000_000 });
    const second = await offer(c.claimant, c.caseId, {
      version: first.version,
      terms: { ...more, other: '双方就劳动关系再无其他争议。' },
      isShownToTribunal: false,
    });
    expect((await latest(c.respondent, c.caseId)).offers.map(({ ordinal, side }) => [ordinal, side])).toEqual(
      [
        [1, 'respondent'],
        [2, 'claimant'],
      ],
    );
    const taken = await accept(c.respondent, second);
    expect(taken.state).toBe('agreed');
    const waiting = await c.arbitrator.read<{ caseId: string; isYours: boolean }[]>('/settlements');
    expect(waiting.find(({ caseId }) => caseId === c.caseId)).toMatchObject({ isYours: true });

    await c.arbitrator.do(
      'POST',
      `/settlements/${taken.settlementId}/statement`,
      statementRequest(c.arbitrator, taken.version),
    );
    await app.settled();
    const made = await latest(c.claimant, c.caseId);
    expect(made).toMatchObject({ state: 'stated', scope: 'whole', number: c.number });
    const words = await wordsOf(c.claimant, c.caseId, made.paperId!);
    expect(words).toContain('人民币20,000.00元（大写：贰万元整），用于了结第1项仲裁请求');
    expect(words).toContain('于2026年12月31日前（含当日）');
    expect(words).toContain('申请人放弃第2项仲裁请求');
    expect(words).toContain('双方就劳动关系再无其他争议');
    expect(words).toContain('双方当事人自行协商');
    expect(words).toContain('仲裁员：林慧敏');

    await signFor(c.claimant, c.caseId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('set-down');
    expect(await clockOf(c.claimant, c.caseId, 'D13')).toMatchObject({ state: 'running' });
    await signFor(c.respondent, c.caseId);
    expect(await stateOf(c.claimant, c.caseId)).toBe('mediated');
    expect(await clockOf(c.claimant, c.caseId, 'D13')).toMatchObject({ state: 'lapsed' });
    // Two years from the last day to perform (Law 51, Civil Procedure Law 250).
    expect(await clockOf(c.claimant, c.caseId, 'D26')).toMatchObject({
      state: 'running',
      subject: made.paperId,
      dueOn: '2029-01-02',
    });
    const hearings = await c.claimant.read<{ state: string }[]>(`/cases/${c.caseId}/hearings`);
    expect(hearings.map(({ state }) => state)).toEqual(['cancelled']);
    expect((await motionsOf(c.claimant, c.caseId)).items.map(({ state }) => state)).toEqual(['lapsed']);
    const timeline = await c.claimant.read<{ type: string }[]>(`/cases/${c.caseId}/timeline`);
    expect(timeline.map(({ type }) => type)).toContain('case.mediated');
    const again = await c.claimant.post<Refusal>(`/cases/${c.caseId}/settlements`, {
      version: 0,
      terms,
      isShownToTribunal: false,
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'settlement.not-now' } });
    expect(again.body.basis).toContain('《劳动争议调解仲裁法》第四十二条');
  });

  it('is signed for on paper as well: the return slip of the post counts', async () => {
    const c = await heard(app);
    await app.query(
      `UPDATE case_party SET consents_to_electronic = false WHERE case_id = $1 AND role = 'respondent'`,
      [c.caseId],
    );
    await stated(app, c, await termsOf(c, ALL));
    await signFor(c.claimant, c.caseId);
    const services = await c.clerk.read<{ id: string; paperKind: string; partyRole: string }[]>(
      `/cases/${c.caseId}/services`,
    );
    const slip = services.find(
      ({ paperKind, partyRole }) => paperKind === 'mediation-statement' && partyRole === 'respondent',
    )!;
    const waiting = await c.clerk.read<{ caseId: string; state: string; isYours: boolean }[]>('/settlements');
    expect(waiting.find(({ caseId }) => caseId === c.caseId)).toMatchObject({
      state: 'stated',
      isYours: true,
    });
    await c.clerk.do('POST', `/services/${slip.id}/attempts`, {
      channel: 'in-person',
      outcome: 'served',
      servedOn: app.clock.today(),
      receiver: '吴国强',
    });
    expect(await stateOf(c.claimant, c.caseId)).toBe('mediated');
  });
});

describe('going back on it (Law 42(4))', () => {
  it('before one has signed, the statement is void and the award follows', async () => {
    const c = await heard(app);
    const { settlementId, version } = await stated(app, c, await termsOf(c, ALL));
    await signFor(c.claimant, c.caseId);
    const bound = await c.claimant.post<Refusal>(`/settlements/${settlementId}/retraction`, {
      version: version + 1,
    });
    expect(bound).toMatchObject({ status: 409, body: { code: 'settlement.signed-already' } });
    expect(bound.body.basis).toContain('《劳动争议调解仲裁法》第四十二条第四款');
    const pending = await c.arbitrator.read<{ bars: string[] }>(`/cases/${c.caseId}/award-preview`);
    expect(pending.bars).toEqual([expect.stringContaining('调解书正等待签收') as string]);

    await c.respondent.do('POST', `/settlements/${settlementId}/retraction`, { version: version + 1 });
    expect(await latest(c.claimant, c.caseId)).toMatchObject({ state: 'retracted', actions: [] });
    expect(await stateOf(c.claimant, c.caseId)).toBe('heard');
    const late = await statementService(c.respondent, c.caseId);
    expect(late.actions).toEqual([]);
    const signed = await c.respondent.post<Refusal>(`/services/${late.id}/receipt`);
    expect(signed).toMatchObject({ status: 409, body: { code: 'service.paper-void' } });
    const papers = await c.claimant.read<{ kind: string; voidSince: string | null }[]>(
      `/cases/${c.caseId}/papers`,
    );
    expect(papers.find(({ kind }) => kind === 'mediation-statement')?.voidSince).not.toBeNull();
    const after = await c.arbitrator.read<{ bars: string[] }>(`/cases/${c.caseId}/award-preview`);
    expect(after.bars).toEqual([]);
    expect((await settlementsOf(c.claimant, c.caseId)).canOffer).toBe(true);
  });

  it('the tribunal ends what nobody signs, and says why', async () => {
    const c = await heard(app);
    const { settlementId, version } = await stated(app, c, await termsOf(c, ALL));
    const path = `/settlements/${settlementId}/failure`;
    const silent = await c.arbitrator.post<Refusal>(path, { version, reason: ' ' });
    expect(silent.body.code).toBe('settlement.reason-missing');
    expect((await c.claimant.post(path, { version, reason: '不想签。' })).status).toBe(403);
    await c.arbitrator.do('POST', path, { version, reason: '被申请人逾期不签收。' });
    expect(await latest(c.respondent, c.caseId)).toMatchObject({
      state: 'failed',
      endReason: '被申请人逾期不签收。',
    });
  });

  it('a seat taken back takes with it what was agreed from it', async () => {
    const c = await constituted(app);
    await stated(app, c, await termsOf(c, ALL));
    const { parties } = await acts.open(c.clerk, c.caseId);
    const seat = parties.find(({ role }) => role === 'respondent');
    const released = await c.clerk.post(`/cases/${c.caseId}/parties/${seat?.id ?? ''}/seat-release`, {
      reason: '经与公司核实，签收人不是公司的人。',
    });
    expect(released.status).toBe(204);
    expect((await latest(c.claimant, c.caseId)).state).toBe('lapsed');
  });
});

describe('what is offered stays between the parties', () => {
  it('the tribunal sees what it is let see, and after it failed nothing; the house never', async () => {
    const c = await heard(app);
    const hidden = await termsOf(c, { ...ALL, amountFen: 777_700 });
    const first = await offer(c.respondent, c.caseId, {
      version: 0,
      terms: hidden,
      isShownToTribunal: false,
    });
    expect(await latest(c.arbitrator, c.caseId)).toMatchObject({ offers: [], hiddenOffers: 1 });
    const shown = await termsOf(c, { ...ALL, amountFen: 888_800 });
    const second = await offer(c.claimant, c.caseId, {
      version: first.version,
      terms: shown,
      isShownToTribunal: true,
    });
    const seen = await latest(c.arbitrator, c.caseId);
    expect(seen.offers.map(({ ordinal }) => ordinal)).toEqual([2]);
    // Nor who would take it.
    expect(seen.parties.map(({ hasAccepted }) => hasAccepted)).toEqual([null, null]);
    expect(await latest(c.clerk, c.caseId)).toMatchObject({ offers: [], hiddenOffers: 2 });
    await c.respondent.do('POST', `/settlements/${second.settlementId}/declination`, {
      version: second.version,
    });
    expect(await latest(c.arbitrator, c.caseId)).toMatchObject({
      state: 'failed',
      offers: [],
      hiddenOffers: 2,
    });
    expect((await latest(c.claimant, c.caseId)).offers).toHaveLength(2);
    const draft = await c.arbitrator.read<object>(`/cases/${c.caseId}/award-draft`);
    const preview = await c.arbitrator.read<object>(`/cases/${c.caseId}/award-preview`);
    const timeline = await c.arbitrator.read<object>(`/cases/${c.caseId}/timeline`);
    const record = await app.query<{ payload: object }>(
      'SELECT payload FROM record_entry WHERE case_id = $1',
      [c.caseId],
    );
    expect(JSON.stringify([draft, preview, timeline, record])).not.toMatch(/777700|888800/);
    expect(await paperKinds(c.clerk, c.caseId)).not.toContain('mediation-statement');
    const [{ kept }] = (await app.query<{ kept: boolean }>(
      `SELECT bool_or(position('777700'::bytea in terms_sealed) > 0) AS kept FROM settlement_offer`,
    )) as [{ kept: boolean }];
    expect(kept).toBe(false);
  });

  it('what the tribunal proposes binds when each party has taken it', async () => {
    const c = await constituted(app);
    const terms = await termsOf(c, ALL);
    const proposed = await offer(c.arbitrator, c.caseId, { version: 0, terms, isShownToTribunal: true });
    const once = await accept(c.claimant, proposed);
    expect(once.state).toBe('offered');
    const twice = await c.claimant.post<Refusal>(`/settlements/${once.settlementId}/acceptance`, {
      version: once.version,
    });
    expect(twice.body.code).toBe('settlement.accepted-already');
    expect((await latest(c.arbitrator, c.caseId)).parties.map(({ hasAccepted }) => hasAccepted)).toEqual([
      null,
      null,
    ]);
    const both = await accept(c.respondent, once);
    expect(both.state).toBe('agreed');
    expect((await latest(c.arbitrator, c.caseId)).parties.every(({ hasAccepted }) => hasAccepted)).toBe(true);
  });
});
