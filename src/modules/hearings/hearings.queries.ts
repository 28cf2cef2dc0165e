import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { Clock, legalDay } from '../../platform/clock';
import { isNoticeSufficient } from '../../law/hearing-notice';
import { caseLifecycle, CaseRef, type CaseParty } from '../cases';
import { Users } from '../identity';
import { Reference } from '../reference';
import type { HearingMode, RecordView } from './conferencing/protocol';
import { HearingCases, type Acting, type Defence, type HearingMember } from './hearing-cases';
import { HearingRecord, HearingRecordSignature } from './hearing-record.entity';
import { HearingRecords } from './hearing-records.service';
import { HearingSeat } from './hearing-seat.entity';
import { Hearing, HearingAbsence, HearingReopening, modeOf } from './hearing.entity';
import { hearingLifecycle, LOBBY_MINUTES } from './hearing.lifecycle';
import { hearingPolicy, type HearingRelation } from './hearing.policy';
import type {
  HearingDto,
  HearingPartyDto,
  HearingReopeningDto,
  HearingTermsDto,
  RecordRevisionDto,
  RoomDayDto,
} from './hearings.dto';
import { canStillChoose, canWaiveNow, Hearings } from './hearings.service';
import { NoticeWaiver } from './notice-waiver.entity';
import { partyNotice } from './party-notices';
import { RecordRevisions } from './record-revisions';

export interface HeldHearing {
  readonly hearingId: string;
  readonly on: LocalDate;
  readonly mode: HearingMode;
  readonly isPublic: boolean;
  /** Who was before the tribunal while it sat, and for which party; nobody whose seat was taken back. */
  readonly attended: readonly ({ readonly partyId: string } & Acting)[];
  /** Respondents that stayed away although notified in writing and in time, as the arbitrator stated (Rules 39). */
  readonly absentPartyIds: readonly string[];
  /** Its record is signed by everybody, or their refusal is noted (Law 40). */
  readonly isRecordConfirmed: boolean;
}

/** Reads for screens, and for what stands above hearings. */
@Injectable()
export class HearingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly caseRef: CaseRef,
    private readonly cases: HearingCases,
    private readonly reference: Reference,
    private readonly hearings: Hearings,
    private readonly records: HearingRecords,
    private readonly users: Users,
    private readonly revisions: RecordRevisions,
  ) {}

  async ofCase(actor: SignedInActor, caseId: string): Promise<HearingDto[]> {
    const hearings = await this.dataSource.manager.find(Hearing, {
      where: { caseId },
      order: { ordinal: 'ASC' },
    });
    return this.describe(actor, caseId, hearings);
  }

  async open(actor: SignedInActor, hearingId: string): Promise<HearingDto> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    const [described] = hearing ? await this.describe(actor, hearing.caseId, [hearing]) : [];
    if (!described) throw notFound('hearing.unknown');
    return described;
  }

  /** What the person is booked for today: a hearing that is over gives its people free. */
  async today(actor: StaffActor): Promise<HearingDto[]> {
    const booked: { hearing_id: string }[] = await this.dataSource.query(
      `SELECT hearing_id FROM booking
       WHERE resource_kind = 'person' AND resource_id = $1
         AND during && tstzrange(($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai',
                                 ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
       ORDER BY lower(during)`,
      [actor.userId, this.clock.today()],
    );
    return Promise.all(booked.map(({ hearing_id: hearingId }) => this.open(actor, hearingId)));
  }

  /** Days of hearings in whose record something stands under mediation (Law 42(1), Rules 41). */
  async mediatedOn(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<LocalDate[]> {
    const rows: { opened_at: Date }[] = await manager.query(
      `SELECT h.opened_at FROM hearing h
       WHERE h.case_id = $1 AND h.opened_at IS NOT NULL
         AND EXISTS (SELECT 1 FROM hearing_record_entry e WHERE e.hearing_id = h.id AND e.stage = 'mediation')
       ORDER BY h.ordinal`,
      [caseId],
    );
    return rows.map((row) => legalDay(row.opened_at));
  }

  /** Hearings that took place, in their order: what an award says of the procedure. */
  async held(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<HeldHearing[]> {
    const hearings = await manager.find(Hearing, {
      where: { caseId, openedAt: Not(IsNull()) },
      order: { ordinal: 'ASC' },
    });
    const seats = await manager.findBy(HearingSeat, {
      hearingId: In(hearings.map((hearing) => hearing.id)),
      hasAttended: true,
      releasedAt: IsNull(),
    });
    const isNotified = await this.notified(caseId, manager);
    const absences = await manager.findBy(HearingAbsence, {
      hearingId: In(hearings.map((hearing) => hearing.id)),
    });
    const confirmed = await manager.findBy(HearingRecord, {
      hearingId: In(hearings.map((hearing) => hearing.id)),
      state: 'confirmed',
    });
    return hearings.map((hearing) => {
      const ofThis = ({ hearingId }: { hearingId: string }): boolean => hearingId === hearing.id;
      return {
        hearingId: hearing.id,
        on: legalDay(hearing.openedAt!),
        mode: modeOf(hearing),
        isPublic: hearing.isPublic,
        attended: seats
          .filter(ofThis)
          .flatMap(({ partyId, personName, appearance }) =>
            partyId && personName && appearance ? [{ partyId, personName, appearance }] : [],
          ),
        absentPartyIds: absences
          .filter(ofThis)
          .map(({ partyId }) => partyId)
          .filter((partyId) => isNotified(hearing, partyId)),
        isRecordConfirmed: confirmed.some(ofThis),
      };
    });
  }

  /**
   * Respondents that were not heard: somebody attended, or had notice, for them whose seat was taken back, and they have
   * not since been at a hearing, or stayed away from one of which they had notice (Law 36, 38).
   */
  async unheard(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<CaseParty[]> {
    const parties = await this.cases.parties(caseId, manager);
    const hearings = await manager.findBy(Hearing, { caseId, openedAt: Not(IsNull()) });
    const inThese = { hearingId: In(hearings.map(({ id }) => id)) };
    const seats = await manager.findBy(HearingSeat, { ...inThese, hasAttended: true });
    const absences = await manager.findBy(HearingAbsence, inThese);
    const isNotified = await this.notified(caseId, manager);
    return parties.filter(({ id: partyId }) => {
      const own = seats.filter((seat) => seat.partyId === partyId);
      const stayedAway = hearings.filter(({ id }) =>
        absences.some((absence) => absence.hearingId === id && absence.partyId === partyId),
      );
      const lost = [
        ...own.flatMap(({ releasedAt }) => releasedAt ?? []),
        ...stayedAway.filter((hearing) => !isNotified(hearing, partyId)).map(({ openedAt }) => openedAt!),
      ].sort((a, b) => b.getTime() - a.getTime())[0];
      if (!lost) return false;
      const hasCome = hearings.some(
        ({ id, endedAt }) =>
          (endedAt === null || endedAt > lost) &&
          own.some(({ hearingId, releasedAt }) => hearingId === id && releasedAt === null),
      );
      const wasHeardOver = stayedAway.some(
        (hearing) => hearing.openedAt! > lost && isNotified(hearing, partyId),
      );
      return !hasCome && !wasHeardOver;
    });
  }

  /** By respondent, whether it may still answer. */
  defences(caseId: string, manager?: EntityManager): Promise<(partyId: string) => Defence> {
    return this.cases.defences(caseId, manager);
  }

  /** Whether the notice of a hearing that was held had reached a party before it, as the record still has it. */
  private async notified(
    caseId: string,
    manager: EntityManager,
  ): Promise<(hearing: Hearing, partyId: string) => boolean> {
    const served = await this.cases.noticesServed(caseId, manager);
    return ({ id, openedAt }, partyId) => {
      const servedOn = served(id).get(partyId);
      return servedOn !== undefined && servedOn <= legalDay(openedAt!);
    };
  }

  /**
   * While the hearing sits, a party reads along before the tribunal and not from the waiting room; afterwards the record
   * is part of the file.
   *
   * @throws DomainError `hearing-record.not-admitted` (forbidden).
   */
  async record(actor: SignedInActor, hearingId: string): Promise<RecordView> {
    await this.requireMayRead(actor, hearingId);
    return this.records.view(hearingId);
  }

  /** What stood in it before; for whom the record itself is. @throws DomainError as `record`. */
  async recordRevisions(actor: SignedInActor, hearingId: string): Promise<RecordRevisionDto[]> {
    await this.requireMayRead(actor, hearingId);
    return this.revisions.of(hearingId);
  }

  private async requireMayRead(actor: SignedInActor, hearingId: string): Promise<void> {
    const hearing = await this.dataSource.manager.findOneBy(Hearing, { id: hearingId });
    if (!hearing) throw notFound('hearing.unknown');
    if (actor.kind === 'party' && !hearingLifecycle.terminal.includes(hearing.state)) {
      const seat = await this.dataSource.manager.findOneBy(HearingSeat, { hearingId, seatId: actor.userId });
      if (!seat?.isAdmitted) throw new DomainError('forbidden', 'hearing-record.not-admitted');
    }
  }

  async terms(actor: SignedInActor, caseId: string): Promise<HearingTermsDto> {
    const { earliest, parties, members, waivers, pending } = await this.hearings.terms(caseId);
    const { state, suspendedOn } = await this.cases.get(caseId);
    const own = members.find(({ userId }) => userId === actor.userId);
    const relations = ((await this.caseRef.relationsTo(actor, caseId)) ??
      new Set()) as ReadonlySet<HearingRelation>;
    return {
      earliestDay: earliest.value,
      basis: earliest.basis as unknown as JsonObject[],
      steps: earliest.steps as unknown as JsonObject[],
      waivers: waivers.map((waiver) => {
        const member = members.find(({ userId }) => userId === waiver.userId);
        return {
          side: waiver.side,
          partyId: member?.party?.id ?? null,
          partyName: member?.name ?? '',
          waivedAt: waiver.waivedAt,
        };
      }),
      withoutOnlineConsent: parties
        .filter((party) => !party.consentsToOnlineHearing)
        .map((party) => party.name),
      onlineConsent: own?.party?.consentsToOnlineHearing ?? null,
      canChangeOnlineConsent: own?.party !== undefined && own.party !== null && canStillChoose(state),
      canWaive:
        canWaiveNow(state, pending) &&
        members.some(
          ({ userId, role }) => userId === actor.userId && (role === 'claimant' || role === 'respondent'),
        ) &&
        !waivers.some((waiver) => waiver.userId === actor.userId),
      canSetDown:
        suspendedOn === null &&
        caseLifecycle.eventsFrom(state).includes('set-down') &&
        hearingPolicy.allows('hearing.set-down', relations),
      canReopen:
        suspendedOn === null &&
        caseLifecycle.eventsFrom(state).includes('reopen-hearing') &&
        hearingPolicy.allows('hearing.reopen', relations),
      reopenings: await this.reopenings(caseId),
      unheard: actor.kind === 'staff' ? (await this.unheard(caseId)).map(({ name }) => name) : [],
    };
  }

  private async reopenings(caseId: string): Promise<HearingReopeningDto[]> {
    const reopenings = await this.dataSource.manager.find(HearingReopening, {
      where: { caseId },
      order: { reopenedAt: 'ASC' },
    });
    const names = await this.users.byIds(reopenings.map(({ reopenedBy }) => reopenedBy));
    return reopenings.map(({ reason, reopenedBy, reopenedAt }) => ({
      reason,
      reopenedBy: names.get(reopenedBy)?.name ?? '',
      reopenedAt,
    }));
  }

  /** The online rooms and the chambers of the caller's commission, with what is taken on a day. */
  async rooms(actor: StaffActor, on: string): Promise<RoomDayDto[]> {
    const commission = (await this.reference.commissions()).find((each) => each.id === actor.commissionId);
    const places = [
      ...(commission?.rooms ?? []).map(({ id, name }) => ({
        id,
        name,
        kind: 'room' as const,
        address: null,
      })),
      ...(commission?.chambers ?? []).map(({ id, name, address }) => ({
        id,
        name,
        kind: 'chamber' as const,
        address,
      })),
    ];
    const taken: { resource_kind: string; resource_id: string; from: Date; to: Date }[] =
      await this.dataSource.query(
        `SELECT resource_kind, resource_id, lower(during) AS "from", upper(during) AS "to" FROM booking
       WHERE resource_kind IN ('room', 'chamber') AND resource_id = ANY ($1)
         AND during && tstzrange(($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai',
                                 ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
       ORDER BY lower(during)`,
        [places.map((place) => place.id), on],
      );
    return places.map((place) => ({
      ...place,
      taken: taken
        .filter((slot) => slot.resource_kind === place.kind && slot.resource_id === place.id)
        .map(({ from, to }) => ({ from, to })),
    }));
  }

  private async describe(
    actor: SignedInActor,
    caseId: string,
    hearings: readonly Hearing[],
  ): Promise<HearingDto[]> {
    if (hearings.length === 0) return [];
    const labourCase = await this.cases.get(caseId);
    const members = await this.cases.members(caseId);
    const relations = ((await this.caseRef.relationsTo(actor, caseId)) ??
      new Set()) as ReadonlySet<HearingRelation>;
    const commission = await this.reference.commission(labourCase.commissionId);
    const records = await this.dataSource.manager.findBy(HearingRecord, {
      hearingId: In(hearings.map((h) => h.id)),
    });
    const awaited = await this.dataSource.manager.findBy(HearingRecordSignature, {
      hearingId: In(hearings.map((h) => h.id)),
      seatId: actor.userId,
      state: 'awaited',
    });
    const parties = await this.hearingParties(actor, caseId, members);
    const names = (role: 'arbitrator' | 'recorder'): string[] =>
      members.filter((member) => member.role === role).map((member) => member.name);
    return Promise.all(
      hearings.map(async (hearing) => {
        const place = await this.cases.placeOf(hearing);
        return {
          id: hearing.id,
          caseId,
          caseNumber: labourCase.number ?? labourCase.receiptNumber,
          claimantNames: labourCase.claimantNames,
          respondentNames: labourCase.respondentNames,
          commissionName: commission.name,
          ordinal: hearing.ordinal,
          state: hearing.state,
          startsAt: hearing.startsAt,
          endsAt: hearing.endsAt,
          lobbyOpensAt: new Date(hearing.startsAt.getTime() - LOBBY_MINUTES * 60_000),
          mode: modeOf(hearing),
          roomId: hearing.roomId,
          placeName: place.name,
          chamberId: hearing.chamberId,
          chamberAddress: place.chamber?.address ?? null,
          parties: parties(hearing),
          arbitratorNames: names('arbitrator'),
          recorderNames: names('recorder'),
          isNoticeWaived: hearing.isNoticeWaived,
          isPublic: hearing.isPublic,
          openedAt: hearing.openedAt,
          endedAt: hearing.endedAt,
          reason: hearing.reason,
          recordState: records.find((record) => record.hearingId === hearing.id)?.state ?? 'typing',
          isMySignatureAwaited: awaited.some(({ hearingId }) => hearingId === hearing.id),
          role: members.find((member) => member.userId === actor.userId)?.role ?? null,
          actions: actionsOf(hearing, relations),
        };
      }),
    );
  }

  /** The parties with what became of their notice: this the house alone is told, which has to judge by it. */
  private async hearingParties(
    actor: SignedInActor,
    caseId: string,
    members: readonly HearingMember[],
  ): Promise<(hearing: Hearing) => HearingPartyDto[]> {
    const parties = await this.cases.parties(caseId);
    if (actor.kind === 'party') {
      return () =>
        parties.map((party) => ({ ...partyDto(party), noticeServedOn: null, canBeHeardOver: null }));
    }
    const servedOn = await this.cases.noticesServed(caseId);
    const waivers = await this.dataSource.manager.findBy(NoticeWaiver, { caseId });
    const calendar = await this.reference.calendar();
    return (hearing) =>
      parties.map((party) => {
        const ofThis = waivers.filter(({ hearingId }) => hearingId === hearing.id);
        const notice = partyNotice(party, members, ofThis, servedOn(hearing.id));
        const hearingOn = legalDay(hearing.startsAt);
        const canBeHeardOver =
          notice.servedOn !== null && isNoticeSufficient([notice], hearingOn, calendar).value;
        return { ...partyDto(party), noticeServedOn: notice.servedOn, canBeHeardOver };
      });
  }
}

function partyDto({
  id,
  role,
  kind,
  name,
  representativeName,
  consentsToOnlineHearing,
}: CaseParty): Pick<
  HearingPartyDto,
  'id' | 'role' | 'kind' | 'name' | 'representativeName' | 'consentsToOnlineHearing'
> {
  return { id, role, kind, name, representativeName, consentsToOnlineHearing };
}

function actionsOf(hearing: Hearing, relations: ReadonlySet<HearingRelation>): string[] {
  return hearingPolicy.permitted(relations).filter((permission) => {
    switch (permission) {
      case 'hearing.cancel':
        return hearingLifecycle.eventsFrom(hearing.state).includes('cancel');
      case 'hearing.join':
        return hearing.state !== 'cancelled';
      case 'hearing.set-down':
      case 'hearing.reopen':
      case 'hearing.waive-notice':
      case 'hearing.choose-consent':
        return false;
      case 'hearing.read':
      case 'hearing-record.read':
        return true;
    }
  });
}
