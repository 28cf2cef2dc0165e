import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import type { PartyActor, StaffActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { article, citation } from '../../law/articles';
import type { CaseEvent } from '../../law/clocks';
import type { Finding } from '../../law/finding';
import type { LocalDate } from '../../kernel/local-date';
import { Clock, legalDay } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { WithinTransaction } from '../../platform/record/subscribers';
import type { RecordedEvent } from '../../platform/record/record';
import type { CaseParty } from '../cases';
import { clockPayload } from '../deadlines';
import { Reference } from '../reference';
import { Bookings } from './bookings';
import { firstDay } from './first-day';
import { HearingCases, type HearingMember } from './hearing-cases';
import { HearingPapers } from './hearing-papers';
import { Hearing } from './hearing.entity';
import type { SetDownDto } from './hearings.dto';
import { NoticeWaiver } from './notice-waiver.entity';

const NOTICE = [citation(article('rules', 38), 'zh-CN')];
const ONLINE = [
  citation(article('gd-online-rules', 4), 'zh-CN'),
  citation(article('gd-online-rules', 5), 'zh-CN'),
];

/** Setting a hearing down (Rules 38): the day, the people and the room, and the notice to everybody. */
@Injectable()
export class Hearings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly reference: Reference,
    private readonly cases: HearingCases,
    private readonly bookings: Bookings,
    private readonly papers: HearingPapers,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * @throws DomainError (conflict) `hearing.too-early` with the first possible day, `hearing.person-booked`,
   *   `hearing.room-booked`, `hearing.online-not-consented`, `hearing.no-tribunal`, `hearing.no-recorder`.
   */
  async setDown(
    actor: StaffActor,
    caseId: string,
    { startsAt, durationMinutes, roomId }: SetDownDto,
  ): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.cases.setDown(tx, caseId);
      const members = await this.cases.members(caseId, tx.manager);
      requireTribunal(members);
      const parties = await this.cases.parties(caseId, tx.manager);
      requireOnlineConsent(parties);
      const room = await this.reference.room(roomId, tx.manager);
      if (!room || room.commissionId !== labourCase.commissionId) throw notFound('hearing.room-unknown');
      if (startsAt <= tx.at) throw new DomainError('conflict', 'hearing.in-the-past', { basis: NOTICE });
      const waivers = await tx.manager.findBy(NoticeWaiver, { caseId });
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
        ordinal: (await tx.manager.countBy(Hearing, { caseId })) + 1,
        state: 'scheduled',
        startsAt,
        endsAt,
        earliestDay,
        isNoticeWaived: haveAllWaived(parties, members, waivers),
        setDownAt: tx.at,
        setDownBy: actor.userId,
        openedAt: null,
        endedAt: null,
        reason: null,
        absenceReason: null,
      });
      await tx.manager.save(hearing);
      const people = await this.cases.resources(caseId, tx.manager);
      const taken = [...people, { kind: 'room' as const, id: room.id, label: room.name }];
      await this.bookings.take(tx, hearing.id, taken, startsAt, endsAt);
      const waived = parties.filter((party) => hasWaived(party, members, waivers));
      await tx.publish({
        type: 'hearing.set-down',
        caseId,
        payload: {
          hearingId: hearing.id,
          ordinal: hearing.ordinal,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          roomId,
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

  /** A party does without the five working days. Said once it stands; saying it again changes nothing. */
  async waiveNotice(actor: PartyActor, caseId: string): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const member = (await this.cases.members(caseId, tx.manager)).find(
        (each) => each.userId === actor.userId,
      );
      if (member?.role !== 'claimant' && member?.role !== 'respondent') throw notFound();
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(NoticeWaiver)
        .values({ caseId, userId: actor.userId, side: member.role, waivedAt: tx.at })
        .orIgnore()
        .returning('user_id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return;
      await tx.publish({
        type: 'hearing.notice-waived',
        caseId,
        payload: { side: member.role, partyId: member.party?.id ?? null },
      });
    });
  }

  /** What the first possible day is and why, if the notice went out today. */
  async terms(caseId: string): Promise<{
    earliest: Finding<LocalDate>;
    parties: CaseParty[];
    members: HearingMember[];
    waivers: NoticeWaiver[];
  }> {
    const [parties, members] = [await this.cases.parties(caseId), await this.cases.members(caseId)];
    const waivers = await this.dataSource.manager.findBy(NoticeWaiver, { caseId });
    return {
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

  /** A notice sent today reaches everybody today at the earliest: from there the five working days are counted. */
  private async earliest(
    parties: readonly CaseParty[],
    members: readonly HearingMember[],
    waivers: readonly NoticeWaiver[],
    today: LocalDate,
  ): Promise<Finding<LocalDate>> {
    const notices = parties.map((party) => {
      const waiver = waiverOf(party, members, waivers);
      return { party: party.name, servedOn: today, waivedOn: waiver ? legalDay(waiver.waivedAt) : null };
    });
    return firstDay(notices, today, await this.reference.calendar(), this.env);
  }
}

function waiverOf(
  party: CaseParty,
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
): NoticeWaiver | null {
  const userIds = members.filter((member) => member.party?.id === party.id).map((member) => member.userId);
  return waivers.find((waiver) => userIds.includes(waiver.userId)) ?? null;
}

function hasWaived(
  party: CaseParty,
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
): boolean {
  return waiverOf(party, members, waivers) !== null;
}

function haveAllWaived(
  parties: readonly CaseParty[],
  members: readonly HearingMember[],
  waivers: readonly NoticeWaiver[],
): boolean {
  return parties.length > 0 && parties.every((party) => hasWaived(party, members, waivers));
}

function requireTribunal(members: readonly HearingMember[]): void {
  if (!members.some((member) => member.role === 'arbitrator'))
    throw new DomainError('conflict', 'hearing.no-tribunal');
  if (!members.some((member) => member.role === 'recorder'))
    throw new DomainError('conflict', 'hearing.no-recorder');
}

/** Nobody is heard over the internet against their will; whoever has not said yes has not agreed. */
function requireOnlineConsent(parties: readonly CaseParty[]): void {
  const without = parties.filter((party) => !party.consentsToOnlineHearing);
  if (without.length === 0) return;
  const who = without.map((party) => party.name).join('、');
  throw new DomainError('conflict', 'hearing.online-not-consented', { params: { who }, basis: ONLINE });
}
