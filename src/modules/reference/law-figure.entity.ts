import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TableName } from '../../law/tables/table';

const asNumber = { to: (n: number) => n, from: Number };

/** A row of a yearly table of the law. Comes with the program; a commission changes it when it has the document. */
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

  /** Fen, or months. */
  @Column('bigint', { transformer: asNumber })
  value: number;

  @Column('text')
  source: string;

  /** Compared with the document named; until then every computation that uses it says so. */
  @Column('boolean')
  isVerified: boolean;
}
