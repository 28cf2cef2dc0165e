import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, type FieldError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { sumFen } from '../../kernel/money';
import { article, citation } from '../../law/articles';
import { claimRule } from '../../law/claims';
import { MissingTableRow } from '../../law/tables/table';
import { Clock } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { RecordedEvent } from '../../platform/record/record';
import { WithinTransaction } from '../../platform/record/subscribers';
import type { Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { CaseAccess, caseLifecycle, CasePapers, CaseRef, CaseTransitions, type CaseState } from '../cases';
import { clockPayload } from '../deadlines';
import { PaperRegistry, Papers } from '../documents';
import { AwardCases, type AwardSubject } from './award-cases';
import {
  draftProblems,
  madeDecisions,
  planAward,
  type AwardPlan,
  type MadeDecision,
  type PlannedDocument,
} from './award-decisions';
import { awardFacts } from './award-facts';
import { Award, AwardDraft, type IssuedItem } from './award.entity';
import { award as awardPaper } from './award.paper';
import { awardPolicy, type AwardRelation } from './award.policy';
import type {
  AwardDraftDataDto,
  AwardDraftDto,
  AwardDto,
  AwardPreviewDto,
  AwardProblemDto,
  IssueAwardDto,
  IssuedAwardsDto,
} from './awards.dto';

/** From the forming of the tribunal until the award is made, its arbitrator writes at it. */
const WRITING_STATES: readonly CaseState[] = ['constituted', 'set-down', 'heard'];
const MAX_BYTES = 512 * 1024;
const BASIS = [citation(article('law', 46), 'zh-CN'), citation(article('rules', 53), 'zh-CN')];

/** Writing, weighing and making the award (Rules 45, 49, 50, 53). */
@Injectable()
export class Awards {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly encryption: FieldEncryption,
    private readonly cases: AwardCases,
    private readonly caseRef: CaseRef,
    private readonly transitions: CaseTransitions,
    private readonly papers: Papers,
    private readonly casePapers: CasePapers,
    private readonly caseAccess: CaseAccess,
    registry: PaperRegistry,
  ) {
    registry.register(awardPaper);
  }

  async draft(actor: SignedInActor, caseId: string, locale: Locale): Promise<AwardDraftDto> {
    const subject = await this.cases.subject(caseId);
    const draft = await this.dataSource.manager.findOneBy(AwardDraft, { caseId });
    return this.describe(await this.relations(actor, caseId), subject, draft, locale);
  }

  /**
   * Saves what is written so far; half a decision is no error.
   * @throws DomainError `award.draft-version`, `award.too-early`, `award.already-issued` (conflict).
   */
  async save(
    actor: StaffActor,
    caseId: string,
    version: number,
    data: AwardDraftDataDto,
    locale: Locale,
  ): Promise<AwardDraftDto> {
    if (JSON.stringify(data).length > MAX_BYTES) throw new DomainError('too-large', 'draft.too-large');
    // Asked before the transaction begins: inside it a second connection would be needed.
    const relations = await this.relations(actor, caseId);
    return this.uow.run(actor, async (tx) => {
      // Two first saves at once: the row is made by one, and the other finds a newer version.
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(AwardDraft)
        .values({
          caseId,
          version: 0,
          dataSealed: this.seal({ decisions: [] }),
          updatedBy: actor.userId,
          updatedAt: tx.at,
        })
        .orIgnore()
        .execute();
      const draft = await this.lock(tx, caseId);
      const subject = await this.cases.subject(caseId, tx.manager);
      requireWriting(subject.labourCase.state);
      await this.caseAccess.requireUnchallenged(caseId, actor, tx.manager);
      if (draft?.version !== version) throw new DomainError('conflict', 'award.draft-version');
      draft.version += 1;
      draft.dataSealed = this.seal(data);
      draft.updatedBy = actor.userId;
      draft.updatedAt = tx.at;
      await tx.manager.save(draft);
      return this.describe(relations, subject, draft, locale);
    });
  }

  /** Which items are final and why, and which documents the draft would make if it were issued today. */
  async preview(caseId: string, locale: Locale): Promise<AwardPreviewDto> {
    const subject = await this.cases.subject(caseId);
    const draft = await this.dataSource.manager.findOneBy(AwardDraft, { caseId });
    const data = this.content(draft, subject);
    const decisions = madeDecisions(data, subject.terms);
    const plan = this.plan(subject, decisions, this.clock.today());
    const { value: finality, basis, steps } = plan.finality;
    return {
      draftVersion: draft?.version ?? 0,
      thresholdFen: finality.threshold,
      items: subject.claims.map((claim) => {
        const decision = decisions.find((each) => each.claimId === claim.id);
        const item = finality.items.find((each) => each.id === claim.id);
        return {
          claimId: claim.id,
          ordinal: claim.ordinal,
          head: claim.head,
          titleKey: claimRule(claim.head).titleKey,
          claimedFen: claim.amountFen,
          outcome: decision?.result ?? null,
          amountFen: item && decision ? decision.amount : null,
          isFinal: item?.isFinal ?? null,
          reasons: asJson(item?.reasons ?? []),
        };
      }),
      documents: plan.documents.map(({ ordinal, number, document, total }) => ({
        ordinal,
        kind: document.kind,
        number,
        claimIds: [...document.itemIds],
        totalFen: total,
        rightsKey: document.rightsKey,
        workerSuitDays: document.workerSuitDays,
        employerSuitDays: document.employerSuitDays,
        employerSetAsideDays: document.employerSetAsideDays,
      })),
      claimedFen: sumFen(subject.claims.map(({ amountFen }) => amountFen ?? 0)),
      awardedFen: sumFen(plan.documents.map(({ total }) => total)),
      basis: asJson(basis),
      steps: asJson(steps),
      warnings: asJson(plan.warnings.steps),
      openPeriods: await this.cases.openPeriods(subject),
      bars: caseLifecycle
        .refusals(subject.labourCase.state, 'decide', {
          ...(await this.cases.hearingFacts(subject)),
          // What is not decided yet is told with its field.
          areAllClaimsDecided: true,
        })
        .map(({ code, params }) => sentence(locale, code, params)),
      problems: draftProblems(data, subject.terms).map((problem) => tell(problem, locale)),
    };
  }

  /**
   * Makes the award: all documents of it in one act.
   * @throws DomainError (conflict) `lifecycle.not-now` unless the case is heard, `award.party-unheard`,
   *   `award.defence-open`, `award.record-unconfirmed`, `award.draft-version`, `award.minimum-wage-missing`; (invalid) `award.incomplete` with every field,
   *   `award.signature-name` when the award is not signed with the arbitrator's own name.
   */
  async issue(
    actor: StaffActor,
    caseId: string,
    { version, signature }: IssueAwardDto,
  ): Promise<IssuedAwardsDto> {
    const image = await this.casePapers.signatureImage(actor, signature);
    return this.uow.run(actor, async (tx) => {
      // The draft stays as it was read until the award is made of it.
      const draft = await this.lock(tx, caseId);
      const subject = await this.cases.subject(caseId, tx.manager);
      // The state first: "made already", "not heard yet" tell more than what is missing in the draft.
      const facts = { areAllClaimsDecided: true, ...(await this.cases.hearingFacts(subject, tx.manager)) };
      caseLifecycle.step(subject.labourCase.state, 'decide', facts);
      if (draft?.version !== version) throw new DomainError('conflict', 'award.draft-version');
      const data = this.content(draft, subject);
      const problems = draftProblems(data, subject.terms);
      if (problems.length > 0)
        throw new DomainError('invalid', 'award.incomplete', { fields: problems, basis: BASIS });
      const decisions = madeDecisions(data, subject.terms);
      const plan = this.plan(subject, decisions, tx.today);
      const labourCase = await this.transitions.fire(tx, caseId, 'decide', facts);
      await this.caseAccess.requireUnchallenged(caseId, actor, tx.manager);
      const printed = await this.cases.printed(
        tx,
        { ...subject, labourCase },
        { draft: data, decisions, plan, signature: image },
      );
      requireOwnName(signature.name, printed.arbitrator);
      const awards: Award[] = [];
      for (const planned of plan.documents) {
        const id = newId(tx.at.getTime());
        const paperId = await this.papers.issue(tx, {
          definition: awardPaper,
          facts: awardFacts(printed, planned),
          caseId,
          commissionId: labourCase.commissionId,
          caseNumber: planned.number,
          addressees: subject.parties.map((party) => party.id),
          subject: id,
          isSealed: true,
        });
        const made = tx.manager.create(Award, {
          id,
          caseId,
          commissionId: labourCase.commissionId,
          ordinal: planned.ordinal,
          kind: planned.document.kind,
          number: planned.number,
          items: issuedItems(subject, decisions, plan, planned),
          totalFen: planned.total,
          rightsKey: planned.document.rightsKey,
          paperId,
          issuedBy: actor.userId,
          issuedAt: tx.at,
        });
        await tx.manager.insert<object>(Award, made);
        awards.push(made);
      }
      await tx.publish({
        type: 'award.issued',
        caseId,
        payload: {
          count: awards.length,
          awards: awards.map(({ id, ordinal, kind, paperId, totalFen }) => ({
            id,
            ordinal,
            kind,
            paperId,
            totalFen,
          })),
          ...clockPayload({ type: 'award-made', on: tx.today }),
        },
      });
      return { caseId, state: labourCase.state, version: labourCase.version, awards: awards.map(awardDto) };
    });
  }

  async ofCase(caseId: string, manager: EntityManager = this.dataSource.manager): Promise<AwardDto[]> {
    const awards = await manager.find(Award, {
      where: { caseId },
      order: { ordinal: 'ASC' },
    });
    return awards.map(awardDto);
  }

  /** What one tribunal wrote another does not read: it judges for itself. */
  @WithinTransaction('tribunal.dissolved')
  async onTribunalDissolved(tx: Tx, { caseId }: RecordedEvent): Promise<void> {
    await tx.manager.delete(AwardDraft, { caseId });
  }

  private async lock(tx: Tx, caseId: string): Promise<AwardDraft | null> {
    return tx.manager.findOne(AwardDraft, { where: { caseId }, lock: { mode: 'pessimistic_write' } });
  }

  private plan(subject: AwardSubject, decisions: readonly MadeDecision[], awardedOn: LocalDate): AwardPlan {
    const { labourCase, commission, claims, appliedOn } = subject;
    try {
      return planAward(
        decisions,
        claims,
        {
          area: commission.area,
          appliedOn,
          awardedOn,
          caseNumber: labourCase.number ?? labourCase.receiptNumber,
          statements: subject.settled.length,
        },
        {
          referenceDate: commission.wageReferenceDate,
          isRelationConfirmationNonFinal: commission.isRelationConfirmationNonFinal,
        },
        subject.minimumWage,
      );
    } catch (error) {
      if (!(error instanceof MissingTableRow)) throw error;
      throw new DomainError('conflict', 'award.minimum-wage-missing', {
        params: { on: error.on },
        basis: [citation(article('rules', 50), 'zh-CN')],
      });
    }
  }

  /** The draft's content; before the first save, one empty decision for each claim. */
  private content(draft: AwardDraft | null, { claims, settled }: AwardSubject): AwardDraftDataDto {
    const isSettled = (id: string): boolean => settled.some(({ claimIds }) => claimIds.includes(id));
    if (!draft || draft.version === 0) return { decisions: claims.map((claim) => ({ claimId: claim.id })) };
    const data = this.encryption.openJson<AwardDraftDataDto>(draft.dataSealed);
    // What was written on a claim that has been settled since is decided no more (Rules 73).
    return { ...data, decisions: data.decisions.filter(({ claimId }) => !isSettled(claimId)) };
  }

  private seal(data: AwardDraftDataDto): Buffer {
    return this.encryption.sealJson(data as unknown as JsonObject);
  }

  private async relations(actor: SignedInActor, caseId: string): Promise<ReadonlySet<AwardRelation>> {
    return (await this.caseRef.relationsTo(actor, caseId)) ?? new Set();
  }

  private describe(
    relations: ReadonlySet<AwardRelation>,
    subject: AwardSubject,
    draft: AwardDraft | null,
    locale: Locale,
  ): AwardDraftDto {
    const { labourCase, terms } = subject;
    const data = this.content(draft, subject);
    const isWriting = WRITING_STATES.includes(labourCase.state);
    const canDecide =
      labourCase.suspendedOn === null && caseLifecycle.eventsFrom(labourCase.state).includes('decide');
    return {
      version: draft?.version ?? 0,
      data,
      performanceDays: terms.performanceDays,
      mediatedOn: [...terms.mediatedOn],
      settledClaims: settledClaims(subject),
      problems: draftProblems(data, terms).map((problem) => tell(problem, locale)),
      updatedAt: draft?.updatedAt ?? null,
      actions: [
        ...(isWriting && awardPolicy.allows('award-draft.write', relations) ? ['award-draft.write'] : []),
        ...(canDecide && awardPolicy.allows('award.issue', relations) ? ['award.issue'] : []),
      ],
    };
  }
}

function settledClaims({ allClaims, settled }: AwardSubject): AwardDraftDto['settledClaims'] {
  return settled.flatMap(({ number, claimIds }) =>
    allClaims
      .filter(({ id }) => claimIds.includes(id))
      .map(({ ordinal, head }) => ({ ordinal, titleKey: claimRule(head).titleKey, number })),
  );
}

/** Law 46, Rules 53: the arbitrator signs, and with no other name than the award names. */
function requireOwnName(signed: string, arbitrator: string): void {
  if (signed.replace(/\s/g, '') === arbitrator.replace(/\s/g, '')) return;
  throw new DomainError('invalid', 'award.incomplete', {
    fields: [{ pointer: '/signature/name', code: 'award.signature-name', params: { name: arbitrator } }],
    basis: BASIS,
  });
}

function requireWriting(state: CaseState): void {
  if (WRITING_STATES.includes(state)) return;
  if (state === 'decided') throw new DomainError('conflict', 'award.already-issued');
  const hasEnded = caseLifecycle.terminal.includes(state);
  throw new DomainError('conflict', hasEnded ? 'award.case-ended' : 'award.too-early');
}

function issuedItems(
  { claims }: AwardSubject,
  decisions: readonly MadeDecision[],
  { finality }: AwardPlan,
  { document }: PlannedDocument,
): IssuedItem[] {
  return claims
    .filter((claim) => document.itemIds.includes(claim.id))
    .map((claim) => {
      const decision = decisions.find((each) => each.claimId === claim.id)!;
      const item = finality.value.items.find((each) => each.id === claim.id)!;
      return {
        claimId: claim.id,
        ordinal: claim.ordinal,
        head: claim.head,
        titleKey: claimRule(claim.head).titleKey,
        outcome: decision.result,
        claimedFen: claim.amountFen,
        amountFen: decision.amount,
        performanceDays: decision.performanceDays,
        isFinal: item.isFinal,
        reasons: asJson(item.reasons),
      };
    });
}

function awardDto({
  id,
  ordinal,
  kind,
  number,
  items,
  totalFen,
  rightsKey,
  issuedAt,
  paperId,
}: Award): AwardDto {
  return { id, ordinal, kind, number, items, totalFen, rightsKey, issuedAt, paperId };
}

function tell({ pointer, code, params }: FieldError, locale: Locale): AwardProblemDto {
  return { pointer, code, detail: sentence(locale, code, params) };
}

const asJson = (values: readonly unknown[]): JsonObject[] => values as unknown as JsonObject[];
