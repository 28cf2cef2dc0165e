import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { ClaimHead } from '../../law/claims/claim';

const asNumber = { to: (n: number | null) => n, from: (n: string | null) => (n === null ? null : Number(n)) };

@Entity('case_claim')
@Unique('case_claim_case_id_ordinal_key', ['caseId', 'ordinal'])
export class CaseClaim {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  head: ClaimHead;

  @Column('jsonb')
  facts: JsonObject;

  /** What the calculator made of the facts, in fen; null when they could not be computed or are not about money. */
  @Column('bigint', { nullable: true, transformer: asNumber })
  computedFen: number | null;

  /** What is claimed, in fen: the party's own figure; null for a claim that is not for money. */
  @Column('bigint', { nullable: true, transformer: asNumber })
  amountFen: number | null;

  @Column('date', { nullable: true })
  fromOn: string | null;

  @Column('date', { nullable: true })
  toOn: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** The working as it stood when it was claimed. */
  @Column('jsonb', { nullable: true })
  finding: JsonObject | null;

  /** Since when it has been claimed as it is: filing, or the change; a lowered amount is not another claim. */
  @Column('timestamptz')
  since: Date;
}
