import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An application being written. Everything typed is kept at each step, sealed, and can be taken up on another device. */
@Entity('application_draft')
@Index('application_draft_user_id_idx', ['userId', 'updatedAt'])
@Index('application_draft_corrects_case_id_idx', ['correctsCaseId'], {
  where: 'corrects_case_id IS NOT NULL',
})
export class ApplicationDraft {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  userId: string;

  @Column('int')
  version: number;

  @Column('text')
  step: string;

  @Column('bytea')
  dataSealed: Buffer;

  @Column('text', { nullable: true })
  submittedCaseId: string | null;

  /** The case whose application this draft corrects (Rules 29). */
  @Column('text', { nullable: true })
  correctsCaseId: string | null;

  /** The commission at whose counter a clerk writes it down; null for what applicants write themselves. */
  @Column('text', { nullable: true })
  counterOf: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;
}
