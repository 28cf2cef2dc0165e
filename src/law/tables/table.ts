import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';

/** One figure of a yearly table, in force in its area from a day until the next row. */
export interface TableRow {
  /** City whose figure it is: 'guangzhou', 'shenzhen', … */
  readonly area: string;
  readonly from: LocalDate;
  readonly value: Fen;
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

/** A computation that cannot be made at all without a figure that the commission has not loaded. */
export class MissingTableRow extends Error {
  constructor(
    readonly table: 'minimum-wage' | 'average-wage',
    readonly area: string,
    readonly on: LocalDate,
  ) {
    super(`no ${table} for ${area} on ${on}`);
    this.name = 'MissingTableRow';
  }
}
