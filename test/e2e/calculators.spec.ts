import type { JsonObject } from '../../src/kernel/json';
import { CLAIM_HEADS, claimRule } from '../../src/law/claims';
import type { ClaimHead } from '../../src/law/claims/claim';
import { Clock } from '../../src/platform/clock';
import { lawText } from '../../src/platform/law-texts';
import { QUIET, startApp, type TestApp } from '../support/app';
import { fieldsOf, problemOf } from '../support/problem';

interface Found {
  value: number | null;
  basis: { law: string; article: string }[];
  steps: { key: string; params: Record<string, string | number> }[];
}

/** On Tuesday 10 March 2026, in Nansha; what each comes to in fen. */
const EXAMPLES: Record<ClaimHead, [JsonObject, number | null]> = {
  'unpaid-wages': [{ monthlyWage: 800_000, from: '2025-12-01', to: '2026-01-31' }, 1_600_000],
  // Hourly 8,000 ÷ 174
  overtime: [
    {
      monthlyWage: 800_000,
      from: '2025-12-01',
      to: '2026-01-31',
      workdayHours: 10,
      restDayHours: 8,
      holidayHours: 0,
    },
    142_529,
  ],
  'double-wage': [{ startDate: '2025-02-01', until: '2026-03-10', monthlyWage: 800_000 }, 8_800_000],
  'annual-leave': [
    {
      startDate: '2020-01-01',
      hasTwelveMonthsBefore: true,
      monthlyWages: [652_500],
      years: [{ year: 2025, cumulativeYears: 6, takenDays: 0 }],
    },
    300_000,
  ],
  'economic-compensation': [
    { startDate: '2024-01-01', endDate: '2026-01-31', endKind: 'expired', monthlyWages: [800_000] },
    2_000_000,
  ],
  'unlawful-dismissal': [
    { startDate: '2024-01-01', endDate: '2026-01-31', monthlyWages: [800_000] },
    4_000_000,
  ],
  'notice-pay': [{ ground: 'incompetent', endDate: '2026-01-31', lastMonthWage: 800_000 }, 800_000],
  'unlawful-probation': [
    {
      contractTerm: 'fixed',
      contractFrom: '2025-01-01',
      contractTo: '2025-12-31',
      probationTo: '2025-03-31',
      until: '2026-03-10',
      monthlyWage: 800_000,
    },
    800_000,
  ],
  'no-open-ended-contract': [
    {
      ground: 'two-terms',
      dueOn: '2025-12-01',
      endDate: '2026-01-31',
      until: '2026-03-10',
      monthlyWage: 800_000,
    },
    1_600_000,
  ],
  'performance-wages': [{ monthlyWage: 800_000, decidedOn: '2025-12-31', to: '2026-01-31' }, 800_000],
  'suspension-pay': [
    { monthlyWage: 800_000, from: '2025-12-01', to: '2026-01-31', hasWorked: true },
    1_050_000,
  ],
  'high-temperature-allowance': [{ from: '2025-06-01', to: '2025-10-31', isExposed: true }, 150_000],
  'extra-damages': [
    { hasOrder: true, orderedOn: '2026-01-05', payBy: '2026-01-20', due: 1_000_000, percent: 50 },
    500_000,
  ],
  'non-compete-compensation': [
    { endDate: '2025-08-31', to: '2026-02-28', hasKept: true, monthlyWages: [1_000_000] },
    1_800_000,
  ],
  'injury-wages': [{ monthlyWage: 800_000, from: '2025-10-01', to: '2025-12-31' }, 2_400_000],
  'injury-medical': [{ expenses: 300_000, isInsured: false }, 300_000],
  // Nine months of an own wage that is raised to 60 % of the average loaded below
  'disability-lump-sum': [
    { grade: 9, injuredOn: '2025-09-01', ownWage: 500_000, isInsured: false },
    5_400_000,
  ],
  'disability-allowance': [
    {
      grade: 5,
      injuredOn: '2025-09-01',
      ownWage: 1_000_000,
      isInsured: true,
      isWithoutWork: true,
      from: '2026-01-01',
      to: '2026-02-28',
    },
    1_400_000,
  ],
  'injury-leaving-subsidies': [
    {
      grade: 10,
      injuredOn: '2025-09-01',
      endDate: '2026-01-31',
      endedHow: 'by-worker',
      ownWage: 1_000_000,
      isInsured: true,
    },
    4_000_000,
  ],
  'death-benefits': [{ diedOn: '2025-12-31', isInsured: false }, 108_376_000 + 6_000_000],
  'relation-confirmation': [{ from: '2023-03-01' }, null],
  reinstatement: [{ endDate: '2026-01-31' }, null],
  'leaving-certificate': [{ endDate: '2026-01-31' }, null],
  'file-transfer': [{ endDate: '2026-01-31' }, null],
  'training-penalty': [
    {
      trainingCost: 3_650_000,
      agreedPenalty: 3_650_000,
      serviceFrom: '2025-01-01',
      serviceTo: '2025-12-31',
      leftOn: '2025-06-30',
      leftHow: 'resigned',
    },
    1_840_000,
  ],
  'non-compete-penalty': [
    { isBound: true, endDate: '2025-06-30', breachedOn: '2025-09-01', agreedPenalty: 5_000_000 },
    5_000_000,
  ],
  'employer-damages': [{ breach: 'confidentiality', loss: 700_000 }, 700_000],
};

describe('calculators, open to everybody', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ settings: QUIET, hasWorker: false });
    // What a commission does when it has the document: a figure that was missing, one that was to be confirmed.
    await app.query(
      `INSERT INTO law_figure (table_name, area, from_on, value, source, is_verified)
       VALUES ('average-wage', 'guangzhou', '2025-07-01', 1000000, '市统计局公布的样例', true)`,
    );
    await app.query(
      `INSERT INTO law_figure (table_name, area, from_on, item, version, value, source, is_verified)
       SELECT table_name, area, from_on, item, 2, value, source, true FROM law_figure
       WHERE table_name = 'injury-medical-months' AND item = '10'`,
    );
  });
  afterAll(() => app?.close());

  const calculate = (head: string, facts: JsonObject, commissionId = 'nansha', language = 'zh-CN') =>
    app.visitor().post<Found>(`/calculators/${head}`, { commissionId, facts }, { language });

  it.each(CLAIM_HEADS.map((head): [ClaimHead, JsonObject, number | null] => [head, ...EXAMPLES[head]]))(
    '%s',
    async (head, facts, expected) => {
      const { status, body } = await calculate(head, facts);
      expect({ status, value: body.value }).toEqual({ status: 200, value: expected });
      expect(body.value === null).toBe(claimRule(head).remedy === 'act');
      expect(body.basis.length).toBeGreaterThan(0);
      for (const { key, params } of body.steps) {
        for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
          expect(lawText(locale, key, params)).not.toMatch(/[{}]|undefined|NaN/);
        }
      }
    },
  );

  it('says which figures nobody has confirmed, and no longer when somebody has', async () => {
    const unconfirmed = async (head: ClaimHead, facts: JsonObject): Promise<string[]> =>
      (await calculate(head, facts)).body.steps
        .map(({ key }) => key)
        .filter((key) => key.endsWith('not-verified'));
    expect(
      await unconfirmed('high-temperature-allowance', EXAMPLES['high-temperature-allowance'][0]),
    ).toEqual(['table.not-verified']);
    // Of the two sums of grade 10 one has been confirmed.
    expect(await unconfirmed('injury-leaving-subsidies', EXAMPLES['injury-leaving-subsidies'][0])).toEqual([
      'table.months-not-verified',
    ]);
  });

  it('the figures are those of the place: Foshan has loaded no average wage', async () => {
    const { body } = await calculate('disability-lump-sum', EXAMPLES['disability-lump-sum'][0], 'foshan');
    expect(body.value).toBe(4_500_000);
    expect(body.steps[0]?.key).toBe('injury.own-wage-unchecked');
  });

  it.each(['zh-CN', 'zh-TW', 'en'])(
    'a figure that is missing is said, not guessed (%s)',
    async (language) => {
      const reply = await calculate(
        'death-benefits',
        { diedOn: '2026-02-01', isInsured: false },
        'nansha',
        language,
      );
      const problem = problemOf(reply, 422, 'request.invalid');
      expect(fieldsOf(problem)).toEqual(['/facts law.problem.figure-missing']);
      expect(problem.errors[0]?.detail).not.toMatch(/[{}]|undefined/);
    },
  );

  it('stores nothing', async () => {
    const [row] = await app.query<{ n: number }>(
      'SELECT (SELECT count(*) FROM application_draft)::int + (SELECT count(*) FROM record_entry)::int AS n',
    );
    expect(row?.n).toBe(0);
  });

  it('a flood from one address is held back, and time lets it go on', async () => {
    const clock = app.get(Clock);
    const moment = clock.now();
    const still = jest.spyOn(clock, 'now').mockImplementation(() => moment);
    const ask = () => calculate('leaving-certificate', { endDate: '2026-01-31' });
    let refused = await ask();
    for (let sent = 0; sent < 400 && refused.status === 200; sent += 1) refused = await ask();
    problemOf(refused, 429, 'calculator.too-many');
    moment.setSeconds(moment.getSeconds() + 1);
    expect((await ask()).status).toBe(200);
    still.mockRestore();
  });
});
