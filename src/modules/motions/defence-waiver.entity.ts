import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A respondent has expressly given up the time to answer changed claims (Rules 44(1)). */
@Entity('defence_waiver')
export class DefenceWaiver {
  /** The change. */
  @PrimaryColumn('text')
  motionId: string;

  @PrimaryColumn('text')
  partyId: string;

  @Column('text')
  waivedBy: string;

  @Column('timestamptz')
  waivedAt: Date;
}
