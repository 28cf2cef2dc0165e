import { addDays, dayOf, LocalDate, monthOf, weekday, yearOf } from '../kernel/local-date';
import { eachDay, Period } from '../kernel/period';
import { article } from './articles';
import { step, Step } from './finding';

/** What a commission loads: the State Council's yearly notice (放假调休) and the statutory holidays that move. */
export interface CalendarData {
  /** Days off by the notice, statutory holidays and days exchanged for them. */
  readonly holidays: readonly LocalDate[];
  /** Saturdays and Sundays worked in exchange (调休上班). */
  readonly makeUpDays: readonly LocalDate[];
  /** Years whose notice has been loaded. */
  readonly announcedYears: readonly number[];
  /** Statutory holidays of the lunar calendar and Qingming; the fixed Gregorian ones are known here. */
  readonly statutory: readonly LocalDate[];
}

export interface WorkCalendar {
  readonly holidays: ReadonlySet<LocalDate>;
  readonly makeUpDays: ReadonlySet<LocalDate>;
  readonly announcedYears: ReadonlySet<number>;
  /** 法定休假日: the thirteen days (eleven before 2025) on which work is paid at 300 %. */
  statutory(date: LocalDate): boolean;
}

export function workCalendar(data: CalendarData): WorkCalendar {
  const moving = new Set(data.statutory);
  return {
    holidays: new Set(data.holidays),
    makeUpDays: new Set(data.makeUpDays),
    announcedYears: new Set(data.announcedYears),
    statutory: (date) => moving.has(date) || isFixedHoliday(date),
  };
}

/** New Year, Labour Day (two days since 2025) and the three National Days do not move. */
function isFixedHoliday(date: LocalDate): boolean {
  const day = date.slice(5);
  if (day === '05-02') return yearOf(date) >= 2025;
  return day === '01-01' || day === '05-01' || day === '10-01' || day === '10-02' || day === '10-03';
}

export type DayKind = 'working-day' | 'make-up-day' | 'holiday' | 'weekend';

/** What a day is. A make-up day is a working day; a year without a notice knows its statutory holidays alone. */
export function dayKind(date: LocalDate, calendar: WorkCalendar): DayKind {
  if (calendar.makeUpDays.has(date)) return 'make-up-day';
  if (calendar.holidays.has(date) || calendar.statutory(date)) return 'holiday';
  return weekday(date) <= 5 ? 'working-day' : 'weekend';
}

export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  const kind = dayKind(date, calendar);
  return kind === 'working-day' || kind === 'make-up-day';
}

/**
 * Whether the days off around this date are still to be announced. The notice for a year also moves days in the
 * last week of December before it, so such a day waits for the next year's notice too.
 */
export function isProvisional(date: LocalDate, calendar: WorkCalendar): boolean {
  const year = yearOf(date);
  if (!calendar.announcedYears.has(year)) return true;
  return monthOf(date) === 12 && dayOf(date) >= 25 && !calendar.announcedYears.has(year + 1);
}

/** The n-th working day after `date`; the day itself is not counted (Rules 19, Civil Procedure Law 85). */
export function addWorkingDays(date: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  return walk(date, days, 1, calendar).date;
}

/** The n-th working day before `date`; for periods that end with an event and are counted back from it. */
export function subtractWorkingDays(date: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  return walk(date, days, -1, calendar).date;
}

/** A natural-day period that ends on a day off ends on the next working day (Civil Procedure Law 85). */
export function rollForward(date: LocalDate, calendar: WorkCalendar): LocalDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** Working days after a up to and including b; negative when b is before a. */
export function workingDaysBetween(a: LocalDate, b: LocalDate, calendar: WorkCalendar): number {
  if (b < a) return 0 - workingDaysBetween(b, a, calendar);
  return a === b ? 0 : workingDaysIn({ from: addDays(a, 1), to: b }, calendar);
}

export function workingDaysIn(span: Period, calendar: WorkCalendar): number {
  let days = 0;
  for (const date of eachDay(span)) if (isWorkingDay(date, calendar)) days += 1;
  return days;
}

/**
 * Days paid when a month's wage is spread over 21.75 days: working days and statutory holidays, which are paid
 * (Labour Law 51).
 */
export function paidDaysIn(span: Period, calendar: WorkCalendar): number {
  let days = 0;
  for (const date of eachDay(span)) if (isWorkingDay(date, calendar) || calendar.statutory(date)) days += 1;
  return days;
}

/** A count with each day shown. */
export interface Count {
  readonly date: LocalDate;
  readonly isProvisional: boolean;
  readonly steps: readonly Step[];
}

/** Like addWorkingDays, with a step for each day counted or passed over; days on which it `standsStill` are left out. */
export function countWorkingDays(
  date: LocalDate,
  days: number,
  calendar: WorkCalendar,
  standsStill: (day: LocalDate) => boolean = () => false,
): Count {
  return walk(date, days, 1, calendar, standsStill);
}

/** Like subtractWorkingDays, with its steps. */
export function countWorkingDaysBack(date: LocalDate, days: number, calendar: WorkCalendar): Count {
  return walk(date, days, -1, calendar);
}

function walk(
  start: LocalDate,
  days: number,
  direction: 1 | -1,
  calendar: WorkCalendar,
  standsStill: (day: LocalDate) => boolean = () => false,
): Count {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  const steps: Step[] = [
    step(
      'calendar.first-day-not-counted',
      { dayOn: start },
      { date: start, article: article('civil-procedure', 85) },
    ),
  ];
  let date = start;
  let isUncertain = false;
  for (let number = 0; number < days;) {
    date = addDays(date, direction);
    if (standsStill(date)) continue;
    isUncertain ||= isProvisional(date, calendar);
    if (isWorkingDay(date, calendar)) number += 1;
    steps.push(dayStep(date, number, calendar));
  }
  if (isUncertain) steps.push(provisionalStep());
  return { date, isProvisional: isUncertain, steps };
}

function dayStep(date: LocalDate, number: number, calendar: WorkCalendar): Step {
  switch (dayKind(date, calendar)) {
    case 'make-up-day':
      return step('calendar.make-up-day', { number, dayOn: date }, { date });
    case 'working-day':
      return step('calendar.working-day', { number, dayOn: date }, { date });
    case 'holiday':
      return step('calendar.holiday', { dayOn: date }, { date });
    case 'weekend':
      return step('calendar.weekend', { dayOn: date }, { date });
  }
}

function provisionalStep(): Step {
  return step('calendar.provisional');
}

/** The last day of a period of natural days, moved off a day off, with the steps of the move. */
export function rollForwardWithSteps(date: LocalDate, calendar: WorkCalendar): Count {
  const end = rollForward(date, calendar);
  let isUncertain = false;
  for (const day of eachDay({ from: date, to: end })) isUncertain ||= isProvisional(day, calendar);
  const steps: Step[] = [];
  if (end !== date) {
    steps.push(
      step(
        'calendar.rolled-forward',
        { fromOn: date, toOn: end },
        { date: end, article: article('civil-procedure', 85) },
      ),
    );
  }
  if (isUncertain) steps.push(provisionalStep());
  return { date: end, isProvisional: isUncertain, steps };
}
