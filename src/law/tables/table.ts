import { LocalDate } from '../../kernel/local-date';
import { Step, step } from '../finding';
import { placesAround } from './areas';

export type TableName =
  | 'minimum-wage'
  | 'average-wage'
  | 'heat-allowance'
  | 'disposable-income'
  | 'injury-medical-months'
  | 'injury-employment-months';

/** One figure of a yearly table, in force in its area from a day until the next row. */
export interface TableRow {
  /** City whose figure it is: 'guangzhou', 'shenzhen', …; or a province, or the whole country. */
  readonly area: string;
  readonly from: LocalDate;
  /** Of several figures of one table what this one is for, where there are several. */
  readonly item?: string;
  /** Fen, or what the table counts: months. */
  readonly value: number;
  readonly source: string;
  /** False while nobody has compared the figure with the document named. */
  readonly isVerified: boolean;
}

/** The row in force on a day; null when the table has none. Never the nearest one: a figure is not guessed. */
export function rowOn(rows: readonly TableRow[], area: string, on: LocalDate): TableRow | null {
  let found: TableRow | null = null;
  for (const row of rows) {
    if (row.area === area && row.from <= on && (found === null || row.from > found.from)) found = row;
  }
  return found;
}

/** The figure of the city; else that of the province or the country around it. */
export function nearestRow(
  rows: readonly TableRow[],
  area: string,
  on: LocalDate,
  item?: string,
): TableRow | null {
  const fitting = item === undefined ? rows : rows.filter((row) => row.item === item);
  for (const place of placesAround(area)) {
    const row = rowOn(fitting, place, on);
    if (row) return row;
  }
  return null;
}

/** Says so when nobody has compared the figure, an amount, with its document: the commission has to confirm it. */
export function unverifiedAmount(row: TableRow): Step[] {
  return row.isVerified ? [] : [step('table.not-verified', { valueFen: row.value, fromOn: row.from })];
}

/** A computation that cannot be made at all without a figure that the commission has not loaded. */
export class MissingTableRow extends Error {
  constructor(
    readonly table: TableName,
    readonly area: string,
    readonly on: LocalDate,
  ) {
    super(`no ${table} for ${area} on ${on}`);
    this.name = 'MissingTableRow';
  }
}
