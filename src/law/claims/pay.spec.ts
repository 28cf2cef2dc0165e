import fc from 'fast-check';
import { lawTables, stepKeys, told, yuan } from '../../../test/support/law';
import { addDays, localDate as d } from '../../kernel/local-date';
import { MissingTableRow } from '../tables/table';
import { highTemperatureAllowance, HighTemperatureAllowanceFacts } from './high-temperature-allowance';
import { atMonthlyRate, calendarMonths, fullMonths } from './months';
import { performanceWages, PerformanceWagesFacts } from './performance-wages';
import { suspensionPay, SuspensionPayFacts } from './suspension-pay';

const filedOn = d('2026-11-23');
const tables = lawTables();

describe('months', () => {
  it.each([
    ['2025-01-01', 0, '2025-03-31', 3, '2025-04-01'],
    ['2025-01-01', 0, '2025-03-30', 2, '2025-03-01'],
    ['2025-01-01', 1, '2025-03-31', 2, '2025-04-01'],
    ['2025-01-31', 0, '2025-02-28', 1, '2025-03-01'],
    ['2024-01-31', 0, '2024-02-28', 0, '2024-01-31'],
    ['2025-01-01', 0, '2024-12-31', 0, '2025-01-01'],
  ])('from %s after %d: to %s are %d full ones', (anchor, skipped, last, months, restFrom) => {
    expect(fullMonths(d(anchor), skipped, d(last))).toEqual({ months, restFrom });
  });

  it('of the calendar, whole and in part', () => {
    expect([...calendarMonths({ from: d('2025-01-31'), to: d('2025-03-30') })]).toEqual([
      { from: '2025-01-31', to: '2025-01-31', isWhole: false },
      { from: '2025-02-01', to: '2025-02-28', isWhole: true },
      { from: '2025-03-01', to: '2025-03-30', isWhole: false },
    ]);
  });

  it('property: a longer time at one rate never comes to less, and a full month to the rate', () => {
    const rateOn = () => ({ rate: 310_000, steps: [] });
    const due = (from: string, days: number) =>
      atMonthlyRate({ from: d(from), to: addDays(d(from), days) }, rateOn).amount;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 90 }), (days, more) => {
        expect(due('2025-01-31', days + more)).toBeGreaterThanOrEqual(due('2025-01-31', days));
      }),
    );
    expect(due('2025-01-01', 30)).toBe(310_000);
    expect(due('2025-01-01', 29)).toBe(300_000);
  });
});

describe('wages until work goes on (Interpretation II 18)', () => {
  const facts: PerformanceWagesFacts = {
    monthlyWage: yuan(8700),
    decidedOn: d('2026-02-28'),
    to: d('2026-05-31'),
  };
  it.each<[string, Partial<PerformanceWagesFacts>, number, string[]]>([
    ['from the day after the decision', {}, 26100, ['wages.whole-months']],
    // 1 April 2026 is a Wednesday: 8700 ÷ 21.75
    ['a single day', { decidedOn: d('2026-03-31'), to: d('2026-04-01') }, 400, ['wages.part-of-month']],
    ['less what was paid', { paid: yuan(6100) }, 20000, ['wages.whole-months', 'wages.paid']],
    ['paid in full', { paid: yuan(30000) }, 0, ['wages.whole-months', 'wages.paid']],
  ])('%s', (_name, change, expected, lines) => {
    const found = performanceWages.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['performance.time', ...lines, 'performance.fault', 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    [
      'the day of the decision is still paid work',
      { to: '2026-02-28' },
      ['/to problem.ends-before-it-starts'],
    ],
    ['the day after', { to: '2026-03-01' }, []],
    ['no decision', { decidedOn: undefined }, ['/decidedOn problem.missing']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(performanceWages.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('wages while work stands still (Wage Provisions 12)', () => {
  const facts: SuspensionPayFacts = {
    monthlyWage: yuan(6000),
    from: d('2026-09-01'),
    to: d('2026-09-30'),
  };
  it.each<[string, Partial<SuspensionPayFacts>, number, string[]]>([
    ['exactly one pay period', {}, 6000, ['suspension.month']],
    // 1 to 10 September 2026: eight paid days
    ['less than one', { to: d('2026-09-10') }, 2206.9, ['wages.part-of-month']],
    [
      'worked on: not less than the minimum wage',
      { to: d('2026-11-30'), hasWorked: true },
      11360,
      ['suspension.month', 'suspension.worked', 'minimum-wage.of-month', 'monthly.whole'],
    ],
    [
      'one day longer: 2,680 × 1 ÷ 31',
      { to: d('2026-10-01'), hasWorked: true },
      6086.45,
      ['suspension.month', 'suspension.worked', 'minimum-wage.of-month', 'monthly.part'],
    ],
    [
      'over the day on which the minimum wage rises',
      { from: d('2026-07-15'), to: d('2026-10-14'), hasWorked: true },
      11180,
      [
        'suspension.month',
        'suspension.worked',
        'minimum-wage.of-month',
        'monthly.whole',
        'minimum-wage.of-month',
        'monthly.whole',
      ],
    ],
    [
      'did not work: left to other rules',
      { to: d('2026-11-30'), hasWorked: false },
      6000,
      ['suspension.month', 'suspension.not-worked'],
    ],
    ['less what was paid', { paid: yuan(5000) }, 1000, ['suspension.month', 'wages.paid']],
  ])('%s', (_name, change, expected, lines) => {
    const found = suspensionPay.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['suspension.first-period', ...lines, 'claim.total']);
  });

  it('an unconfirmed minimum wage says so; without one there is no figure', () => {
    const longer = { ...facts, to: d('2026-11-30'), hasWorked: true };
    expect(stepKeys(suspensionPay.compute(longer, lawTables('zhongshan'), filedOn))).toContain(
      'table.not-verified',
    );
    expect(() => suspensionPay.compute(longer, lawTables('jiangmen'), filedOn)).toThrow(MissingTableRow);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['one period: whether there was work is not asked', {}, []],
    ['a day more: it is', { to: '2026-10-01' }, ['/hasWorked problem.missing']],
    ['a day more, answered', { to: '2026-10-01', hasWorked: false }, []],
    ['no end', { to: undefined }, ['/to problem.missing']],
    ['no start', { from: undefined }, ['/from problem.missing']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(suspensionPay.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('high-temperature allowance (table data of Guangdong, not confirmed)', () => {
  const facts: HighTemperatureAllowanceFacts = {
    from: d('2026-06-01'),
    to: d('2026-10-31'),
    isExposed: true,
  };
  const rate = ['heat.rate', 'table.not-verified'];
  const months = (count: number): string[] => Array.from({ length: count }, () => 'heat.whole-month');
  it.each<[string, Partial<HighTemperatureAllowanceFacts>, number, string[]]>([
    ['June to October', {}, 1500, [...rate, ...months(5)]],
    [
      'a whole year has five months of it',
      { from: d('2025-01-01'), to: d('2025-12-31') },
      1500,
      [...rate, ...months(5)],
    ],
    ['May', { from: d('2026-05-01'), to: d('2026-05-31') }, 0, ['heat.none']],
    ['November', { from: d('2026-11-01'), to: d('2026-11-23') }, 0, ['heat.none']],
    // 300 ÷ 21.75
    [
      'the last day of May and the first of June: one day',
      { from: d('2026-05-31'), to: d('2026-06-01') },
      13.79,
      [...rate, 'heat.part-of-month'],
    ],
    [
      'the last day of October and the first of November: one day',
      { from: d('2025-10-31'), to: d('2025-11-01') },
      13.79,
      [...rate, 'heat.part-of-month'],
    ],
    [
      '150 yuan before June 2021',
      { from: d('2020-06-01'), to: d('2020-07-31') },
      300,
      [...rate, ...months(2)],
    ],
    [
      'over the day on which it rises',
      { from: d('2020-10-01'), to: d('2021-06-30') },
      450,
      [...rate, 'heat.whole-month', ...rate, 'heat.whole-month'],
    ],
    ['less what was paid', { paid: yuan(600) }, 900, [...rate, ...months(5), 'wages.paid']],
  ])('%s', (_name, change, expected, lines) => {
    const found = highTemperatureAllowance.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'heat.conditions', 'claim.total']);
  });

  it('nothing for those not exposed', () => {
    const found = highTemperatureAllowance.compute({ ...facts, isExposed: false }, tables, filedOn);
    expect([found.value, stepKeys(found)]).toEqual([0, ['heat.not-exposed', 'claim.total']]);
  });

  it('no figure before there was a rule, and none for another province', () => {
    const early = { ...facts, from: d('2011-06-01'), to: d('2011-06-30') };
    expect(() => highTemperatureAllowance.compute(early, tables, filedOn)).toThrow(MissingTableRow);
    expect(() => highTemperatureAllowance.compute(facts, lawTables('beijing'), filedOn)).toThrow(
      MissingTableRow,
    );
  });

  it('months and figure are the table’s; a row without months is for the whole year', () => {
    const row = { area: 'beijing', from: d('2026-01-01'), value: 100_00, source: '', isVerified: true };
    const found = (item?: string) =>
      highTemperatureAllowance.compute(
        { ...facts, from: d('2026-05-01'), to: d('2026-08-31') },
        { ...lawTables('beijing'), heatAllowance: [item ? { ...row, item } : row] },
        filedOn,
      );
    expect(found('6-8').value).toBe(300_00);
    expect(found().value).toBe(400_00);
    expect(stepKeys(found())).not.toContain('table.not-verified');
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['silence about the heat', { isExposed: undefined }, ['/isExposed problem.missing']],
    ['neither yes nor no', { isExposed: 'hot' }, ['/isExposed problem.not-yes-or-no']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(highTemperatureAllowance.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});
