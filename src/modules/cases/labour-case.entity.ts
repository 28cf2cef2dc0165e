import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseState } from './case.lifecycle';

const asNumber = { to: (n: number) => n, from: Number };

/** An application from the moment it is received; it has a case number from acceptance on. */
@Entity('labour_case')
@Index('labour_case_commission_id_state_idx', ['commissionId', 'state'])
@Index('labour_case_commission_id_updated_at_idx', ['commissionId', 'updatedAt'])
@Index('labour_case_queue_idx', ['commissionId', 'nextDueOn', 'receivedAt'], {
  where: `state IN ('received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard')`,
})
export class LabourCase {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  commissionId: string;

  /** 案号, e.g. 穗南劳人仲案〔2026〕1号. */
  @Index('labour_case_number_key', { unique: true })
  @Column('text', { nullable: true })
  number: string | null;

  @Index('labour_case_receipt_number_key', { unique: true })
  @Column('text')
  receiptNumber: string;

  @Column('text')
  state: CaseState;

  /** Grows with every step; a step asked for on an older version is refused. */
  @Column('int')
  version: number;

  @Column('text')
  filedBy: string;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** Since when the case stands still (Rules 47); null while it goes on. A flag and no state: it resumes where it stood. */
  @Column('date', { nullable: true })
  suspendedOn: string | null;

  /** Public is the rule (Law 26); false once the tribunal has decided otherwise. */
  @Column('boolean')
  isHeardInPublic: boolean;

  /** The application as it was signed. */
  @Column('bytea')
  applicationSealed: Buffer;

  @Column('text')
  claimantNames: string;

  @Column('text')
  respondentNames: string;

  @Column('bigint', { transformer: asNumber })
  claimedFen: number;

  /** The first last day by which the house has to act; kept by the clocks, whenever they are counted. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  nextDueOn: string | null;

  /** The file from which it was transferred here (Rules 9); null for a case that was filed here. */
  @Index('labour_case_transferred_from_id_key', { unique: true })
  @Column('text', { nullable: true })
  transferredFromId: string | null;

  @Column('timestamptz')
  updatedAt: Date;
}
