import { SEARCHED } from '../../src/modules/cases/cases.queries';
import { startApp, type TestApp } from '../support/app';
import { clerkOf, filed, matter, type FiledCase } from '../support/cases';

interface Page {
  items: { id: string; receiptNumber: string }[];
  total: number;
}

describe('looking for a case', () => {
  let app: TestApp;
  let chen: FiledCase;
  let smith: FiledCase;
  beforeAll(async () => {
    app = await startApp({ hasWorker: false });
    const { claimant, respondents } = matter();
    const respondent = respondents[0]!;
    chen = await filed(app, {
      claimant: { ...claimant, name: '陈秀兰' },
      respondents: [{ ...respondent, name: '广州南沙恒达电子有限公司' }],
    });
    const other = matter();
    smith = await filed(app, {
      claimant: { ...other.claimant, name: 'John Smith' },
      respondents: [{ ...other.respondents[0]!, name: '珠海100%果汁（南沙）有限公司' }],
    });
  });
  afterAll(() => app?.close());

  const find = (q: string, page = 1): Promise<Page> =>
    clerkOf(app).read(`/cases?view=board&page=${page}&q=${encodeURIComponent(q)}`);

  it.each<[string, () => FiledCase[]]>([
    ['陈', () => [chen]],
    ['恒达', () => [chen]],
    ['秀兰', () => [chen]],
    ['恒达电子有限', () => [chen]],
    ['有限公司', () => [smith, chen]],
    ['smith', () => [smith]],
    ['0%', () => [smith]],
    ['%', () => [smith]],
    ['_', () => []],
    ['达恒', () => []],
    // In two fields, not in one.
    ['兰广', () => []],
    ['秀兰恒达', () => []],
  ])('%s', async (q, expected) => {
    const { items, total } = await find(q);
    expect(items.map(({ id }) => id).sort()).toEqual(
      expected()
        .map(({ caseId }) => caseId)
        .sort(),
    );
    expect(total).toBe(expected().length);
  });

  it.each([
    ['as it was typed', (phone: string) => phone],
    ['with the code of the place', (phone: string) => `+86 ${phone}`],
    ['in groups', (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`],
  ])('by a telephone %s', async (_name, write) => {
    const [{ phone } = { phone: '' }] = await app.query<{ phone: string }>(
      `SELECT phone FROM case_party WHERE case_id = $1 AND role = 'claimant'`,
      [smith.caseId],
    );
    expect((await find(write(phone))).items.map(({ id }) => id)).toEqual([smith.caseId]);
    expect((await find(`9${phone.slice(1)}`)).items).toEqual([]);
  });

  it('by its number, and by a part of it', async () => {
    expect((await find(chen.receiptNumber)).items.map(({ id }) => id)).toEqual([chen.caseId]);
    expect((await find(chen.receiptNumber.slice(-8))).items.map(({ id }) => id)).toEqual([chen.caseId]);
  });

  it('says how many there are on a page that holds none of them too', async () => {
    expect(await find('有限公司', 2)).toMatchObject({ items: [], total: 2 });
  });

  it('asks an index, also for two characters, and the newest come in the order of one', async () => {
    await app.query(
      `INSERT INTO labour_case
       SELECT (jsonb_populate_record(c, jsonb_build_object('id', 'copy-' || n, 'receipt_number', 'copy ' || n,
         'claimant_names', '某' || n, 'respondent_names', '某某公司' || n))).*
       FROM labour_case c, generate_series(1, 3000) n WHERE c.id = $1`,
      [chen.caseId],
    );
    await app.query('ANALYZE labour_case');
    const plan = async (sql: string): Promise<string> =>
      (await app.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`))
        .map((row) => row['QUERY PLAN'])
        .join('\n');
    const searched = SEARCHED.replaceAll('$3', `'%恒达%'`).replaceAll('$4', `'恒达'`);
    expect(
      await plan(`SELECT id FROM labour_case c WHERE commission_id = 'nansha' AND ${searched}`),
    ).toContain('labour_case_grams_idx');
    expect(
      await plan(
        `SELECT id FROM labour_case c WHERE commission_id = 'nansha' ORDER BY updated_at DESC LIMIT 50`,
      ),
    ).toContain('labour_case_commission_id_updated_at_idx');
    expect((await find('恒达')).items.map(({ id }) => id)).toEqual([chen.caseId]);
  });
});
