import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Appearance, HearingRole, Source } from './conferencing/protocol';

/** What must outlive a reload, a lost network and a restarted server: admitted, in the chamber, attended, muted. */
@Entity('hearing_seat')
export class HearingSeat {
  @PrimaryColumn('text')
  hearingId: string;

  /** The account of the person; of a party that sits in the chamber and has none, the party. */
  @PrimaryColumn('text')
  seatId: string;

  /** Whom the person is here for; null for the tribunal. */
  @Column('text', { nullable: true })
  partyId: string | null;

  @Column('text')
  role: HearingRole;

  @Column('text')
  name: string;

  @Column('boolean')
  isAdmitted: boolean;

  /** Was before the tribunal while it sat, and so is asked to sign the record. */
  @Column('boolean')
  hasAttended: boolean;

  /** Has come to the chamber, as the recorder established (Rules 41). */
  @Column('boolean')
  isInChamber: boolean;

  /** Who was there for the party, as it was then: whoever acts for it later was not. Null for the tribunal. */
  @Column('text', { nullable: true })
  personName: string | null;

  @Column('text', { nullable: true })
  appearance: Appearance | null;

  @Column('text', { array: true })
  muted: Source[];

  /** The seat in the case was taken back: whoever sat here did not act for the party. */
  @Column('timestamptz', { nullable: true })
  releasedAt: Date | null;
}

export type DisconnectCause = 'left' | 'network' | 'replaced' | 'ended';

/** A lost network is neither refusal to appear nor leaving: each connection is kept with the cause of its end. */
@Entity('hearing_connection')
@Index('hearing_connection_hearing_id_idx', ['hearingId', 'connectedAt'])
export class HearingConnection {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  hearingId: string;

  @Column('text')
  userId: string;

  @Column('timestamptz')
  connectedAt: Date;

  @Column('timestamptz', { nullable: true })
  disconnectedAt: Date | null;

  @Column('text', { nullable: true })
  cause: DisconnectCause | null;
}

/** Opens one socket, once, within two minutes, while the session lives it was asked for in. Only its hash is kept. */
@Entity('hearing_ticket')
export class HearingTicket {
  @PrimaryColumn('text')
  tokenHash: string;

  @Column('text')
  hearingId: string;

  @Column('text')
  userId: string;

  @Column('text')
  sessionHash: string;

  @Column('text')
  role: HearingRole;

  @Index('hearing_ticket_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
