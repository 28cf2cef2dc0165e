import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActingAs, SettlementScope } from '../../law/settlement';
import type { SettlementState } from './settlement.lifecycle';

/** 调解: one attempt to settle a case or part of it, from the first offer to the statement that is in effect. */
@Entity('settlement')
@Index('settlement_case_id_idx', ['caseId', 'openedAt'])
export class Settlement {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  caseId: string;

  @Column('text')
  commissionId: string;

  @Column('text')
  state: SettlementState;

  /** Grows with every offer and every step; whoever acts on an older one is told. */
  @Column('int')
  version: number;

  @Column('timestamptz')
  openedAt: Date;

  /** What the agreed terms settle; empty until there are any. */
  @Column('text', { array: true })
  claimIds: string[];

  @Column('text', { nullable: true })
  scope: SettlementScope | null;

  /** The last day to perform that the agreed terms name. */
  @Column('date', { nullable: true })
  performBy: string | null;

  /** 案号 of the mediation statement. */
  @Column('text', { nullable: true })
  number: string | null;

  @Column('text', { nullable: true })
  paperId: string | null;

  @Column('timestamptz', { nullable: true })
  statedAt: Date | null;

  /** 签收: the parties that have signed for the statement. */
  @Column('text', { array: true })
  signedPartyIds: string[];

  /** Why the tribunal ended it. */
  @Column('bytea', { nullable: true })
  endReasonSealed: Buffer | null;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}

/** One version of the terms. Sealed, kept apart from the papers of the case, and never part of its volumes. */
@Entity('settlement_offer')
export class SettlementOffer {
  @PrimaryColumn('text')
  settlementId: string;

  @PrimaryColumn('int')
  ordinal: number;

  /** Null when the tribunal proposes. */
  @Column('text', { nullable: true })
  partyId: string | null;

  @Column('bytea')
  termsSealed: Buffer;

  /** Whether whoever made it lets the tribunal see it. */
  @Column('boolean')
  isShownToTribunal: boolean;

  @Column('text')
  offeredBy: string;

  @Column('timestamptz')
  offeredAt: Date;
}

/** That a party has accepted one version; its own offer it accepts by making it. */
@Entity('settlement_acceptance')
export class SettlementAcceptance {
  @PrimaryColumn('text')
  settlementId: string;

  @PrimaryColumn('int')
  ordinal: number;

  @PrimaryColumn('text')
  partyId: string;

  @Column('text')
  actingAs: ActingAs;

  /** What an agent says of its own powers (Law 24). */
  @Column('boolean')
  hasSpecialAuthority: boolean;

  /** The party's account; the recorder's where the party has none. */
  @Column('text')
  acceptedBy: string;

  /** Who signed on paper before the tribunal; null through the account. */
  @Column('text', { nullable: true })
  signedName: string | null;

  @Column('timestamptz')
  acceptedAt: Date;
}
