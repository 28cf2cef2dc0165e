import { currentLocale } from '../app/i18n';

/** 1234560 fen → ¥12,345.60 */
export function yuan(fen: number): string {
  return `¥${yuanText(fen)}`;
}

/** 1234560 fen → 12,345.60 */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = String(Math.abs(fen) % 100).padStart(2, '0');
  return `${sign}${whole.toLocaleString('en-US')}.${rest}`;
}

const FULL_WIDTH = /[\uff10-\uff19\uff0e\uff0c]/g;

/** '1.2万', '12,345.60元', full-width digits; null when it is no amount. */
export function parseYuan(text: string): number | null {
  const plain = text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[,\s¥￥元]/g, '');
  const match = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match) return null;
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}

/** Legal days have no zone: they are drawn as if at noon UTC. */
function dayOf(date: string): Date {
  return new Date(`${date.slice(0, 10)}T12:00:00Z`);
}

/** Whether it is a day of the calendar: no 31 February, no month 13. */
export function isDay(date: string): boolean {
  const day = dayOf(date);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date.slice(0, 10));
}

/** '2026-11-23' → 2026年11月23日 / 23 November 2026; what is no day is shown as it was typed. */
export function longDate(date: string): string {
  if (!isDay(date)) return date;
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(dayOf(date));
}

/** …with the day of the week. */
export function longDateWithWeekday(date: string): string {
  if (!isDay(date)) return date;
  const weekday = new Intl.DateTimeFormat(dateLocale(), { weekday: 'short', timeZone: 'UTC' }).format(
    dayOf(date),
  );
  return currentLocale() === 'en' ? `${weekday}, ${longDate(date)}` : `${longDate(date)}（${weekday}）`;
}

/** An instant, in the time of the commissions. */
export function dateTime(instant: string): string {
  const separator = currentLocale() === 'en' ? ', ' : ' ';
  return longDate(legalDayOf(instant)) + separator + timeOfDay(instant);
}

export function timeOfDay(instant: string): string {
  return new Intl.DateTimeFormat(dateLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
}

/** The legal day of an instant. */
export function legalDayOf(instant: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  );
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

function dateLocale(): string {
  const locale = currentLocale();
  return locale === 'en' ? 'en-GB' : locale;
}
