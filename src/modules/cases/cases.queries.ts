import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { SignedInActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import type { Fen } from '../../kernel/money';
import { claimRule } from '../../law/claims';
import { withoutAdvice } from '../../law/claims/advice';
import type { Finding } from '../../law/finding';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { Clocks, clockDto, type ClockDto, type ClockView } from '../deadlines';
import { maskDocumentNumber, maskPhone, normalisePhone, Users, type UserAccount } from '../identity';
import { Reference } from '../reference';
import { CaseClaim } from './case-claim.entity';
import { CaseMember, type Capacity } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { caseActions, nextStep } from './case-actions';
import { casePolicy, caseRelations, type CaseRelation } from './case.policy';
import type {
  CaseDto,
  CasePageDto,
  CaseSummaryDto,
  ClaimDto,
  CorrectionDto,
  IntakeDecisionDto,
  ListCasesDto,
  OralApplicationViewDto,
  PartyDto,
} from './cases.dto';
import { Drafts } from './drafts.service';
import type { SignedApplication } from './filing.service';
import { CaseCorrection, IntakeDecision } from './intake.entities';
import { FormerClaim } from './former-claim.entity';
import { OralApplication } from './oral-application.entity';
import { LabourCase } from './labour-case.entity';
import { JoinCodeSending, SeatRelease } from './seat.entities';

const PAGE_SIZE = 50;
/** Nobody turns two hundred pages: beyond this it is enough to know that there are more. */
const COUNTED = 10_000;
const QUEUE_STATES = ['received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard'];

/** What expires first, as an index has it; or what moved last. */
const ORDERS = {
  due: 'c.next_due_on NULLS LAST, c.received_at',
  mine: 'c.next_due_on NULLS LAST, c.updated_at DESC',
  moved: 'c.updated_at DESC',
} as const;

interface ListRow {
  id: string;
}

/**
 * $3 is the pattern, $4 what was typed. The grams find candidates by an index that knows one and two characters; the
 * pattern then asks whether they stand together, in one field.
 */
export const SEARCHED = `(labour_case_grams(c.number, c.receipt_number, c.claimant_names, c.respondent_names) @> grams_looked_for($4)
  AND (c.number ILIKE $3 OR c.receipt_number ILIKE $3 OR c.claimant_names ILIKE $3 OR c.respondent_names ILIKE $3))`;

/** $4 is the number in digits; its last eight lead to it, the rest must not say otherwise. */
const TELEPHONED = `c.id = ANY (ARRAY(SELECT p.case_id FROM case_party p WHERE right(digits_of(p.phone), 8) = right($4, 8)
  AND (digits_of(p.phone) LIKE '%' || $4 OR $4 LIKE '%' || digits_of(p.phone))))`;

/** Eight digits or more and nothing else: no name, and no number of a case, which has signs in it. */
function telephoneIn(q: string): string | null {
  const digits = q.replace(/[\s\-()+]/g, '');
  return /^\d{8,15}$/.test(digits) ? digits : null;
}

/** Reads for screens: few queries per screen, however many cases it shows. */
@Injectable()
export class CaseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reference: Reference,
    private readonly clocks: Clocks,
    private readonly users: Users,
    private readonly drafts: Drafts,
    private readonly encryption: FieldEncryption,
  ) {}

  async list(actor: SignedInActor, { view, state, q, page = 1 }: ListCasesDto): Promise<CasePageDto> {
    const telephone = q ? telephoneIn(q) : null;
    const found = `($3::text IS NULL OR ${telephone ? TELEPHONED : SEARCHED})`;
    const which = `${scope(actor, view)} AND ($2::text IS NULL OR c.state = $2) AND ${found}`;
    const values = [
      scopeValue(actor, view),
      state ?? null,
      q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
      telephone ?? q ?? null,
    ];
    // Two questions: the page is read in its order from an index, which a count beside it would make impossible.
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<ListRow[]>(
        `SELECT c.id FROM labour_case c
         WHERE ${which}
         ORDER BY ${ORDERS[orderOf(actor, view)]}
         LIMIT ${PAGE_SIZE} OFFSET $5`,
        [...values, (page - 1) * PAGE_SIZE],
      ),
      this.dataSource.query<{ total: number }[]>(
        `SELECT count(*)::int AS total FROM (SELECT 1 FROM labour_case c WHERE ${which} LIMIT ${COUNTED + 1}) found`,
        values,
      ),
    ]);
    const items = await this.summaries(
      actor,
      rows.map((row) => row.id),
    );
    const total = Math.min(count!.total, COUNTED);
    return { items, total, isTotalCut: count!.total > COUNTED, page, pageSize: PAGE_SIZE };
  }

  async open(actor: SignedInActor, id: string): Promise<CaseDto> {
    const labourCase = await this.dataSource.manager.findOneBy(LabourCase, { id });
    if (!labourCase) throw notFound();
    const [parties, claims, members, corrections, decision, clocks, commission, former] = await Promise.all([
      this.dataSource.manager.find(CaseParty, {
        where: { caseId: id },
        order: { role: 'ASC', ordinal: 'ASC' },
      }),
      this.dataSource.manager.find(CaseClaim, { where: { caseId: id }, order: { ordinal: 'ASC' } }),
      this.dataSource.manager.findBy(CaseMember, { caseId: id }),
      this.dataSource.manager.findBy(CaseCorrection, { caseId: id }),
      this.dataSource.manager.findOneBy(IntakeDecision, { caseId: id }),
      this.clocks.ofCase(id),
      this.reference.commission(labourCase.commissionId),
      this.dataSource.manager.find(FormerClaim, {
        where: { caseId: id },
        order: { until: 'ASC', ordinal: 'ASC' },
      }),
    ]);
    const current = members.filter((member) => member.until === null);
    const capacities = current
      .filter((member) => member.userId === actor.userId)
      .map((member) => member.capacity);
    const relations = caseRelations(actor, { commissionId: labourCase.commissionId, capacities });
    const users = await this.users.byIds(current.map((member) => member.userId));
    const seats = await this.seats(id, relations);
    const { application } = this.encryption.openJson<SignedApplication>(labourCase.applicationSealed);
    const hasBeenCorrected = corrections.length > 0;
    return {
      ...this.summary(labourCase, claims, clocks, capacities),
      commissionName: commission.name,
      acceptedAt: labourCase.acceptedAt,
      decidedAt: labourCase.decidedAt,
      parties: parties.map((party) => this.party(party, actor, relations, seats)),
      claims: claims.map((claim) => claimDto(claim, relations.has('claimant'))),
      formerClaims: former.map((claim) => ({
        ...claimDto(claim, relations.has('claimant')),
        id: claim.claimId,
        outcome: claim.outcome,
        until: claim.until,
      })),
      members: current.map((member) => ({
        userId: member.userId,
        name: users.get(member.userId)?.name ?? '',
        capacity: member.capacity,
      })),
      employment: application.employment as unknown as JsonObject,
      statement: application.statement.text,
      evidenceCount: application.evidence.length,
      transfer: await this.transfer(labourCase),
      correction: await this.correction(corrections[0], actor),
      oralApplication: await this.oralApplication(id, relations),
      decision: decision ? decisionDto(decision) : null,
      clocks: clocks.map(clockDto),
      actions: caseActions(labourCase.state, relations, {
        hasBeenCorrected,
        isTransferred: labourCase.transferredFromId !== null,
      }),
      nextStep: nextStep(labourCase.state, relations, labourCase.suspendedOn !== null),
    };
  }

  /** Ids of the parties a user acts for in a case. */
  async partiesOf(caseId: string, userId: string): Promise<string[]> {
    const members = await this.dataSource.manager.findBy(CaseMember, { caseId, userId, until: IsNull() });
    return members.flatMap((member) => (member.partyId ? [member.partyId] : []));
  }

  private async summaries(actor: SignedInActor, ids: readonly string[]): Promise<CaseSummaryDto[]> {
    if (ids.length === 0) return [];
    const [cases, claims, clocks, members] = await Promise.all([
      this.dataSource.manager.findBy(LabourCase, { id: In([...ids]) }),
      this.dataSource.manager.find(CaseClaim, { where: { caseId: In([...ids]) }, order: { ordinal: 'ASC' } }),
      this.clocks.ofCases(ids),
      this.dataSource.manager.findBy(CaseMember, { caseId: In([...ids]), userId: actor.userId }),
    ]);
    const byId = new Map(cases.map((each) => [each.id, each]));
    return ids.map((id) =>
      this.summary(
        byId.get(id)!,
        claims.filter((claim) => claim.caseId === id),
        clocks.get(id) ?? [],
        members
          .filter((member) => member.caseId === id && member.until === null)
          .map((member) => member.capacity),
      ),
    );
  }

  private summary(
    labourCase: LabourCase,
    claims: readonly CaseClaim[],
    clocks: readonly ClockView[],
    capacities: readonly Capacity[],
  ): CaseSummaryDto {
    return {
      id: labourCase.id,
      number: labourCase.number,
      receiptNumber: labourCase.receiptNumber,
      commissionId: labourCase.commissionId,
      state: labourCase.state,
      version: labourCase.version,
      suspendedOn: labourCase.suspendedOn,
      claimantNames: labourCase.claimantNames,
      respondentNames: labourCase.respondentNames,
      claimedFen: labourCase.claimedFen,
      heads: [...new Set(claims.map((claim) => claim.head))],
      receivedAt: labourCase.receivedAt,
      updatedAt: labourCase.updatedAt,
      nextClock: nextClock(clocks, capacities),
      capacities: [...capacities],
    };
  }

  /** What was done about the seats; for the house only. */
  private async seats(caseId: string, relations: ReadonlySet<CaseRelation>): Promise<SeatHistory> {
    if (!HOUSE.some((each) => relations.has(each))) return { sendings: [], releases: [], names: new Map() };
    const [sendings, releases] = await Promise.all([
      this.dataSource.manager.find(JoinCodeSending, { where: { caseId }, order: { sentAt: 'ASC' } }),
      this.dataSource.manager.find(SeatRelease, { where: { caseId }, order: { releasedAt: 'ASC' } }),
    ]);
    const names = await this.users.byIds([
      ...sendings.map(({ sentBy }) => sentBy),
      ...releases.map(({ releasedBy }) => releasedBy),
    ]);
    return { sendings, releases, names };
  }

  private party(
    party: CaseParty,
    actor: SignedInActor,
    relations: ReadonlySet<CaseRelation>,
    { sendings, releases, names }: SeatHistory,
  ): PartyDto {
    const isMine = party.joinedUserId === actor.userId;
    const phone = party.phone && normalisePhone(party.phone);
    return {
      id: party.id,
      role: party.role,
      ordinal: party.ordinal,
      kind: party.kind,
      name: party.name,
      sex: party.sex,
      birthDate: party.birthDate,
      documentKind: party.documentKind,
      documentNumber:
        party.documentKind && party.documentSealed
          ? shownNumber(party.documentKind, this.encryption.open(party.documentSealed))
          : null,
      address: party.address,
      phone: isMine || relations.has('home-staff') || !phone ? party.phone : maskPhone(phone),
      legalRepresentative: party.legalRepresentative,
      legalRepresentativePost: party.legalRepresentativePost,
      hasJoined: party.joinedUserId !== null,
      representativeName: party.representativeName,
      representativeCapacity: party.representativeCapacity,
      consentsToElectronic: party.consentsToElectronic,
      consentsToOnlineHearing: party.consentsToOnlineHearing,
      isMine,
      codeSendings: sendings
        .filter(({ partyId }) => partyId === party.id)
        .map(({ phoneSealed, checkedHow, sentBy, sentAt }) => ({
          phone: maskPhone(this.encryption.open(phoneSealed)),
          checkedHow,
          sentBy: names.get(sentBy)?.name ?? '',
          sentAt,
        })),
      seatReleases: releases
        .filter(({ partyId }) => partyId === party.id)
        .map(({ representativeName, reason, releasedBy, releasedAt }) => ({
          representativeName,
          reason,
          releasedBy: names.get(releasedBy)?.name ?? '',
          releasedAt,
        })),
      actions: partyActions(party, relations),
    };
  }

  /** The other file of a case that was transferred: where it comes from, or where it goes on. */
  private async transfer({ id, transferredFromId }: LabourCase): Promise<CaseDto['transfer']> {
    const [from, to] = await Promise.all([
      transferredFromId === null
        ? null
        : this.dataSource.manager.findOneBy(LabourCase, { id: transferredFromId }),
      this.dataSource.manager.findOneBy(LabourCase, { transferredFromId: id }),
    ]);
    const other = from ?? to;
    if (!other) return null;
    const { name } = await this.reference.commission(other.commissionId);
    return {
      isFrom: from !== null,
      caseId: other.id,
      number: other.number ?? other.receiptNumber,
      commissionName: name,
    };
  }

  private async correction(
    correction: CaseCorrection | undefined,
    actor: SignedInActor,
  ): Promise<CorrectionDto | null> {
    if (!correction) return null;
    return {
      defects: correction.defects,
      dueOn: correction.dueOn,
      requestedAt: correction.requestedAt,
      correctedAt: correction.correctedAt,
      draftId: await this.drafts.correcting(actor.userId, correction.caseId),
    };
  }

  /** As it was taken down last: what was corrected at the counter was taken down again. */
  async lastOralApplication(caseId: string): Promise<OralApplication | null> {
    return this.dataSource.manager.findOne(OralApplication, {
      where: { caseId },
      order: { takenAt: 'DESC', id: 'DESC' },
    });
  }

  private async oralApplication(
    caseId: string,
    relations: ReadonlySet<CaseRelation>,
  ): Promise<OralApplicationViewDto | null> {
    const oral = await this.lastOralApplication(caseId);
    if (!oral) return null;
    return {
      takenBy: (await this.users.byId(oral.takenBy))?.name ?? '',
      takenAt: oral.takenAt,
      confirmedBy: oral.confirmedBy,
      hasSheet: oral.sheetFileId !== null && casePolicy.allows('oral-application.read', relations),
    };
  }
}

const HOUSE = ['home-staff', 'arbitrator', 'recorder'] as const;

interface SeatHistory {
  sendings: JoinCodeSending[];
  releases: SeatRelease[];
  names: Map<string, UserAccount>;
}

/** A code goes to an empty seat, and a seat somebody has can be taken back. */
function partyActions(party: CaseParty, relations: ReadonlySet<CaseRelation>): PartyDto['actions'] {
  if (party.role !== 'respondent' || !party.joinCodeIndex) return [];
  const action = party.joinedUserId ? 'party.release-seat' : 'party.send-code';
  return casePolicy.allows(action, relations) ? [action] : [];
}

/** The row-level predicate of a list; the same relations as the policy, as SQL. */
function scope(actor: SignedInActor, view: ListCasesDto['view']): string {
  const isHouse = actor.kind === 'staff' && actor.roles.some((role) => role !== 'arbitrator');
  if (view !== 'mine' && isHouse) {
    const open = `c.state IN (${QUEUE_STATES.map((state) => `'${state}'`).join(', ')})`;
    if (view === 'queue') return `c.commission_id = $1 AND ${open}`;
    return view === 'closed' ? `c.commission_id = $1 AND NOT ${open}` : 'c.commission_id = $1';
  }
  return 'EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.user_id = $1 AND m.until IS NULL)';
}

function orderOf(actor: SignedInActor, view: ListCasesDto['view']): keyof typeof ORDERS {
  if (view === 'queue') return 'due';
  return actor.kind === 'staff' && view === 'mine' ? 'mine' : 'moved';
}

function scopeValue(actor: SignedInActor, view: ListCasesDto['view']): string {
  const isHouse = actor.kind === 'staff' && actor.roles.some((role) => role !== 'arbitrator');
  return view !== 'mine' && isHouse && actor.kind === 'staff' ? actor.commissionId : actor.userId;
}

/** A credit code stands in a public register and on every invoice; a person's number is nobody's business. */
function shownNumber(kind: string, number: string): string {
  return kind === 'uscc' ? number : maskDocumentNumber(number);
}

/** What a party may wait for: a decision on the application, a tribunal, an award. The rest is the house's own business. */
const AWAITED: readonly string[] = ['D01', 'D04', 'D13', 'D14'];

/** Staff see what the commission must meet; a party what is its own to do, and when there is nothing what it waits for. */
function nextClock(clocks: readonly ClockView[], capacities: readonly Capacity[]): ClockDto | null {
  const isParty = capacities.includes('claimant') || capacities.includes('respondent');
  const mine = clocks
    .filter((clock) => clock.state === 'running' && clock.dueOn !== null)
    .map(clockDto)
    .filter((clock) => {
      // A file is kept for years: nobody waits for its last day.
      if (clock.kind === 'effect' && clock.bearer === 'commission') return false;
      if (!isParty) return clock.bearer === 'commission' || clock.bearer === 'tribunal';
      if (clock.bearer === 'respondent') return capacities.includes('respondent');
      if (clock.bearer !== 'party') return AWAITED.includes(clock.code);
      return clock.kind !== 'window' || !clock.remaining?.isPast;
    });
  const after = ({ bearer }: ClockDto): number =>
    isParty && (bearer === 'commission' || bearer === 'tribunal') ? 1 : 0;
  return mine.sort((a, b) => after(a) - after(b) || a.dueOn!.localeCompare(b.dueOn!))[0] ?? null;
}

/** Advice in the working is for the claimant alone. */
export function claimDto(claim: CaseClaim | FormerClaim, isClaimants: boolean): ClaimDto {
  const finding = claim.finding as unknown as Finding<Fen | null> | null;
  return {
    id: claim.id,
    ordinal: claim.ordinal,
    head: claim.head,
    titleKey: claimRule(claim.head).titleKey,
    facts: claim.facts,
    computedFen: claim.computedFen,
    amountFen: claim.amountFen,
    fromOn: claim.fromOn,
    toOn: claim.toOn,
    note: claim.note,
    finding: (finding && !isClaimants ? withoutAdvice(finding) : finding) as unknown as JsonObject | null,
  };
}

function decisionDto(decision: IntakeDecision): IntakeDecisionDto {
  return {
    outcome: decision.outcome,
    reason: decision.reason,
    grounds: decision.grounds,
    competentCommission: decision.competentCommission,
    evidenceUntil: decision.evidenceUntil,
    decidedAt: decision.decidedAt,
  };
}
