/**
 * A legal day: 'YYYY-MM-DD' with no time and no zone. Comparing two of them as text compares them as days.
 * Day arithmetic goes through Date.UTC only, so no machine's time zone can move a deadline.
 */
export type LocalDate = string & { readonly __localDate: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false;
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
export const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Same day of the month, or the last day of a shorter month (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = shiftMonth(date, months);
  return build(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/**
 * The first day after `months` full months have been lived through, the first day counted: from 1 March, one
 * month ends with 31 March and 1 April is the day after. Where the target month has no such day, the month
 * ends with its last day and the day after is the first of the next: one month from 31 January → 1 March.
 */
export function afterMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = shiftMonth(date, months);
  const day = dayOf(date);
  if (day <= daysInMonth(year, month)) return build(year, month, day);
  return addDays(build(year, month, daysInMonth(year, month)), 1);
}

/** Days from a to b: positive when b is later. */
export function diffDays(a: LocalDate, b: LocalDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Full months lived through from a (counted) to b (not counted). Zero when b is not after a. */
export function monthsBetween(a: LocalDate, b: LocalDate): number {
  if (b <= a) return 0;
  let months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a);
  if (afterMonths(a, months) > b) months -= 1;
  return months;
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  // Day 0 of the Unix count, 1 January 1970, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function minDate(first: LocalDate, ...rest: LocalDate[]): LocalDate {
  return rest.reduce((least, date) => (date < least ? date : least), first);
}

export function maxDate(first: LocalDate, ...rest: LocalDate[]): LocalDate {
  return rest.reduce((most, date) => (date > most ? date : most), first);
}

export function startOfMonth(date: LocalDate): LocalDate {
  return build(yearOf(date), monthOf(date), 1);
}

export function endOfMonth(date: LocalDate): LocalDate {
  return build(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

function shiftMonth(date: LocalDate, months: number): { year: number; month: number } {
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayNumber(date: LocalDate): number {
  // Date.UTC reads the years 0–99 as 1900–1999; shifting by whole 400-year cycles (146097 days) avoids it.
  return Date.UTC(yearOf(date) + 400, monthOf(date) - 1, dayOf(date)) / DAY_MS - 146_097;
}

function fromDayNumber(day: number): LocalDate {
  const date = new Date((day + 146_097) * DAY_MS);
  return build(date.getUTCFullYear() - 400, date.getUTCMonth() + 1, date.getUTCDate());
}

function build(year: number, month: number, day: number): LocalDate {
  const text = [String(year).padStart(4, '0'), pad2(month), pad2(day)].join('-');
  return localDate(text);
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
