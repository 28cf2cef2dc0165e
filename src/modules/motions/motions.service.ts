import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull } from 'typeorm';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { localDate } from '../../kernel/local-date';
import { rollForward } from '../../law/calendar';
import { citation } from '../../law/articles';
import type { Step } from '../../law/finding';
import { Clock, legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import { Awards } from '../awards';
import {
  CaseAccess,
  CaseTransitions,
  Claims,
  claimTitleKey,
  type CaseParty,
  type LabourCase,
} from '../cases';
import { clockPayload } from '../deadlines';
import { PendingHearings } from '../hearings';
import { Users } from '../identity';
import { Reference } from '../reference';
import { DefenceWaivers } from './defence-waivers';
import { MotionCases } from './motion-cases';
import { MotionEffects } from './motion-effects';
import { Motion } from './motion.entity';
import {
  capacityOf,
  CLAIM_KINDS,
  citations,
  decidesByFiling,
  fieldProblems,
  hasDefence,
  isAmong,
  MOTIONS,
  type MotionDecision,
  type MotionDetails,
  type MotionKind,
  type ProposedClaim,
} from './motion.kinds';
import { motionLifecycle } from './motion.lifecycle';
import { MotionPapers, type MotionOnPaper } from './motion-papers';
import { isShownToParties, type MotionRelation } from './motion.policy';
import { windowOf, type MotionSituation } from './motion-window';
import type { DecideMotionDto, FileMotionDto, MotionIdDto } from './motions.dto';

/** Asking for something in a case, deciding it, taking it back (程序事项). */
@Injectable()
export class Motions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly cases: MotionCases,
    private readonly caseAccess: CaseAccess,
    private readonly transitions: CaseTransitions,
    private readonly hearings: PendingHearings,
    private readonly awards: Awards,
    private readonly users: Users,
    private readonly effects: MotionEffects,
    private readonly papers: MotionPapers,
    private readonly encryption: FieldEncryption,
    private readonly claims: Claims,
    private readonly waivers: DefenceWaivers,
    private readonly clock: Clock,
    private readonly reference: Reference,
  ) {}

  /**
   * Whoever may also decide the kind decides it by filing it.
   *
   * @throws DomainError (conflict) `case.version`, `motion.not-now`, `motion.not-suspended`, `case.suspended`,
   *   `motion.already-private`,
   *   `motion.no-hearing`, `motion.already-filed`, or what the law says against it (`law.…`); (invalid) each field that is
   *   missing; (forbidden) `auth.not-for-you` when the kind is not the caller's to file.
   */
  async file(actor: SignedInActor, caseId: string, dto: FileMotionDto): Promise<MotionIdDto> {
    const { kind } = dto;
    const relations = (await this.cases.relations(actor, caseId)) ?? new Set<MotionRelation>();
    if (!isAmong(MOTIONS[kind].filers, relations)) throw new DomainError('forbidden', 'auth.not-for-you');
    const details = given(dto.details);
    const problems = [
      ...fieldProblems(kind, details, actor.kind === 'party', capacityOf(relations)),
      ...(details.claims ? this.claims.problems(details.claims, this.clock.today()) : []),
    ];
    if (problems.length > 0) throw invalid(problems);
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.lock(tx, caseId);
      requireTime(kind, labourCase);
      requireVersion(labourCase, dto.version);
      if (kind !== 'recusal') await this.caseAccess.requireUnchallenged(caseId, actor, tx.manager);
      const party = await this.ownParty(tx, caseId, actor);
      const situation = await this.cases.situation(labourCase, tx.manager, party ? [party.id] : []);
      await this.requireOther(labourCase, details.competent);
      if (details.claims) details.proposed = await this.proposed(tx, caseId, details.claims);
      const subject = await this.subject(tx, kind, caseId, details);
      if (await tx.manager.existsBy(Motion, { caseId, kind, state: 'filed', ...ofParty(party) })) {
        throw new DomainError('conflict', 'motion.already-filed', { basis: citations(MOTIONS[kind].basis) });
      }
      const decidesAtOnce = decidesByFiling(kind, relations);
      const { isLate } = requireWindow(kind, situation, details, decidesAtOnce);
      const motion = tx.manager.create(Motion, {
        id: newId(tx.at.getTime()),
        caseId,
        commissionId: labourCase.commissionId,
        kind,
        state: 'filed',
        partyId: party?.id ?? null,
        isLate,
        subject,
        detailsSealed: this.encryption.sealJson(details as JsonObject),
        filedBy: actor.userId,
        filedAt: tx.at,
        decisionSealed: null,
        decidedBy: null,
        decidedAt: null,
      });
      await tx.manager.insert(Motion, motion);
      const about = {
        motion,
        labourCase,
        details,
        before: situation,
        suspendedOn: situation.suspendedOn,
        asker: party?.name ?? actor.name,
      };
      if (decidesAtOnce) {
        await this.grant(tx, { ...about, decider: actor.name }, { outcome: 'granted', reason: '' });
      } else {
        await tx.publish({
          type: isShownToParties(motion) ? 'motion.filed' : 'motion.proposed',
          caseId,
          payload: {
            ...reference(motion),
            ...(kind === 'recusal'
              ? clockPayload({ type: 'recusal-requested', on: tx.today, recusal: motion.id })
              : {}),
          },
          audience: isShownToParties(motion) ? 'parties' : 'commission',
        });
        // 在回避决定作出前，被申请回避的人员应当暂停参与该案处理 (Rules 12(2))
        if (kind === 'recusal') await this.caseAccess.challenge(tx, caseId, subject!, true);
        if (party) await this.papers.issueRequest(tx, about, party);
        if (party && isForHeadAlone(kind)) {
          await tx.publish({
            type: 'motion.proposed',
            caseId,
            payload: reference(motion),
            audience: 'commission',
          });
        }
      }
      return { motionId: motion.id, state: motion.state };
    });
  }

  /**
   * @throws DomainError (conflict) `motion.already-decided`, `case.version`, `motion.not-refusable`,
   *   `motion.refusal-needs-reason`, and everything that stands against granting, as in `file`.
   */
  async decide(actor: StaffActor, motionId: string, dto: DecideMotionDto): Promise<MotionIdDto> {
    const { caseId } = await this.find(motionId);
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.lock(tx, caseId);
      const motion = await this.lock(tx, motionId, dto.outcome === 'granted' ? 'grant' : 'refuse');
      requireVersion(labourCase, dto.version);
      await this.caseAccess.requireUnchallenged(caseId, actor, tx.manager);
      const details = this.encryption.openJson<MotionDetails>(motion.detailsSealed);
      const asking = motion.partyId === null ? [] : [motion.partyId];
      const before = await this.cases.situation(labourCase, tx.manager, asking);
      const asker = await this.asker(tx, motion);
      const about: MotionOnPaper = {
        motion,
        labourCase,
        details,
        before,
        suspendedOn: before.suspendedOn,
        asker,
        decider: actor.name,
      };
      const reason = dto.reason?.trim() ?? '';
      if (dto.outcome === 'granted') {
        requireTime(motion.kind, labourCase);
        const decided = {
          ...details,
          ...(dto.until ? { until: dto.until } : {}),
          ...(dto.days ? { days: dto.days } : {}),
          ...(dto.competent ? { competent: dto.competent } : {}),
        };
        await this.requireCompetent(motion.kind, labourCase, decided);
        // A party that asked in time has asked in time, however long the answer took (Rules 15, 38).
        const asOf = motion.partyId === null ? before : { ...before, today: legalDay(motion.filedAt) };
        requireWindow(motion.kind, asOf, decided, true);
        await this.grant(tx, { ...about, details: decided }, { outcome: 'granted', reason });
      } else {
        const { isRefusable } = MOTIONS[motion.kind];
        motionLifecycle.step(motion.state, 'refuse', { isRefusable, reason });
        const decision: MotionDecision = { outcome: 'refused', reason };
        await this.settle(tx, motion, decision);
        await tx.publish({
          type: isShownToParties(motion) ? 'motion.refused' : 'motion.turned-down',
          caseId,
          payload: { ...reference(motion), ...(await this.afterChallenge(tx, motion)) },
          audience: isShownToParties(motion) ? 'parties' : 'commission',
        });
        await this.papers.issueRefused(tx, about, decision);
      }
      return { motionId, state: motion.state };
    });
  }

  /**
   * A respondent gives up the time to answer changed claims (Rules 44(1)).
   *
   * @throws DomainError (conflict) `motion.no-defence-to-waive`, `motion.defence-waived`.
   */
  async waiveDefence(actor: PartyActor, motionId: string): Promise<MotionIdDto> {
    const { caseId } = await this.find(motionId);
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.lock(tx, caseId);
      const motion = await tx.manager.findOneByOrFail(Motion, { id: motionId });
      const party = await this.ownParty(tx, caseId, actor);
      const waived = (await this.waivers.of([motionId], tx.manager)).get(motionId) ?? [];
      const basis = citations(MOTIONS['claims-change'].basis);
      if (!hasDefence(motion, labourCase.state))
        throw new DomainError('conflict', 'motion.no-defence-to-waive', { basis });
      if (waived.includes(party!.id)) throw new DomainError('conflict', 'motion.defence-waived', { basis });
      await this.waivers.add(tx, motionId, party!, actor.userId);
      return { motionId, state: motion.state };
    });
  }

  /** Taken back by whoever filed it, before it is decided. */
  async withdraw(actor: SignedInActor, motionId: string): Promise<MotionIdDto> {
    const { caseId } = await this.find(motionId);
    return this.uow.run(actor, async (tx) => {
      await this.transitions.lock(tx, caseId);
      const motion = await this.lock(tx, motionId, 'withdraw');
      await this.close(tx, motion, 'withdrawn');
      return { motionId, state: motion.state };
    });
  }

  /** The case has ended: what still waits is not decided any more, but for what belongs to the award itself. */
  @WithinTransaction('award.issued')
  @WithinTransaction('case.mediated')
  @WithinTransaction('case.refused')
  @WithinTransaction('case.referred')
  async onCaseEnded(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    await this.lapse(tx, await tx.manager.findBy(Motion, { caseId, state: 'filed' }));
  }

  /** The hearing has begun, or was ended otherwise: nobody puts it off any more. */
  @WithinTransaction('hearing.opened')
  @WithinTransaction('hearing.adjourned')
  @WithinTransaction('hearing.cancelled')
  async onHearing(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    const subject = payload['hearingId'] as string;
    await this.lapse(
      tx,
      await tx.manager.findBy(Motion, { caseId, kind: 'postponement', subject, state: 'filed' }),
    );
  }

  /** What was asked for from a seat that was taken back is not the party's request. */
  @WithinTransaction('party.seat-released')
  async onSeatReleased(tx: Tx, { caseId, payload }: RecordedEvent): Promise<void> {
    const filedBy = payload['userId'] as string;
    const partyId = payload['partyId'] as string;
    await this.lapse(tx, await tx.manager.findBy(Motion, { caseId, partyId, filedBy, state: 'filed' }));
  }

  private async grant(tx: Tx, about: MotionOnPaper, asDecided: MotionDecision): Promise<void> {
    const { motion, details } = about;
    const { kind, caseId } = motion;
    // Paper, record and clock name one day, and it is a working day (Rules 19).
    const decision: MotionDecision = {
      ...asDecided,
      ...(kind === 'extension' ? { days: details.days! } : {}),
      ...(kind === 'evidence-extension' || kind === 'outage-extension'
        ? { until: rollForward(localDate(details.until!), about.before.calendar) }
        : {}),
      ...(MOTIONS[kind].ends === 'transfer' ? { competent: await this.nameOf(details.competent!) } : {}),
    };
    motionLifecycle.step(motion.state, 'grant', {});
    await this.settle(tx, motion, decision);
    const clocks = await this.effects.apply(tx, motion, decision, details);
    await tx.publish({
      type: 'motion.granted',
      caseId,
      payload: {
        ...reference(motion),
        ...(decision.days ? { count: decision.days } : {}),
        ...(decision.until ? { evidenceUntil: decision.until } : {}),
        ...(clocks.length > 0 ? clockPayload(...clocks) : {}),
      },
    });
    if (MOTIONS[kind].ends !== null) {
      await this.lapse(tx, await tx.manager.findBy(Motion, { caseId, state: 'filed' }));
    } else if (kind === 'recusal') {
      // Of a tribunal that is no more.
      await this.lapse(tx, await tx.manager.findBy(Motion, { caseId, state: 'filed', kind }));
    } else if (CLAIM_KINDS.includes(kind)) {
      // Asked for when something else was claimed.
      await this.lapse(
        tx,
        await tx.manager.findBy(Motion, { caseId, state: 'filed', kind: In([...CLAIM_KINDS]) }),
      );
    }
    await this.papers.issueGranted(tx, about, decision);
  }

  private async nameOf(competent: string): Promise<string> {
    return (await this.reference.knownCommission(competent))?.name ?? competent.trim();
  }

  /** A founded objection names where the case goes (Rules 10). */
  private async requireCompetent(
    kind: MotionKind,
    labourCase: LabourCase,
    { competent }: MotionDetails,
  ): Promise<void> {
    if (MOTIONS[kind].ends !== 'transfer') return;
    if (!competent?.trim()) throw invalid([{ pointer: '/competent', code: 'field.required' }]);
    await this.requireOther(labourCase, competent);
  }

  /** @throws DomainError `motion.own-commission` (conflict). */
  private async requireOther({ commissionId }: LabourCase, competent: string | undefined): Promise<void> {
    if (competent && (await this.reference.knownCommission(competent))?.id === commissionId) {
      throw new DomainError('conflict', 'motion.own-commission', {
        basis: citations(MOTIONS.transfer.basis),
      });
    }
  }

  private async proposed(
    tx: Tx,
    caseId: string,
    claims: NonNullable<MotionDetails['claims']>,
  ): Promise<ProposedClaim[]> {
    const changes = await this.claims.compare(caseId, claims, tx.manager);
    return changes.map(({ change, ordinal, claim, was }) => {
      const subject = claim ?? was!;
      return {
        change,
        ordinal,
        head: subject.head,
        titleKey: claimTitleKey(subject),
        was: was && { amountFen: was.amountFen, fromOn: was.fromOn, toOn: was.toOn },
        becomes: claim && {
          amountFen: claim.amount ?? null,
          fromOn: claim.from ?? null,
          toOn: claim.to ?? null,
        },
      };
    });
  }

  private async settle(tx: Tx, motion: Motion, decision: MotionDecision): Promise<void> {
    if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'auth.not-for-you');
    motion.state = decision.outcome;
    motion.decisionSealed = this.encryption.sealJson(decision as unknown as JsonObject);
    motion.decidedBy = tx.actor.userId;
    motion.decidedAt = tx.at;
    await tx.manager.save(motion);
  }

  private async lapse(tx: Tx, motions: readonly Motion[]): Promise<void> {
    for (const motion of motions) {
      motionLifecycle.step(motion.state, 'lapse', {});
      await this.close(tx, motion, 'lapsed');
    }
  }

  private async close(tx: Tx, motion: Motion, state: 'withdrawn' | 'lapsed'): Promise<void> {
    motion.state = state;
    motion.decidedAt = tx.at;
    await tx.manager.save(motion);
    await tx.publish({
      type: `motion.${state}`,
      caseId: motion.caseId,
      payload: { ...reference(motion), ...(await this.afterChallenge(tx, motion)) },
      audience: isShownToParties(motion) ? 'parties' : 'commission',
    });
  }

  /** Nothing is left to decide: whoever was challenged goes on, unless another challenge waits. */
  private async afterChallenge(tx: Tx, { id, caseId, kind, subject }: Motion): Promise<JsonObject> {
    if (kind !== 'recusal') return {};
    if (!(await tx.manager.existsBy(Motion, { caseId, kind, subject: subject!, state: 'filed' }))) {
      await this.caseAccess.challenge(tx, caseId, subject!, false);
    }
    return clockPayload({ type: 'recusal-decided', on: tx.today, recusal: id });
  }

  private async find(motionId: string): Promise<Motion> {
    const motion = await this.dataSource.manager.findOneBy(Motion, { id: motionId });
    if (!motion) throw notFound();
    return motion;
  }

  /** Whoever comes second is told so, and not that the case has changed. */
  private async lock(tx: Tx, id: string, event: 'grant' | 'refuse' | 'withdraw'): Promise<Motion> {
    const motion = await tx.manager.findOneOrFail(Motion, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!motionLifecycle.eventsFrom(motion.state).includes(event)) {
      throw new DomainError('conflict', 'motion.already-decided');
    }
    return motion;
  }

  private async ownParty(tx: Tx, caseId: string, actor: SignedInActor): Promise<CaseParty | null> {
    if (actor.kind !== 'party') return null;
    const members = await this.caseAccess.members(caseId, tx.manager);
    const partyId = members.find(({ userId }) => userId === actor.userId)?.partyId;
    const parties = await this.caseAccess.parties(caseId, tx.manager);
    const party = parties.find(({ id }) => id === partyId);
    // Whoever lost the seat since the page was opened asks for nothing.
    if (!party) throw notFound();
    return party;
  }

  private async asker(tx: Tx, motion: Motion): Promise<string> {
    if (motion.partyId !== null) {
      const parties = await this.caseAccess.parties(motion.caseId, tx.manager);
      return parties.find(({ id }) => id === motion.partyId)?.name ?? '';
    }
    return (await this.users.byId(motion.filedBy))?.name ?? '';
  }

  /** What the motion is about beyond the case. @throws DomainError `motion.no-hearing`, `motion.no-hearing-begun` (conflict). */
  private async subject(
    tx: Tx,
    kind: MotionKind,
    caseId: string,
    details: MotionDetails,
  ): Promise<string | null> {
    const basis = citations(MOTIONS[kind].basis);
    if (kind === 'postponement') {
      const hearing = await this.hearings.ahead(caseId, tx.manager);
      if (!hearing) throw new DomainError('conflict', 'motion.no-hearing', { basis });
      return hearing.id;
    }
    if (kind === 'recusal') {
      const members = await this.caseAccess.members(caseId, tx.manager);
      const challenged = members.find(({ capacity }) => capacity === details.challenged);
      if (!challenged) throw new DomainError('conflict', 'motion.not-now', { basis });
      return challenged.userId;
    }
    if (kind === 'deemed-withdrawal') {
      const hearing = await this.hearings.begun(caseId, tx.at, tx.manager);
      if (!hearing) throw new DomainError('conflict', 'motion.no-hearing-begun', { basis });
      return hearing.id;
    }
    if (kind === 'award-correction') {
      const awards = await this.awards.ofCase(caseId, tx.manager);
      if (!awards.some(({ id }) => id === details.awardId)) {
        throw invalid([{ pointer: '/details/awardId', code: 'field.reference' }]);
      }
      return details.awardId!;
    }
    return null;
  }
}

const isForHeadAlone = (kind: MotionKind) =>
  MOTIONS[kind].deciders.every((relation) => relation === 'director');

/** References only: what was said stays out of the record. */
const reference = ({ id, kind, subject, partyId }: Motion) => ({ motionId: id, kind, subject, partyId });

/** Only what was filled in: an empty box is no answer. */
function given(details: MotionDetails): MotionDetails {
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

const ofParty = (party: CaseParty | null) => ({ partyId: party ? party.id : IsNull() });

function requireVersion(labourCase: LabourCase, version: number): void {
  if (labourCase.version !== version) throw new DomainError('conflict', 'case.version');
}

/** The state first: "the case has ended" tells more than "changed meanwhile". */
function requireTime(kind: MotionKind, { state, suspendedOn, isHeardInPublic }: LabourCase): void {
  const { states, standing, basis } = MOTIONS[kind];
  if (!states.includes(state)) {
    throw new DomainError('conflict', 'motion.not-now', { basis: citations(basis) });
  }
  if (standing === 'running' && suspendedOn !== null) {
    throw new DomainError('conflict', 'case.suspended', {
      params: { since: suspendedOn },
      basis: citations(MOTIONS.suspension.basis),
    });
  }
  if (kind === 'private-hearing' && !isHeardInPublic) {
    throw new DomainError('conflict', 'motion.already-private', { basis: citations(basis) });
  }
  if (standing === 'suspended' && suspendedOn === null) {
    throw new DomainError('conflict', 'motion.not-suspended', { basis: citations(basis) });
  }
}

function requireWindow(
  kind: MotionKind,
  situation: MotionSituation,
  details: MotionDetails,
  approves: boolean,
): { isLate: boolean } {
  const { problem, isLate } = windowOf(kind, situation, details, approves);
  if (problem) throw refusedByLaw(problem, kind);
  return { isLate };
}

function refusedByLaw({ key, params, article }: Step, kind: MotionKind): DomainError {
  return new DomainError('conflict', `law.${key}`, {
    params: { ...params },
    basis: article ? [citation(article, 'zh-CN')] : citations(MOTIONS[kind].basis),
  });
}
