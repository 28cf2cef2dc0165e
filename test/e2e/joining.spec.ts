import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import * as acts from '../../src/demo/acts';
import type { Person } from '../../src/demo/person';
import { JoinCodes } from '../../src/modules/cases';
import type { CaseDto } from '../../src/modules/cases/cases.dto';
import { settingsOf, startApp, type TestApp } from '../support/app';
import { accepted, joined, matter, newPhone, type AcceptedCase } from '../support/cases';
import { problemOf } from '../support/problem';

describe('a respondent joins with the code on the notice', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app?.close());

  const who = {
    name: '吴国强',
    capacity: 'legal-representative',
    consentsToElectronic: true,
    consentsToOnlineHearing: true,
    declaresAuthority: true,
  } as const;
  const codeOf = async (base: AcceptedCase): Promise<string> => {
    await app.settled();
    return acts.joinCode(base.clerk, base.caseId);
  };
  const join = (person: Person, code: string) =>
    person.post<{ caseId: string }>('/joinings', { code, ...who });

  it('and then reads claims and papers, but not what is for the claimant', async () => {
    const { caseId, respondent } = await joined(app);
    const view = await respondent.read<CaseDto>(`/cases/${caseId}`);
    expect(view).toMatchObject({
      capacities: ['respondent'],
      actions: ['answer.write'],
      nextStep: 'next.respondent.accepted',
    });
    expect(view.claims).toHaveLength(2);
    expect(view.parties.find(({ role }) => role === 'respondent')).toMatchObject({
      hasJoined: true,
      isMine: true,
    });
    const claimant = view.parties.find(({ role }) => role === 'claimant');
    expect(claimant?.documentNumber).toMatch(/^\d{3}\*+/);
    expect(claimant?.phone).toMatch(/\*{4}/);
    const papers = await respondent.read<{ kind: string }[]>(`/cases/${caseId}/papers`);
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['application', 'response-notice']);
  });

  it('the code may be typed with spaces and small letters, and twice', async () => {
    const base = await accepted(app);
    const code = await codeOf(base);
    const person = app.party(newPhone());
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    expect((await join(person, typed)).body).toEqual({ caseId: base.caseId });
    expect((await join(person, code)).body).toEqual({ caseId: base.caseId });
    const rows = await app.query(`SELECT 1 FROM record_entry WHERE case_id = $1 AND type = 'party.joined'`, [
      base.caseId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('one account holds the seat; of two at once one gets it', async () => {
    const base = await accepted(app);
    const code = await codeOf(base);
    const people = [app.party(newPhone()), app.party(newPhone()), app.party(newPhone())];
    await Promise.all(people.map((person) => person.signIn()));
    const replies = await Promise.all(people.map((person) => join(person, code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409))
      problemOf(reply, 409, 'join.already-joined');
    const members = await app.query(
      `SELECT 1 FROM case_member WHERE case_id = $1 AND capacity = 'respondent'`,
      [base.caseId],
    );
    expect(members).toHaveLength(1);
    const losers = people.filter((_, i) => replies[i]?.status === 409);
    for (const loser of losers) problemOf(await loser.get(`/cases/${base.caseId}`), 404, 'request.not-found');
  });

  it('the claimant cannot sit on both sides', async () => {
    const base = await accepted(app);
    problemOf(await join(base.claimant, await codeOf(base)), 409, 'join.own-case');
  });

  it('guessing is counted, and ends after ten wrong codes in an hour', async () => {
    const base = await accepted(app);
    const code = await codeOf(base);
    const guesser = app.party(newPhone());
    for (let i = 0; i < 10; i += 1)
      problemOf(await join(guesser, `AAAA222${i === 0 ? '' : i}`), 404, 'join.unknown-code');
    problemOf(await join(guesser, code), 429, 'join.too-many-tries');
    app.clock.forward({ hours: 1, seconds: 1 });
    expect((await join(guesser, code)).status).toBe(200);
  });

  it('each of several respondents has a seat of its own', async () => {
    const [first] = matter().respondents;
    const [second] = matter().respondents;
    if (!first || !second) throw new Error('two companies are wanted');
    const base = await accepted(app, { respondents: [first, second] });
    await app.settled();
    const codes = await Promise.all(
      [first, second].map(({ name }) => acts.joinCode(base.clerk, base.caseId, name)),
    );
    expect(new Set(codes).size).toBe(2);
    const person = app.party(newPhone());
    await join(person, codes[1] ?? '');
    const { parties } = await person.read<CaseDto>(`/cases/${base.caseId}`);
    expect(parties.filter(({ isMine }) => isMine).map(({ name }) => name)).toEqual([second.name]);
  });

  it('codes lie in the database sealed, and as hashes that are nothing without the key', async () => {
    const base = await accepted(app);
    const code = await codeOf(base);
    const [row] = await app.query<{ index: string; sealed: Buffer }>(
      `SELECT join_code_index AS index, join_code_sealed AS sealed FROM case_party WHERE case_id = $1 AND role = 'respondent'`,
      [base.caseId],
    );
    expect(row?.index).toBe(
      createHmac('sha256', Buffer.from(settingsOf(app)['INDEX_KEY']!, 'base64'))
        .update(`JOIN:${code}`)
        .digest('hex'),
    );
    expect(row?.sealed.toString('latin1')).not.toContain(code);
  });

  it('codes from before the key lead to their case when migrating is done', async () => {
    const base = await accepted(app);
    const code = await codeOf(base);
    await app.query('UPDATE case_party SET join_code_index = NULL WHERE case_id = $1', [base.caseId]);
    const person = app.party(newPhone());
    problemOf(await join(person, code), 404, 'join.unknown-code');
    await app.get(JoinCodes).indexOld(app.get(DataSource).manager);
    await join(person, code);
    expect((await person.read<CaseDto>(`/cases/${base.caseId}`)).capacities).toEqual(['respondent']);
  });
});
