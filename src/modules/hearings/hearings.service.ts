import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import type { PartyActor, StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { article, citation } from '../../law/articles';
import type { CaseEvent } from '../../law/clocks';
import type { Finding } from '../../law/finding';
import type { LocalDate } from '../../kernel/local-date';
import { Clock, legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord, type RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { CaseAccess, caseLifecycle, type CaseParty, type LabourCase } from '../cases';
import { clockPayload } from '../deadlines';
import { Reference } from '../reference';
import { Bookings, type Resource } from './bookings';
import type { HearingMode } from './conferencing/protocol';
import { firstDay } from './first-day';
import { HearingCases, type HearingMember, type HearingPlace } from './hearing-cases';
import { HearingPapers } from './hearing-papers';
import { Hearing, HearingReopening, modeOf } from './hearing.entity';
import { hearingLifecycle } from './hearing.lifecycle';
import type { ReopenHearingDto, SetDownDto } from './hearings.dto';
import { NoticeWaiver } from './notice-waiver.entity';
import { partyNotice, waiverOf } from './party-notices';

const NOTICE = [citation(article('rules', 38), 'zh-CN')];
const ONLINE = [
  citation(article('gd-online-rules', 4), 'zh-CN'),
  citation(article('gd-online-rules', 5), 'zh-CN'),
];

/** Setting a hearing down (Rules 38): the day, the people and the place, and the notice to everybody. */
@Injectable()
export class Hearings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly reference: Reference,
    private readonly cases: HearingCases,
    private readonly caseAccess: CaseAccess,
    private readonly bookings: Bookings,
    private readonly papers: HearingPapers,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * By video when a room is given, in a chamber when that is, and both ways at once when both are.
   *
   * @throws DomainError (conflict) `hearing.too-early` with the first possible day, `hearing.person-booked`,
   *   `hearing.room-booked`, `hearing.online-not-consented`, `hearing.no-tribunal`, `hearing.no-recorder`;
   *   (invalid) `hearing.no-place`.
   */
  async setDown(
    actor: StaffActor,
    caseId: string,
    { startsAt, durationMinutes, roomId = null, chamberId = null }: SetDownDto,
  ): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.cases.setDown(tx, caseId);
      const members = await this.cases.members(caseId, tx.manager);
      requireTribunal(members);
      const parties = await this.cases.parties(caseId, tx.manager);
      requireOnlineConsent(parties, modeOf({ roomId, chamberId }));
      const places = await this.places(tx, labourCase.commissionId, { roomId, chamberId });
      if (startsAt <= tx.at) throw new DomainError('conflict', 'hearing.in-the-past', { basis: NOTICE });
      const waivers = await this.waivers(caseId, null, tx.manager);
      const { value: earliestDay } = await this.earliest(parties, members, waivers, tx.today);
      if (legalDay(startsAt) < earliestDay) {
        throw new DomainError('conflict', 'hearing.too-early', {
          params: { earliest: earliestDay },
          basis: NOTICE,
        });
      }
      const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
      const hearing = tx.manager.create(Hearing, {
        id: newId(tx.at.getTime()),
        caseId,
        commissionId: labourCase.commissionId,
        roomId,
        chamberId,
        ordinal: (await tx.manager.countBy(Hearing, { caseId })) + 1,
        state: 'scheduled',
        startsAt,
        endsAt,
        earliestDay,
        isNoticeWaived: haveAllWaived(parties, members, waivers),
        isPublic: labourCase.isHeardInPublic,
        setDownAt: tx.at,
        setDownBy: actor.userId,
        openedAt: null,
        endedAt: null,
        reason: null,
      });
      await tx.manager.save(hearing);
      // What was given up for the next hearing was given up for this one, and for no other.
      await tx.manager.update(NoticeWaiver, { caseId, hearingId: IsNull() }, { hearingId: hearing.id });
      const people = await this.cases.resources(caseId, tx.manager);
      await this.bookings.take(tx, hearing.id, [...people, ...places], startsAt, endsAt);
      const waived = parties.filter((party) => waiverOf(party, members, waivers) !== null);
      await tx.publish({
        type: 'hearing.set-down',
        caseId,
        payload: {
          hearingId: hearing.id,
          ordinal: hearing.ordinal,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          roomId,
          chamberId,
          mode: modeOf(hearing),
          earliestDay,
          ...clockPayload(
            {
              type: 'hearing-set',
              on: tx.today,
              hearing: hearing.id,
              hearingOn: legalDay(startsAt),
              parties: parties.map((party) => party.id),
            },
            ...waived.map((party): CaseEvent => ({
              type: 'notice-waived',
              on: tx.today,
              hearing: hearing.id,
              party: party.id,
            })),
          ),
        },
      });
      await this.papers.issueNotices(tx, hearing, labourCase);
      return hearing.id;
    });
  }

  /**
   * A party does without the five working days before one hearing: the one that is set, or else the next one. Said once
   * it stands; saying it again changes nothing.
   *
   * @throws DomainError `hearing.waiver-not-now` (conflict) where no hearing is set or may be, or it has begun.
   */
  async waiveNotice(actor: PartyActor, caseId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      // Setting down takes the same lock first: this is for the hearing it sets, or for the one after.
      await lockRecord(tx.manager, caseId);
      const members = await this.cases.members(caseId, tx.manager);
      const member = members.find((each) => each.userId === actor.userId);
      if (!member?.party || !isSide(member.role)) throw notFound();
      const { state } = await this.cases.get(caseId, tx.manager);
      const pending = await pendingHearing(caseId, tx.manager);
      if (!canWaiveNow(state, pending)) {
        throw new DomainError('conflict', 'hearing.waiver-not-now', { basis: NOTICE });
      }
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(NoticeWaiver)
        .values({
          id: newId(tx.at.getTime()),
          caseId,
          userId: actor.userId,
          hearingId: pending?.id ?? null,
          side: member.role,
          waivedAt: tx.at,
        })
        .orIgnore()
        .returning('user_id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return;
      if (pending) {
        const parties = await this.cases.parties(caseId, tx.manager);
        const waivers = await this.waivers(caseId, pending.id, tx.manager);
        const isNoticeWaived = haveAllWaived(parties, members, waivers);
        await tx.manager.update(Hearing, pending.id, { isNoticeWaived });
      }
      await tx.publish({
        type: 'hearing.notice-waived',
        caseId,
        payload: {
          side: member.role,
          partyId: member.party.id,
          hearingId: pending?.id ?? null,
          ...(pending
            ? clockPayload({
                type: 'notice-waived',
                on: tx.today,
                hearing: pending.id,
                party: member.party.id,
              })
            : {}),
        },
      });
    });
  }

  /**
   * A case that has been heard is heard again (重新开庭): it waits for another hearing, and answers and evidence are taken
   * as before the first. The periods of the case go on.
   *
   * @throws DomainError (conflict) `lifecycle.not-now`, `case.version`, `case.suspended`, `hearing.reason-missing`.
   */
  async reopen(actor: StaffActor, caseId: string, { reason, version }: ReopenHearingDto): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      await this.cases.reopen(tx, caseId, reason, version);
      await this.cases.requireUnchallenged(caseId, actor, tx.manager);
      const id = newId(tx.at.getTime());
      await tx.manager.insert(HearingReopening, {
        id,
        caseId,
        reason: reason.trim(),
        reopenedBy: actor.userId,
        reopenedAt: tx.at,
      });
      await tx.publish({ type: 'hearing.reopened', caseId, payload: { reopeningId: id } });
    });
  }

  /**
   * A party agrees to be heard by video, or wants to come to the chamber, until the day is set: then people and places
   * are booked and the notice is on its way.
   *
   * @throws DomainError `hearing.consent-too-late` (conflict).
   */
  async changeOnlineConsent(actor: PartyActor, caseId: string, consents: boolean): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      // Setting down takes the same lock first: it goes by the answer before this one or by this one.
      await lockRecord(tx.manager, caseId);
      const member = await this.cases.member(caseId, actor.userId, tx.manager);
      if (!member?.party) throw notFound();
      const { state } = await this.cases.get(caseId, tx.manager);
      if (!canStillChoose(state))
        throw new DomainError('conflict', 'hearing.consent-too-late', { basis: ONLINE });
      if (member.party.consentsToOnlineHearing === consents) return;
      await this.caseAccess.setOnlineConsent(tx, member.party.id, consents);
      await tx.publish({
        type: consents ? 'hearing.online-agreed' : 'hearing.online-declined',
        caseId,
        payload: { partyId: member.party.id },
      });
    });
  }

  /** What the first possible day is and why, if the notice went out today. */
  async terms(caseId: string): Promise<{
    earliest: Finding<LocalDate>;
    parties: CaseParty[];
    members: HearingMember[];
    waivers: NoticeWaiver[];
    /** The hearing that is set and has not ended; null when there is none. */
    pending: Hearing | null;
  }> {
    const [parties, members] = [await this.cases.parties(caseId), await this.cases.members(caseId)];
    const pending = await pendingHearing(caseId, this.dataSource.manager);
    const waivers = await this.waivers(caseId, pending?.id ?? null);
    return {
      pending,
      earliest: await this.earliest(parties, members, waivers, this.clock.today()),
      parties,
      members,
      waivers,
    };
  }

  /**
   * Somebody who joins after the hearing was set down is booked for it too. When they are taken elsewhere the joining
   * stands, and the commission is told: it has to move one of the two.
   */
  @WithinTransaction('party.joined')
  async bookLateComer(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    const hearing = await tx.manager.findOneBy(Hearing, {
      caseId,
      endedAt: IsNull(),
      state: Not('cancelled'),
    });
    if (!hearing || hearing.endsAt <= tx.at) return;
    const wanted = await this.cases.resources(caseId, tx.manager);
    const missing = await this.bookings.missing(tx, hearing.id, wanted);
    for (const resource of missing) {
      await tx.manager.query('SAVEPOINT late_comer');
      try {
        await this.bookings.take(tx, hearing.id, [resource], hearing.startsAt, hearing.endsAt);
        await tx.manager.query('RELEASE SAVEPOINT late_comer');
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        await tx.manager.query('ROLLBACK TO SAVEPOINT late_comer');
        await tx.publish({
          type: 'hearing.clash-found',
          caseId,
          payload: { hearingId: hearing.id, resourceKind: resource.kind },
          audience: 'commission',
        });
      }
    }
  }

  /** Those that were declared for one hearing; for the next one where none is given. */
  waivers(
    caseId: string,
    hearingId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<NoticeWaiver[]> {
    return manager.findBy(NoticeWaiver, { caseId, hearingId: hearingId ?? IsNull() });
  }

  /** The room and the chamber of the commission that were chosen, as what a hearing takes. */
  private async places(
    tx: Tx,
    commissionId: string,
    chosen: Pick<Hearing, 'roomId' | 'chamberId'>,
  ): Promise<Resource[]> {
    if (chosen.roomId === null && chosen.chamberId === null) {
      throw invalid([{ pointer: '/chamberId', code: 'hearing.no-place' }]);
    }
    const { room, chamber }: HearingPlace = await this.cases.placeOf(chosen, tx.manager);
    if (chosen.roomId !== null && room?.commissionId !== commissionId) throw notFound('hearing.room-unknown');
    if (chosen.chamberId !== null && chamber?.commissionId !== commissionId)
      throw notFound('hearing.chamber-unknown');
    return [
      ...(room ? [{ kind: 'room' as const, id: room.id, label: room.name }] : []),
      ...(chamber ? [{ kind: 'chamber' as const, id: chamber.id, label: chamber.name }] : []),
    ];
  }

  /** A notice sent today reaches everybody today at the earliest: from there the five working days are counted. */
  private async earliest(
    parties: readonly CaseParty[],
    members: readonly HearingMember[],
    waivers: readonly NoticeWaiver[],
    today: LocalDate,
  ): Promise<Finding<LocalDate>> {
    const reached = new Map(parties.map((party): [string, LocalDate] => [party.id, today]));
    const notices = parties.map((party) => partyNotice(party, members, waivers, reached));
    return firstDay(notices, today, await this.reference.calendar(), this.env);
  }
}

/** As long as no hearing has been set down since the last one was adjourned, and one may still be. */
export function canStillChoose(state: LabourCase['state']): boolean {
  return state === 'accepted' || caseLifecycle.eventsFrom(state).includes('set-down');
}

/** Where a hearing may be set, or is set and has not begun. */
export function canWaiveNow(state: LabourCase['state'], pending: Hearing | null): boolean {
  if (pending) return pending.state === 'scheduled' || pending.state === 'lobby-open';
  return caseLifecycle.eventsFrom(state).includes('set-down');
}

function pendingHearing(caseId: string, manager: EntityManager): Promise<Hearing | null> {
  return manager.findOneBy(Hearing, { caseId, state: Not(In([...hearingLifecycle.terminal])) });
}

const isSide = (role: HearingMember['role']): role is 'claimant' | 'respondent' =>
  role === 'claimant' || role === 'respondent';

function haveAllWaived(
  parties: readonly CaseParty[],
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
): boolean {
  return parties.length > 0 && parties.every((party) => waiverOf(party, members, waivers) !== null);
}

function requireTribunal(members: readonly HearingMember[]): void {
  if (!members.some((member) => member.role === 'arbitrator'))
    throw new DomainError('conflict', 'hearing.no-tribunal');
  if (!members.some((member) => member.role === 'recorder'))
    throw new DomainError('conflict', 'hearing.no-recorder');
}

/** Nobody is heard over the internet against their will; whoever has not said yes has not agreed. */
function requireOnlineConsent(parties: readonly CaseParty[], mode: HearingMode): void {
  // In a chamber whoever has not agreed sits in it; those who have may be there by video.
  if (mode !== 'online') return;
  const without = parties.filter((party) => !party.consentsToOnlineHearing);
  if (without.length === 0) return;
  const who = without.map((party) => party.name).join('、');
  throw new DomainError('conflict', 'hearing.online-not-consented', { params: { who }, basis: ONLINE });
}
