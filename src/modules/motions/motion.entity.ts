import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MotionKind } from './motion.kinds';
import type { MotionState } from './motion.lifecycle';

/** 程序事项: something asked for or done in a case besides its straight way, from the asking to the decision. */
@Entity('motion')
@Index('motion_case_id_idx', ['caseId', 'filedAt'])
export class Motion {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  commissionId: string;

  @Column('text')
  kind: MotionKind;

  @Column('text')
  state: MotionState;

  /** The party that asks; null when somebody of the commission does. */
  @Column('text', { nullable: true })
  partyId: string | null;

  /** It came after its window; the commission may still grant it (Rules 38). */
  @Column('boolean')
  isLate: boolean;

  /** The hearing, award or earlier motion it is about. */
  @Column('text', { nullable: true })
  subject: string | null;

  /** What was said when it was filed; sealed, because people's misfortunes stand in it. */
  @Column('bytea')
  detailsSealed: Buffer;

  @Column('text')
  filedBy: string;

  @Column('timestamptz')
  filedAt: Date;

  /** What was decided and why; null until then, and for what was withdrawn or lapsed. */
  @Column('bytea', { nullable: true })
  decisionSealed: Buffer | null;

  @Column('text', { nullable: true })
  decidedBy: string | null;

  /** When it was decided, withdrawn or lapsed. */
  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;
}
