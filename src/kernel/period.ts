import { addDays, diffDays, LocalDate, maxDate, minDate } from './local-date';

/** From one day to another, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function period(from: LocalDate, to: LocalDate): Period {
  if (to < from) throw new RangeError(`a period cannot end (${to}) before it starts (${from})`);
  return { from, to };
}

export function contains(span: Period, date: LocalDate): boolean {
  return span.from <= date && date <= span.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

export function intersect(a: Period, b: Period): Period | null {
  if (!overlaps(a, b)) return null;
  return { from: maxDate(a.from, b.from), to: minDate(a.to, b.to) };
}

export function daysIn(span: Period): number {
  return diffDays(span.from, span.to) + 1;
}

export function* eachDay(span: Period): Generator<LocalDate> {
  for (let date = span.from; date <= span.to; date = addDays(date, 1)) yield date;
}
