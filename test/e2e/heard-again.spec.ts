import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { startApp, type TestApp } from '../support/app';
import { answered, clerkOf, joined, newPhone, staffOf } from '../support/cases';
import { inspectPdf } from '../support/pdf';
import { problemOf } from '../support/problem';
import {
  appointment,
  confirmRecord,
  heard,
  heardWithoutRecord,
  sit,
  sitAgain,
  withRoster,
} from '../support/proceedings';

const REASON = '公司来人说明，从未有人代表其应诉';
const PLAN: acts.AwardPlan = {
  facts: '申请人主张的工资数额有工资流水证实。',
  rulings: [
    { outcome: 'granted', reasons: '被申请人未举证证明已支付。' },
    { outcome: 'refused', reasons: '不符合法定条件。' },
  ],
};
const COMPANY = {
  name: '真正的人',
  capacity: 'agent',
  consentsToElectronic: true,
  consentsToOnlineHearing: true,
} as const;
const ANSWER: acts.AnswerPlan = {
  positions: [{ stance: 'denied', reasons: '公司已经支付。' }],
  statement: '不同意申请人的请求。',
  signedBy: '真正的人',
};

interface Terms {
  canReopen: boolean;
  canWaive: boolean;
  unheard: string[];
  reopenings: { reason: string; reopenedBy: string }[];
  waivers: unknown[];
}

/** A seat in the wrong hands is found out only after the hearing, or after the award. */
describe('a seat that is taken back after the hearing', () => {
  let app: TestApp;
  let clerk: Person;
  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
    clerk = clerkOf(app);
  });
  afterAll(() => app?.close());

  const respondentOf = async (caseId: string) => {
    const party = (await acts.open(clerk, caseId)).parties.find(({ role }) => role === 'respondent');
    if (!party) throw new Error('no respondent');
    return party;
  };
  const release = async (caseId: string) =>
    acts.releaseSeat(clerk, caseId, (await respondentOf(caseId)).id, REASON);
  const terms = (person: Person, caseId: string): Promise<Terms> =>
    person.read(`/cases/${caseId}/hearing-terms`);
  const stateOf = async (caseId: string) => (await acts.open(clerk, caseId)).state;
  const reopen = async (person: Person, caseId: string, reason = '被申请人未经本人到庭') =>
    person.post(`/cases/${caseId}/hearing-reopening`, {
      version: (await acts.open(person, caseId)).version,
      reason,
    });
  const papers = (caseId: string) =>
    clerk.read<{ id: string; kind: string; voidSince: string | null }[]>(`/cases/${caseId}/papers`);
  const wordsOf = async (caseId: string, paperId: string) =>
    (await inspectPdf(await clerk.download(`/cases/${caseId}/papers/${paperId}/tickets`))).words;

  it('the award does not say that whoever joined afterwards was there; it is heard again first', async () => {
    const { caseId, arbitrator, claimant, matter } = await heard(app);
    const company = matter.respondents[0]!.name;
    await release(caseId);
    await app.settled();
    const real = app.party(newPhone());
    await acts.join(real, await acts.joinCode(clerk, caseId), COMPANY);
    await expect(acts.award(arbitrator, caseId, PLAN)).rejects.toThrow('award.party-unheard');
    expect((await terms(arbitrator, caseId)).unheard).toEqual([company]);
    expect((await terms(real, caseId)).unheard).toEqual([]);
    problemOf(
      await real.send('PUT', `/cases/${caseId}/answer`, { version: 0, data: {} }),
      409,
      'answer.too-late',
    );

    // Only the arbitrator says so, and why.
    expect((await terms(arbitrator, caseId)).canReopen).toBe(true);
    expect((await terms(clerk, caseId)).canReopen).toBe(false);
    problemOf(await reopen(clerk, caseId), 403, 'auth.not-for-you');
    problemOf(await reopen(arbitrator, caseId, '  '), 409, 'hearing.reason-missing');
    expect((await reopen(arbitrator, caseId)).status).toBe(204);
    problemOf(await reopen(arbitrator, caseId), 409, 'lifecycle.not-now');
    expect(await stateOf(caseId)).toBe('constituted');
    expect((await terms(claimant, caseId)).reopenings).toEqual([
      expect.objectContaining({ reason: '被申请人未经本人到庭', reopenedBy: '林慧敏' }),
    ]);
    await app.settled();
    const told = await claimant.read<{ items: { text: string }[] }>('/notifications');
    expect(told.items.map(({ text }) => text).join()).toContain('重新开庭');

    // Answer and evidence are open again, by their periods.
    await acts.answer(real, caseId, ANSWER);
    await acts.addEvidence(real, caseId, {
      name: '转账凭证',
      purpose: '证明已付工资',
      hasOriginal: true,
      lines: ['已付'],
    });
    for (const party of [claimant, real]) await acts.waiveNotice(party, caseId);
    const hearingId = await sitAgain(app, clerk, caseId);
    await confirmRecord(app, { caseId, hearingId });
    expect((await terms(arbitrator, caseId)).unheard).toEqual([]);
    const [award] = await acts.award(arbitrator, caseId, PLAN);
    await app.settled();
    const text = await wordsOf(caseId, award!.paperId);
    expect(text).toContain(
      `申请人${matter.claimant.name}、被申请人${matter.respondents[0]!.name}的委托代理人真正的人到庭参加了仲裁活动`,
    );
    expect(text).not.toContain('吴国强到庭');
    // The record of the first hearing was made a paper before; that of the second names who was there.
    const records = (await papers(caseId)).filter(({ kind }) => kind === 'hearing-record');
    expect(await wordsOf(caseId, records[1]!.id)).toContain('真正的人');
  });

  it('a company whose notice reached somebody else has not stayed away', async () => {
    const { caseId, respondent, matter } = await answered(app);
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.wongkaying'));
    const hearingId = await acts.setDown(clerk, caseId, {
      startsAt: new Date(app.clock.now().getTime() + 28 * 86_400_000),
      durationMinutes: 60,
      roomId: 'nansha-online-3',
    });
    await app.settled();
    await acts.confirmAll(respondent, caseId);
    await app.settled();
    const { id: partyId } = await respondentOf(caseId);
    await sit(app, hearingId, caseId, [{ partyId, reason: '经书面通知，无正当理由拒不到庭。' }]);
    await confirmRecord(app, { caseId, hearingId }, ['claimant', 'arbitrator', 'recorder']);
    const arbitrator = staffOf(app, 'arb.wongkaying');
    expect((await terms(arbitrator, caseId)).unheard).toEqual([]);
    await release(caseId);
    expect((await terms(arbitrator, caseId)).unheard).toEqual([matter.respondents[0]!.name]);
    await expect(acts.award(arbitrator, caseId, PLAN)).rejects.toThrow('award.party-unheard');
  });

  it('a record made after that says of nobody that they were there for the company', async () => {
    const { caseId } = await heardWithoutRecord(app);
    await release(caseId);
    await app.settled();
    await acts.join(app.party(newPhone()), await acts.joinCode(clerk, caseId), COMPANY);
    const [hearing] = await clerk.read<{ id: string }[]>(`/cases/${caseId}/hearings`);
    await confirmRecord(app, { caseId, hearingId: hearing!.id }, ['claimant', 'arbitrator', 'recorder']);
    await app.settled();
    const record = (await papers(caseId)).find(({ kind }) => kind === 'hearing-record');
    const text = await wordsOf(caseId, record!.id);
    expect(text).toContain('到庭人员无权代表该方，席位已收回');
    expect(text).not.toContain('真正的人');
    expect(text).not.toContain('吴国强');
  });

  it('after the award nothing it rests on is undone: the award alone waits to be served again', async () => {
    const { caseId, arbitrator, claimant } = await heard(app);
    await acts.award(arbitrator, caseId, PLAN);
    await app.settled();
    const before = await papers(caseId);
    await release(caseId);
    await app.settled();
    const after = await papers(caseId);
    expect(after.filter(({ kind }) => kind === 'response-notice')).toHaveLength(1);
    const voided = after.filter(({ voidSince }) => voidSince !== null).map(({ kind }) => kind);
    // Proof that something reached the account is no proof that it reached the company.
    expect(voided.filter((kind) => kind !== 'service-receipt')).toEqual([]);
    expect(after.length).toBe(before.length);
    expect(await claimant.read<unknown[]>(`/cases/${caseId}/answers`)).toHaveLength(1);
    const waiting = (await acts.services(clerk, caseId)).filter(
      ({ partyRole, state }) => partyRole === 'respondent' && state === 'pending',
    );
    expect(new Set(waiting.map(({ paperKind }) => paperKind))).toEqual(new Set(['award']));

    // The clerk checks a number and sends the code: the company reads what was decided.
    const phone = newPhone();
    await clerk.do('POST', `/cases/${caseId}/parties/${(await respondentOf(caseId)).id}/code-messages`, {
      phone,
      checkedHow: '致电工商登记的座机',
    });
    await app.settled();
    const real = app.party(phone);
    const text = (await real.messages()).map((each) => each.text).find((each) => each.includes('应诉码为'));
    expect(text).toContain('已经办结');
    expect(text).not.toContain('答辩');
    const code = /应诉码为 ([^。]+)。/.exec(text ?? '')?.[1] ?? '';
    await acts.join(real, code, COMPANY);
    await app.settled();
    expect((await papers(caseId)).some(({ kind }) => kind === 'award')).toBe(true);
    expect(await real.read<unknown[]>(`/cases/${caseId}/awards`)).not.toHaveLength(0);
    problemOf(
      await real.send('PUT', `/cases/${caseId}/answer`, { version: 0, data: {} }),
      409,
      'answer.too-late',
    );
  });

  it('an employer that is a natural person has the way of an employer against a final award (Law 48, 49)', async () => {
    const { caseId, arbitrator, respondent, claimant } = await heard(app);
    const { id } = await respondentOf(caseId);
    await app.query(`UPDATE case_party SET kind = 'person' WHERE id = $1`, [id]);
    const [award] = await acts.award(arbitrator, caseId, PLAN);
    await app.settled();
    for (const party of [respondent, claimant]) await acts.confirmAll(party, caseId);
    await app.settled();
    const { clocks } = await clerk.read<{ clocks: { code: string; subject: string | null }[] }>(
      `/cases/${caseId}`,
    );
    const ways = clocks.filter(({ subject }) => subject?.startsWith(award!.id)).map(({ code }) => code);
    expect(award?.kind).toBe('final');
    expect(ways.sort()).toEqual(['D19', 'D20']);
  });

  it('an answer from a seat that was taken back is kept for the house, beside that of the company', async () => {
    const { caseId, respondent, claimant } = await joined(app);
    await acts.answer(respondent, caseId, { ...ANSWER, signedBy: '吴国强' });
    await release(caseId);
    await app.settled();
    const real = app.party(newPhone());
    await acts.join(real, await acts.joinCode(clerk, caseId), COMPANY);
    await acts.answer(real, caseId, { ...ANSWER, statement: '公司自己的答辩。' });
    const seen = async (person: Person) =>
      (
        await person.read<{ isSetAside: boolean; data: { statement: string } }[]>(`/cases/${caseId}/answers`)
      ).map(({ isSetAside, data }) => [isSetAside, data.statement]);
    expect(await seen(clerk)).toEqual([
      [false, '公司自己的答辩。'],
      [true, '不同意申请人的请求。'],
    ]);
    expect(await seen(claimant)).toEqual([[false, '公司自己的答辩。']]);
    expect(await seen(real)).toEqual([[false, '公司自己的答辩。']]);
  });
});

describe('what a party gives up of the notice period', () => {
  let app: TestApp;
  let clerk: Person;
  beforeAll(async () => {
    app = await startApp();
    await withRoster(app);
    clerk = clerkOf(app);
  });
  afterAll(() => app?.close());

  const terms = (person: Person, caseId: string): Promise<Terms> =>
    person.read(`/cases/${caseId}/hearing-terms`);
  const d09 = async (caseId: string) =>
    (
      await clerk.read<{ clocks: { code: string; state: string; metOn: string | null }[] }>(
        `/cases/${caseId}`,
      )
    ).clocks.find(({ code }) => code === 'D09');
  const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000);

  it('holds for one hearing and no other (Law 35, Rules 38)', async () => {
    const { caseId, claimant, respondent } = await joined(app);
    expect((await terms(claimant, caseId)).canWaive).toBe(false);
    problemOf(await claimant.post(`/cases/${caseId}/notice-waiver`), 409, 'hearing.waiver-not-now');
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.linhuimin'));
    for (const party of [claimant, respondent]) {
      expect((await terms(party, caseId)).canWaive).toBe(true);
      await acts.waiveNotice(party, caseId);
      expect((await terms(party, caseId)).canWaive).toBe(false);
    }
    const first = await acts.setDown(clerk, caseId, { startsAt: inHours(24), roomId: 'nansha-online-1' });
    expect((await terms(clerk, caseId)).waivers).toHaveLength(2);
    await clerk.do('POST', `/hearings/${first}/cancellation`, { reason: '仲裁员另有开庭' });

    // The next one has its own five days.
    expect((await terms(clerk, caseId)).waivers).toEqual([]);
    const again = await clerk.post(`/cases/${caseId}/hearings`, {
      startsAt: inHours(24).toISOString(),
      durationMinutes: 60,
      roomId: 'nansha-online-1',
    });
    problemOf(again, 409, 'hearing.too-early');
    await acts.setDown(clerk, caseId, {
      startsAt: inHours(24 * 21),
      durationMinutes: 60,
      roomId: 'nansha-online-1',
    });
    await app.settled();
    // Given up after it was set, the clock of the notice is answered and not overdue.
    await app.query('UPDATE case_party SET consents_to_electronic = false WHERE case_id = $1', [caseId]);
    for (const party of [claimant, respondent]) {
      expect((await terms(party, caseId)).canWaive).toBe(true);
      await acts.waiveNotice(party, caseId);
      await acts.waiveNotice(party, caseId);
    }
    expect(await d09(caseId)).toMatchObject({ state: 'met' });
    const [, second] = await clerk.read<{ isNoticeWaived: boolean }[]>(`/cases/${caseId}/hearings`);
    expect(second?.isNoticeWaived).toBe(true);
  });

  it('is given up for the hearing that is being set, or for the next: never lost between the two', async () => {
    const { caseId, claimant, respondent } = await joined(app);
    await clerk.do('POST', `/cases/${caseId}/tribunal`, await appointment(app, caseId, 'arb.linhuimin'));
    const [, , set] = await Promise.all([
      claimant.post(`/cases/${caseId}/notice-waiver`),
      respondent.post(`/cases/${caseId}/notice-waiver`),
      clerk.post<{ hearingId: string }>(`/cases/${caseId}/hearings`, {
        startsAt: inHours(24 * 28).toISOString(),
        durationMinutes: 60,
        roomId: 'nansha-online-2',
      }),
    ]);
    const rows = await app.query<{ hearing_id: string }>(
      'SELECT hearing_id FROM notice_waiver WHERE case_id = $1',
      [caseId],
    );
    expect(rows.map(({ hearing_id: id }) => id)).toEqual([set.body.hearingId, set.body.hearingId]);
  });
});
