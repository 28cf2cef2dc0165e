import { LocalDate, localDate } from '../../kernel/local-date';
import { TableRow } from './table';

/**
 * How many days a month has for wages and for work, in hundredths of a day. National figures: not for a commission
 * to change.
 */

/** 月计薪天数: (365 − 104) ÷ 12; the same since 2008. */
export const PAID_DAYS: readonly [TableRow, ...TableRow[]] = [
  row('2008-01-03', 2175, '劳社部发〔2008〕3号'),
  row('2025-01-01', 2175, '人社部发〔2025〕2号'),
];

/** 月工作日: (365 − 104 − 11) ÷ 12, since 2025 with thirteen statutory holidays (365 − 104 − 13) ÷ 12. */
export const WORKING_DAYS: readonly [TableRow, ...TableRow[]] = [
  row('2008-01-03', 2083, '劳社部发〔2008〕3号'),
  row('2025-01-01', 2067, '人社部发〔2025〕2号'),
];

/** The row of a day; wages of an earlier time are converted as under the first. */
export function monthDays(rows: readonly [TableRow, ...TableRow[]], on: LocalDate): number {
  return rows.reduce((found, each) => (each.from <= on ? each : found), rows[0]).value;
}

function row(from: string, value: number, source: string): TableRow {
  return { area: 'china', from: localDate(from), value, source, isVerified: true };
}
