import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { accept, joinCode, open, prepare } from '../../src/demo/acts';
import { evidenceFile } from '../../src/demo/evidence-file';
import { residentId } from '../../src/demo/invented';
import type { Person } from '../../src/demo/person';
import type { Problem } from '../../src/platform/http/problem.filter';
import { QUIET, startApp, type TestApp } from '../support/app';
import { clerkOf, filed, matter, newPhone } from '../support/cases';
import { eventually } from '../support/eventually';
import { inspectPdf } from '../support/pdf';
import { fieldsOf, problemOf } from '../support/problem';

type Data = Record<string, unknown>;
interface Draft {
  id: string;
  version: number;
  data: Data;
  problems: Problem['errors'];
}
interface Submitted {
  caseId: string;
  receiptNumber: string;
}

describe('filing', () => {
  let app: TestApp;
  beforeAll(async () => {
    // Faults are provoked here; what they log is not news.
    app = await startApp({ settings: QUIET });
  });
  afterAll(() => app?.close());

  const signature = { name: '林秀英', agreed: true };
  const submit = (person: Person, draft: { id: string; version: number }, key?: string) =>
    person.post<Submitted>(
      `/drafts/${draft.id}/submission`,
      { version: draft.version, signature },
      key === undefined ? {} : { key },
    );
  const counts = async (phone: string) => {
    const [row] = await app.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM labour_case c JOIN user_account u ON u.id = c.filed_by WHERE u.phone = $1) AS cases,
              (SELECT count(*)::int FROM case_claim) AS claims, (SELECT count(*)::int FROM case_party) AS parties,
              (SELECT count(*)::int FROM paper) AS papers, (SELECT count(*)::int FROM record_entry) AS entries,
              (SELECT coalesce(sum(last), 0)::int FROM case_number_counter) AS numbers,
              (SELECT count(*)::int FROM job.job WHERE name IN ('follow', 'papers.render', 'messages.send')) AS jobs`,
      [`+86${phone}`],
    );
    return row;
  };
  const ready = async (): Promise<{ person: Person; phone: string; draft: Draft }> => {
    const phone = newPhone();
    const person = app.party(phone);
    return { person, phone, draft: (await prepare(person, matter())) as Draft };
  };

  it('makes a case of the draft, with claims, parties, clocks, papers and the first entry of the record', async () => {
    const { caseId, receiptNumber, claimant, matter: content } = await filed(app);
    expect(receiptNumber).toMatch(/^穗南劳人仲收〔2026〕\d+号$/);
    await app.settled();
    const view = await claimant.read<Data>(`/cases/${caseId}`);
    expect(view).toMatchObject({
      state: 'received',
      number: null,
      claimantNames: '林秀英',
      respondentNames: content.respondents[0]?.name,
      claimedFen: 1_600_000 + 4_800_000,
      capacities: ['claimant'],
      evidenceCount: 1,
      actions: [],
      nextStep: 'next.claimant.received',
    });
    expect(view['clocks']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ bearer: 'commission', state: 'running', dueOn: '2026-03-17' }),
      ]),
    );
    const papers = await claimant.read<{ kind: string; state: string }[]>(`/cases/${caseId}/papers`);
    expect(papers.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'application rendered',
      'receipt rendered',
    ]);
    const entries = await claimant.read<
      { seq: number; type: string; actorKind: string; actorName: string | null; params: { kind?: string } }[]
    >(`/cases/${caseId}/timeline`);
    const [first] = entries;
    // The claimant hands in the application; the receipt for it is the commission's.
    const issuerOf = (kind: string) => entries.find((entry) => entry.params.kind === kind);
    expect(issuerOf('application')).toMatchObject({ actorKind: 'party' });
    expect(issuerOf('receipt')).toMatchObject({ actorKind: 'commission', actorName: null });
    expect(first).toMatchObject({ seq: 1, type: 'application.submitted' });
  });

  it('a double submission with one key gives one case and the same answer', async () => {
    const { person, phone, draft } = await ready();
    const key = randomUUID();
    const first = await submit(person, draft, key);
    const second = await submit(person, draft, key);
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect((await counts(phone))?.['cases']).toBe(1);
  });

  it('and so do ten at the same moment', async () => {
    const { person, phone, draft } = await ready();
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 10 }, () => submit(person, draft, key)));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.caseId}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(201);
    expect((await counts(phone))?.['cases']).toBe(1);
  });

  it('two submissions that race with keys of their own give one case; the other is told', async () => {
    const { person, phone, draft } = await ready();
    const replies = await Promise.all([submit(person, draft), submit(person, draft), submit(person, draft)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const reply of replies.filter(({ status }) => status === 409))
      problemOf(reply, 409, 'draft.submitted');
    expect((await counts(phone))?.['cases']).toBe(1);
  });

  it('a page that has not seen the last change cannot submit', async () => {
    const { person, phone, draft } = await ready();
    await person.do('PATCH', `/drafts/${draft.id}`, { version: draft.version, step: 'x', data: {} });
    problemOf(await submit(person, draft), 409, 'draft.version');
    expect((await counts(phone))?.['cases']).toBe(0);
  });

  it('eight people at once get eight numbers in a row', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => ready()));
    const replies = await Promise.all(people.map(({ person, draft }) => submit(person, draft)));
    const serials = replies
      .map(({ body }) => Number(/(\d+)号$/.exec(body.receiptNumber)?.[1]))
      .sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
  });

  describe('interrupted in the middle', () => {
    it('by a fault at its last step: nothing of it is there, and the same request succeeds afterwards', async () => {
      const { person, phone, draft } = await ready();
      await app.settled();
      const before = await counts(phone);
      const admin = new Client({ connectionString: app.database.adminUrl });
      await admin.connect();
      const key = randomUUID();
      try {
        await admin.query(`
          CREATE FUNCTION fail_on_receipt() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF NEW.kind = 'receipt' THEN RAISE EXCEPTION 'the disk is full'; END IF; RETURN NEW; END $$;
          CREATE TRIGGER fail BEFORE INSERT ON paper FOR EACH ROW EXECUTE FUNCTION fail_on_receipt();`);
        const reply = await submit(person, draft, key);
        const problem = problemOf(reply, 500, 'internal');
        expect(problem.detail).not.toContain('disk');
        expect(await counts(phone)).toEqual(before);
        expect((await person.read<Draft>(`/drafts/${draft.id}`)).data).toEqual(draft.data);
      } finally {
        await admin.query('DROP TRIGGER fail ON paper; DROP FUNCTION fail_on_receipt');
        await admin.end();
      }
      expect((await submit(person, draft, key)).status).toBe(201);
      expect((await counts(phone))?.['cases']).toBe(1);
    });

    it('by the end of its database connection: the same', async () => {
      const { person, phone, draft } = await ready();
      await app.settled();
      const before = await counts(phone);
      const admin = new Client({ connectionString: app.database.adminUrl });
      await admin.connect();
      const key = randomUUID();
      // Holds the row of the number counter, where the filing must wait, and ends the connection that waits.
      try {
        await admin.query('BEGIN');
        await admin.query(`SELECT 1 FROM case_number_counter WHERE commission_id = 'nansha' FOR UPDATE`);
        const submission = submit(person, draft, key);
        await eventually(async () => {
          // What others are doing is remembered within a transaction unless one asks anew.
          await admin.query('SELECT pg_stat_clear_snapshot()');
          const { rowCount } = await admin.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%case_number_counter%'`,
          );
          expect(rowCount).toBe(1);
        });
        expect((await submission).status).toBe(500);
      } finally {
        await admin.query('ROLLBACK');
        await admin.end();
      }
      expect(await counts(phone)).toEqual(before);
      expect((await submit(person, draft, key)).status).toBe(201);
      expect((await counts(phone))?.['cases']).toBe(1);
    });
  });

  it('computes the figures again: what a browser says they are is not asked', async () => {
    const content = matter();
    const claims = content.claims.map((claim, i) =>
      i === 0 ? { ...claim, amount: 2_000_000, note: '含绩效奖金' } : claim,
    );
    const { caseId, claimant } = await filed(app, { claims });
    const { claims: kept } = await claimant.read<{ claims: Data[] }>(`/cases/${caseId}`);
    expect(kept[0]).toMatchObject({ amountFen: 2_000_000, computedFen: 1_600_000, note: '含绩效奖金' });
    expect(kept[1]).toMatchObject({ amountFen: 4_800_000, computedFen: 4_800_000 });
    expect((kept[0]?.['finding'] as { steps: unknown[] }).steps.length).toBeGreaterThan(0);
  });

  it('a claim that no table has the figure for is filed with the amount the worker states', async () => {
    // A death of 2026: the income of 2025 is not in the table, and the claimant was told to state the amount.
    const { person, draft } = await ready();
    const claims = [
      {
        id: randomUUID(),
        head: 'death-benefits',
        facts: { diedOn: '2026-02-01', isInsured: false },
        amount: 108_376_000,
      },
    ];
    const { version, problems } = await person.do<Draft>('PATCH', `/drafts/${draft.id}`, {
      version: draft.version,
      step: 'review',
      data: { claims },
    });
    expect(problems).toEqual([]);
    const { caseId } = await person.do<Submitted>('POST', `/drafts/${draft.id}/submission`, {
      version,
      signature,
    });
    const { claims: kept } = await person.read<{ claims: Data[] }>(`/cases/${caseId}`);
    expect(kept).toEqual([
      expect.objectContaining({
        head: 'death-benefits',
        amountFen: 108_376_000,
        computedFen: null,
        finding: null,
      }),
    ]);
  });

  it('the same is claimed again for another period', async () => {
    const { facts, head } = matter().claims[0]!;
    const period = (from: string, to: string) => ({ head, facts: { ...facts, from, to }, from, to });
    const { caseId, claimant } = await filed(app, {
      claims: [period('2025-09-01', '2025-09-30'), period('2025-12-01', '2026-01-31')],
    });
    const { claims } = await claimant.read<{ claims: Data[] }>(`/cases/${caseId}`);
    expect(claims).toMatchObject([
      { ordinal: 1, head, fromOn: '2025-09-01', toOn: '2025-09-30', amountFen: 800_000 },
      { ordinal: 2, head, fromOn: '2025-12-01', toOn: '2026-01-31', amountFen: 1_600_000 },
    ]);
  });

  it('of an employer the claimant may know neither code nor telephone, and a business may have no licence', async () => {
    const { person, draft } = await ready();
    const [known] = draft.data['respondents'] as Data[];
    const shop = {
      name: '阿强大排档',
      registration: 'unlicensed',
      address: '广州市南沙区进港大道8号',
      legalRepresentative: '陈国强',
      legalRepresentativePost: '经营者',
      isPhoneUnknown: true,
    };
    const owner = {
      kind: 'person',
      name: '陈国强',
      address: '广州市南沙区进港大道8号',
      phone: '13800138000',
    };
    const { uscc: _, ...unknown } = known!;
    const saved = await person.do<Draft>('PATCH', `/drafts/${draft.id}`, {
      version: draft.version,
      step: 'review',
      data: { respondents: [{ ...unknown, registration: 'unknown' }, shop, owner] },
    });
    expect(saved.problems).toEqual([]);
    const { caseId } = await person.do<Submitted>('POST', `/drafts/${draft.id}/submission`, {
      version: saved.version,
      signature,
    });
    const clerk = clerkOf(app);
    const { parties } = await clerk.read<{ parties: Data[] }>(`/cases/${caseId}`);
    expect(parties.slice(1)).toMatchObject([
      { kind: 'company', documentKind: null, documentNumber: null },
      { kind: 'company', name: '阿强大排档', documentKind: null, documentNumber: null, phone: null },
      {
        kind: 'person',
        name: '陈国强',
        documentKind: null,
        phone: '13800138000',
        legalRepresentative: null,
      },
    ]);
    problemOf(
      await clerk.post(`/cases/${caseId}/parties/${String(parties[1]!['id'])}/document-number`),
      404,
      'request.not-found',
    );
    await app.settled();
    const papers = await person.read<{ id: string; kind: string }[]>(`/cases/${caseId}/papers`);
    const { id } = papers.find(({ kind }) => kind === 'application')!;
    const { words } = await inspectPdf(await person.download(`/cases/${caseId}/papers/${id}/tickets`));
    for (const part of ['申请人不掌握', '申请人称未办理营业执照', '主要负责人'])
      expect(words).toContain(part);
    // Accepted, each of them has a notice and a code, and a person comes as himself.
    await accept(clerk, caseId);
    await app.settled();
    const code = await joinCode(clerk, caseId, '陈国强');
    const boss = app.party(newPhone());
    const seat = (name: string, capacity: string) =>
      boss.post('/joinings', {
        code,
        name,
        capacity,
        consentsToElectronic: true,
        consentsToOnlineHearing: true,
        declaresAuthority: true,
      });
    expect(fieldsOf(problemOf(await seat('陈国强', 'legal-representative'), 422, 'request.invalid'))).toEqual(
      ['/capacity join.is-person'],
    );
    expect(fieldsOf(problemOf(await seat('陈国伟', 'self'), 422, 'request.invalid'))).toEqual([
      '/name join.not-that-person',
    ]);
    expect((await seat('陈国强', 'self')).status).toBe(200);
    const seated = (await clerk.read<{ parties: Data[] }>(`/cases/${caseId}`)).parties[3];
    expect(seated).toMatchObject({ hasJoined: true, representativeName: null, representativeCapacity: null });
  });

  it("a stranger's file cannot be handed in", async () => {
    const stranger = app.party(newPhone());
    const { id: fileId } = await stranger.upload('工资条.pdf', await evidenceFile('工资条', ['不是你的']));
    const { person, phone, draft } = await ready();
    const [item] = draft.data['evidence'] as Data[];
    const saved = await person.do<Draft>('PATCH', `/drafts/${draft.id}`, {
      version: draft.version,
      step: 'evidence',
      data: { evidence: [item, { ...item, id: randomUUID(), fileId }] },
    });
    const problem = problemOf(await submit(person, saved), 422, 'application.incomplete');
    expect(fieldsOf(problem)).toEqual(['/evidence/1/fileId file.not-yours']);
    const withSignature = await person.post(`/drafts/${draft.id}/submission`, {
      version: saved.version,
      signature: { ...signature, fileId },
    });
    expect(fieldsOf(problemOf(withSignature, 422, 'request.invalid'))).toEqual([
      '/signature/fileId file.not-yours',
    ]);
    expect((await counts(phone))?.['cases']).toBe(0);
  });

  it('nothing is submitted without the promise', async () => {
    const { person, draft } = await ready();
    const reply = await person.post(`/drafts/${draft.id}/submission`, {
      version: draft.version,
      signature: { name: '林秀英', agreed: false },
    });
    expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual([
      '/signature/agreed field.must-agree',
    ]);
  });

  it("a stranger's case does not exist, neither for a party nor for another commission", async () => {
    const { caseId, claimant } = await filed(app);
    const stranger = app.party(newPhone());
    for (const path of ['', '/timeline', '/papers', '/answers']) {
      problemOf(await stranger.get(`/cases/${caseId}${path}`), 404, 'request.not-found');
      problemOf(await clerkOf(app, 'foshan').get(`/cases/${caseId}${path}`), 404, 'request.not-found');
    }
    problemOf(await claimant.post(`/cases/${caseId}/acceptance`, {}), 403, 'auth.not-for-you');
    problemOf(await stranger.get(`/cases/${randomUUID()}`), 404, 'request.not-found');
    problemOf(await stranger.get(`/cases/1' OR '1'='1`), 404, 'request.not-found');
    expect((await stranger.read<{ items: unknown[] }>('/cases?view=board')).items).toEqual([]);
    expect((await open(claimant, caseId)).state).toBe('received');
  });

  it('identity numbers lie sealed in the database and are shown masked', async () => {
    const { caseId, claimant, matter: content } = await filed(app);
    const { number } = content.claimant.document;
    const view = JSON.stringify(await claimant.read(`/cases/${caseId}`));
    expect(view).not.toContain(number);
    const [party] = await app.query<{ document_sealed: Buffer }>(
      `SELECT document_sealed FROM case_party WHERE case_id = $1 AND role = 'claimant'`,
      [caseId],
    );
    expect(party?.document_sealed.toString('latin1')).not.toContain(number);
    const [record] = await app.query<{ all: string }>(
      'SELECT json_agg(payload)::text AS all FROM record_entry WHERE case_id = $1',
      [caseId],
    );
    expect(record?.all).not.toContain('林秀英');
  });

  describe('input that cannot be right', () => {
    let person: Person;
    let phone: string;
    let draft: Draft;
    let good: Data;
    beforeAll(async () => {
      ({ person, phone, draft } = await ready());
      good = draft.data;
    });

    const changed = (pointer: string, value: unknown): Data => {
      const data = structuredClone(good);
      const names = pointer.split('/').slice(1);
      const last = names.pop() ?? '';
      const target = names.reduce<Data>((at, name) => at[name] as Data, data);
      if (value === undefined) delete target[last];
      else target[last] = value;
      return data;
    };
    const wrongLast = (number: string): string => number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
    const document = (kind: string, number: string) => ({ kind, number });
    const resident = residentId('440106', '1990-03-07', '124');

    it.each<[string, string, unknown, string]>([
      [
        'resident id, last digit',
        '/claimant/document',
        document('resident-id', wrongLast(resident)),
        '/claimant/document/number field.check-digit',
      ],
      [
        'resident id, two digits exchanged',
        '/claimant/document',
        document('resident-id', resident.replace('0106', '1006')),
        '/claimant/document/number field.check-digit',
      ],
      [
        'resident id, 17 digits',
        '/claimant/document',
        document('resident-id', resident.slice(1)),
        '/claimant/document/number field.resident-id-length',
      ],
      [
        'resident id, 30 February',
        '/claimant/document',
        document('resident-id', residentId('440106', '1990-02-30', '124')),
        '/claimant/document/number field.resident-id-impossible',
      ],
      [
        'resident id of somebody born another day',
        '/claimant/birthDate',
        '1990-03-08',
        '/claimant/birthDate field.birth-date-differs',
      ],
      [
        'resident id of a woman, said to be a man',
        '/claimant/sex',
        'male',
        '/claimant/sex field.sex-differs',
      ],
      [
        'residence permit of a man, said to be a woman',
        '/claimant/document',
        document('hk-macau-residence', residentId('810000', '1990-03-07', '125')),
        '/claimant/sex field.sex-differs',
      ],
      [
        'residence permit, last digit',
        '/claimant/document',
        document('hk-macau-residence', wrongLast(residentId('810000', '1990-03-07', '124'))),
        '/claimant/document/number field.check-digit',
      ],
      [
        'residence permit of no such place',
        '/claimant/document',
        document('hk-macau-residence', resident),
        '/claimant/document/number field.residence-permit-format',
      ],
      [
        'travel permit with a wrong letter',
        '/claimant/document',
        document('hk-macau-permit', 'K12345678'),
        '/claimant/document/number field.travel-permit-format',
      ],
      [
        'travel permit too short',
        '/claimant/document',
        document('hk-macau-permit', 'H1234567'),
        '/claimant/document/number field.travel-permit-format',
      ],
      [
        'passport without digits',
        '/claimant/document',
        document('passport', 'ABCDEFGH'),
        '/claimant/document/number field.passport-format',
      ],
      [
        'a document of no known kind',
        '/claimant/document',
        document('library-card', '1'),
        '/claimant/document/kind field.choice',
      ],
      [
        'credit code, last character',
        '/respondents/0/uscc',
        '91440115MA5C000A0X',
        '/respondents/0/uscc field.check-digit',
      ],
      [
        'credit code with a letter that does not exist',
        '/respondents/0/uscc',
        '91440115MA5C00O10X',
        '/respondents/0/uscc field.uscc-format',
      ],
      [
        'neither a credit code nor a word about it',
        '/respondents/0/uscc',
        undefined,
        '/respondents/0/uscc field.uscc-or-unknown',
      ],
      [
        'a telephone neither given nor said to be unknown',
        '/respondents/0/phone',
        undefined,
        '/respondents/0/phone field.telephone',
      ],
      [
        'a company without its head',
        '/respondents/0/legalRepresentative',
        undefined,
        '/respondents/0/legalRepresentative field.required',
      ],
      ['a telephone of five digits', '/claimant/phone', '12345', '/claimant/phone field.telephone'],
      ['half a number from abroad', '/service/phone', '+1 23', '/service/phone field.telephone'],
      ['no respondent', '/respondents', [], '/respondents field.respondent-missing'],
      ['no claim', '/claims', [], '/claims field.claim-missing'],
      ['30 February', '/employment/startDate', '2023-02-30', '/employment/startDate field.date'],
      ['month 13', '/claimant/birthDate', '1990-13-01', '/claimant/birthDate field.date'],
      [
        '29 February of a common year',
        '/employment/paidUntil',
        '2025-02-29',
        '/employment/paidUntil field.date',
      ],
      [
        'a start that has not come',
        '/employment/startDate',
        '2026-03-11',
        '/employment/startDate field.future-date',
      ],
      [
        'a start in the year 1',
        '/employment/startDate',
        '0001-01-01',
        '/employment/startDate field.long-ago',
      ],
      [
        'a start before birth',
        '/employment/startDate',
        '1985-07-01',
        '/employment/startDate field.before-birth',
      ],
      [
        'a birth in another century but one',
        '/claimant/birthDate',
        '1890-03-07',
        '/claimant/birthDate field.long-ago',
      ],
      [
        'an end that has not come',
        '/employment/endDate',
        '2026-03-11',
        '/employment/endDate field.future-date',
      ],
      [
        'a contract signed tomorrow',
        '/employment/contractSignedOn',
        '2026-03-11',
        '/employment/contractSignedOn field.future-date',
      ],
      [
        'wages paid until the year 1',
        '/employment/paidUntil',
        '0001-12-31',
        '/employment/paidUntil field.long-ago',
      ],
      ['a claim from the year 1', '/claims/0/from', '0001-01-01', '/claims/0/from field.long-ago'],
      [
        'an end before the start',
        '/employment/endDate',
        '2023-02-28',
        '/employment/endDate field.ends-before-start',
      ],
      [
        'a claim for the 31st of April',
        '/claims/0/facts/from',
        '2025-04-31',
        '/claims/0/facts/from law.problem.not-a-date',
      ],
      [
        'a claim until tomorrow',
        '/claims/0/facts/to',
        '2026-03-11',
        '/claims/0/facts/to law.problem.in-the-future',
      ],
      [
        'a claim that ends before it starts',
        '/claims/0/to',
        '2025-11-30',
        '/claims/0/to field.ends-before-start',
      ],
      ['a negative wage', '/employment/monthlyWage', -1, '/employment/monthlyWage field.amount-negative'],
      ['half a fen', '/employment/monthlyWage', 800_000.5, '/employment/monthlyWage field.amount'],
      ['a wage in words', '/employment/monthlyWage', '八千', '/employment/monthlyWage field.amount'],
      ['an absurd claim', '/claims/0/amount', 10_000_000_001, '/claims/0/amount field.amount-absurd'],
      ['a claim for nothing', '/claims/0/amount', 0, '/claims/0/amount field.amount-zero'],
      [
        'a head that only an employer has',
        '/claims/0/head',
        'training-penalty',
        '/claims/0/head field.choice',
      ],
      [
        'a sum for a certificate',
        '/claims/0/head',
        'leaving-certificate',
        '/claims/0/amount field.no-amount',
      ],
      ['a negative claim', '/claims/0/amount', -100, '/claims/0/amount field.amount-negative'],
      ['a number too big to be exact', '/claims/0/amount', 2 ** 60, '/claims/0/amount field.amount'],
      [
        'negative wages in a calculation',
        '/claims/0/facts/monthlyWage',
        -800_000,
        '/claims/0/facts/monthlyWage law.problem.negative',
      ],
      [
        'an absurd wage in a calculation',
        '/claims/0/facts/monthlyWage',
        1e15,
        '/claims/0/facts/monthlyWage law.problem.absurd-amount',
      ],
      [
        'thirteen months of wages',
        '/claims/1/facts/monthlyWages',
        Array<number>(13).fill(1),
        '/claims/1/facts/monthlyWages law.problem.one-to-twelve-months',
      ],
      ['a head of claim nobody knows', '/claims/0/head', 'moral-damage', '/claims/0/head field.choice'],
      [
        'an answer nobody asked for',
        '/claims/0/facts/isRich',
        true,
        '/claims/0/facts/isRich law.problem.unknown-field',
      ],
      ['a commission that does not exist', '/commissionId', 'atlantis', '/commissionId commission.unknown'],
      ['a telephone nobody could dial', '/respondents/0/phone', '12', '/respondents/0/phone field.telephone'],
      ['no reasons', '/statement/text', '', '/statement/text field.required'],
      ['reasons without end', '/statement/text', '长'.repeat(10_001), '/statement/text field.too-long'],
      ['a field that is not in the form', '/claimant/isVip', true, '/claimant/isVip field.unknown'],
    ])('%s', async (_name, pointer, value, expected) => {
      const section = pointer.split('/')[1] ?? '';
      const saved = await person.do<Draft>('PATCH', `/drafts/${draft.id}`, {
        version: draft.version,
        step: 'review',
        data: { ...good, [section]: changed(pointer, value)[section] },
      });
      draft = saved;
      const details = new Set<string>();
      for (const language of ['zh-CN', 'zh-TW', 'en']) {
        const { problems } = (await person.get<Draft>(`/drafts/${draft.id}`, { language })).body;
        expect(fieldsOf({ errors: problems } as Problem)).toContain(expected);
        const mine = problems.find((each) => `${each.pointer} ${each.code}` === expected);
        expect(mine?.detail).not.toMatch(/[{}]|undefined/);
        details.add(mine?.detail ?? '');
      }
      expect(details.size).toBeGreaterThanOrEqual(2);
      expect([...details].some((text) => /^[\x20-\x7e“”’…–]+$/.test(text))).toBe(true);
      expect(fieldsOf(problemOf(await submit(person, draft), 422, 'application.incomplete'))).toContain(
        expected,
      );
    });

    it('left no case behind', async () => {
      expect((await counts(phone))?.['cases']).toBe(0);
    });

    it('calculators refuse the same, with pointer and sentence, without signing in', async () => {
      const reply = await app.visitor().post('/calculators/unpaid-wages', {
        facts: { monthlyWage: -5, from: '2025-02-30', to: '2026-12-31' },
      });
      expect(fieldsOf(problemOf(reply, 422, 'request.invalid')).sort()).toEqual([
        '/facts/from law.problem.not-a-date',
        '/facts/monthlyWage law.problem.negative',
        '/facts/to law.problem.in-the-future',
      ]);
      problemOf(
        await app.visitor().post('/calculators/moral-damage', { facts: {} }),
        404,
        'claim.unknown-head',
      );
    });
  });
});
