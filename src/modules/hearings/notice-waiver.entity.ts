import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A party does without the five working days between notice and hearing (Rules 38). */
@Entity('notice_waiver')
export class NoticeWaiver {
  @PrimaryColumn('text')
  caseId: string;

  @PrimaryColumn('text')
  userId: string;

  @Column('text')
  side: 'claimant' | 'respondent';

  @Column('timestamptz')
  waivedAt: Date;
}
