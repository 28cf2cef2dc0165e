import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TableName } from '../../law/tables/table';

const asNumber = { to: (n: number) => n, from: Number };

/** loaded: comes with the program. A withdrawn row is not read any more. */
export type FigureChange = 'loaded' | 'added' | 'corrected' | 'verified' | 'withdrawn';

/**
 * One version of a row of a yearly table of the law; the last one stands. Rows come with the program, and a commission
 * changes them when it has the document: by writing the next version, never over the one before.
 */
@Entity('law_figure')
export class LawFigure {
  @PrimaryColumn('text')
  tableName: TableName;

  /** A city, a province or the country. */
  @PrimaryColumn('text')
  area: string;

  /** In force from this day until the next row. */
  @PrimaryColumn('date')
  fromOn: string;

  /** Which of several figures of the table: a grade of disability, months of the year; empty where there is one. */
  @PrimaryColumn('text')
  item: string;

  @PrimaryColumn('int')
  version: number;

  @Column('text')
  change: FigureChange;

  /** Fen, or months. */
  @Column('bigint', { transformer: asNumber })
  value: number;

  @Column('text')
  source: string;

  /** Compared with the document named; until then every computation that uses it says so. */
  @Column('boolean')
  isVerified: boolean;

  /** With which document it was compared. */
  @Column('text', { nullable: true })
  document: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** Whose director entered it; null for what comes with the program, as are the three below. */
  @Column('text', { nullable: true })
  commissionId: string | null;

  @Column('text', { nullable: true })
  enteredBy: string | null;

  /** As it was then: the version says who, also when the account has gone. */
  @Column('text', { nullable: true })
  enteredByName: string | null;

  @Column('timestamptz', { nullable: true })
  enteredAt: Date | null;
}

/** What stands: of each row its last version, without those withdrawn. */
export function standing(versions: readonly LawFigure[]): LawFigure[] {
  const last = new Map<string, LawFigure>();
  for (const each of versions) {
    const key = JSON.stringify([each.tableName, each.area, each.fromOn, each.item]);
    const known = last.get(key);
    if (!known || known.version < each.version) last.set(key, each);
  }
  return [...last.values()].filter(({ change }) => change !== 'withdrawn');
}
