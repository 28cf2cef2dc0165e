import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An application made orally at the counter, as it was taken down, read back and confirmed (Rules 29(3)). */
@Entity('oral_application')
export class OralApplication {
  @PrimaryColumn('text')
  id: string;

  @Index('oral_application_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('bytea')
  textSealed: Buffer;

  @Column('text')
  confirmedBy: 'signature' | 'fingerprint';

  /** The sheet signed or fingerprinted on paper; null where it was signed on the screen. */
  @Column('text', { nullable: true })
  sheetFileId: string | null;

  @Column('text')
  takenBy: string;

  @Column('timestamptz')
  takenAt: Date;
}
