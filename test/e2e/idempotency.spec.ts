import { randomUUID } from 'node:crypto';
import type { Person } from '../../src/demo/person';
import { FieldEncryption } from '../../src/platform/database/field-encryption';
import { IdempotencyKeys } from '../../src/platform/http/idempotency-keys';
import { startApp, type TestApp } from '../support/app';
import { clerkOf, filed, joined, newPhone } from '../support/cases';
import { fieldsOf, problemOf } from '../support/problem';

describe('a request with an Idempotency-Key', () => {
  let app: TestApp;
  let person: Person;
  beforeAll(async () => {
    app = await startApp();
    person = app.party(newPhone());
  });
  afterAll(() => app?.close());

  const drafts = async (who: Person): Promise<number> => (await who.read<unknown[]>('/drafts')).length;

  it('does its work once, and answers the same each time', async () => {
    const key = randomUUID();
    const before = await drafts(person);
    const replies = [];
    for (let i = 0; i < 3; i += 1)
      replies.push(await person.post<{ id: string }>('/drafts', undefined, { key }));
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await drafts(person)).toBe(before + 1);
  });

  it('also when all of them arrive together', async () => {
    const key = randomUUID();
    const before = await drafts(person);
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => person.post<{ id: string }>('/drafts', undefined, { key })),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await drafts(person)).toBe(before + 1);
  });

  it('with other contents is refused', async () => {
    const key = randomUUID();
    const { id } = await person.do<{ id: string }>('POST', '/drafts');
    const save = (text: string, version: number) =>
      person.send('PATCH', `/drafts/${id}`, { version, step: 'x', data: { statement: { text } } }, { key });
    expect((await save('一', 1)).status).toBe(200);
    expect((await save('一', 1)).status).toBe(200);
    problemOf(await save('二', 2), 409, 'idempotency.reused');
    problemOf(await person.post('/drafts', undefined, { key }), 409, 'idempotency.reused');
  });

  it('is remembered for its sender only', async () => {
    const key = randomUUID();
    const other = app.party(newPhone());
    const mine = await person.do<{ id: string }>('POST', '/drafts', undefined, { key });
    const theirs = await other.do<{ id: string }>('POST', '/drafts', undefined, { key });
    expect(theirs.id).not.toBe(mine.id);
  });

  it('that failed can be tried again under its key', async () => {
    const key = randomUUID();
    const { id } = await person.do<{ id: string }>('POST', '/drafts');
    const reply = await person.post(
      `/drafts/${id}/submission`,
      { version: 1, signature: { name: '林', agreed: true } },
      { key },
    );
    problemOf(reply, 422, 'application.incomplete');
    const [row] = await app.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM idempotency_key WHERE key = $1',
      [key],
    );
    expect(row?.n).toBe(0);
  });

  it('by a clerk accepts once', async () => {
    const { caseId } = await filed(app);
    const clerk = clerkOf(app);
    const body = {
      version: 1,
      conditions: { isWithinScope: true, hasClearClaims: true, hasProperParties: true, isOurs: true },
    };
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => clerk.post(`/cases/${caseId}/acceptance`, body, { key })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    for (const reply of replies) expect(reply.body).toEqual(replies[0]?.body);
  });

  it.each(['short', 'with space in it', 'x'.repeat(81), '键键键键键键键键'.replace(/./g, '%')])(
    '%p is no key',
    async (key) => {
      const reply = await person.post('/drafts', undefined, { key });
      expect(fieldsOf(problemOf(reply, 422, 'request.invalid'))).toEqual([
        '/headers/idempotency-key field.format',
      ]);
    },
  );

  it('keeps its answer sealed: a draft of a party lies nowhere in the open', async () => {
    const { caseId, respondent } = await joined(app);
    const { claims } = await respondent.read<{ claims: { id: string }[] }>(`/cases/${caseId}`);
    const statement = '被申请人尚未提交的答辩意见';
    const position = { stance: 'denied', reasons: '不同意', pleadsLimitation: false };
    const data = { positions: claims.map(({ id }) => ({ ...position, claimId: id })), statement };
    const key = randomUUID();
    const save = () => respondent.send('PUT', `/cases/${caseId}/answer`, { version: 0, data }, { key });
    const first = await save();
    expect(first.body).toMatchObject({ data: { statement } });
    const [row] = await app.query<{ text: string }>(
      'SELECT k::text AS text FROM idempotency_key k WHERE key = $1',
      [key],
    );
    expect(row?.text).not.toContain(statement);
    const [{ sealed } = { sealed: Buffer.alloc(0) }] = await app.query<{ sealed: Buffer }>(
      'SELECT result_sealed AS sealed FROM idempotency_key WHERE key = $1',
      [key],
    );
    expect(sealed.toString('utf8')).not.toContain(statement);
    expect(app.get(FieldEncryption).openJson(sealed)).toMatchObject({ data: { statement } });
    expect((await save()).body).toEqual(first.body);
  });

  it('keys are forgotten after a week', async () => {
    await person.do('POST', '/drafts');
    await app.query(`UPDATE idempotency_key SET created_at = now() - interval '8 days'`);
    await app.get(IdempotencyKeys).purge();
    expect(await app.query('SELECT 1 FROM idempotency_key')).toEqual([]);
  });
});
