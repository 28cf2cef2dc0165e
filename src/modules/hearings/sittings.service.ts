import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { SessionReader } from '../../platform/auth/session-reader';
import { Clock, legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { clockPayload } from '../deadlines';
import { Reference } from '../reference';
import { Bookings } from './bookings';
import type {
  Appearance,
  HearingMode,
  HearingRole,
  HearingState,
  RecordState,
  Source,
} from './conferencing/protocol';
import { chamberName, HearingCases, type Acting } from './hearing-cases';
import { HearingRecord } from './hearing-record.entity';
import { HearingConnection, HearingSeat, HearingTicket, type DisconnectCause } from './hearing-seat.entity';
import { Hearing, HearingAbsence, modeOf } from './hearing.entity';
import {
  hearingLifecycle,
  type HearingEvent,
  type HearingFacts,
  type OpeningFacts,
} from './hearing.lifecycle';
import { NoticeWaiver } from './notice-waiver.entity';
import { partyNotice } from './party-notices';

const TICKET_LIFE_MS = 2 * 60_000;
const SYSTEM = { kind: 'system', name: 'hearing-room' } as const;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const isTribunal = (role: HearingRole): boolean => role === 'arbitrator' || role === 'recorder';

/** Somebody who belongs to this hearing. */
export interface Participant {
  hearingId: string;
  userId: string;
  role: HearingRole;
  partyId: string | null;
  name: string;
  /** Who this is for a party; null for the tribunal. */
  acting: Acting | null;
  actor: SignedInActor;
}

/** Somebody who has come to it with a ticket. */
export interface Entrant extends Participant {
  /** Of the session the ticket was asked for in; the place in the room ends with it. */
  sessionHash: string;
}

export interface SittingStanding {
  state: HearingState;
  record: RecordState;
  mode: HearingMode;
}

/** What whoever is challenged leaves alone; to pause or to put off is not to go on (Rules 12(2)). */
const GOES_ON: ReadonlySet<HearingEvent> = new Set(['resume', 'close']);

/** Somebody before the tribunal when it opens the hearing. */
export interface Present {
  seatId: string;
  role: HearingRole;
}

/** A party that is not there, with what the arbitrator finds about it. */
export interface StatedAbsence {
  partyId: string;
  reason: string;
}

/** Somebody who has come to the chamber for a party. */
export interface Arrival {
  partyId: string;
  name: string;
  appearance: Appearance;
}

/** What a hearing's room does that must last: who was let in, muted, connected; how the hearing went on. */
@Injectable()
export class Sittings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly cases: HearingCases,
    private readonly bookings: Bookings,
    private readonly reference: Reference,
    private readonly sessions: SessionReader,
  ) {}

  /** A ticket for the person who asks, if they belong to the case. The token is given out once and kept as a hash. */
  async mintTicket(
    actor: SignedInActor,
    sessionHash: string,
    hearingId: string,
  ): Promise<{ ticket: string; expiresAt: Date }> {
    const { role } = await this.entrant(actor, hearingId);
    const ticket = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + TICKET_LIFE_MS);
    await this.dataSource.manager.query('DELETE FROM hearing_ticket WHERE expires_at < $1', [
      this.clock.now(),
    ]);
    await this.dataSource.manager.insert(HearingTicket, {
      tokenHash: hashOf(ticket),
      hearingId,
      userId: actor.userId,
      sessionHash,
      role,
      expiresAt,
      usedAt: null,
    });
    return { ticket, expiresAt };
  }

  /**
   * Whoever comes first with the ticket is let in; null when it is unknown, past its time or used, or its holder has
   * signed out since.
   */
  async redeemTicket(ticket: string): Promise<Entrant | null> {
    const now = this.clock.now();
    const rows: { hearing_id: string; session_hash: string }[] = await this.dataSource.manager
      .createQueryBuilder()
      .update(HearingTicket)
      .set({ usedAt: now })
      .where('token_hash = :hash AND used_at IS NULL AND expires_at > :now', { hash: hashOf(ticket), now })
      .returning('hearing_id, session_hash')
      .execute()
      .then(({ raw }) => raw as { hearing_id: string; session_hash: string }[]);
    const row = rows[0];
    return row ? this.entrantOf(row.session_hash, row.hearing_id) : null;
  }

  /** Who comes in with this session; null when it is over. @throws DomainError not-found, as `entrant`. */
  async entrantOf(sessionHash: string, hearingId: string): Promise<Entrant | null> {
    const actor = await this.sessions.actorOfSession(sessionHash);
    return actor ? { ...(await this.entrant(actor, hearingId)), sessionHash } : null;
  }

  async isSignedIn({ sessionHash }: Entrant): Promise<boolean> {
    return (await this.sessions.actorOfSession(sessionHash)) !== null;
  }

  async standing(hearingId: string): Promise<SittingStanding> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    if (!hearing) throw notFound('hearing.unknown');
    const record = await this.dataSource.manager.findOneBy(HearingRecord, { hearingId });
    return { state: hearing.state, record: record?.state ?? 'typing', mode: modeOf(hearing) };
  }

  /**
   * The waiting room opens by itself an hour before the time: whoever comes first opens it.
   * @throws DomainError `hearing.lobby-not-yet` (conflict) before that.
   */
  async openLobbyWhenDue(hearingId: string): Promise<HearingState> {
    return this.uow.run(SYSTEM, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      if (hearing.state !== 'scheduled') return hearing.state;
      const { to } = hearingLifecycle.step('scheduled', 'open-lobby', {
        now: tx.at,
        startsAt: hearing.startsAt,
      });
      await tx.manager.update(Hearing, hearingId, { state: to });
      return to;
    });
  }

  /**
   * The seat as it was left; the tribunal sits at once, parties wait until they are admitted. Whoever had lost the seat
   * and got it back waits again.
   */
  async takeSeat(entrant: Participant): Promise<HearingSeat> {
    const { hearingId, userId: seatId, role, partyId, name, acting } = entrant;
    return this.uow.run(entrant.actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(HearingSeat)
        .values({
          hearingId,
          seatId,
          partyId,
          role,
          name,
          isAdmitted: isTribunal(role),
          isInChamber: false,
          personName: acting?.personName ?? null,
          appearance: acting?.appearance ?? null,
          hasAttended: false,
          muted: [],
          releasedAt: null,
        })
        .orIgnore()
        .execute();
      const seat = await tx.manager.findOneByOrFail(HearingSeat, { hearingId, seatId });
      if (seat.releasedAt !== null && hearing.endedAt === null) {
        Object.assign(seat, { releasedAt: null, isAdmitted: false, isInChamber: false, hasAttended: false });
      }
      // Until somebody has attended the seat goes by who acts for the party now.
      if (!seat.hasAttended && !seat.isInChamber) Object.assign(seat, { name, ...acting });
      if (seat.isAdmitted && isSitting(hearing.state)) seat.hasAttended = true;
      return tx.manager.save(seat);
    });
  }

  /**
   * The recorder has established who came to the chamber for a party (Rules 41). A party that has an account sits in
   * its own seat, so that it can read and sign on its own page as well; one that has none gets a seat all the same.
   *
   * @throws DomainError `hearing.party-unknown` (not-found).
   */
  async seatInChamber(actor: SignedInActor, hearingId: string, arrival: Arrival): Promise<HearingSeat> {
    return this.uow.run(actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      const parties = await this.cases.parties(hearing.caseId, tx.manager);
      const party = parties.find((each) => each.id === arrival.partyId);
      if (!party) throw notFound('hearing.party-unknown');
      const members = await this.cases.members(hearing.caseId, tx.manager);
      const seatId = members.find((member) => member.party?.id === party.id)?.userId ?? party.id;
      const former = await tx.manager.findOneBy(HearingSeat, { hearingId, seatId });
      const personName = arrival.name.trim();
      return tx.manager.save(HearingSeat, {
        ...(former ?? { hearingId, seatId, partyId: party.id, role: party.role, muted: [] }),
        releasedAt: null,
        name: chamberName(party, personName),
        isAdmitted: true,
        isInChamber: true,
        personName,
        appearance: arrival.appearance,
        hasAttended: (former?.releasedAt === null && former.hasAttended) || isSitting(hearing.state),
      } as HearingSeat);
    });
  }

  async admit(actor: SignedInActor, hearingId: string, seatId: string): Promise<void> {
    await this.changeSeat(actor, hearingId, seatId, (seat, hearing) => {
      seat.isAdmitted = true;
      seat.hasAttended ||= isSitting(hearing.state);
    });
  }

  async sendBack(actor: SignedInActor, hearingId: string, seatId: string): Promise<void> {
    await this.changeSeat(actor, hearingId, seatId, (seat) => {
      if (isTribunal(seat.role)) throw new DomainError('conflict', 'hearing.tribunal-stays');
      seat.isAdmitted = false;
      seat.isInChamber = false;
    });
  }

  async setMuted(
    actor: SignedInActor,
    hearingId: string,
    seatId: string,
    source: Source,
    isMuted: boolean,
  ): Promise<void> {
    await this.changeSeat(actor, hearingId, seatId, (seat) => {
      const others = seat.muted.filter((s) => s !== source);
      seat.muted = isMuted ? [...others, source] : others;
    });
  }

  async seats(hearingId: string): Promise<HearingSeat[]> {
    return this.dataSource.manager.findBy(HearingSeat, { hearingId });
  }

  /**
   * Opens the hearing with those who are there; of the others the arbitrator states that they stayed away. Who was
   * notified, and when, is looked up here and not told by anybody (Rules 39).
   */
  async open(
    actor: SignedInActor,
    hearingId: string,
    present: readonly Present[],
    absences: readonly StatedAbsence[],
  ): Promise<HearingState> {
    return this.uow.run(actor, async (tx) => {
      const hearing = await this.lockForStep(tx, hearingId);
      await this.cases.requireUnchallenged(hearing.caseId, actor, tx.manager);
      const facts = await this.openingFacts(tx, hearing, present, absences);
      const stated = facts.parties.flatMap((party): HearingAbsence[] =>
        party.isPresent || party.absence === null || party.notice.servedOn === null
          ? []
          : [
              {
                hearingId,
                partyId: party.partyId,
                reason: party.absence.trim(),
                noticeServedOn: party.notice.servedOn,
              },
            ],
      );
      hearing.openedAt = tx.at;
      const state = await this.step(tx, hearing, 'open', facts, {
        absent: stated.map(({ partyId, noticeServedOn }) => ({ partyId, noticeServedOn })),
      });
      await tx.manager.query(
        'UPDATE hearing_seat SET has_attended = true WHERE hearing_id = $1 AND is_admitted AND seat_id = ANY ($2)',
        [hearingId, present.map(({ seatId }) => seatId)],
      );
      if (stated.length > 0) await tx.manager.insert(HearingAbsence, stated);
      return state;
    });
  }

  /** One step in the hearing's life, with everything that follows from it, in one transaction. */
  async fire<E extends Exclude<HearingEvent, 'open'>>(
    actor: SignedInActor,
    hearingId: string,
    event: E,
    facts: HearingFacts[E],
  ): Promise<HearingState> {
    return this.uow.run(actor, async (tx) => {
      const hearing = await this.lockForStep(tx, hearingId);
      if (GOES_ON.has(event)) await this.cases.requireUnchallenged(hearing.caseId, actor, tx.manager);
      return this.step(tx, hearing, event, facts);
    });
  }

  async connected(hearingId: string, userId: string): Promise<string> {
    const id = newId(this.clock.now().getTime());
    await this.dataSource.manager.insert(HearingConnection, {
      id,
      hearingId,
      userId,
      connectedAt: this.clock.now(),
      disconnectedAt: null,
      cause: null,
    });
    return id;
  }

  async disconnected(connectionId: string, cause: DisconnectCause): Promise<void> {
    await this.dataSource.manager.update(
      HearingConnection,
      { id: connectionId, disconnectedAt: IsNull() },
      { disconnectedAt: this.clock.now(), cause },
    );
  }

  /** How this person stands to the hearing. @throws DomainError not-found for everybody who does not belong to it. */
  async entrant(actor: SignedInActor, hearingId: string): Promise<Participant> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    const member = hearing && (await this.cases.member(hearing.caseId, actor.userId));
    if (!member) throw notFound('hearing.unknown');
    return {
      hearingId,
      userId: actor.userId,
      role: member.role,
      partyId: member.party?.id ?? null,
      name: member.name,
      acting: member.acting,
      actor,
    };
  }

  private async changeSeat(
    actor: SignedInActor,
    hearingId: string,
    seatId: string,
    change: (seat: HearingSeat, hearing: Hearing) => void,
  ): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      const seat = await tx.manager.findOneBy(HearingSeat, { hearingId, seatId });
      if (!seat) throw notFound('hearing.no-seat');
      change(seat, hearing);
      await tx.manager.save(seat);
    });
  }

  private async step<E extends HearingEvent>(
    tx: Tx,
    hearing: Hearing,
    event: E,
    facts: HearingFacts[E],
    said: JsonObject = {},
  ): Promise<HearingState> {
    const { to, effects } = hearingLifecycle.step(hearing.state, event, facts);
    hearing.state = to;
    if (['closed', 'adjourned', 'cancelled'].includes(to)) hearing.endedAt = tx.at;
    if ('reason' in facts && event !== 'recess') hearing.reason = facts.reason;
    await tx.manager.save(hearing);
    for (const effect of effects) {
      if ('publish' in effect) {
        const isCancelled = event === 'cancel';
        const payload = {
          ...payloadOf(hearing),
          ...said,
          ...(isCancelled
            ? clockPayload({ type: 'hearing-cancelled', on: tx.today, hearing: hearing.id })
            : {}),
        };
        await tx.publish({ type: effect.publish, caseId: hearing.caseId, payload });
      }
      if ('release' in effect) await this.bookings.release(tx, hearing.id);
      if ('case' in effect) await this.cases.fire(tx, hearing.caseId, effect.case);
    }
    return to;
  }

  private async openingFacts(
    tx: Tx,
    { id, caseId, startsAt }: Hearing,
    present: readonly Present[],
    absences: readonly StatedAbsence[],
  ): Promise<OpeningFacts> {
    const parties = await this.cases.parties(caseId, tx.manager);
    const members = await this.cases.members(caseId, tx.manager);
    const waivers = await tx.manager.findBy(NoticeWaiver, { caseId, hearingId: id });
    const defence = await this.cases.defences(caseId, tx.manager);
    const servedOn = (await this.cases.noticesServed(caseId, tx.manager))(id);
    const seats = await tx.manager.findBy(HearingSeat, { hearingId: id });
    const here = new Set(present.map(({ seatId }) => seatId));
    const partiesHere = new Set(seats.filter(({ seatId }) => here.has(seatId)).map(({ partyId }) => partyId));
    return {
      present: new Set(present.map(({ role }) => role)),
      hearingOn: legalDay(startsAt),
      calendar: await this.reference.calendar(),
      parties: parties.map((party) => ({
        partyId: party.id,
        role: party.role,
        isPresent: partiesHere.has(party.id),
        absence: absences.find(({ partyId }) => partyId === party.id)?.reason ?? null,
        notice: partyNotice(party, members, waivers, servedOn),
        defence: party.role === 'respondent' ? defence(party.id) : 'over',
      })),
    };
  }

  /**
   * For a step, which goes on the record: the record first, as everybody who writes to the case does, and then the
   * hearing; the other way round two of them can wait for each other.
   */
  private async lockForStep(tx: Tx, hearingId: string): Promise<Hearing> {
    const found = await tx.manager.findOneBy(Hearing, { id: hearingId });
    if (!found) throw notFound('hearing.unknown');
    await lockRecord(tx.manager, found.caseId);
    return this.lock(tx, hearingId);
  }

  private async lock(tx: Tx, hearingId: string): Promise<Hearing> {
    const hearing = await tx.manager.findOne(Hearing, {
      where: { id: hearingId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!hearing) throw notFound('hearing.unknown');
    return hearing;
  }
}

const isSitting = (state: HearingState): boolean => state === 'in-session' || state === 'recess';

function payloadOf(hearing: Hearing): JsonObject {
  return { hearingId: hearing.id, ordinal: hearing.ordinal, state: hearing.state };
}
