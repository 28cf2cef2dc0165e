import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One respondent's answer: a draft until it is submitted, then fixed. */
@Entity('case_answer')
export class CaseAnswer {
  @PrimaryColumn('text')
  partyId: string;

  @Index('case_answer_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('int')
  version: number;

  @Column('bytea')
  dataSealed: Buffer;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('timestamptz')
  updatedAt: Date;
}
