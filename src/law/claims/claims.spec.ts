import fc from 'fast-check';
import { cited, lawTables, stepKeys as keys, told, yuan } from '../../../test/support/law';
import { addDays, localDate as d } from '../../kernel/local-date';
import { TableRow } from '../tables/table';
import { ClaimHead, LawTables } from './claim';
import { annualLeave, AnnualLeaveFacts, entitlement } from './annual-leave';
import { doubleWage, DoubleWageFacts, doubleWagePeriod } from './double-wage';
import { economicCompensation, EconomicCompensationFacts, END_KINDS } from './economic-compensation';
import {
  CLAIM_HEADS,
  CLAIM_RULES,
  claimRule,
  computeClaim,
  conflictingClaims,
  EMPLOYER_HEADS,
  isClaimHead,
  WORKER_HEADS,
} from './index';
import { overtime, OvertimeFacts } from './overtime';
import { halfYears } from './severance';
import { unlawfulDismissal } from './unlawful-dismissal';
import { unpaidWages, UnpaidWagesFacts } from './unpaid-wages';

const filedOn = d('2026-11-23');
const tables: LawTables = lawTables();
const last = <T>(list: readonly T[]): T | undefined => list.at(-1);

describe('overtime (Labour Law 44)', () => {
  const facts: OvertimeFacts = {
    monthlyWage: yuan(6000),
    from: d('2026-01-01'),
    to: d('2026-06-30'),
    workdayHours: 0,
    restDayHours: 0,
    holidayHours: 0,
  };
  it.each<[string, Partial<OvertimeFacts>, number, string[]]>([
    // 6000 ÷ 174 = 34.4827… an hour; 10 h × 150 % = 517.24
    ['workdays at 150 %', { workdayHours: 10 }, 517.24, ['overtime.workday']],
    ['rest days at 200 %', { restDayHours: 8 }, 551.72, ['overtime.rest-day']],
    ['statutory holidays at 300 %', { holidayHours: 8 }, 827.59, ['overtime.holiday']],
    [
      'all three, each line rounded once',
      { workdayHours: 10, restDayHours: 8, holidayHours: 8 },
      1896.55,
      ['overtime.workday', 'overtime.rest-day', 'overtime.holiday'],
    ],
    ['half and quarter hours', { workdayHours: 1.25 }, 64.66, ['overtime.workday']],
    [
      'less what was paid',
      { workdayHours: 10, paid: yuan(500) },
      17.24,
      ['overtime.workday', 'overtime.paid'],
    ],
    ['never below zero', { workdayHours: 10, paid: yuan(600) }, 0, ['overtime.workday', 'overtime.paid']],
    ['a wage that divides evenly', { monthlyWage: yuan(1740), holidayHours: 1 }, 30, ['overtime.holiday']],
  ])('%s', (_name, change, expected, lines) => {
    const found = overtime.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(keys(found)).toEqual(['overtime.hourly', ...lines, 'overtime.proof', 'claim.total']);
    expect(last(found.steps)?.amount).toBe(found.value);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', { workdayHours: 1 }, []],
    ['no hours', {}, ['/workdayHours problem.no-hours']],
    ['negative', { workdayHours: -1 }, ['/workdayHours problem.negative']],
    ['absurd', { workdayHours: 1e6 }, ['/workdayHours problem.too-large']],
    ['three decimals', { workdayHours: 1.125 }, ['/workdayHours problem.too-many-decimals']],
    ['binary noise is not a decimal', { workdayHours: 1.15 }, []],
    ['text', { workdayHours: '3' }, ['/workdayHours problem.not-a-number']],
    ['infinite', { workdayHours: Infinity }, ['/workdayHours problem.not-a-number']],
    ['paid is negative', { workdayHours: 1, paid: -1 }, ['/paid problem.negative']],
    ['no wage', { workdayHours: 1, monthlyWage: 0 }, ['/monthlyWage problem.not-positive']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(overtime.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('unpaid wages', () => {
  const facts: UnpaidWagesFacts = { monthlyWage: yuan(5000), from: d('2026-03-01'), to: d('2026-05-31') };
  it.each<[string, Partial<UnpaidWagesFacts>, number, string[]]>([
    ['three whole months', {}, 15000, ['wages.whole-months']],
    ['less what was paid', { paid: yuan(4000) }, 11000, ['wages.whole-months', 'wages.paid']],
    ['paid in full', { paid: yuan(20000) }, 0, ['wages.whole-months', 'wages.paid']],
    // 16 to 30 June: ten working days and Dragon Boat (Friday 19), which is paid: 11 paid days
    [
      'a part of a month, statutory holiday paid',
      { from: d('2026-06-16'), to: d('2026-06-30') },
      2528.74,
      ['wages.part-of-month'],
    ],
    [
      'part, whole, part',
      { from: d('2026-03-31'), to: d('2026-06-01') },
      10459.78,
      ['wages.part-of-month', 'wages.whole-months', 'wages.part-of-month'],
    ],
    ['one day', { from: d('2026-03-02'), to: d('2026-03-02') }, 229.89, ['wages.part-of-month']],
    ['one rest day', { from: d('2026-03-01'), to: d('2026-03-01') }, 0, ['wages.part-of-month']],
    // 2 to 31 December 2025: 22 working days give more than 21.75, capped at the month
    [
      'never more than the month',
      { from: d('2025-12-02'), to: d('2025-12-31') },
      5000,
      ['wages.part-of-month'],
    ],
    ['a whole February', { from: d('2026-02-01'), to: d('2026-02-28') }, 5000, ['wages.whole-months']],
  ])('%s', (_name, change, expected, lines) => {
    const found = unpaidWages.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(keys(found)).toEqual([...lines, 'claim.total']);
  });

  it('names the months of a run', () => {
    const found = unpaidWages.compute({ ...facts, from: d('2026-02-16') }, tables, filedOn);
    expect(found.steps[1]?.params).toMatchObject({ fromOn: '2026-03-01', toOn: '2026-05-31', months: 3 });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['end before start', { from: '2026-05-02', to: '2026-05-01' }, ['/to problem.ends-before-it-starts']],
    ['30 February', { from: '2026-02-30' }, ['/from problem.not-a-date']],
    ['after the day of filing', { to: '2026-11-24' }, ['/to problem.in-the-future']],
    ['the day of filing itself', { to: '2026-11-23' }, []],
    ['before living memory', { from: '0026-05-01' }, ['/from problem.too-early']],
    ['negative', { monthlyWage: -1 }, ['/monthlyWage problem.negative']],
    ['over 100 million yuan', { monthlyWage: 10_000_000_001 }, ['/monthlyWage problem.absurd-amount']],
    ['exactly 100 million yuan', { monthlyWage: 10_000_000_000 }, []],
    ['fractions of a fen', { monthlyWage: 1.5 }, ['/monthlyWage problem.not-an-amount']],
    ['missing', { monthlyWage: undefined }, ['/monthlyWage problem.missing']],
    ['null', { to: null }, ['/to problem.missing']],
    ['a misspelt answer', { payed: 1 }, ['/payed problem.unknown-field']],
    [
      'everything at once',
      { monthlyWage: 'x', from: 1, to: [] },
      ['/monthlyWage problem.not-an-amount', '/from problem.not-a-date', '/to problem.not-a-date'],
    ],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(unpaidWages.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });

  it.each([[null], [undefined], ['text'], [[]], [7]])('validate: facts that are %j', (facts) => {
    expect(told(unpaidWages.validate(facts, filedOn))).toEqual([
      ' problem.not-an-object',
      '/monthlyWage problem.missing',
      '/from problem.missing',
      '/to problem.missing',
    ]);
  });

  it('property: a longer time never gives less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 60 }),
        (start, length, more) => {
          const from = addDays(d('2025-01-01'), start);
          const to = addDays(from, length);
          const compute = (end: typeof to) =>
            unpaidWages.compute({ ...facts, from, to: end }, tables, filedOn).value;
          expect(compute(addDays(to, more))).toBeGreaterThanOrEqual(compute(to));
        },
      ),
    );
  });
});

describe('double wage (Contract Law 82, Regulation 6-7, Interpretation II 6)', () => {
  const facts: DoubleWageFacts = {
    startDate: d('2025-03-01'),
    until: d('2026-11-23'),
    monthlyWage: yuan(6000),
  };

  it.each<[string, Partial<DoubleWageFacts>, unknown]>([
    ['eleven months', {}, { from: d('2025-04-01'), to: d('2026-02-28') }],
    ['until it was signed', { signedOn: d('2025-07-01') }, { from: d('2025-04-01'), to: d('2025-06-30') }],
    ['nothing', { signedOn: d('2025-03-31') }, null],
  ])('period: %s', (_name, change, expected) => {
    expect(doubleWagePeriod(doubleWage.compute({ ...facts, ...change }, tables, filedOn))).toEqual(expected);
  });

  it.each<[string, Partial<DoubleWageFacts>, number, string[]]>([
    [
      'a year without a contract: eleven months',
      {},
      66000,
      ['double-wage.ends-year', 'double-wage.whole-months'],
    ],
    [
      'the exact day before one year',
      { endDate: d('2026-02-28') },
      66000,
      ['double-wage.ends-year', 'double-wage.whole-months'],
    ],
    // 1 to 27 February 2026: fifteen working days, Saturday 14 among them
    [
      'one day short of a year',
      { endDate: d('2026-02-27') },
      64137.93,
      ['double-wage.ends-employment', 'double-wage.whole-months', 'double-wage.part-of-month'],
    ],
    ['signed within the first month', { signedOn: d('2025-03-31') }, 0, ['double-wage.none']],
    ['signed on the first day that counts', { signedOn: d('2025-04-01') }, 0, ['double-wage.none']],
    [
      'signed a day later: one working day',
      { signedOn: d('2025-04-02') },
      275.86,
      ['double-wage.ends-signed', 'double-wage.part-of-month'],
    ],
    [
      'signed after four months',
      { signedOn: d('2025-07-01') },
      18000,
      ['double-wage.ends-signed', 'double-wage.whole-months'],
    ],
    [
      'left in the fifth month: 9 working days of July to the 11th',
      { endDate: d('2025-07-11') },
      20482.76,
      ['double-wage.ends-employment', 'double-wage.whole-months', 'double-wage.part-of-month'],
    ],
    [
      'still employed at filing',
      { startDate: d('2026-09-01') },
      10413.79,
      ['double-wage.ends-filing', 'double-wage.whole-months', 'double-wage.part-of-month'],
    ],
    ['left within the first month', { endDate: d('2025-03-20') }, 0, ['double-wage.none']],
    [
      'from the 31st of January: the month is full with February',
      { startDate: d('2025-01-31') },
      66000,
      ['double-wage.ends-year', 'double-wage.whole-months'],
    ],
    [
      'from 29 February',
      { startDate: d('2024-02-29') },
      66000,
      ['double-wage.ends-year', 'double-wage.whole-months'],
    ],
    [
      'employed since before the law',
      { startDate: d('2005-06-01') },
      66000,
      ['double-wage.ends-year', 'double-wage.whole-months'],
    ],
    // 23 working days of July less the last: 22 ÷ 21.75 is more than a month
    [
      'a part is never more than the month',
      { startDate: d('2025-06-01'), endDate: d('2025-07-30') },
      6000,
      ['double-wage.ends-employment', 'double-wage.part-of-month'],
    ],
  ])('%s', (_name, change, expected, lines) => {
    const found = doubleWage.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(keys(found)).toEqual([
      'double-wage.starts',
      ...lines,
      ...(lines[0] === 'double-wage.none' ? [] : ['double-wage.limitation']),
      'claim.total',
    ]);
  });

  it('cites the transitional rule only for those employed before the law', () => {
    const cites = (startDate: string) =>
      doubleWage
        .compute({ ...facts, startDate: d(startDate) }, tables, filedOn)
        .basis.some((each) => each.article === '97');
    expect([cites('2007-12-31'), cites('2008-01-01')]).toEqual([true, false]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['left before starting', { endDate: '2025-02-28' }, ['/endDate problem.ends-before-it-starts']],
    [
      'signed after leaving',
      { endDate: '2025-09-01', signedOn: '2025-09-02' },
      ['/signedOn problem.signed-after-end'],
    ],
    ['signed while employed', { endDate: '2025-09-01', signedOn: '2025-09-01' }, []],
    ['signed, never left', { signedOn: '2025-09-01' }, []],
    ['claimed until before the start', { until: '2025-02-01' }, ['/until problem.ends-before-it-starts']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(doubleWage.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });

  it('property: never more than eleven months, never less for a longer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 800 }), (start, length) => {
        const startDate = addDays(d('2024-01-01'), start);
        const compute = (days: number) =>
          doubleWage.compute({ ...facts, startDate, until: addDays(startDate, days) }, tables, filedOn).value;
        expect(compute(length)).toBeLessThanOrEqual(yuan(66000));
        expect(compute(length + 1)).toBeGreaterThanOrEqual(compute(length));
      }),
    );
  });
});

describe('annual leave', () => {
  const facts: AnnualLeaveFacts = {
    startDate: d('2020-05-01'),
    hasTwelveMonthsBefore: false,
    monthlyWages: [yuan(6525)], // 300 yuan a day
    years: [{ year: 2025, cumulativeYears: 6, takenDays: 0 }],
  };
  it.each([
    ['2025-12-31', ['annual-leave.running-year']],
    ['2026-01-01', ['annual-leave.whole-year', 'annual-leave.extra']],
  ])('of 2025, filed on %s: %j', (day, lines) => {
    const found = annualLeave.compute(facts, tables, d(day));
    expect(keys(found)).toEqual(['annual-leave.daily', ...lines, 'claim.total']);
  });

  it.each([
    [0, 0],
    [0.9, 0],
    [1, 5],
    [9, 5],
    [10, 10],
    [19, 10],
    [20, 15],
    [40, 15],
  ])('entitlement(%d) = %d (Regulation 3)', (years, expected) => {
    expect(entitlement(years)).toBe(expected);
  });

  it.each<[string, Partial<AnnualLeaveFacts>, number, string[]]>([
    ['five days, 200 % on top', {}, 3000, ['annual-leave.whole-year', 'annual-leave.extra']],
    [
      'ten days after ten years',
      { years: [{ year: 2025, cumulativeYears: 10, takenDays: 0 }] },
      6000,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'less the days taken',
      { years: [{ year: 2025, cumulativeYears: 6, takenDays: 3.5 }] },
      900,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'all taken',
      { years: [{ year: 2025, cumulativeYears: 6, takenDays: 5 }] },
      0,
      ['annual-leave.whole-year'],
    ],
    [
      'waived in writing',
      { years: [{ year: 2025, cumulativeYears: 6, takenDays: 0, isWaived: true }] },
      0,
      ['annual-leave.whole-year', 'annual-leave.waived'],
    ],
    // 219 ÷ 365 × 5 = 3 exactly
    [
      'year of leaving, exactly three days',
      { endDate: d('2025-08-07') },
      1800,
      ['annual-leave.year-of-leaving', 'annual-leave.extra'],
    ],
    [
      'year of leaving, a day less: two',
      { endDate: d('2025-08-06') },
      1200,
      ['annual-leave.year-of-leaving', 'annual-leave.extra'],
    ],
    [
      'year of leaving, taken off before dropping fractions',
      { endDate: d('2025-10-19'), years: [{ year: 2025, cumulativeYears: 6, takenDays: 0.5 }] },
      1800,
      ['annual-leave.year-of-leaving', 'annual-leave.extra'],
    ],
    [
      'year of leaving, more taken than earned is not taken back',
      { endDate: d('2025-02-10'), years: [{ year: 2025, cumulativeYears: 6, takenDays: 5 }] },
      0,
      ['annual-leave.year-of-leaving'],
    ],
    // Joined 1 July 2025 with twelve months behind: 184 ÷ 365 × 5 = 2.5 → 2
    [
      'year of joining',
      {
        startDate: d('2025-07-01'),
        hasTwelveMonthsBefore: true,
        years: [{ year: 2025, cumulativeYears: 3, takenDays: 0 }],
      },
      1200,
      ['annual-leave.year-of-joining', 'annual-leave.extra'],
    ],
    [
      'first job: leave begins with the thirteenth month',
      { startDate: d('2024-07-01'), years: [{ year: 2025, cumulativeYears: 1, takenDays: 0 }] },
      1200,
      ['annual-leave.year-of-joining', 'annual-leave.extra'],
    ],
    [
      'first job: none in the first twelve months',
      { startDate: d('2025-01-01'), years: [{ year: 2025, cumulativeYears: 1, takenDays: 0 }] },
      0,
      ['annual-leave.not-yet'],
    ],
    [
      'less than a year in all',
      { years: [{ year: 2025, cumulativeYears: 0, takenDays: 0 }] },
      0,
      ['annual-leave.not-yet'],
    ],
    [
      'a leap year is a whole year',
      { years: [{ year: 2024, cumulativeYears: 4, takenDays: 0 }] },
      3000,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'two years',
      {
        years: [
          { year: 2024, cumulativeYears: 4, takenDays: 0 },
          { year: 2025, cumulativeYears: 5, takenDays: 2 },
        ],
      },
      4800,
      ['annual-leave.whole-year', 'annual-leave.extra', 'annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'average of unequal months',
      { monthlyWages: [yuan(6000), yuan(7050)] },
      3000,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'rounded once at the end',
      { monthlyWages: [yuan(5000)] },
      2298.85,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'left on the last day of the year',
      { endDate: d('2025-12-31') },
      3000,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
    [
      'the year that still runs, employment going on: nothing yet',
      { years: [{ year: 2026, cumulativeYears: 7, takenDays: 0 }] },
      0,
      ['annual-leave.running-year'],
    ],
    [
      'the year before beside it',
      {
        years: [
          { year: 2025, cumulativeYears: 6, takenDays: 0 },
          { year: 2026, cumulativeYears: 7, takenDays: 0 },
        ],
      },
      3000,
      ['annual-leave.whole-year', 'annual-leave.extra', 'annual-leave.running-year'],
    ],
    [
      'left in the year that still runs: by the days gone (Measures 12)',
      { endDate: d('2026-08-07'), years: [{ year: 2026, cumulativeYears: 7, takenDays: 0 }] },
      1800,
      ['annual-leave.year-of-leaving', 'annual-leave.extra'],
    ],
    [
      'left in a later year',
      { endDate: d('2026-03-01') },
      3000,
      ['annual-leave.whole-year', 'annual-leave.extra'],
    ],
  ])('%s', (_name, change, expected, lines) => {
    const found = annualLeave.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(keys(found)).toEqual(['annual-leave.daily', ...lines, 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    [
      'twelve months before not answered',
      { hasTwelveMonthsBefore: undefined },
      ['/hasTwelveMonthsBefore problem.missing'],
    ],
    ['not yes or no', { hasTwelveMonthsBefore: 'ja' }, ['/hasTwelveMonthsBefore problem.not-yes-or-no']],
    [
      'not employed that year',
      { years: [{ year: 2019, cumulativeYears: 1, takenDays: 0 }] },
      ['/years/0/year problem.not-employed-that-year'],
    ],
    ['had left by then', { endDate: '2024-05-01' }, ['/years/0/year problem.not-employed-that-year']],
    [
      'next year',
      { years: [{ year: 2027, cumulativeYears: 1, takenDays: 0 }] },
      ['/years/0/year problem.out-of-range'],
    ],
    [
      'year is text',
      { years: [{ year: '2025', cumulativeYears: 1, takenDays: 0 }] },
      ['/years/0/year problem.not-a-number'],
    ],
    [
      'negative years',
      { years: [{ year: 2025, cumulativeYears: -1, takenDays: 0 }] },
      ['/years/0/cumulativeYears problem.out-of-range'],
    ],
    ['years missing', { years: undefined }, ['/years problem.missing']],
    ['no years', { years: [] }, ['/years problem.list-length']],
    ['years no list', { years: 2025 }, ['/years problem.list-length']],
    ['a year twice', { years: [facts.years[0], facts.years[0]] }, ['/years problem.year-twice']],
    [
      'a year that is nothing',
      { years: [null] },
      [
        '/years/0 problem.not-an-object',
        '/years/0/year problem.missing',
        '/years/0/cumulativeYears problem.missing',
        '/years/0/takenDays problem.missing',
      ],
    ],
    [
      'an unknown answer inside',
      { years: [{ ...facts.years[0], sick: 1 }] },
      ['/years/0/sick problem.unknown-field'],
    ],
    ['thirteen months', { monthlyWages: Array(13).fill(1) }, ['/monthlyWages problem.one-to-twelve-months']],
    ['no months', { monthlyWages: [] }, ['/monthlyWages problem.one-to-twelve-months']],
    ['months no list', { monthlyWages: 5 }, ['/monthlyWages problem.one-to-twelve-months']],
    ['one month wrong', { monthlyWages: [100, -1] }, ['/monthlyWages/1 problem.negative']],
    ['all months nothing', { monthlyWages: [0, 0] }, ['/monthlyWages problem.not-positive']],
    [
      'more months than worked',
      {
        startDate: '2026-10-30',
        years: [{ year: 2026, cumulativeYears: 3, takenDays: 0 }],
        monthlyWages: [1, 2, 3],
      },
      ['/monthlyWages problem.more-months-than-worked'],
    ],
    ['start date broken: no follow-up complaints', { startDate: 'x' }, ['/startDate problem.not-a-date']],
    [
      'left before starting',
      { endDate: '2020-04-30', years: [{ year: 2020, cumulativeYears: 3, takenDays: 0 }] },
      ['/endDate problem.ends-before-it-starts'],
    ],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(annualLeave.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('months of pay (Contract Law 47(1))', () => {
  it.each([
    ['a day', '2026-03-02', '2026-03-02', 1],
    ['one day short of six months', '2026-01-01', '2026-06-29', 1],
    ['six months', '2026-01-01', '2026-06-30', 2],
    ['eleven months', '2025-01-01', '2025-11-30', 2],
    ['a year', '2025-01-01', '2025-12-31', 2],
    ['a year and a day', '2025-01-01', '2026-01-01', 3],
    ['a year and six months', '2025-01-01', '2026-06-30', 4],
    ['a leap day to leap day', '2020-02-29', '2024-02-28', 8],
    ['from 31 August to the end of February', '2025-08-31', '2026-02-28', 2],
    ['from 31 August to the day before', '2025-08-31', '2026-02-27', 1],
    ['twenty years', '2005-01-01', '2024-12-31', 40],
  ])('%s: %s to %s → %d halves', (_name, from, to, expected) => {
    expect(halfYears(d(from), d(to)).halves).toBe(expected);
  });
});

describe('economic compensation (Contract Law 46, 47)', () => {
  const facts: EconomicCompensationFacts = {
    startDate: d('2020-01-01'),
    endDate: d('2026-06-29'),
    monthlyWages: [yuan(6000)],
    endKind: 'agreed-by-employer',
  };
  const average: TableRow[] = [
    { area: 'guangzhou', from: d('2026-01-01'), value: yuan(3000), source: 'test', isVerified: true },
  ];
  const shared = ['severance.service', 'severance.average'];

  it.each<[string, Partial<EconomicCompensationFacts>, Partial<LawTables>, number, string[]]>([
    [
      '6 years and under 6 months: 6.5',
      {},
      {},
      39000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      '6 years and 6 months: 7',
      { endDate: d('2026-06-30') },
      {},
      42000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'resigned for cause',
      { endKind: 'resigned-for-cause' },
      {},
      39000,
      [
        'economic-compensation.for-cause',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'dismissed on a ground of art. 40',
      { endKind: 'dismissed', dismissalGround: 'no-fault' },
      {},
      39000,
      [
        'economic-compensation.dismissed',
        'economic-compensation.if-unlawful',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'dismissed for a fault (art. 39)',
      { endKind: 'dismissed', dismissalGround: 'fault' },
      {},
      0,
      ['economic-compensation.fault', 'economic-compensation.if-unlawful'],
    ],
    [
      'dismissed without a ground of the law',
      { endKind: 'dismissed', dismissalGround: 'none' },
      {},
      0,
      ['economic-compensation.no-ground', 'economic-compensation.if-unlawful'],
    ],
    [
      'laid off (art. 41(1))',
      { endKind: 'laid-off' },
      {},
      39000,
      [
        'economic-compensation.laid-off',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'the employer bankrupt, closed or dissolved (art. 44(4)(5))',
      { endKind: 'employer-ended' },
      {},
      39000,
      [
        'economic-compensation.employer-ended',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'expired',
      { endKind: 'expired' },
      {},
      39000,
      [
        'economic-compensation.expired',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'expired, renewal declined',
      { endKind: 'expired', hasDeclinedRenewal: true },
      {},
      0,
      ['economic-compensation.declined-renewal'],
    ],
    [
      'resigned',
      { endKind: 'resigned' },
      {},
      0,
      ['economic-compensation.own-wish', 'economic-compensation.choose-cause'],
    ],
    [
      'agreed at the worker’s wish',
      { endKind: 'agreed-by-worker' },
      {},
      0,
      ['economic-compensation.own-wish', 'economic-compensation.choose-cause'],
    ],
    [
      'average of three months, rounded once',
      {
        startDate: d('2026-04-01'),
        endDate: d('2026-06-30'),
        monthlyWages: [yuan(5000), yuan(5000), yuan(5001)],
      },
      {},
      2500.17,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'below the minimum wage of 2,500',
      { monthlyWages: [yuan(2000)] },
      {},
      16250,
      ['economic-compensation.agreed', ...shared, 'severance.floor-applied', 'severance.once'],
    ],
    [
      'exactly the minimum wage',
      { monthlyWages: [yuan(2500)] },
      {},
      16250,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'no minimum wage known',
      {},
      { area: 'jiangmen' },
      39000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-not-checked',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'a figure not yet verified says so',
      {},
      { area: 'zhongshan' },
      39000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'table.not-verified',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
    [
      'exactly three times the average',
      { monthlyWages: [yuan(9000)] },
      { averageWage: average },
      58500,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-reached',
        'severance.once',
      ],
    ],
    [
      'over three times the average',
      { monthlyWages: [yuan(9000.01)] },
      { averageWage: average },
      58500,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-applied',
        'severance.once',
      ],
    ],
    [
      'over the cap: twelve years at most',
      { startDate: d('2010-01-01'), monthlyWages: [yuan(20000)] },
      { averageWage: average },
      108000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-applied',
        'severance.years-capped',
        'severance.once',
      ],
    ],
    [
      'over the cap with exactly twelve years',
      { startDate: d('2014-06-30'), monthlyWages: [yuan(20000)] },
      { averageWage: average },
      108000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-applied',
        'severance.once',
      ],
    ],
    [
      'under the cap there is no limit of years',
      { startDate: d('2010-01-01') },
      { averageWage: average },
      99000,
      [
        'economic-compensation.agreed',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-reached',
        'severance.once',
      ],
    ],
    [
      'years before 2008 are not counted here',
      { startDate: d('2005-01-01') },
      {},
      111000,
      [
        'economic-compensation.agreed',
        'economic-compensation.before-2008',
        'economic-compensation.years-before',
        ...shared,
        'severance.floor-met',
        'severance.cap-not-checked',
        'severance.once',
      ],
    ],
  ])('%s', (_name, change, tableChange, expected, lines) => {
    const found = economicCompensation.compute(
      { ...facts, ...change },
      { ...tables, ...tableChange },
      filedOn,
    );
    expect(found.value).toBe(yuan(expected));
    expect(keys(found)).toEqual([...lines, 'claim.total']);
  });

  it('an unverified average says so as well', () => {
    const averageWage = average.map((row) => ({ ...row, isVerified: false }));
    const found = [yuan(6000), yuan(20000)].map((wage) =>
      keys(
        economicCompensation.compute({ ...facts, monthlyWages: [wage] }, { ...tables, averageWage }, filedOn),
      ),
    );
    expect(found.every((each) => each.includes('table.not-verified'))).toBe(true);
  });

  it.each<[string, Partial<EconomicCompensationFacts>, string]>([
    ['resigned for cause', { endKind: 'resigned-for-cause' }, '第（一）项'],
    ['agreed', { endKind: 'agreed-by-employer' }, '第（二）项'],
    ['a ground of art. 40', { endKind: 'dismissed', dismissalGround: 'no-fault' }, '第（三）项'],
    ['laid off', { endKind: 'laid-off' }, '第（四）项'],
    ['expired', { endKind: 'expired' }, '第（五）项'],
    ['the employer ended', { endKind: 'employer-ended' }, '第（六）项'],
  ])('%s rests on art. 46%s', (_name, change, item) => {
    expect(cited(economicCompensation.compute({ ...facts, ...change }, tables, filedOn))).toContain(
      `《劳动合同法》第四十六条${item}`,
    );
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['unknown ground', { endKind: 'vanished' }, ['/endKind problem.not-a-choice']],
    ...END_KINDS.map((endKind): [string, Record<string, unknown>, string[]] => [
      endKind,
      { endKind, dismissalGround: 'fault' },
      [],
    ]),
    ['dismissed, for what?', { endKind: 'dismissed' }, ['/dismissalGround problem.missing']],
    [
      'dismissed for a ground of its own',
      { endKind: 'dismissed', dismissalGround: 'mood' },
      ['/dismissalGround problem.not-a-choice'],
    ],
    ['no ground', { endKind: undefined }, ['/endKind problem.missing']],
    [
      'more months than worked',
      { startDate: '2026-06-01', monthlyWages: [1, 2] },
      ['/monthlyWages problem.more-months-than-worked'],
    ],
    ['as many as the calendar months touched', { startDate: '2026-05-31', monthlyWages: [1, 2] }, []],
    [
      'ends before it starts: one complaint',
      { startDate: '2026-07-01', monthlyWages: [1, 2] },
      ['/endDate problem.ends-before-it-starts'],
    ],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(economicCompensation.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('unlawful dismissal (Contract Law 87)', () => {
  const facts = { startDate: d('2020-01-01'), endDate: d('2026-06-29'), monthlyWages: [yuan(6000)] };
  it('is twice the compensation', () => {
    const found = unlawfulDismissal.compute(facts, tables, filedOn);
    expect(found.value).toBe(yuan(78000));
    expect(keys(found).slice(-4)).toEqual([
      'severance.twice',
      'unlawful-dismissal.instead',
      'unlawful-dismissal.proof',
      'claim.total',
    ]);
    expect(found.basis).toContainEqual({ law: 'contract-law', article: '87' });
  });

  it('counts the years before 2008 (Regulation 25)', () => {
    expect(unlawfulDismissal.compute({ ...facts, startDate: d('2005-01-01') }, tables, filedOn).value).toBe(
      yuan(258000),
    );
  });

  it('property: twice the compensation for the same service since 2008', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6000 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 5_000_000 }),
        (start, length, wage) => {
          const startDate = addDays(d('2008-01-01'), start);
          const each = { startDate, endDate: addDays(startDate, length), monthlyWages: [wage] };
          const once = economicCompensation.compute({ ...each, endKind: 'laid-off' }, tables, filedOn).value;
          const twice = unlawfulDismissal.compute(each, tables, filedOn).value;
          // Each is rounded once, from the same fraction.
          expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('validates like compensation', () => {
    expect(told(unlawfulDismissal.validate({ ...facts, endDate: '2019-01-01' }, filedOn))).toEqual([
      '/endDate problem.ends-before-it-starts',
    ]);
  });
});

describe('registry', () => {
  it('has every head under its own name', () => {
    expect(CLAIM_HEADS).toHaveLength(27);
    expect([...CLAIM_HEADS].sort()).toEqual(Object.keys(CLAIM_RULES).sort());
    expect(WORKER_HEADS.filter((head) => claimRule(head).claimedBy !== 'worker')).toEqual([]);
    expect(EMPLOYER_HEADS.filter((head) => claimRule(head).claimedBy !== 'employer')).toEqual([]);
    expect(WORKER_HEADS.filter((head) => claimRule(head).remedy === 'act')).toEqual([
      'relation-confirmation',
      'reinstatement',
      'leaving-certificate',
      'file-transfer',
    ]);
    for (const head of CLAIM_HEADS) {
      expect(claimRule(head)).toBe(CLAIM_RULES[head]);
      expect(claimRule(head).head).toBe(head);
      expect(claimRule(head).titleKey).toBe(`claim.${head}`);
    }
  });

  it.each<[ClaimHead, string]>([
    ['unpaid-wages', 'labour-remuneration'],
    ['overtime', 'labour-remuneration'],
    ['annual-leave', 'labour-remuneration'],
    ['double-wage', 'damages'],
    ['economic-compensation', 'economic-compensation'],
    ['unlawful-dismissal', 'damages'],
    ['notice-pay', 'labour-remuneration'],
    ['unlawful-probation', 'damages'],
    ['no-open-ended-contract', 'damages'],
    ['non-compete-compensation', 'economic-compensation'],
    ['injury-medical', 'work-injury-medical'],
    ['injury-wages', 'labour-remuneration'],
    ['disability-lump-sum', 'other'],
    ['relation-confirmation', 'relation-confirmation'],
    ['leaving-certificate', 'other'],
    ['training-penalty', 'other'],
  ])('%s is %s (Rules 50(2))', (head, kind) => {
    expect(claimRule(head).kind).toBe(kind);
  });

  it('knows its heads', () => {
    expect(isClaimHead('overtime')).toBe(true);
    expect(isClaimHead('toString')).toBe(false);
  });

  it('computes only what is not wrong', () => {
    const facts = { monthlyWage: yuan(5000), from: '2026-03-01', to: '2026-03-31' };
    expect(computeClaim('unpaid-wages', facts, tables, filedOn)).toMatchObject({
      finding: { value: yuan(5000) },
      problems: [],
    });
    expect(computeClaim('unpaid-wages', { ...facts, monthlyWage: -1 }, tables, filedOn)).toEqual({
      finding: null,
      problems: [{ pointer: '/monthlyWage', key: 'problem.negative', params: {} }],
    });
  });

  it('says which claims cannot both succeed (Regulation 25)', () => {
    expect(conflictingClaims(['economic-compensation', 'unlawful-dismissal']).value).toBe(true);
    expect(conflictingClaims(['economic-compensation', 'overtime']).value).toBe(false);
    expect(conflictingClaims(['unlawful-dismissal']).steps).toEqual([]);
  });

  it.each<[ClaimHead[], string[]]>([
    [['reinstatement', 'unlawful-dismissal'], ['claim.continue-or-leave']],
    [['reinstatement', 'notice-pay'], ['claim.continue-or-leave']],
    [
      ['reinstatement', 'economic-compensation', 'unlawful-dismissal'],
      ['claim.compensation-or-damages', 'claim.continue-or-leave'],
    ],
    [['reinstatement', 'performance-wages'], []],
  ])('%j: %j (Contract Law 48)', (heads, expected) => {
    expect(keys(conflictingClaims(heads))).toEqual(expected);
  });

  it('says which figure is missing instead of guessing one', () => {
    const facts = { diedOn: '2026-03-01', isInsured: false };
    expect(computeClaim('death-benefits', facts, tables, filedOn)).toEqual({
      finding: null,
      problems: [
        {
          pointer: '',
          key: 'problem.figure-missing',
          params: { tableKey: 'table.disposable-income', areaKey: 'area.guangzhou', dayOn: '2026-03-01' },
        },
      ],
    });
  });

  it('lets no other error pass for a missing figure', () => {
    const broken = {
      ...tables,
      get averageWage(): never {
        throw new Error('database gone');
      },
    };
    const facts = { grade: 9, injuredOn: '2026-03-01', ownWage: 1, isInsured: true };
    expect(() => computeClaim('disability-lump-sum', facts, broken, filedOn)).toThrow('database gone');
  });

  it('property: no answer, however mad, makes a claim rule fall over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLAIM_HEADS), fc.anything(), (head, facts) => {
        const result = computeClaim(head, facts, tables, filedOn);
        const value = result.finding?.value;
        expect(result.problems.length > 0 || value === null || Number.isSafeInteger(value)).toBe(true);
      }),
    );
  });
});
