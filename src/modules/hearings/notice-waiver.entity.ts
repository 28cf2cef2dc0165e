import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A party does without the five working days between the notice of one hearing and that hearing (Rules 38). */
@Entity('notice_waiver')
@Index('notice_waiver_case_id_user_id_hearing_id_key', ['caseId', 'userId', 'hearingId'], { unique: true })
export class NoticeWaiver {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  userId: string;

  /** The hearing it is for; null for the next one, which is not set down yet. */
  @Column('text', { nullable: true })
  hearingId: string | null;

  @Column('text')
  side: 'claimant' | 'respondent';

  @Column('timestamptz')
  waivedAt: Date;
}
