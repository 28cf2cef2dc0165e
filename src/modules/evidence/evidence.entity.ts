import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One piece of evidence as it was handed in: by whom, to prove what, with the original or not. */
@Entity('evidence')
@Unique('evidence_case_id_party_id_number_key', ['caseId', 'partyId', 'number'])
export class Evidence {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  partyId: string;

  /** 1, 2, … within the party. */
  @Column('int')
  number: number;

  /** The item of the application it comes from; null for a later addition. */
  @Column('text', { nullable: true })
  itemId: string | null;

  @Column('text')
  fileId: string;

  @Column('text')
  name: string;

  /** 证明对象. */
  @Column('text')
  purpose: string;

  /** 证据来源 (Rules 29). */
  @Column('text', { nullable: true })
  source: string | null;

  @Column('boolean')
  hasOriginal: boolean;

  /** Handed in after the evidence period (Rules 15). */
  @Column('boolean')
  isLate: boolean;

  @Column('text', { nullable: true })
  lateReason: string | null;

  @Column('text')
  submittedBy: string;

  @Column('timestamptz')
  submittedAt: Date;

  /** Handed in from a seat that was taken back: it stays to be seen, and is not the party's. */
  @Column('timestamptz', { nullable: true })
  setAsideAt: Date | null;
}
