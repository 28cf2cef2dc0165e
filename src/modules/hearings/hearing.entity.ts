import { Column, Entity, Index, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import type { LocalDate } from '../../kernel/local-date';
import type { HearingMode, HearingState } from './conferencing/protocol';

@Entity('hearing')
@Index('hearing_starts_at_idx', ['startsAt'])
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

  /** The online room; null when everybody comes to the chamber. */
  @Column('text', { nullable: true })
  roomId: string | null;

  /** The chamber of the commission; null when everybody is heard by video. */
  @Column('text', { nullable: true })
  chamberId: string | null;

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

  @Column('boolean')
  isPublic: boolean;

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

  @VersionColumn()
  version: number;
}

/** Where it is held follows from the places taken for it. */
export function modeOf({ roomId, chamberId }: Pick<Hearing, 'roomId' | 'chamberId'>): HearingMode {
  if (chamberId === null) return 'online';
  return roomId === null ? 'on-site' : 'mixed';
}

/** That a case which had been heard is heard again, and why. */
@Entity('hearing_reopening')
export class HearingReopening {
  @PrimaryColumn('text')
  id: string;

  @Index('hearing_reopening_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('text')
  reason: string;

  @Column('text')
  reopenedBy: string;

  @Column('timestamptz')
  reopenedAt: Date;
}

/** A party over whose absence a hearing went on (Rules 39): stated party by party, as the notice is served. */
@Entity('hearing_absence')
export class HearingAbsence {
  @PrimaryColumn('text')
  hearingId: string;

  @PrimaryColumn('text')
  partyId: string;

  /** What the arbitrator found about it. */
  @Column('text')
  reason: string;

  @Column('date')
  noticeServedOn: LocalDate;
}
