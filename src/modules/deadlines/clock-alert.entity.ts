import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockCode } from '../../law/clocks';

/** That somebody was told of a last day: once for each day and level, whoever sweeps and however often. */
@Entity('clock_alert')
export class ClockAlert {
  @PrimaryColumn('text')
  caseId: string;

  @PrimaryColumn('text')
  code: ClockCode;

  @PrimaryColumn('text')
  subject: string;

  /** A clock that got another last day is told of again. */
  @PrimaryColumn('date')
  dueOn: string;

  @PrimaryColumn('text')
  level: AlertLevel;

  @Column('timestamptz')
  at: Date;
}

export type AlertLevel = 'due-soon' | 'overdue';
