import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { ClaimHead } from '../../law/claims/claim';

const asNumber = { to: (n: number | null) => n, from: (n: string | null) => (n === null ? null : Number(n)) };

/** A claim as it was claimed until it was changed, lowered or given up (Rules 35, 44): what stood when. */
@Entity('former_claim')
@Index('former_claim_case_id_idx', ['caseId', 'until'])
export class FormerClaim {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  /** The claim it was; still there unless it was given up. */
  @Column('text')
  claimId: string;

  /** The motion by which it came to an end. */
  @Column('text')
  motionId: string;

  @Column('text')
  outcome: 'changed' | 'reduced' | 'given-up';

  @Column('int')
  ordinal: number;

  @Column('text')
  head: ClaimHead;

  @Column('jsonb')
  facts: JsonObject;

  @Column('bigint', { nullable: true, transformer: asNumber })
  computedFen: number | null;

  @Column('bigint', { nullable: true, transformer: asNumber })
  amountFen: number | null;

  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  toOn: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('jsonb', { nullable: true })
  finding: JsonObject | null;

  @Column('timestamptz')
  since: Date;

  @Column('timestamptz')
  until: Date;
}
