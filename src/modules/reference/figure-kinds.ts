import { addYears, LocalDate, localDate } from '../../kernel/local-date';
import { isArea, placesAround } from '../../law/tables/areas';
import type { TableName, TableRow } from '../../law/tables/table';

/** Whose figure a table holds: computations look for it in no other place. */
export type FigureLevel = 'city' | 'province' | 'country';

export interface FigureKind {
  /** What the value counts. */
  readonly unit: 'fen' | 'months';
  readonly levels: readonly FigureLevel[];
  /** What `item` says: nothing where the table has one figure a day. */
  readonly item: 'none' | 'months-of-year' | 'disability-grade';
  /** A slip of the finger, not a figure. */
  readonly below: number;
}

/** What a row of each table may look like. */
export const FIGURE_KINDS: Readonly<Record<TableName, FigureKind>> = {
  'minimum-wage': { unit: 'fen', levels: ['city'], item: 'none', below: 100_000_00 },
  'average-wage': { unit: 'fen', levels: ['city', 'province'], item: 'none', below: 1_000_000_00 },
  'heat-allowance': {
    unit: 'fen',
    levels: ['city', 'province'],
    item: 'months-of-year',
    below: 100_000_00,
  },
  'disposable-income': { unit: 'fen', levels: ['country'], item: 'none', below: 10_000_000_00 },
  'injury-medical-months': {
    unit: 'months',
    levels: ['city', 'province'],
    item: 'disability-grade',
    below: 241,
  },
  'injury-employment-months': {
    unit: 'months',
    levels: ['city', 'province'],
    item: 'disability-grade',
    below: 241,
  },
};

export const TABLE_NAMES = Object.keys(FIGURE_KINDS) as TableName[];

/** Before the Labour Law was in force no figure of today's law was. */
const FIRST_DAY = localDate('1995-01-01');
/** Figures are published ahead of their day, not years ahead. */
const YEARS_AHEAD = 2;

export function levelOf(area: string): FigureLevel {
  if (isArea(area)) return 'city';
  const above = { guangdong: 'province', china: 'country' } as const;
  return above[area as keyof typeof above] ?? 'city';
}

/** Where a commission of an area may say what the figure is: its own city, and what is above it. */
export function areasOf(table: TableName, area: string): string[] {
  return placesAround(area).filter((place) => FIGURE_KINDS[table].levels.includes(levelOf(place)));
}

export interface FigureProblem {
  readonly field: 'area' | 'from' | 'item' | 'value' | 'source';
  readonly code: string;
}

/** What keeps a row from being one of its table. */
export function figureProblems(
  table: TableName,
  row: Pick<TableRow, 'area' | 'from' | 'value' | 'source'> & { readonly item: string },
  today: LocalDate,
): FigureProblem[] {
  const kind = FIGURE_KINDS[table];
  const found: FigureProblem[] = [];
  if (!kind.levels.includes(levelOf(row.area))) found.push({ field: 'area', code: 'figure.not-of-area' });
  if (row.from < FIRST_DAY) found.push({ field: 'from', code: 'field.long-ago' });
  if (row.from > addYears(today, YEARS_AHEAD)) found.push({ field: 'from', code: 'figure.too-far-ahead' });
  if (!isItem(kind.item, row.item)) found.push({ field: 'item', code: 'field.choice' });
  const value = valueProblem(kind, row.value);
  if (value) found.push({ field: 'value', code: value });
  if (row.source.trim() === '') found.push({ field: 'source', code: 'field.required' });
  return found;
}

function valueProblem({ unit, below }: FigureKind, value: number): string | null {
  if (!Number.isSafeInteger(value)) return unit === 'fen' ? 'field.amount' : 'field.whole-number';
  if (value <= 0) return unit === 'fen' ? 'field.amount-zero' : 'field.too-small';
  return value >= below ? 'field.too-big' : null;
}

function isItem(kind: FigureKind['item'], item: string): boolean {
  switch (kind) {
    case 'none':
      return item === '';
    case 'disability-grade':
      return /^([5-9]|10)$/.test(item);
    case 'months-of-year': {
      const [, first, last] = /^(\d{1,2})-(\d{1,2})$/.exec(item) ?? [];
      return first !== undefined && isMonth(first) && isMonth(last!) && Number(first) <= Number(last);
    }
  }
}

const isMonth = (text: string): boolean => /^([1-9]|1[0-2])$/.test(text);
