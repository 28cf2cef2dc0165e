import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '../../kernel/json';

/** One case, one tribunal at a time (Organisation Rules 12); what was dissolved stays to be seen. */
@Entity('tribunal')
export class Tribunal {
  @PrimaryColumn('text')
  id: string;

  @Index('tribunal_case_id_key', { unique: true, where: 'dissolved_at IS NULL' })
  @Column('text')
  caseId: string;

  @Index('tribunal_arbitrator_id_idx')
  @Column('text')
  arbitratorId: string;

  @Column('text')
  recorderUserId: string;

  /** Why one arbitrator is enough (Rules 56(1), 56(3)). */
  @Column('text')
  ground: 'clear' | 'agreed';

  /** Where the consent of both sides is on file; null where the ground is another. */
  @Column('text', { nullable: true })
  consent: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Who else was on the register that day and what stood against each: the answer the appointment rests on. */
  @Column('jsonb')
  assessment: JsonObject;

  @Column('text')
  constitutedBy: string;

  @Column('timestamptz')
  constitutedAt: Date;

  /** Somebody of it has withdrawn (Law 33). */
  @Column('timestamptz', { nullable: true })
  dissolvedAt: Date | null;

  /** Who has; null while it sits. */
  @Column('text', { nullable: true })
  recusedUserId: string | null;
}
