import fc from 'fast-check';
import { calendar } from '../../test/support/law';
import { addDays, localDate as d, LocalDate } from '../kernel/local-date';
import {
  addWorkingDays,
  countWorkingDays,
  countWorkingDaysBack,
  isProvisional,
  isWorkingDay,
  paidDaysIn,
  rollForward,
  rollForwardWithSteps,
  subtractWorkingDays,
  workingDaysBetween,
  workingDaysIn,
} from './calendar';

const anyDate: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 1000 })
  .map((days) => addDays(d('2025-01-01'), days));

describe('WorkCalendar', () => {
  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['a make-up Saturday', '2026-02-14', true],
    ['a make-up Sunday', '2026-09-20', true],
    ['a weekday off in exchange', '2026-02-23', false],
    ['the last day of Spring Festival is over', '2026-02-24', true],
    ['an unannounced weekday', '2027-03-03', true],
    ['an unannounced fixed holiday', '2027-10-01', false],
    ['2 May of a year after 2025', '2027-05-02', false],
    ['New Year of an unannounced year', '2027-01-01', false],
  ])('isWorkingDay: %s (%s) = %j', (_name, date, expected) => {
    expect(isWorkingDay(d(date), calendar)).toBe(expected);
  });

  it.each([
    ['2025-05-02', true],
    ['2024-05-02', false],
    ['2024-05-01', true],
    ['2024-10-02', true],
    ['2024-10-03', true],
    ['2024-10-04', false],
    ['2026-02-19', true],
    ['2026-02-20', false],
  ])('statutory(%s) = %j', (date, expected) => {
    expect(calendar.statutory(d(date))).toBe(expected);
  });

  it('has thirteen statutory holidays in a year since 2025', () => {
    let days = 0;
    for (let date = d('2026-01-01'); date <= '2026-12-31'; date = addDays(date, 1)) {
      if (calendar.statutory(date)) days += 1;
    }
    expect(days).toBe(13);
  });

  it.each([
    ['over a weekend', '2026-11-20', 5, '2026-11-27'],
    ['from a Sunday', '2026-11-22', 5, '2026-11-27'],
    ['over Spring Festival with a make-up Saturday at the end', '2026-02-13', 5, '2026-02-27'],
    ['onto a make-up Saturday', '2026-02-27', 1, '2026-02-28'],
    ['over National Day with its make-up days', '2026-09-30', 3, '2026-10-10'],
    ['none at all', '2026-11-21', 0, '2026-11-21'],
  ])('addWorkingDays %s: %s + %d = %s', (_name, date, days, expected) => {
    expect(addWorkingDays(d(date), days, calendar)).toBe(expected);
  });

  it.each([
    ['over a weekend', '2026-11-27', 5, '2026-11-20'],
    ['over Spring Festival', '2026-02-27', 5, '2026-02-13'],
    ['from a Saturday', '2026-11-28', 5, '2026-11-23'],
  ])('subtractWorkingDays %s: %s - %d = %s', (_name, date, days, expected) => {
    expect(subtractWorkingDays(d(date), days, calendar)).toBe(expected);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-21', '2026-11-23'],
    ['2026-10-01', '2026-10-08'],
    ['2026-02-14', '2026-02-14'],
  ])('rollForward(%s) = %s', (date, expected) => {
    expect(rollForward(d(date), calendar)).toBe(expected);
  });

  it.each([
    ['2026-11-20', '2026-11-27', 5],
    ['2026-11-27', '2026-11-20', -5],
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-02-13', '2026-02-28', 6],
  ])('workingDaysBetween(%s, %s) = %d', (a, b, expected) => {
    expect(workingDaysBetween(d(a), d(b), calendar)).toBe(expected);
  });

  it('pays statutory holidays but not the days exchanged', () => {
    const october = { from: d('2026-10-01'), to: d('2026-10-08') };
    expect(workingDaysIn(october, calendar)).toBe(1);
    expect(paidDaysIn(october, calendar)).toBe(4);
  });

  it.each([
    ['a day of an announced year', '2026-12-24', false],
    ['the last week before an unannounced year', '2026-12-25', true],
    ['the last week before an announced year', '2025-12-31', false],
    ['an unannounced year', '2027-06-01', true],
    ['the 25th of another month', '2026-11-25', false],
  ])('isProvisional: %s', (_name, date, expected) => {
    expect(isProvisional(d(date), calendar)).toBe(expected);
  });

  it('shows each day of the count, and why a day was passed over', () => {
    const count = countWorkingDays(d('2026-02-13'), 2, calendar);
    expect(count.date).toBe('2026-02-24');
    expect(count.isProvisional).toBe(false);
    expect(count.steps.map((each) => `${each.key} ${each.date}`)).toEqual([
      'calendar.first-day-not-counted 2026-02-13',
      'calendar.make-up-day 2026-02-14',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map(
        (day) => `calendar.holiday 2026-02-${day}`,
      ),
      'calendar.working-day 2026-02-24',
    ]);
    expect(count.steps[1]?.params).toEqual({ number: 1, dayOn: '2026-02-14' });
  });

  it('counts back the same way', () => {
    const count = countWorkingDaysBack(d('2026-11-24'), 2, calendar);
    expect(count.steps.map((each) => `${each.key} ${each.date}`)).toEqual([
      'calendar.first-day-not-counted 2026-11-24',
      'calendar.working-day 2026-11-23',
      'calendar.weekend 2026-11-22',
      'calendar.weekend 2026-11-21',
      'calendar.working-day 2026-11-20',
    ]);
  });

  it('says that a count is provisional', () => {
    const count = countWorkingDays(d('2026-12-30'), 3, calendar);
    expect(count.isProvisional).toBe(true);
    expect(count.steps.at(-1)?.key).toBe('calendar.provisional');
    const rolled = rollForwardWithSteps(d('2027-01-02'), calendar);
    expect(rolled.date).toBe('2027-01-04');
    expect(rolled.steps.map((each) => each.key)).toEqual(['calendar.rolled-forward', 'calendar.provisional']);
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %d days', (days) => {
    expect(() => addWorkingDays(d('2026-11-23'), days, calendar)).toThrow(RangeError);
  });

  it('property: what was added can be counted', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const end = addWorkingDays(date, days, calendar);
        expect(isWorkingDay(end, calendar)).toBe(true);
        expect(workingDaysBetween(date, end, calendar)).toBe(days);
      }),
    );
  });

  it('property: from a working day, adding and subtracting are inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, days) => {
        fc.pre(isWorkingDay(date, calendar));
        expect(subtractWorkingDays(addWorkingDays(date, days, calendar), days, calendar)).toBe(date);
      }),
    );
  });
});
