import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { legalDay } from '../../platform/clock';
import { caseLifecycle, CaseRef } from '../cases';
import { Reference } from '../reference';
import type { RecordView } from './conferencing/protocol';
import { HearingCases } from './hearing-cases';
import { HearingRecord } from './hearing-record.entity';
import { HearingRecords } from './hearing-records.service';
import { HearingSeat } from './hearing-seat.entity';
import { Hearing } from './hearing.entity';
import { hearingLifecycle, LOBBY_MINUTES } from './hearing.lifecycle';
import { hearingPolicy, type HearingRelation } from './hearing.policy';
import type { HearingDto, RoomDayDto, HearingTermsDto } from './hearings.dto';
import { Hearings } from './hearings.service';

export interface HeldHearing {
  readonly hearingId: string;
  readonly on: LocalDate;
  readonly mode: 'online';
  /** Accounts that were before the tribunal while it sat. */
  readonly attendedUserIds: readonly string[];
  /** The respondent stayed away although notified in writing, and the arbitrator stated it (Rules 39). */
  readonly hasStatedAbsence: boolean;
}

/** Reads for screens, and for what stands above hearings. */
@Injectable()
export class HearingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caseRef: CaseRef,
    private readonly cases: HearingCases,
    private readonly reference: Reference,
    private readonly hearings: Hearings,
    private readonly records: HearingRecords,
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

  /** Hearings that took place, in their order: what an award says of the procedure. */
  async held(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<HeldHearing[]> {
    const hearings = await manager.find(Hearing, {
      where: { caseId, openedAt: Not(IsNull()) },
      order: { ordinal: 'ASC' },
    });
    const seats = await manager.findBy(HearingSeat, {
      hearingId: In(hearings.map((hearing) => hearing.id)),
      hasAttended: true,
    });
    return hearings.map(({ id, openedAt, absenceReason }) => ({
      hearingId: id,
      on: legalDay(openedAt!),
      mode: 'online',
      attendedUserIds: seats.filter((seat) => seat.hearingId === id).map((seat) => seat.userId),
      hasStatedAbsence: absenceReason !== null,
    }));
  }

  record(hearingId: string): Promise<RecordView> {
    return this.records.view(hearingId);
  }

  async terms(actor: SignedInActor, caseId: string): Promise<HearingTermsDto> {
    const { earliest, parties, members, waivers } = await this.hearings.terms(caseId);
    const { state, suspendedOn } = await this.cases.get(caseId);
    const relations = ((await this.caseRef.relationsTo(actor, caseId)) ??
      new Set()) as ReadonlySet<HearingRelation>;
    return {
      earliestDay: earliest.value,
      basis: earliest.basis as unknown as JsonObject[],
      steps: earliest.steps as unknown as JsonObject[],
      waivers: waivers.map((waiver) => ({
        side: waiver.side,
        partyName: members.find((member) => member.userId === waiver.userId)?.name ?? '',
        waivedAt: waiver.waivedAt,
      })),
      withoutOnlineConsent: parties
        .filter((party) => !party.consentsToOnlineHearing)
        .map((party) => party.name),
      canWaive:
        members.some(
          ({ userId, role }) => userId === actor.userId && (role === 'claimant' || role === 'respondent'),
        ) && !waivers.some((waiver) => waiver.userId === actor.userId),
      canSetDown:
        suspendedOn === null &&
        caseLifecycle.eventsFrom(state).includes('set-down') &&
        hearingPolicy.allows('hearing.set-down', relations),
    };
  }

  /** The rooms of the caller's commission, with what is taken on a day. */
  async rooms(actor: StaffActor, on: string): Promise<RoomDayDto[]> {
    const commission = (await this.reference.commissions()).find((each) => each.id === actor.commissionId);
    const rooms = commission?.rooms ?? [];
    const taken: { resource_id: string; from: Date; to: Date }[] = await this.dataSource.query(
      `SELECT resource_id, lower(during) AS "from", upper(during) AS "to" FROM booking
       WHERE resource_kind = 'room' AND resource_id = ANY ($1)
         AND during && tstzrange(($2::date)::timestamp AT TIME ZONE 'Asia/Shanghai',
                                 ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')
       ORDER BY lower(during)`,
      [rooms.map((room) => room.id), on],
    );
    return rooms.map(({ id, name }) => ({
      id,
      name,
      taken: taken.filter((slot) => slot.resource_id === id).map(({ from, to }) => ({ from, to })),
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
    const names = (role: 'arbitrator' | 'recorder'): string[] =>
      members.filter((member) => member.role === role).map((member) => member.name);
    return Promise.all(
      hearings.map(async (hearing) => ({
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
        roomId: hearing.roomId,
        roomName: (await this.reference.room(hearing.roomId))?.name ?? '',
        arbitratorNames: names('arbitrator'),
        recorderNames: names('recorder'),
        isNoticeWaived: hearing.isNoticeWaived,
        openedAt: hearing.openedAt,
        endedAt: hearing.endedAt,
        reason: hearing.reason,
        recordState: records.find((record) => record.hearingId === hearing.id)?.state ?? 'typing',
        role: members.find((member) => member.userId === actor.userId)?.role ?? null,
        actions: actionsOf(hearing, relations),
      })),
    );
  }
}

function actionsOf(hearing: Hearing, relations: ReadonlySet<HearingRelation>): string[] {
  return hearingPolicy.permitted(relations).filter((permission) => {
    switch (permission) {
      case 'hearing.cancel':
        return hearingLifecycle.eventsFrom(hearing.state).includes('cancel');
      case 'hearing.join':
        return hearing.state !== 'cancelled';
      case 'hearing.set-down':
      case 'hearing.waive-notice':
        return false;
      case 'hearing.read':
      case 'hearing-record.read':
        return true;
    }
  });
}
