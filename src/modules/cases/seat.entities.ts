import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That the clerk sent a respondent its code, to a number the clerk had checked with the company. */
@Entity('join_code_sending')
export class JoinCodeSending {
  @PrimaryColumn('text')
  id: string;

  @Index('join_code_sending_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('text')
  partyId: string;

  @Column('bytea')
  phoneSealed: Buffer;

  /** How the number was found to be the company's. */
  @Column('text')
  checkedHow: string;

  @Column('text')
  sentBy: string;

  @Column('timestamptz')
  sentAt: Date;
}

/** That a seat was taken back, from whom and why. */
@Entity('seat_release')
export class SeatRelease {
  @PrimaryColumn('text')
  id: string;

  @Index('seat_release_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('text')
  partyId: string;

  /** Who had the seat. */
  @Column('text')
  userId: string;

  /** Whom that account had said it was. */
  @Column('text', { nullable: true })
  representativeName: string | null;

  @Column('text')
  reason: string;

  @Column('text')
  releasedBy: string;

  @Column('timestamptz')
  releasedAt: Date;
}
