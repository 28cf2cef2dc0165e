import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import type { DecisionResult } from '../../law/award';

/** The award while it is written; sealed, because it holds what nobody may know before it is made. */
@Entity('award_draft')
export class AwardDraft {
  @PrimaryColumn('text')
  caseId: string;

  /** Grows with every save; a save on an older version is refused. */
  @Column('int')
  version: number;

  @Column('bytea')
  dataSealed: Buffer;

  @Column('text')
  updatedBy: string;

  @Column('timestamptz')
  updatedAt: Date;
}

export interface IssuedItem {
  claimId: string;
  ordinal: number;
  head: string;
  titleKey: string;
  outcome: DecisionResult;
  /** Both null for a claim that is not for money. */
  claimedFen: number | null;
  amountFen: number | null;
  performanceDays: number;
  isFinal: boolean;
  /** Why final or not: steps of the law library. */
  reasons: JsonObject[];
}

const asNumber = { to: (n: number) => n, from: Number };

/** One document of an award: final and non-final items are never in one (Rules 50(4)). */
@Entity('award')
@Unique('award_case_id_ordinal_key', ['caseId', 'ordinal'])
export class Award {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  commissionId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  kind: 'final' | 'non-final';

  /** The case number; with 之一, 之二 where there are two documents. */
  @Index('award_number_key', { unique: true })
  @Column('text')
  number: string;

  @Column('jsonb')
  items: IssuedItem[];

  @Column('bigint', { transformer: asNumber })
  totalFen: number;

  @Column('text')
  rightsKey: string;

  @Column('text')
  paperId: string;

  @Column('text')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;
}
