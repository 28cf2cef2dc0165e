import { dayOf, monthOf, yearOf, type LocalDate } from '../../kernel/local-date';

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99: 一, 十, 十一, 二十, 二十三. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new RangeError(`not between 1 and 99: ${value}`);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return ones === 0 ? head : `${head}${DIGITS[ones]}`;
}

/** 2026年11月23日 */
export function chineseDate(date: LocalDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;
}

/** 二〇二六年十一月二十三日, as awards are dated */
export function chineseDateInWords(date: LocalDate): string {
  const year = [...String(yearOf(date))].map((digit) => DIGITS[Number(digit)]).join('');
  return `${year}年${chineseNumber(monthOf(date))}月${chineseNumber(dayOf(date))}日`;
}

/** 2026年3月1日至2026年8月31日 */
export function chinesePeriod(from: LocalDate, to: LocalDate): string {
  return from === to ? chineseDate(from) : `${chineseDate(from)}至${chineseDate(to)}`;
}

const INSTANT = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant (ISO 8601) as the clerk's clock shows it: 2026年11月23日14时05分09秒 */
export function chineseInstant(iso: string, precision: 'minute' | 'second' = 'second'): string {
  const part = new Map(INSTANT.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(part.get(type));
  const day = `${number('year')}年${number('month')}月${number('day')}日`;
  const seconds = precision === 'second' ? `${part.get('second')}秒` : '';
  return `${day}${number('hour')}时${part.get('minute')}分${seconds}`;
}
