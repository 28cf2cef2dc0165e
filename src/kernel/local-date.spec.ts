import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  afterMonths,
  compareDates,
  dayOf,
  diffDays,
  endOfMonth,
  isLocalDate,
  localDate as d,
  LocalDate,
  maxDate,
  minDate,
  monthOf,
  monthsBetween,
  startOfMonth,
  weekday,
  yearOf,
} from './local-date';

const anyDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => addDays(d('1940-01-01'), days));

describe('LocalDate', () => {
  it.each([
    ['2025-02-28', true],
    ['2025-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2025-02-30', false],
    ['2025-04-31', false],
    ['2025-12-31', true],
    ['2025-13-01', false],
    ['2025-00-10', false],
    ['2025-01-00', false],
    ['0000-01-01', false],
    ['2025-1-1', false],
    ['2025-01-01T00:00:00Z', false],
    [20250101, false],
    [null, false],
  ])('isLocalDate(%j) = %j', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });

  it('localDate refuses what is no date', () => {
    expect(() => d('2025-02-30')).toThrow(RangeError);
  });

  it('takes a date apart', () => {
    expect([yearOf(d('2026-11-23')), monthOf(d('2026-11-23')), dayOf(d('2026-11-23'))]).toEqual([
      2026, 11, 23,
    ]);
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['0001-01-02', -1, '0001-01-01'],
    ['0050-06-15', 365, '0051-06-15'],
  ])('addDays(%s, %d) = %s', (date, days, expected) => {
    expect(addDays(d(date), days)).toBe(expected);
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-03-31', -13, '2024-02-29'],
  ])('addMonths(%s, %d) = %s', (date, months, expected) => {
    expect(addMonths(d(date), months)).toBe(expected);
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('addYears(%s, %d) = %s', (date, years, expected) => {
    expect(addYears(d(date), years)).toBe(expected);
  });

  it.each([
    ['2025-03-01', 1, '2025-04-01'],
    ['2025-01-31', 1, '2025-03-01'],
    ['2025-01-29', 1, '2025-03-01'],
    ['2025-01-28', 1, '2025-02-28'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2025-01-31', 12, '2026-01-31'],
  ])('afterMonths(%s, %d) = %s', (date, months, expected) => {
    expect(afterMonths(d(date), months)).toBe(expected);
  });

  it.each([
    ['2025-01-01', '2025-01-01', 0],
    ['2025-01-01', '2024-12-31', 0],
    ['2025-01-01', '2025-01-31', 0],
    ['2025-01-01', '2025-02-01', 1],
    ['2025-01-31', '2025-02-28', 0],
    ['2025-01-31', '2025-03-01', 1],
    ['2020-01-01', '2026-01-01', 72],
  ])('monthsBetween(%s, %s) = %d', (a, b, expected) => {
    expect(monthsBetween(d(a), d(b))).toBe(expected);
  });

  it.each([
    ['2026-11-23', 1],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['1900-01-01', 1],
    ['2024-02-29', 4],
  ])('weekday(%s) = %d', (date, expected) => {
    expect(weekday(d(date))).toBe(expected);
  });

  it('orders', () => {
    expect(compareDates(d('2025-01-01'), d('2025-01-02'))).toBe(-1);
    expect(compareDates(d('2025-01-02'), d('2025-01-02'))).toBe(0);
    expect(compareDates(d('2025-01-03'), d('2025-01-02'))).toBe(1);
    expect(minDate(d('2025-01-02'), d('2025-01-01'), d('2025-01-03'))).toBe('2025-01-01');
    expect(maxDate(d('2025-01-02'), d('2025-01-01'), d('2025-01-03'))).toBe('2025-01-03');
  });

  it('knows the ends of a month', () => {
    expect(startOfMonth(d('2024-02-17'))).toBe('2024-02-01');
    expect(endOfMonth(d('2024-02-17'))).toBe('2024-02-29');
  });

  it('property: addDays and diffDays are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        expect(diffDays(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('property: monthsBetween is the greatest number of months that fits', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 5_000 }), (date, days) => {
        const end = addDays(date, days);
        const months = monthsBetween(date, end);
        expect(afterMonths(date, months) <= end).toBe(true);
        expect(afterMonths(date, months + 1) > end).toBe(true);
      }),
    );
  });

  it('property: weekdays follow one another', () => {
    fc.assert(fc.property(anyDate, (date) => weekday(addDays(date, 1)) === (weekday(date) % 7) + 1));
  });
});
