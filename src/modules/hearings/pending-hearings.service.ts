import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In, LessThanOrEqual, Not, type EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { CaseEvent } from '../../law/clocks';
import type { Tx } from '../../platform/database/unit-of-work';
import { clockPayload } from '../deadlines';
import { Bookings } from './bookings';
import { RECORD_STAGES, type RecordStage } from './conferencing/protocol';
import { Rooms } from './conferencing/rooms';
import { HearingCases } from './hearing-cases';
import { Hearing, HearingReopening } from './hearing.entity';
import { hearingLifecycle } from './hearing.lifecycle';

/** What follows the debate in the order of Rules 41. */
const AFTER_DEBATE: RecordStage[] = RECORD_STAGES.slice(RECORD_STAGES.indexOf('debate') + 1);

/**
 * adjourn: another day will be set. cancel: the case stands still. call-off: the case has ended, so it does not go back
 * to wait for another hearing.
 */
export type HearingEnd = 'adjourn' | 'cancel' | 'call-off';

/** What stands above hearings may ask of the one that is set, and how it ends one. */
@Injectable()
export class PendingHearings {
  private readonly logger = new Logger('PendingHearings');

  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: HearingCases,
    private readonly bookings: Bookings,
    private readonly rooms: Rooms,
  ) {}

  /** Set, and not yet begun; null when there is none. */
  async ahead(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<Hearing | null> {
    return manager.findOneBy(Hearing, { caseId, state: In(['scheduled', 'lobby-open']) });
  }

  /** The latest hearing whose time has come, held or not; null when there is none. */
  async begun(
    caseId: string,
    at: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Hearing | null> {
    return manager.findOne(Hearing, {
      where: { caseId, startsAt: LessThanOrEqual(at), state: Not('cancelled') },
      order: { ordinal: 'DESC' },
    });
  }

  /**
   * How far the case was heard before the tribunal that sits since then: whether a hearing has opened, and whether its
   * debate is over (Rules 11). A hearing of an earlier tribunal was another one's.
   */
  async stage(
    caseId: string,
    since: Date,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<'before-hearing' | 'before-debate-ends' | 'after-debate'> {
    const [row]: { has_opened: boolean; is_argued: boolean }[] = await manager.query(
      `SELECT count(*) > 0 AS has_opened,
              coalesce(bool_or(h.ended_at IS NULL AND EXISTS (
                SELECT 1 FROM hearing_record_entry e WHERE e.hearing_id = h.id AND e.stage = ANY ($3))), false) AS is_argued
       FROM hearing h WHERE h.case_id = $1 AND h.opened_at >= $2`,
      [caseId, since, AFTER_DEBATE],
    );
    if (!row!.has_opened) return 'before-hearing';
    return row!.is_argued ? 'after-debate' : 'before-debate-ends';
  }

  /** What is set or sitting goes on without the public. The caller holds the record of the case. */
  async makePrivate(tx: Tx, caseId: string): Promise<void> {
    await tx.manager.update(
      Hearing,
      { caseId, state: Not(In([...hearingLifecycle.terminal])) },
      { isPublic: false },
    );
  }

  /** A case that was heard is heard again, of the commission's own motion. The caller holds the record of the case. */
  async reopen(tx: Tx, caseId: string, reason: string): Promise<void> {
    if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'auth.not-for-you');
    await this.cases.reopen(tx, caseId, reason);
    const id = newId(tx.at.getTime());
    const { userId: reopenedBy } = tx.actor;
    await tx.manager.insert(HearingReopening, { id, caseId, reason, reopenedBy, reopenedAt: tx.at });
    await tx.publish({ type: 'hearing.reopened', caseId, payload: { reopeningId: id } });
  }

  /** Ends the hearing that is set or sitting, and frees people and room. The caller holds the record of the case. */
  async end(tx: Tx, caseId: string, how: HearingEnd, reason: string): Promise<Hearing | null> {
    const hearing = await tx.manager.findOne(Hearing, {
      where: { caseId, state: Not(In([...hearingLifecycle.terminal])) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!hearing) return null;
    const isCancelled = how !== 'adjourn' && hearingLifecycle.eventsFrom(hearing.state).includes('cancel');
    const event = isCancelled ? 'cancel' : 'adjourn';
    const { to, effects } = hearingLifecycle.step(hearing.state, event, { reason });
    Object.assign(hearing, { state: to, endedAt: tx.at, reason });
    await tx.manager.save(hearing);
    for (const effect of effects) {
      if ('publish' in effect) {
        await tx.publish({
          // Another day is not promised to anybody when the case is over.
          type: how === 'call-off' ? 'hearing.called-off' : effect.publish,
          caseId,
          payload: {
            hearingId: hearing.id,
            ordinal: hearing.ordinal,
            state: to,
            ...clockPayload(clockEvent(how, hearing, tx)),
          },
        });
      }
      if ('release' in effect) await this.bookings.release(tx, hearing.id);
      if ('case' in effect && how !== 'call-off') await this.cases.fire(tx, caseId, effect.case);
    }
    tx.afterCommit(() => {
      this.rooms
        .find(hearing.id)
        ?.changeState(to, reason)
        .catch((error: unknown) =>
          this.logger.error({ err: error, hearingId: hearing.id }, 'the room was not told of its end'),
        );
    });
    return hearing;
  }
}

/** A request of a party postpones; what the commission does of itself cancels. */
function clockEvent(how: HearingEnd, { id }: Hearing, { today }: Tx): CaseEvent {
  return { type: how === 'adjourn' ? 'hearing-postponed' : 'hearing-cancelled', on: today, hearing: id };
}
