import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { Clock } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Bookings } from './bookings';
import type { HearingRole, HearingState, RecordState, Source } from './conferencing/protocol';
import { HearingCases } from './hearing-cases';
import { HearingRecord } from './hearing-record.entity';
import { HearingConnection, HearingSeat, HearingTicket, type DisconnectCause } from './hearing-seat.entity';
import { Hearing } from './hearing.entity';
import { hearingLifecycle, type HearingEvent, type HearingFacts } from './hearing.lifecycle';

const TICKET_LIFE_MS = 2 * 60_000;
const SYSTEM = { kind: 'system', name: 'hearing-room' } as const;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const isTribunal = (role: HearingRole): boolean => role === 'arbitrator' || role === 'recorder';

/** Somebody who may come to this hearing, as the ticket has it. */
export interface Entrant {
  hearingId: string;
  userId: string;
  role: HearingRole;
  name: string;
  actor: SignedInActor;
}

export interface SittingStanding {
  state: HearingState;
  record: RecordState;
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
  ) {}

  /** A ticket for the person who asks, if they belong to the case. The token is given out once and kept as a hash. */
  async mintTicket(actor: SignedInActor, hearingId: string): Promise<{ ticket: string; expiresAt: Date }> {
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
      role,
      expiresAt,
      usedAt: null,
    });
    return { ticket, expiresAt };
  }

  /** Whoever comes first with the ticket is let in; null when it is unknown, past its time or used. */
  async redeemTicket(ticket: string): Promise<Entrant | null> {
    const now = this.clock.now();
    const rows: { hearing_id: string; user_id: string }[] = await this.dataSource.manager
      .createQueryBuilder()
      .update(HearingTicket)
      .set({ usedAt: now })
      .where('token_hash = :hash AND used_at IS NULL AND expires_at > :now', { hash: hashOf(ticket), now })
      .returning('hearing_id, user_id')
      .execute()
      .then(({ raw }) => raw as { hearing_id: string; user_id: string }[]);
    const row = rows[0];
    if (!row) return null;
    const actor = await this.cases.actor(row.user_id);
    return actor ? this.entrant(actor, row.hearing_id) : null;
  }

  async standing(hearingId: string): Promise<SittingStanding> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    if (!hearing) throw notFound('hearing.unknown');
    const record = await this.dataSource.manager.findOneBy(HearingRecord, { hearingId });
    return { state: hearing.state, record: record?.state ?? 'typing' };
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

  /** The seat as it was left; the tribunal sits at once, parties wait until they are admitted. */
  async takeSeat(entrant: Entrant): Promise<HearingSeat> {
    const { hearingId, userId, role, name } = entrant;
    return this.uow.run(entrant.actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(HearingSeat)
        .values({
          hearingId,
          userId,
          role,
          name,
          isAdmitted: isTribunal(role),
          hasAttended: false,
          muted: [],
        })
        .orIgnore()
        .execute();
      const seat = await tx.manager.findOneByOrFail(HearingSeat, { hearingId, userId });
      if (seat.isAdmitted && isSitting(hearing.state) && !seat.hasAttended) {
        seat.hasAttended = true;
        await tx.manager.save(seat);
      }
      return seat;
    });
  }

  async admit(actor: SignedInActor, hearingId: string, userId: string): Promise<void> {
    await this.changeSeat(actor, hearingId, userId, (seat, hearing) => {
      seat.isAdmitted = true;
      seat.hasAttended ||= isSitting(hearing.state);
    });
  }

  async sendBack(actor: SignedInActor, hearingId: string, userId: string): Promise<void> {
    await this.changeSeat(actor, hearingId, userId, (seat) => {
      if (isTribunal(seat.role)) throw new DomainError('conflict', 'hearing.tribunal-stays');
      seat.isAdmitted = false;
    });
  }

  async setMuted(
    actor: SignedInActor,
    hearingId: string,
    userId: string,
    source: Source,
    isMuted: boolean,
  ): Promise<void> {
    await this.changeSeat(actor, hearingId, userId, (seat) => {
      const others = seat.muted.filter((s) => s !== source);
      seat.muted = isMuted ? [...others, source] : others;
    });
  }

  async seats(hearingId: string): Promise<HearingSeat[]> {
    return this.dataSource.manager.findBy(HearingSeat, { hearingId });
  }

  /** Sides that have received the notice of this hearing; decides whether it may go on without them (Rules 39). */
  async notifiedSides(hearingId: string): Promise<Set<'claimant' | 'respondent'>> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    if (!hearing) throw notFound('hearing.unknown');
    return this.cases.notifiedSides(hearing.caseId, hearingId);
  }

  /** One step in the hearing's life, with everything that follows from it, in one transaction. */
  async fire<E extends HearingEvent>(
    actor: SignedInActor,
    hearingId: string,
    event: E,
    facts: HearingFacts[E],
    present: ReadonlySet<string> = new Set(),
  ): Promise<HearingState> {
    return this.uow.run(actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      const { to, effects } = hearingLifecycle.step(hearing.state, event, facts);
      hearing.state = to;
      if (event === 'open') {
        hearing.openedAt = tx.at;
        hearing.absenceReason = (facts as HearingFacts['open']).statedAbsence?.reason ?? null;
        await tx.manager.query(
          'UPDATE hearing_seat SET has_attended = true WHERE hearing_id = $1 AND is_admitted AND user_id = ANY ($2)',
          [hearingId, [...present]],
        );
      }
      if (['closed', 'adjourned', 'cancelled'].includes(to)) hearing.endedAt = tx.at;
      if ('reason' in facts && event !== 'recess') hearing.reason = facts.reason;
      await tx.manager.save(hearing);
      for (const effect of effects) {
        if ('publish' in effect)
          await tx.publish({ type: effect.publish, caseId: hearing.caseId, payload: payloadOf(hearing) });
        if ('release' in effect) await this.bookings.release(tx, hearingId);
        if ('case' in effect) await this.cases.fire(tx, hearing.caseId, effect.case);
      }
      return to;
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
  async entrant(actor: SignedInActor, hearingId: string): Promise<Entrant> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    const member = hearing && (await this.cases.member(hearing.caseId, actor.userId));
    if (!member) throw notFound('hearing.unknown');
    return { hearingId, userId: actor.userId, role: member.role, name: member.name, actor };
  }

  private async changeSeat(
    actor: SignedInActor,
    hearingId: string,
    userId: string,
    change: (seat: HearingSeat, hearing: Hearing) => void,
  ): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const hearing = await this.lock(tx, hearingId);
      const seat = await tx.manager.findOneBy(HearingSeat, { hearingId, userId });
      if (!seat) throw notFound('hearing.no-seat');
      change(seat, hearing);
      await tx.manager.save(seat);
    });
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
