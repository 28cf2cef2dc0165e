import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { localDate, type LocalDate } from '../../kernel/local-date';
import type { CaseEvent } from '../../law/clocks';
import type { Tx } from '../../platform/database/unit-of-work';
import { readStanding } from '../../platform/record/record';
import { CaseAccess, CasePapers, CaseTransitions, type CaseParty, type LabourCase } from '../cases';
import { Clocks } from '../deadlines';
import { Users } from '../identity';
import { Reference, type Chamber, type HearingRoom } from '../reference';
import type { Resource } from './bookings';
import type { Appearance, HearingRole } from './conferencing/protocol';
import type { RecordHeading } from './hearing-record.rules';
import { modeOf, type Hearing } from './hearing.entity';

export interface HearingMember {
  userId: string;
  role: HearingRole;
  name: string;
  party: CaseParty | null;
  /** Who this is for the party, and in what capacity; null for the tribunal. */
  acting: Acting | null;
}

/** Somebody before the tribunal for a party. */
export interface Acting {
  personName: string;
  appearance: Appearance;
}

/** A respondent's time to answer (Rules 33): over or used, running until a day, or not begun. */
export type Defence = 'over' | 'unserved' | { readonly until: LocalDate };

export interface HearingPlace {
  room: HearingRoom | null;
  chamber: Chamber | null;
  name: string;
}

/** What a hearing wants to know of its case, and the two things it makes the case do. */
@Injectable()
export class HearingCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cases: CaseAccess,
    private readonly casePapers: CasePapers,
    private readonly transitions: CaseTransitions,
    private readonly users: Users,
    private readonly reference: Reference,
    private readonly clocks: Clocks,
  ) {}

  get(caseId: string, manager?: EntityManager): Promise<LabourCase> {
    return this.cases.get(caseId, manager);
  }

  parties(caseId: string, manager?: EntityManager): Promise<CaseParty[]> {
    return this.cases.parties(caseId, manager);
  }

  async members(caseId: string, manager?: EntityManager): Promise<HearingMember[]> {
    const [members, parties] = [
      await this.cases.members(caseId, manager),
      await this.cases.parties(caseId, manager),
    ];
    const users = await this.users.byIds(members.map((member) => member.userId));
    return members.map(({ userId, capacity, partyId }) => {
      const own = users.get(userId)?.name ?? '';
      const party = parties.find((each) => each.id === partyId) ?? null;
      return {
        userId,
        role: capacity,
        party,
        name: party ? seatName(party, own) : own,
        acting: party && actingFor(party, own),
      };
    });
  }

  async member(caseId: string, userId: string, manager?: EntityManager): Promise<HearingMember | null> {
    return (await this.members(caseId, manager)).find((member) => member.userId === userId) ?? null;
  }

  /** Everybody who cannot be in two places: people by account, natural persons by identity number as well. */
  async resources(caseId: string, manager?: EntityManager): Promise<Resource[]> {
    const [members, parties] = [await this.members(caseId, manager), await this.parties(caseId, manager)];
    return [
      ...members.map(({ userId, name }) => ({ kind: 'person' as const, id: userId, label: name })),
      ...parties.flatMap(({ kind, documentIndex, name }) =>
        kind === 'person' && documentIndex
          ? [{ kind: 'identity' as const, id: documentIndex, label: name }]
          : [],
      ),
    ];
  }

  /** The day on which the notice of a hearing reached each party, by hearing and party, as the record has it. */
  async noticesServed(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<(hearingId: string) => ReadonlyMap<string, LocalDate>> {
    const served = (await readStanding(manager, caseId))
      .flatMap((entry) => (entry.payload['clocks'] ?? []) as unknown as CaseEvent[])
      .filter((event) => event.type === 'notice-served');
    return (hearingId) =>
      new Map(
        served
          .filter((event) => event.hearing === hearingId)
          .map(({ party, on }): [string, LocalDate] => [party, localDate(on)]),
      );
  }

  /** By respondent, how it stands with the time to answer. */
  async defences(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<(partyId: string) => Defence> {
    const clocks = (await this.clocks.ofCase(caseId, manager)).filter(({ code }) => code === 'D05');
    const answers = await this.cases.answers(caseId, manager);
    return (partyId) => {
      const clock = clocks.find(({ subject }) => subject === partyId);
      if (!clock) return answers.some((answer) => answer.partyId === partyId) ? 'over' : 'unserved';
      const isOpen = clock.dueOn !== null && clock.remaining !== null && !clock.remaining.isPast;
      return isOpen ? { until: localDate(clock.dueOn!) } : 'over';
    };
  }

  /** Where people go: the online room, the chamber, or both. */
  async placeOf(
    { roomId, chamberId }: Pick<Hearing, 'roomId' | 'chamberId'>,
    manager?: EntityManager,
  ): Promise<HearingPlace> {
    const room = roomId === null ? null : await this.reference.room(roomId, manager);
    const chamber = chamberId === null ? null : await this.reference.chamber(chamberId, manager);
    const names = [chamber?.name, room?.name].filter((name) => name !== undefined);
    return { room, chamber, name: names.join('、') };
  }

  cause(tx: Tx, caseId: string): Promise<string> {
    return this.casePapers.cause(tx, caseId);
  }

  async recordHeading(tx: Tx, hearing: Hearing): Promise<RecordHeading> {
    const labourCase = await this.get(hearing.caseId, tx.manager);
    const members = await this.members(hearing.caseId, tx.manager);
    const parties = await this.parties(hearing.caseId, tx.manager);
    const commission = await this.reference.commission(hearing.commissionId, tx.manager);
    const place = await this.placeOf(hearing, tx.manager);
    const names = (role: HearingRole): string[] => members.filter((m) => m.role === role).map((m) => m.name);
    const partyNames = (role: CaseParty['role']): string[] =>
      parties.filter((p) => p.role === role).map((p) => p.name);
    return {
      commission: commission.name,
      caseNumber: labourCase.number ?? labourCase.receiptNumber,
      cause: await this.cause(tx, hearing.caseId),
      openedAt: hearing.openedAt ?? hearing.startsAt,
      closedAt: hearing.endedAt,
      place: place.name,
      mode: modeOf(hearing),
      arbitrators: names('arbitrator'),
      recorder: names('recorder').join('、'),
      claimants: partyNames('claimant'),
      respondents: partyNames('respondent'),
    };
  }

  async setDown(tx: Tx, caseId: string): Promise<LabourCase> {
    return this.transitions.fire(tx, caseId, 'set-down', {});
  }

  requireUnchallenged(caseId: string, actor: SignedInActor, manager: EntityManager): Promise<void> {
    return this.cases.requireUnchallenged(caseId, actor, manager);
  }

  async reopen(tx: Tx, caseId: string, reason: string, version?: number): Promise<void> {
    await this.transitions.fire(tx, caseId, 'reopen-hearing', { reason }, version);
  }

  async fire(tx: Tx, caseId: string, event: 'adjourn' | 'hear'): Promise<void> {
    await this.transitions.fire(tx, caseId, event === 'hear' ? 'close-hearing' : 'adjourn', {});
  }
}

/** As the plate in the chamber has it: 广州某某有限公司（王经理）, 李小明, 李小明（张律师）. */
export function chamberName(party: CaseParty, person: string): string {
  return person === party.name ? party.name : `${party.name}（${person}）`;
}

/** As they joined the case; a company acts through somebody. */
function actingFor(party: CaseParty, own: string): Acting {
  const { kind, name, representativeName, representativeCapacity } = party;
  const usual = kind === 'person' ? 'in-person' : 'legal-representative';
  return {
    personName: representativeName ?? (kind === 'person' ? name : own),
    appearance: representativeCapacity ?? usual,
  };
}

/** A company is in the room through somebody: 广州某某有限公司（王经理）. */
function seatName(party: CaseParty, own: string): string {
  const through = party.representativeName ?? (party.kind === 'company' ? own : null);
  return through && through !== party.name ? `${party.name}（${through}）` : party.name;
}
