import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { ClockCode, ClockState } from '../../law/clocks';

/** A clock as derived from the case's record; the whole row can be derived again at any time. */
@Entity('case_clock')
export class CaseClock {
  @PrimaryColumn('text')
  caseId: string;

  @PrimaryColumn('text')
  code: ClockCode;

  /** The respondent, hearing or award it belongs to; empty for the whole case. */
  @PrimaryColumn('text')
  subject: string;

  @Column('text')
  state: ClockState;

  @Column('date')
  startedOn: string;

  @Column('date', { nullable: true })
  dueOn: string | null;

  @Column('date', { nullable: true })
  metOn: string | null;

  @Column('int', { nullable: true })
  standsAt: number | null;

  @Column('text', { nullable: true })
  restartedBy: string | null;

  /** The count passes days whose holidays are not yet announced. */
  @Column('boolean')
  isProvisional: boolean;

  @Column('jsonb')
  finding: JsonObject;
}
