import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One respondent's answer: a draft until it is submitted, then fixed. */
@Entity('case_answer')
@Index('case_answer_party_id_key', ['partyId'], {
  unique: true,
  where: 'set_aside_at IS NULL AND superseded_at IS NULL',
})
export class CaseAnswer {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
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

  /** Written from a seat that was taken back: it is not the party's answer, and stays to be seen. */
  @Column('timestamptz', { nullable: true })
  setAsideAt: Date | null;

  /** The claims were changed after it: another one may take its place (Rules 44). */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
