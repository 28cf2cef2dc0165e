import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type Capacity = 'claimant' | 'respondent' | 'arbitrator' | 'recorder';

/** How a person stands to a case. Permissions hang on this, not on roles. */
@Entity('case_member')
export class CaseMember {
  @PrimaryColumn('text')
  caseId: string;

  @Index('case_member_user_id_idx')
  @PrimaryColumn('text')
  userId: string;

  @PrimaryColumn('text')
  capacity: Capacity;

  @Column('text', { nullable: true })
  partyId: string | null;

  @Column('timestamptz')
  since: Date;

  /** Set when it ended (recusal, change of agent); the row stays. */
  @Column('timestamptz', { nullable: true })
  until: Date | null;

  /** Challenged, and not decided yet: until then the person stands aside (Rules 12(2)). */
  @Column('timestamptz', { nullable: true })
  challengedAt: Date | null;
}
