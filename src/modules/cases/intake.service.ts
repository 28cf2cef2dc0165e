import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { StaffActor } from '../../kernel/actor';
import { DomainError, invalid } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { localDate, type LocalDate } from '../../kernel/local-date';
import { decideAcceptance, type AcceptanceOutcome } from '../../law/acceptance';
import { citation } from '../../law/articles';
import { addWorkingDays } from '../../law/calendar';
import type { Finding } from '../../law/finding';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lawText } from '../../platform/law-texts';
import { Messages } from '../../platform/messaging/messaging.module';
import { clockPayload } from '../deadlines';
import { Papers } from '../documents';
import { normalisePhone } from '../identity';
import { Reference, type Commission, type NumberedKind } from '../reference';
import { CaseParty } from './case-party.entity';
import { CasePapers, type FilledPaper } from './case-papers';
import { CaseTransitions } from './case-transitions';
import type { Arrival } from './case.lifecycle';
import { Drafts } from './drafts.service';
import type { SignedApplication } from './filing.service';
import type {
  AcceptDto,
  ConditionsDto,
  DecidedDto,
  ReferDto,
  RefuseDto,
  RequestCorrectionDto,
} from './intake.dto';
import { CaseCorrection, IntakeDecision } from './intake.entities';
import { LabourCase } from './labour-case.entity';
import { Seats } from './seats.service';

const REFUSAL_ITEMS = { 1: 'isWithinScope', 2: 'hasClearClaims', 3: 'hasProperParties' } as const;

/** What the clerk decides on an application (Rules 29 to 31). */
@Injectable()
export class Intake {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly transitions: CaseTransitions,
    private readonly reference: Reference,
    private readonly drafts: Drafts,
    private readonly papers: Papers,
    private readonly casePapers: CasePapers,
    private readonly encryption: FieldEncryption,
    private readonly messages: Messages,
    private readonly seats: Seats,
  ) {}

  /** @throws DomainError `case.conditions-not-met`, `lifecycle.not-now`, `case.version` (conflict). */
  async accept(actor: StaffActor, caseId: string, dto: AcceptDto): Promise<DecidedDto> {
    return this.uow.run(actor, async (tx) => {
      const areConditionsMet = Object.values(dto.conditions).every(Boolean);
      const labourCase = await this.transitions.fire(tx, caseId, 'accept', { areConditionsMet }, dto.version);
      labourCase.number = await this.reference.nextNumber(tx, labourCase.commissionId, 'case');
      await tx.manager.save(labourCase);
      const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
      const evidenceUntil = await this.evidencePeriod(tx, commission, dto.evidenceUntil);
      const respondents = await this.respondents(tx, caseId);
      await this.recordDecision(tx, caseId, {
        outcome: 'accepted',
        checklist: { ...dto.conditions },
        grounds: [],
        reason: dto.note ?? '',
        evidenceUntil,
      });
      await tx.publish({
        type: 'case.accepted',
        caseId,
        payload: {
          number: labourCase.number,
          evidenceUntil,
          ...clockPayload(
            { type: 'accepted', on: tx.today, respondents: respondents.map((respondent) => respondent.id) },
            { type: 'evidence-period-set', on: tx.today, until: evidenceUntil },
            // 从接受移送之日起重新计算 (Rules 46(5))
            ...(labourCase.transferredFromId === null
              ? []
              : [{ type: 'award-period-restarted', on: tx.today, ground: 'transferred-in' } as const]),
          ),
        },
      });
      const contact = `${commission.name}，电话${commission.phone}`;
      await this.issue(
        tx,
        labourCase,
        await this.casePapers.acceptanceNotice(tx, labourCase, evidenceUntil, contact),
      );
      for (const respondent of respondents) {
        await this.seats.issueNotice(tx, labourCase, respondent, evidenceUntil);
        await this.tellRespondent(tx, commission, labourCase, respondent);
      }
      return decided(labourCase);
    });
  }

  /** @throws DomainError `case.refusal-needs-ground` (conflict) when all of the first three conditions are met. */
  async refuse(actor: StaffActor, caseId: string, dto: RefuseDto): Promise<DecidedDto> {
    return this.uow.run(actor, async (tx) => {
      const finding = findOutcome(dto.conditions, '');
      const items = finding.value.outcome === 'refuse' ? finding.value.items : [];
      const labourCase = await this.transitions.fire(
        tx,
        caseId,
        'refuse',
        { groundCount: items.length, ...(await this.arrival(tx, caseId)) },
        dto.version,
      );
      const grounds = items.map((item) => REFUSAL_ITEMS[item]);
      await this.recordDecision(tx, caseId, {
        outcome: 'refused',
        checklist: { ...dto.conditions },
        grounds,
        reason: dto.reason,
      });
      await tx.publish({
        type: 'case.refused',
        caseId,
        payload: { grounds, ...clockPayload({ type: 'refused', on: tx.today }) },
      });
      await this.drafts.closeCorrection(tx, caseId);
      const steps = finding.steps.filter(
        (step) => step.key.endsWith('-not-met') && !step.key.includes('jurisdiction'),
      );
      await this.issue(
        tx,
        labourCase,
        await this.casePapers.refusalNotice(
          tx,
          labourCase,
          steps.map((step, index) => ({
            basis: citation(step.article!, 'zh-CN'),
            reason: index === 0 ? dto.reason : lawText('zh-CN', step.key, step.params),
          })),
        ),
        'refusal',
      );
      return decided(labourCase);
    });
  }

  /** No refusal: a written explanation that names the competent commission (Rules 31). */
  async refer(actor: StaffActor, caseId: string, dto: ReferDto): Promise<DecidedDto> {
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.transitions.fire(
        tx,
        caseId,
        'refer',
        { hasCompetentCommission: true, ...(await this.arrival(tx, caseId)) },
        dto.version,
      );
      await this.recordDecision(tx, caseId, {
        outcome: 'referred',
        checklist: { isOurs: false },
        grounds: ['isOurs'],
        reason: dto.reason,
        competentCommission: dto.competentCommission,
      });
      await tx.publish({
        type: 'case.referred',
        caseId,
        payload: clockPayload({ type: 'referred', on: tx.today }),
      });
      await this.drafts.closeCorrection(tx, caseId);
      const known = (await this.reference.commissions()).find(
        (each) => each.name === dto.competentCommission,
      );
      const competent = {
        name: dto.competentCommission,
        address: known?.address ?? null,
        phone: known?.phone ?? null,
      };
      await this.issue(
        tx,
        labourCase,
        await this.casePapers.referralExplanation(tx, labourCase, dto.reason, competent),
        'referral',
      );
      return decided(labourCase);
    });
  }

  /** All defects at once, and once only (Rules 29). */
  async requestCorrection(actor: StaffActor, caseId: string, dto: RequestCorrectionDto): Promise<DecidedDto> {
    return this.uow.run(actor, async (tx) => {
      const hasBeenRequestedBefore = (await tx.manager.countBy(CaseCorrection, { caseId })) > 0;
      const labourCase = await this.transitions.fire(
        tx,
        caseId,
        'request-correction',
        { hasBeenRequestedBefore, ...(await this.arrival(tx, caseId)) },
        dto.version,
      );
      const dueOn = localDate(dto.dueOn);
      if (dueOn < tx.today) throw invalid([{ pointer: '/dueOn', code: 'field.past-date' }]);
      await tx.manager.insert(CaseCorrection, {
        id: newId(tx.at.getTime()),
        caseId,
        defects: dto.defects.map(({ section, text, remedy }) => ({ section, text, remedy })),
        dueOn,
        requestedAt: tx.at,
        correctedAt: null,
      });
      const claimant = await tx.manager.findOneByOrFail(CaseParty, { caseId, role: 'claimant', ordinal: 1 });
      await this.drafts.reopen(
        tx,
        claimant.joinedUserId ?? labourCase.filedBy,
        caseId,
        this.signed(labourCase).application,
        claimant.joinedUserId ? null : labourCase.commissionId,
      );
      await tx.publish({
        type: 'case.correction-requested',
        caseId,
        payload: {
          dueOn,
          count: dto.defects.length,
          ...clockPayload({ type: 'correction-requested', on: tx.today }),
        },
      });
      await this.issue(
        tx,
        labourCase,
        await this.casePapers.correctionNotice(tx, labourCase, dto.defects, dueOn),
        'correction',
      );
      return decided(labourCase);
    });
  }

  /** Which file a case comes from never changes: it can be asked without holding the case. */
  private async arrival(tx: Tx, caseId: string): Promise<Arrival> {
    return {
      isTransferred: await tx.manager.existsBy(LabourCase, { id: caseId, transferredFromId: Not(IsNull()) }),
    };
  }

  private signed(labourCase: LabourCase): SignedApplication {
    return this.encryption.openJson<SignedApplication>(labourCase.applicationSealed);
  }

  private async respondents(tx: Tx, caseId: string): Promise<CaseParty[]> {
    return tx.manager.find(CaseParty, { where: { caseId, role: 'respondent' }, order: { ordinal: 'ASC' } });
  }

  private async evidencePeriod(
    tx: Tx,
    commission: Commission,
    asked: string | undefined,
  ): Promise<LocalDate> {
    if (asked === undefined) {
      return addWorkingDays(tx.today, commission.evidenceWorkingDays, await this.reference.calendar());
    }
    if (asked <= tx.today) throw invalid([{ pointer: '/evidenceUntil', code: 'field.past-date' }]);
    return localDate(asked);
  }

  /**
   * Notification, not service: it tells that a notice is on its way. The number is what the claimant typed, so the
   * message neither names anybody nor carries the code.
   */
  private async tellRespondent(
    tx: Tx,
    commission: Commission,
    labourCase: LabourCase,
    respondent: CaseParty,
  ): Promise<void> {
    const phone = respondent.phone && normalisePhone(respondent.phone);
    if (!phone) return; // a landline gets no text message; the notice on paper is what counts
    await this.messages.enqueueSentence(tx, phone, 'sms.case-filed', () => ({
      commission: commission.name,
      number: labourCase.number!,
    }));
  }

  /** `numbered` is for papers before there is a case number: they bear one of their own. */
  private async issue<Facts>(
    tx: Tx,
    labourCase: LabourCase,
    paper: FilledPaper<Facts>,
    numbered: Exclude<NumberedKind, 'case' | 'receipt'> | null = null,
  ): Promise<void> {
    const { commissionId } = labourCase;
    await this.papers.issue(tx, {
      ...paper,
      caseId: labourCase.id,
      commissionId,
      caseNumber: numbered ? await this.reference.nextNumber(tx, commissionId, numbered) : labourCase.number,
      isSealed: true,
    });
  }

  private async recordDecision(
    tx: Tx,
    caseId: string,
    decision: {
      outcome: IntakeDecision['outcome'];
      checklist: JsonObject;
      grounds: string[];
      reason: string;
      competentCommission?: string;
      evidenceUntil?: string;
    },
  ): Promise<void> {
    if (tx.actor.kind !== 'staff') throw new DomainError('forbidden', 'auth.not-for-you');
    await tx.manager.insert<object>(IntakeDecision, {
      caseId,
      competentCommission: null,
      evidenceUntil: null,
      ...decision,
      decidedBy: tx.actor.userId,
      decidedAt: tx.at,
    });
  }
}

function findOutcome(conditions: ConditionsDto, competent: string): Finding<AcceptanceOutcome> {
  return decideAcceptance({
    isWithinScope: conditions.isWithinScope,
    hasClearClaims: conditions.hasClearClaims,
    hasProperParties: conditions.hasProperParties,
    jurisdiction: conditions.isOurs || competent === '' ? { isOurs: true } : { isOurs: false, competent },
  });
}

function decided(labourCase: LabourCase): DecidedDto {
  return {
    caseId: labourCase.id,
    number: labourCase.number,
    state: labourCase.state,
    version: labourCase.version,
  };
}
