import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ServiceChannel, ServiceState } from './delivery.lifecycle';

/** 送达 of one paper on one party: a legal act with its own life, not a message (Rules 20). */
@Entity('service')
@Unique('service_paper_id_party_id_key', ['paperId', 'partyId'])
export class Service {
  @PrimaryColumn('text')
  id: string;

  @Index('service_case_id_idx')
  @Column('text')
  caseId: string;

  @Column('text')
  paperId: string;

  @Index('service_party_id_idx')
  @Column('text')
  partyId: string;

  @Column('text')
  state: ServiceState;

  /** By which it was last sent, or took effect. */
  @Column('text', { nullable: true })
  channel: ServiceChannel | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;

  /** When it reached the account: the moment electronic service takes effect, read or not (民事诉讼法 90). */
  @Column('timestamptz', { nullable: true })
  arrivedAt: Date | null;

  /** The day it took effect. */
  @Column('date', { nullable: true })
  servedOn: string | null;

  /** 签收: the party has said on line that it has the paper. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** 送达回证 or 电子送达凭证. */
  @Column('text', { nullable: true })
  proofPaperId: string | null;

  @Column('timestamptz')
  createdAt: Date;
}

export type AttemptOutcome = 'sent' | 'served' | 'failed' | 'set-aside';

/** One line of the log of a service: sent, came back, arrived. Written once. */
@Entity('service_attempt')
@Unique('service_attempt_service_id_ordinal_key', ['serviceId', 'ordinal'])
export class ServiceAttempt {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  serviceId: string;

  @Column('int')
  ordinal: number;

  @Column('text')
  channel: ServiceChannel;

  @Column('text')
  outcome: AttemptOutcome;

  /** 劳动人事仲裁专递; papers with one waybill went in one envelope. */
  @Column('text', { nullable: true })
  waybill: string | null;

  @Column('date', { nullable: true })
  servedOn: string | null;

  /** Who took it: the party, an adult of the household, the post room (民事诉讼法 88). */
  @Column('text', { nullable: true })
  receiver: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Null when the platform served it. */
  @Column('text', { nullable: true })
  recordedBy: string | null;

  @Column('timestamptz')
  at: Date;
}
