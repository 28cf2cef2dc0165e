import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import type { HearingState } from './conferencing/protocol';

@Entity('hearing')
@Unique('hearing_case_id_ordinal_key', ['caseId', 'ordinal'])
@Index('hearing_case_id_pending_key', ['caseId'], {
  unique: true,
  where: `state IN ('scheduled', 'lobby-open', 'in-session', 'recess')`,
})
export class Hearing {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  commissionId: string;

  @Column('text')
  roomId: string;

  /** First, second … hearing of the case. */
  @Column('int')
  ordinal: number;

  @Column('text')
  state: HearingState;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  /** The first day the notice period allowed when the hearing was set down (Rules 38). */
  @Column('date')
  earliestDay: LocalDate;

  @Column('boolean')
  isNoticeWaived: boolean;

  @Column('timestamptz')
  setDownAt: Date;

  @Column('text')
  setDownBy: string;

  @Column('timestamptz', { nullable: true })
  openedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** Why it was adjourned or cancelled. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** What the arbitrator found about an absent respondent (Rules 39). */
  @Column('text', { nullable: true })
  absenceReason: string | null;

  @VersionColumn()
  version: number;
}
