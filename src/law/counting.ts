import { addDays, addYears, diffDays, LocalDate, maxDate } from '../kernel/local-date';
import { article } from './articles';
import {
  countWorkingDays,
  countWorkingDaysBack,
  dayKind,
  isProvisional,
  isWorkingDay,
  rollForwardWithSteps,
  WorkCalendar,
} from './calendar';
import { step, Step } from './finding';

/** Why days pass uncounted: 中止, 公告送达, 暂缓受理, 时效中止. */
export type StandstillCause = 'suspension' | 'public-notice' | 'deferral' | 'limitation';

/**
 * A period stands still from `from` (not counted) to the day before `until` (counted again); for ever while null. A
 * public notice always has an end: thirty days after it began the paper is served.
 */
export type Standstill =
  | { readonly from: LocalDate; readonly until: LocalDate; readonly cause: StandstillCause }
  | {
      readonly from: LocalDate;
      readonly until: null;
      readonly cause: Exclude<StandstillCause, 'public-notice'>;
    };

type OpenStandstill = Extract<Standstill, { readonly until: null }>;

/** How a period is counted: all that is needed to count it again, on this calendar or a later one. */
export interface Counting {
  /** The day of the event that starts it, itself not counted (Civil Procedure Law 85). */
  readonly from: LocalDate;
  readonly length: number;
  readonly unit: 'working' | 'natural' | 'years';
  /** Back: the last day lies before the event, as for the notice of a hearing. Always in working days. */
  readonly direction: 'forward' | 'back';
  readonly stops: readonly Standstill[];
  /** Whether a last day off moves to the next working day. Not for a minimum of keeping, which nobody has to meet. */
  readonly rolls: boolean;
}

export interface Counted {
  /** The last day; null while the count stands still. */
  readonly dueOn: LocalDate | null;
  /** Days left when it was stopped, in days of the unit (years: natural days); null unless it stands still. */
  readonly standsAt: number | null;
  readonly isProvisional: boolean;
  readonly steps: readonly Step[];
}

export function forward(
  from: LocalDate,
  length: number,
  unit: Counting['unit'],
  stops: readonly Standstill[] = [],
): Counting {
  const ordered = [...stops].sort((a, b) => diffDays(b.from, a.from));
  return { from, length, unit, direction: 'forward', stops: ordered, rolls: true };
}

export function backward(from: LocalDate, length: number): Counting {
  return { from, length, unit: 'working', direction: 'back', stops: [], rolls: true };
}

/** The last day of a period and the working that leads to it. */
export function count(counting: Counting, calendar: WorkCalendar): Counted {
  return counting.unit === 'working' ? countWorking(counting, calendar) : countNatural(counting, calendar);
}

function countWorking({ from, length, direction, stops }: Counting, calendar: WorkCalendar): Counted {
  if (direction === 'back') {
    const back = countWorkingDaysBack(from, length, calendar);
    return { dueOn: back.date, standsAt: null, isProvisional: back.isProvisional, steps: back.steps };
  }
  const open = stops.find((stop): stop is OpenStandstill => stop.until === null);
  const closed = stops.filter((stop) => stop.until !== null);
  const whole = countWorkingDays(from, length, calendar, (day) => closed.some((stop) => covers(stop, day)));
  const stopped = closed.flatMap((stop) => {
    const toOn = addDays(stop.until, -1);
    return stop.from <= toOn && toOn > from && stop.from <= whole.date
      ? [notCountedStep(stop.cause, maxDate(stop.from, addDays(from, 1)), toOn)]
      : [];
  });
  // The last step, that a count is provisional, has no day of its own.
  const steps = [...whole.steps, ...stopped].sort((a, b) =>
    diffDays(b.date ?? whole.date, a.date ?? whole.date),
  );
  if (!open || whole.date < open.from) {
    return { dueOn: whole.date, standsAt: null, isProvisional: whole.isProvisional, steps };
  }
  const before = steps.filter(({ date }) => date !== undefined && (date === from || date < open.from));
  const left = length - before.filter(({ params }) => 'number' in params).length;
  return {
    dueOn: null,
    standsAt: left,
    isProvisional: false,
    steps: [...before, standsStillStep(open, left)],
  };
}

function countNatural(counting: Counting, calendar: WorkCalendar): Counted {
  const { from: start, length, stops, rolls } = counting;
  const steps: Step[] = [
    step(
      'calendar.first-day-not-counted',
      { dayOn: start },
      { date: start, article: article('civil-procedure', 85) },
    ),
  ];
  // Everything up to `day` has been looked at; `left` days are still to be counted after it.
  let day = start;
  let left = naturalDays(counting);
  for (const stop of stops) {
    const from = maxDate(stop.from, addDays(day, 1));
    if (stop.until !== null && stop.until <= from) continue;
    const before = diffDays(day, from) - 1;
    if (before >= left) break;
    left -= before;
    if (stop.until === null) {
      steps.push(standsStillStep(stop, left));
      return { dueOn: null, standsAt: left, isProvisional: false, steps };
    }
    day = addDays(stop.until, -1);
    steps.push(notCountedStep(stop.cause, from, day));
  }
  const lastOn = addDays(day, left);
  steps.push(
    counting.unit === 'years'
      ? step('calendar.years', { years: length, lastOn }, { date: lastOn })
      : step('calendar.natural-days', { days: length, lastOn }, { date: lastOn }),
  );
  if (!rolls) return { dueOn: lastOn, standsAt: null, isProvisional: false, steps };
  let end = rollForwardWithSteps(lastOn, calendar);
  steps.push(...end.steps);
  // All days are counted, but the day to which the end would move may itself be one of a standstill.
  for (let stop = stopOn(end.date); stop && end.date !== lastOn; stop = stopOn(end.date)) {
    if (stop.until === null) {
      return { dueOn: null, standsAt: 0, isProvisional: false, steps: [...steps, standsStillStep(stop, 0)] };
    }
    steps.push(notCountedStep(stop.cause, end.date, addDays(stop.until, -1)));
    end = rollForwardWithSteps(stop.until, calendar);
    steps.push(...end.steps);
  }
  return { dueOn: end.date, standsAt: null, isProvisional: end.isProvisional, steps };

  function stopOn(date: LocalDate): Standstill | undefined {
    return stops.find((stop) => covers(stop, date));
  }
}

/** A year ends on the day of the same name, or the last of a shorter February: 365 or 366 days on. */
function naturalDays({ from, length, unit }: Counting): number {
  return unit === 'years' ? diffDays(from, addYears(from, length)) : length;
}

function covers(stop: Standstill, day: LocalDate): boolean {
  return stop.from <= day && (stop.until === null || day < stop.until);
}

const suspensionArticle = () => article('rules', 46, undefined, 6);

function notCountedStep(cause: StandstillCause, fromOn: LocalDate, toOn: LocalDate): Step {
  const span = { fromOn, toOn, days: diffDays(fromOn, toOn) + 1 };
  switch (cause) {
    case 'suspension':
      return step('clock.days-suspended', span, { date: toOn, article: suspensionArticle() });
    case 'public-notice':
      return step('clock.days-of-public-notice', span, { date: toOn, article: suspensionArticle() });
    case 'deferral':
      return step('clock.days-deferred', span, { date: toOn, article: article('rules', 69) });
    case 'limitation':
      return step('limitation.days-suspended', span, { date: toOn, article: article('law', 27, 3) });
  }
}

function standsStillStep(stop: OpenStandstill, days: number): Step {
  const since = { fromOn: stop.from, days };
  const date = stop.from;
  switch (stop.cause) {
    case 'suspension':
      return step('clock.stands-still', since, { date, article: suspensionArticle() });
    case 'deferral':
      return step('clock.acceptance-deferred', since, { date, article: article('rules', 69) });
    case 'limitation':
      return step('limitation.stands-still', since, { date, article: article('law', 27, 3) });
  }
}

/**
 * start: the day of the event. counted, make-up (counted, a weekend worked in exchange): days of the period.
 * holiday, weekend: passed over. stood-still: not counted. rolled: the working day to which the end moved.
 */
export type CountedDayKind =
  'start' | 'counted' | 'make-up' | 'holiday' | 'weekend' | 'stood-still' | 'rolled';

export interface CountedDay {
  readonly on: LocalDate;
  readonly kind: CountedDayKind;
  /** Which day of the period it is, from 1; null when it is not counted. */
  readonly number: number | null;
  /** Why it stood still; null otherwise. */
  readonly cause: StandstillCause | null;
  /** Its holidays are not announced yet. */
  readonly isProvisional: boolean;
}

/**
 * Every day of a period from its start to its last day (counted back: to its first), and what each is: what a screen
 * draws. A count that stands still ends with the first day of the standstill. Work only for who asks: a period of years
 * has a row for each day.
 */
export function explainDays(counting: Counting, calendar: WorkCalendar): CountedDay[] {
  const total = naturalDays(counting);
  const days: CountedDay[] = [];
  const stopOn = (date: LocalDate) => counting.stops.find((each) => covers(each, date));
  const add = (on: LocalDate, kind: CountedDayKind, cause: StandstillCause | null = null): void => {
    const isCounted = kind === 'counted' || kind === 'make-up';
    if (isCounted) number += 1;
    const isUncertain = isProvisional(on, calendar);
    days.push({ on, kind, number: isCounted ? number : null, cause, isProvisional: isUncertain });
  };
  let number = 0;
  let day = counting.from;
  add(day, 'start');
  while (number < total) {
    day = addDays(day, counting.direction === 'back' ? -1 : 1);
    const stop = stopOn(day);
    if (stop) add(day, 'stood-still', stop.cause);
    else add(day, kindOf(day, counting.unit, calendar));
    if (stop?.until === null) return days;
  }
  if (!counting.rolls) return days;
  let isOver = isWorkingDay(day, calendar);
  while (!isOver) {
    day = addDays(day, 1);
    const stop = stopOn(day);
    isOver = !stop && isWorkingDay(day, calendar);
    if (stop) add(day, 'stood-still', stop.cause);
    else add(day, isOver ? 'rolled' : kindOf(day, 'working', calendar));
    if (stop?.until === null) return days;
  }
  return days;
}

function kindOf(day: LocalDate, unit: Counting['unit'], calendar: WorkCalendar): CountedDayKind {
  const kind = dayKind(day, calendar);
  if (kind === 'make-up-day') return unit === 'working' ? 'make-up' : 'counted';
  return kind === 'working-day' || unit !== 'working' ? 'counted' : kind;
}
