import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Entry } from './catalogue';

/** 案卷: what was filed away when a case had ended; a later revision holds what came afterwards, too. */
@Entity('case_file')
export class CaseFile {
  @PrimaryColumn('text')
  caseId: string;

  @PrimaryColumn('int')
  revision: number;

  @Column('text')
  closedBy: 'award' | 'other';

  @Column('jsonb')
  entries: Entry[];

  /** The last day of the time that Rules 24 demand at least. */
  @Column('date')
  keptUntil: string;

  @Column('text')
  archivedBy: string;

  @Column('timestamptz')
  archivedAt: Date;
}
