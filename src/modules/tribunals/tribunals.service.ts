import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { contains } from '../../kernel/period';
import { article, citation } from '../../law/articles';
import type { Finding, Step } from '../../law/finding';
import { candidates, composition, type Candidates } from '../../law/tribunal';
import { Clock } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import {
  CaseAccess,
  caseLifecycle,
  CaseRef,
  CaseTransitions,
  type CaseParty,
  type LabourCase,
} from '../cases';
import { UserAccount, Users } from '../identity';
import { Reference } from '../reference';
import type { Arbitrator } from './arbitrator.entity';
import { agentKeys, arbitratorFacts, matchingInterests, partyKeys } from './roster-facts';
import { Roster, type RosterEntry } from './roster.service';
import { TribunalPapers } from './tribunal-papers';
import { Tribunal } from './tribunal.entity';
import { tribunalPolicy } from './tribunal.policy';
import type {
  CandidateDto,
  CandidatesDto,
  ConstituteDto,
  ConstitutedDto,
  Obstacle,
  RecorderDto,
  TribunalDto,
  TribunalViewDto,
} from './tribunals.dto';

type Ground = Tribunal['ground'];

/** Who sits on the case, as papers and screens of other modules name them. */
export interface SittingTribunal {
  readonly tribunal: Tribunal;
  readonly arbitrator: Arbitrator;
  readonly recorderName: string;
}

/** Forming the tribunal (Law 31, 32; Rules 37): one arbitrator of the whole cooperation's register, and a recorder. */
@Injectable()
export class Tribunals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly cases: CaseAccess,
    private readonly caseRef: CaseRef,
    private readonly transitions: CaseTransitions,
    private readonly users: Users,
    private readonly reference: Reference,
    private readonly papers: TribunalPapers,
  ) {}

  /** Everybody on the register: who can sit, least loaded first, and why each other one cannot. */
  async candidates(caseId: string, recorderUserId?: string): Promise<CandidatesDto> {
    const { manager } = this.dataSource;
    const labourCase = await this.cases.get(caseId);
    const parties = await this.cases.parties(caseId);
    const entries = await this.roster.all();
    const loads = await this.loads(entries, manager);
    const on = this.clock.today();
    const recused = await this.recused(caseId, manager);
    const finding = assess(entries, loads, { labourCase, parties, on, recorderUserId, recused });
    // As far as the file says it: the rest is for the clerk to find.
    const { value: whoDecides, steps: compositionSteps } = soleOrThree(labourCase, parties, 'clear', []);
    const names = await this.reference.commissionNames();
    const { eligible, excluded } = finding.value;
    const byUser = new Map(entries.map((entry) => [entry.arbitrator.userId, entry]));
    const describe = (userId: string, rank: number | null, reasons: readonly Step[]): CandidateDto => {
      const { arbitrator, engagements, interests } = byUser.get(userId)!;
      const here = engagements.find(
        (each) =>
          each.commissionId === labourCase.commissionId && contains({ from: each.fromOn, to: each.toOn }, on),
      );
      return {
        arbitratorId: arbitrator.id,
        name: arbitrator.name,
        nameLatin: arbitrator.nameLatin,
        homeCommissionName: names.get(arbitrator.homeCommissionId) ?? '',
        kind: arbitrator.kind,
        region: arbitrator.region,
        languages: arbitrator.languages,
        specialties: arbitrator.specialties,
        basis: here?.basis ?? null,
        isEligible: rank !== null,
        rank,
        load: loads.get(userId) ?? 0,
        loadLimit: arbitrator.loadLimit,
        reasons: asJson(reasons),
        interests: matchingInterests(interests, parties).map((interest) => ({
          kind: interest.kind,
          subject: interest.subjectName,
          fromYear: interest.fromYear,
          toYear: interest.toYear,
        })),
      };
    };
    return {
      on,
      caseVersion: labourCase.version,
      composition: whoDecides,
      compositionSteps: asJson(compositionSteps),
      basis: asJson(finding.basis),
      steps: asJson(finding.steps),
      items: [
        ...eligible.map(({ id }, index) => describe(id, index + 1, [])),
        ...excluded.map(({ id, reasons }) => describe(id, null, reasons)),
      ],
    };
  }

  /**
   * @throws DomainError (conflict) `tribunal.arbitrator-excluded` with every reason, `tribunal.three-required`,
   *   `lifecycle.not-now`, `case.version`; (invalid) when the arbitrator or recorder does not exist here,
   *   `tribunal.consent-missing`.
   */
  async constitute(actor: StaffActor, caseId: string, dto: ConstituteDto): Promise<ConstitutedDto> {
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.fire(tx, caseId, 'constitute', {}, dto.version);
      const parties = await this.cases.parties(caseId, tx.manager);
      const { ground, obstacles } = dto;
      const consent = ground === 'agreed' ? consentOnFile(dto) : null;
      requireSole(soleOrThree(labourCase, parties, ground, obstacles));
      const recorder = await requireRecorder(labourCase, dto.recorderUserId, tx.manager);
      const recused = await this.recused(caseId, tx.manager);
      if (recused.includes(recorder.id)) throw fieldProblem('/recorderUserId', 'tribunal.recorder-recused');
      // Whoever comes second with the same arbitrator waits here and then counts the first one's case.
      const chosen = await this.roster.lock(dto.arbitratorId, tx.manager);
      if (!chosen) throw fieldProblem('/arbitratorId', 'tribunal.arbitrator-unknown');
      const entries = await this.roster.all(tx.manager);
      const loads = await this.loads(entries, tx.manager);
      const finding = assess(entries, loads, {
        labourCase,
        parties,
        on: tx.today,
        recorderUserId: recorder.id,
        recused,
      });
      requireEligible(finding, chosen.arbitrator);
      const tribunal = tx.manager.create(Tribunal, {
        id: newId(tx.at.getTime()),
        caseId,
        arbitratorId: chosen.arbitrator.id,
        recorderUserId: recorder.id,
        ground,
        consent,
        note: dto.note ?? null,
        assessment: { ...assessment(finding, entries, tx.today), obstacles },
        constitutedBy: actor.userId,
        constitutedAt: tx.at,
        dissolvedAt: null,
        recusedUserId: null,
      });
      await tx.manager.insert<object>(Tribunal, tribunal);
      await this.cases.addMember(tx, caseId, chosen.arbitrator.userId, 'arbitrator');
      await this.cases.addMember(tx, caseId, recorder.id, 'recorder');
      await tx.publish({
        type: 'tribunal.constituted',
        caseId,
        payload: {
          tribunalId: tribunal.id,
          arbitratorId: chosen.arbitrator.id,
          arbitratorUserId: chosen.arbitrator.userId,
          recorderUserId: recorder.id,
          ground,
        },
      });
      await this.papers.issueNotices(tx, labourCase, tribunal, {
        arbitrator: chosen.arbitrator.name,
        recorder: recorder.name,
      });
      return { caseId, tribunalId: tribunal.id, state: labourCase.state, version: labourCase.version };
    });
  }

  async view(actor: SignedInActor, caseId: string): Promise<TribunalViewDto> {
    const labourCase = await this.cases.get(caseId);
    const relations = (await this.caseRef.relationsTo(actor, caseId)) ?? new Set();
    const isHouse = relations.has('home-staff') || relations.has('arbitrator') || relations.has('recorder');
    const sitting = await this.sitting(caseId);
    const mayConstitute =
      caseLifecycle.eventsFrom(labourCase.state).includes('constitute') &&
      tribunalPolicy.allows('tribunal.constitute', relations);
    return {
      tribunal: sitting ? await this.describe(sitting, isHouse) : null,
      actions: mayConstitute ? ['tribunal.constitute'] : [],
    };
  }

  /** The tribunal of a case; null before it is formed. */
  async sitting(
    caseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SittingTribunal | null> {
    const tribunal = await manager.findOneBy(Tribunal, { caseId, dissolvedAt: IsNull() });
    if (!tribunal) return null;
    const arbitrator = await this.roster.byId(tribunal.arbitratorId, manager);
    const recorder = await manager.findOneByOrFail(UserAccount, { id: tribunal.recorderUserId });
    // The row references both, so both are there.
    return { tribunal, arbitrator: arbitrator!, recorderName: recorder.name };
  }

  /** Ends the tribunal of which somebody has withdrawn; the case waits for another one. The caller holds the case. */
  async dissolve(tx: Tx, caseId: string, recusedUserId: string): Promise<void> {
    await tx.manager.update(
      Tribunal,
      { caseId, dissolvedAt: IsNull() },
      { dissolvedAt: tx.at, recusedUserId },
    );
    await this.cases.endTribunal(tx, caseId);
    await this.transitions.fire(tx, caseId, 'dissolve', {});
    await tx.publish({ type: 'tribunal.dissolved', caseId, payload: { recusedUserId } });
  }

  /** Ids of those who have withdrawn from the case: they do not sit in it again. */
  private async recused(caseId: string, manager: EntityManager): Promise<string[]> {
    const dissolved = await manager.findBy(Tribunal, { caseId, dissolvedAt: Not(IsNull()) });
    return dissolved.flatMap(({ recusedUserId }) => (recusedUserId === null ? [] : [recusedUserId]));
  }

  /** Those who keep the record at a commission, least loaded first. Other commissions are not looked into. */
  async recorders(actor: StaffActor, commissionId: string): Promise<RecorderDto[]> {
    if (actor.commissionId !== commissionId) throw notFound('commission.unknown');
    const recorders = (await this.users.staff(commissionId)).filter((user) =>
      user.roles.includes('recorder'),
    );
    const loads = await this.cases.openLoad(
      'recorder',
      recorders.map((user) => user.id),
    );
    return recorders
      .map((user) => ({ userId: user.id, name: user.name, load: loads.get(user.id) ?? 0 }))
      .sort((a, b) => a.load - b.load);
  }

  private async describe(sitting: SittingTribunal, isHouse: boolean): Promise<TribunalDto> {
    const { tribunal, arbitrator, recorderName } = sitting;
    const names = await this.reference.commissionNames();
    return {
      id: tribunal.id,
      arbitratorId: arbitrator.id,
      arbitratorUserId: arbitrator.userId,
      arbitratorName: arbitrator.name,
      arbitratorNameLatin: arbitrator.nameLatin,
      arbitratorHomeCommissionName: names.get(arbitrator.homeCommissionId) ?? '',
      arbitratorRegion: arbitrator.region,
      recorderUserId: tribunal.recorderUserId,
      recorderName,
      ground: tribunal.ground,
      constitutedAt: tribunal.constitutedAt,
      note: isHouse ? tribunal.note : null,
      consent: isHouse ? tribunal.consent : null,
    };
  }

  private loads(entries: readonly RosterEntry[], manager: EntityManager): Promise<Map<string, number>> {
    return this.cases.openLoad(
      'arbitrator',
      entries.map((entry) => entry.arbitrator.userId),
      manager,
    );
  }
}

async function requireRecorder(
  labourCase: LabourCase,
  userId: string,
  manager: EntityManager,
): Promise<UserAccount> {
  const user = await manager.findOneBy(UserAccount, { id: userId });
  const isOurs = user?.kind === 'staff' && user.commissionId === labourCase.commissionId;
  if (!isOurs || !user.roles.includes('recorder'))
    throw fieldProblem('/recorderUserId', 'tribunal.recorder-unknown');
  return user;
}

interface Seat {
  labourCase: LabourCase;
  parties: readonly CaseParty[];
  on: LocalDate;
  recorderUserId: string | undefined;
  /** Who has withdrawn from the case. */
  recused: readonly string[];
}

function assess(
  entries: readonly RosterEntry[],
  loads: ReadonlyMap<string, number>,
  { labourCase, parties, on, recorderUserId, recused }: Seat,
): Finding<Candidates> {
  return candidates(
    entries.map((entry) => arbitratorFacts(entry, loads.get(entry.arbitrator.userId) ?? 0)),
    {
      commissionId: labourCase.commissionId,
      on,
      parties: partyKeys(parties),
      agents: agentKeys(parties),
      recorderIds: recorderUserId === undefined ? [] : [recorderUserId],
      recusedIds: recused,
    },
  );
}

/** @throws DomainError (invalid) where both parties are said to agree and nobody says where that stands (Rules 56(3)). */
function consentOnFile({ consent }: ConstituteDto): string {
  if (!consent?.trim()) throw fieldProblem('/consent', 'tribunal.consent-missing');
  return consent.trim();
}

/** What a case of one application says of itself, and what the clerk finds (Organisation Rules 13, Rules 56, 57). */
function soleOrThree(
  labourCase: LabourCase,
  parties: readonly CaseParty[],
  ground: Ground,
  obstacles: readonly Obstacle[],
): Finding<'sole' | 'three'> {
  const has = (obstacle: Obstacle): boolean => obstacles.includes(obstacle);
  return composition({
    workers: parties.filter((party) => party.role === 'claimant').length,
    hasCommonClaims: true,
    isCollectiveContract: has('collective-contract'),
    isMajorOrDifficult: has('major'),
    // Whoever wants three does not form a tribunal of one.
    isThreeByDecision: false,
    isClear: ground === 'clear',
    amount: labourCase.claimedFen,
    // No figure is loaded, and the ground is not offered.
    averageYearlyWage: null,
    haveBothAgreed: ground === 'agreed',
    touchesPublicInterest: has('public-interest'),
    hasMajorSocialEffect: has('social-effect'),
    isRespondentMissing: has('respondent-missing'),
    isUnfitForSimple: has('unfit'),
  });
}

function requireSole({ value, steps }: Finding<'sole' | 'three'>): void {
  if (value === 'sole') return;
  throw new DomainError('conflict', 'tribunal.three-required', {
    basis: [citation(article('law', 31), 'zh-CN'), citation(article('org-rules', 13), 'zh-CN')],
    fields: asFields('/obstacles', steps),
  });
}

function requireEligible({ value }: Finding<Candidates>, arbitrator: Arbitrator): void {
  const reasons = value.excluded.find(({ id }) => id === arbitrator.userId)?.reasons ?? [];
  if (reasons.length === 0) return;
  throw new DomainError('conflict', 'tribunal.arbitrator-excluded', {
    params: { name: arbitrator.name },
    basis: reasons.flatMap((reason) => (reason.article ? [citation(reason.article, 'zh-CN')] : [])),
    fields: asFields('/arbitratorId', reasons),
  });
}

function asFields(
  pointer: string,
  steps: readonly Step[],
): { pointer: string; code: string; params: Step['params'] }[] {
  return steps.map(({ key, params }) => ({ pointer, code: `law.${key}`, params }));
}

/** Kept with the tribunal: what stood against each other one on the day of the appointment. */
function assessment(
  { value }: Finding<Candidates>,
  entries: readonly RosterEntry[],
  on: LocalDate,
): JsonObject {
  const rosterId = new Map(entries.map(({ arbitrator }) => [arbitrator.userId, arbitrator.id]));
  return {
    on,
    eligible: value.eligible.map(({ id, load }) => ({ arbitratorId: rosterId.get(id)!, load })),
    excluded: value.excluded.map(({ id, reasons }) => ({
      arbitratorId: rosterId.get(id)!,
      reasons: asJson(reasons),
    })),
  };
}

function fieldProblem(pointer: string, code: string): DomainError {
  return new DomainError('invalid', 'request.invalid', { fields: [{ pointer, code }] });
}

const asJson = (values: readonly unknown[]): JsonObject[] => values as unknown as JsonObject[];
