import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import type { CaseEvent } from '../../law/clocks';
import type { Tx } from '../../platform/database/unit-of-work';
import { readStanding } from '../../platform/record/record';
import { CaseAccess, CasePapers, CaseTransitions, type CaseParty, type LabourCase } from '../cases';
import { Users } from '../identity';
import { Reference } from '../reference';
import type { Resource } from './bookings';
import type { HearingRole } from './conferencing/protocol';
import type { RecordHeading } from './hearing-record.rules';
import type { Hearing } from './hearing.entity';

export interface HearingMember {
  userId: string;
  role: HearingRole;
  name: string;
  party: CaseParty | null;
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
      return { userId, role: capacity, party, name: party ? seatName(party, own) : own };
    });
  }

  async member(caseId: string, userId: string): Promise<HearingMember | null> {
    return (await this.members(caseId)).find((member) => member.userId === userId) ?? null;
  }

  /** The account behind a ticket, as the actor it acts as. */
  async actor(userId: string): Promise<SignedInActor | null> {
    const user = await this.users.byId(userId);
    if (!user) return null;
    if (user.kind === 'party') return { kind: 'party', userId, name: user.name };
    return {
      kind: 'staff',
      userId,
      name: user.name,
      commissionId: user.commissionId ?? '',
      roles: user.roles,
    };
  }

  /** Everybody who cannot be in two places: people by account, natural persons by identity number as well. */
  async resources(caseId: string, manager?: EntityManager): Promise<Resource[]> {
    const [members, parties] = [await this.members(caseId, manager), await this.parties(caseId, manager)];
    return [
      ...members.map(({ userId, name }) => ({ kind: 'person' as const, id: userId, label: name })),
      ...parties
        .filter((party) => party.kind === 'person')
        .map((party) => ({ kind: 'identity' as const, id: party.documentIndex, label: party.name })),
    ];
  }

  /** Sides on which the notice of this hearing was served, as the record has it. */
  async notifiedSides(caseId: string, hearingId: string): Promise<Set<CaseParty['role']>> {
    const served = (await readStanding(this.dataSource.manager, caseId))
      .flatMap((entry) => (entry.payload['clocks'] ?? []) as unknown as CaseEvent[])
      .filter((event) => event.type === 'notice-served' && event.hearing === hearingId)
      .map((event) => (event.type === 'notice-served' ? event.party : ''));
    const parties = await this.parties(caseId);
    return new Set(parties.filter((party) => served.includes(party.id)).map((party) => party.role));
  }

  cause(tx: Tx, caseId: string): Promise<string> {
    return this.casePapers.cause(tx, caseId);
  }

  async recordHeading(tx: Tx, hearing: Hearing): Promise<RecordHeading> {
    const labourCase = await this.get(hearing.caseId, tx.manager);
    const members = await this.members(hearing.caseId, tx.manager);
    const parties = await this.parties(hearing.caseId, tx.manager);
    const commission = await this.reference.commission(hearing.commissionId, tx.manager);
    const room = await this.reference.room(hearing.roomId, tx.manager);
    const names = (role: HearingRole): string[] => members.filter((m) => m.role === role).map((m) => m.name);
    const partyNames = (role: CaseParty['role']): string[] =>
      parties.filter((p) => p.role === role).map((p) => p.name);
    return {
      commission: commission.name,
      caseNumber: labourCase.number ?? labourCase.receiptNumber,
      cause: await this.cause(tx, hearing.caseId),
      openedAt: hearing.openedAt ?? hearing.startsAt,
      closedAt: hearing.endedAt,
      room: room?.name ?? '',
      arbitrators: names('arbitrator'),
      recorder: names('recorder').join('、'),
      claimants: partyNames('claimant'),
      respondents: partyNames('respondent'),
    };
  }

  async setDown(tx: Tx, caseId: string): Promise<LabourCase> {
    return this.transitions.fire(tx, caseId, 'set-down', {});
  }

  async fire(tx: Tx, caseId: string, event: 'adjourn' | 'hear'): Promise<void> {
    await this.transitions.fire(tx, caseId, event === 'hear' ? 'close-hearing' : 'adjourn', {});
  }
}

/** A company is in the room through somebody: 广州某某有限公司（王经理）. */
function seatName(party: CaseParty, own: string): string {
  const through = party.representativeName ?? (party.kind === 'company' ? own : null);
  return through && through !== party.name ? `${party.name}（${through}）` : party.name;
}
