import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An official paper: the facts it was drawn from are kept, so that it can be drawn again and compared. */
@Entity('paper')
@Index('paper_case_id_idx', ['caseId', 'issuedAt'])
export class Paper {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  commissionId: string;

  @Column('text')
  kind: string;

  /** 正卷 main, 副卷 sub (Rules 22): parties read the main volume and never the other. */
  @Column('text')
  volume: 'main' | 'sub';

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  caseNumber: string | null;

  @Column('bytea')
  factsSealed: Buffer;

  /** Ids of the case's parties it is to be served on. */
  @Column('text', { array: true })
  addressees: string[];

  /** What the paper is about beyond the case: a hearing, an award. */
  @Column('text', { nullable: true })
  subject: string | null;

  @Index('paper_verification_code_key', { unique: true })
  @Column('text', { nullable: true })
  verificationCode: string | null;

  @Column('text')
  state: 'pending' | 'rendered';

  @Column('text', { nullable: true })
  fileId: string | null;

  @Column('text', { nullable: true })
  sha256: string | null;

  @Column('timestamptz')
  issuedAt: Date;

  /** Since when it is good for nothing any more; it stays to be seen. */
  @Column('timestamptz', { nullable: true })
  voidSince: Date | null;
}
