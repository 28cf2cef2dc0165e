import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { StaffActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { localDate, type LocalDate } from '../../kernel/local-date';
import { addWorkingDays } from '../../law/calendar';
import type { CaseEvent } from '../../law/clocks';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Messages } from '../../platform/messaging/messaging.module';
import { lockRecord, readStanding } from '../../platform/record/record';
import { clockPayload } from '../deadlines';
import { Papers } from '../documents';
import { normalisePhone, Sessions, Users } from '../identity';
import { Reference } from '../reference';
import { CaseAnswer } from './case-answer.entity';
import { CaseMember } from './case-member.entity';
import { CasePapers } from './case-papers';
import { CaseParty } from './case-party.entity';
import { caseLifecycle } from './case.lifecycle';
import type { SignedApplication } from './filing.service';
import { IntakeDecision } from './intake.entities';
import { JoinCodes, newJoinCode } from './join-code';
import { LabourCase } from './labour-case.entity';
import { JoinCodeSending, SeatRelease } from './seat.entities';
import type { ReleaseSeatDto, SendCodeDto } from './seats.dto';

const SERVICE = ['《劳动人事争议仲裁办案规则》第二十条'];

/**
 * The seats of the respondents. Whoever sits there is served, admits claims and signs for the company; so the code that
 * leads there stands on the notice, which the clerk serves, and a seat in the wrong hands is taken back.
 */
@Injectable()
export class Seats {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reference: Reference,
    private readonly papers: Papers,
    private readonly casePapers: CasePapers,
    private readonly encryption: FieldEncryption,
    private readonly messages: Messages,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly codes: JoinCodes,
  ) {}

  /** A code, and the notice to respond that carries it. Earlier codes lead nowhere from now on. */
  async issueNotice(
    tx: Tx,
    labourCase: LabourCase,
    respondent: CaseParty,
    evidenceUntil: LocalDate,
  ): Promise<void> {
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    const joinCode = await this.newCode(tx, respondent);
    const { application } = this.encryption.openJson<SignedApplication>(labourCase.applicationSealed);
    const notice = await this.casePapers.responseNotice(tx, labourCase, respondent, {
      joinCode,
      evidenceUntil,
      evidenceCount: application.evidence.length,
      contact: `${commission.name}，电话${commission.phone}`,
    });
    await this.papers.issue(tx, {
      ...notice,
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      isSealed: true,
    });
  }

  /**
   * The code by text message, besides the notice, to a number that the clerk has checked with the company.
   *
   * @throws DomainError `party.has-joined`, `party.no-code` (conflict), `party.phone-of-opponent` (invalid).
   */
  async sendCode(actor: StaffActor, caseId: string, partyId: string, dto: SendCodeDto): Promise<void> {
    const phone = normalisePhone(dto.phone);
    if (!phone) throw invalid([{ pointer: '/phone', code: 'field.phone' }]);
    await this.uow.run(actor, async (tx) => {
      const respondent = await this.respondent(tx, caseId, partyId);
      if (respondent.joinedUserId) throw new DomainError('conflict', 'party.has-joined');
      if (!respondent.joinCodeSealed) throw new DomainError('conflict', 'party.no-code');
      if (await this.isOfClaimant(tx, caseId, phone)) {
        throw invalid([{ pointer: '/phone', code: 'party.phone-of-opponent', basis: SERVICE }]);
      }
      const id = newId(tx.at.getTime());
      await tx.manager.insert(JoinCodeSending, {
        id,
        caseId,
        partyId,
        phoneSealed: this.encryption.seal(phone),
        checkedHow: dto.checkedHow.trim(),
        sentBy: actor.userId,
        sentAt: tx.at,
      });
      await tx.publish({
        type: 'party.code-sent',
        caseId,
        payload: { partyId, sendingId: id },
        audience: 'commission',
      });
      const labourCase = await tx.manager.findOneByOrFail(LabourCase, { id: caseId });
      const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
      const params = {
        commission: commission.name,
        number: labourCase.number ?? labourCase.receiptNumber,
        code: this.encryption.open(respondent.joinCodeSealed),
      };
      const hasEnded = caseLifecycle.terminal.includes(labourCase.state);
      const text = hasEnded ? 'sms.join-code-ended' : 'sms.join-code';
      await this.messages.enqueueSentence(tx, phone, text, () => params);
    });
  }

  /**
   * Takes the seat back, at once and with all that was done through it: sessions and membership end, the answer and the
   * consents no longer count, what was served through the account waits to be served again, and a new notice goes out.
   * Once the case has ended nobody is asked to answer any more, and what the end rests on stays as it was: only access
   * and service are undone, and the clerk may send the new code.
   *
   * @throws DomainError `party.seat-empty` (conflict).
   */
  async release(actor: StaffActor, caseId: string, partyId: string, dto: ReleaseSeatDto): Promise<void> {
    await this.uow.run(actor, async (tx) => {
      const respondent = await this.respondent(tx, caseId, partyId);
      const userId = respondent.joinedUserId;
      if (!userId) throw new DomainError('conflict', 'party.seat-empty');
      const labourCase = await tx.manager.findOneByOrFail(LabourCase, { id: caseId });
      const releaseId = newId(tx.at.getTime());
      await tx.manager.insert(SeatRelease, {
        id: releaseId,
        caseId,
        partyId,
        userId,
        representativeName: respondent.representativeName,
        reason: dto.reason.trim(),
        releasedBy: actor.userId,
        releasedAt: tx.at,
      });
      await tx.manager.update(CaseMember, { caseId, userId, capacity: 'respondent' }, { until: tx.at });
      await tx.manager.update(CaseParty, partyId, {
        joinedUserId: null,
        joinedAt: null,
        representativeName: null,
        representativeCapacity: null,
        consentsToElectronic: false,
        consentsToOnlineHearing: false,
      });
      await this.sessions.closeAll(tx, userId);
      const hasEnded = caseLifecycle.terminal.includes(labourCase.state);
      if (hasEnded) {
        await this.newCode(tx, respondent);
        await tx.publish({
          type: 'party.seat-released',
          caseId,
          payload: { partyId, userId, releaseId, hasEnded, ...clockPayload() },
        });
        return;
      }
      await tx.manager.update(
        CaseAnswer,
        { partyId, submittedAt: Not(IsNull()), setAsideAt: IsNull() },
        { setAsideAt: tx.at },
      );
      await tx.manager.delete(CaseAnswer, { partyId, submittedAt: IsNull() });
      await this.papers.annul(tx, await this.papersOf(caseId, partyId, tx));
      const { evidenceUntil, isNew } = await this.evidencePeriod(tx, labourCase);
      await tx.publish({
        type: 'party.seat-released',
        caseId,
        payload: {
          partyId,
          userId,
          releaseId,
          hasEnded,
          setsAside: await this.answersOf(tx, caseId, partyId),
          ...clockPayload(
            ...(isNew ? [{ type: 'evidence-period-set' as const, on: tx.today, until: evidenceUntil }] : []),
          ),
        },
      });
      await this.issueNotice(tx, labourCase, respondent, evidenceUntil);
    });
  }

  /** Earlier codes lead nowhere from now on. */
  private async newCode(tx: Tx, respondent: CaseParty): Promise<string> {
    const joinCode = newJoinCode();
    await tx.manager.update(CaseParty, respondent.id, {
      joinCodeIndex: this.codes.indexOf(joinCode),
      joinCodeSealed: this.encryption.seal(joinCode),
    });
    return joinCode;
  }

  /** Locked, in the order of all who write in a case: the record first. @throws DomainError not-found. */
  private async respondent(tx: Tx, caseId: string, partyId: string): Promise<CaseParty> {
    await lockRecord(tx.manager, caseId);
    const party = await tx.manager.findOne(CaseParty, {
      where: { id: partyId, caseId, role: 'respondent' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!party) throw notFound();
    return party;
  }

  /** Whether the number is one the other side has given as its own, or signs in with. */
  private async isOfClaimant(tx: Tx, caseId: string, phone: string): Promise<boolean> {
    const claimants = await tx.manager.findBy(CaseParty, { caseId, role: 'claimant' });
    const users = await this.users.byIds(claimants.flatMap(({ joinedUserId }) => joinedUserId ?? []));
    const known = [
      ...claimants.flatMap((party) => [party.phone ?? '', party.servicePhone ?? '']),
      ...[...users.values()].map((user) => user.phone ?? ''),
    ];
    return known.some((each) => normalisePhone(each) === phone);
  }

  /** The notice with the old code, and the answer: neither is good any more. */
  private async papersOf(caseId: string, partyId: string, tx: Tx): Promise<string[]> {
    const papers = await this.papers.ofCase(caseId, ['main'], tx.manager);
    return papers
      .filter(
        ({ kind, addressees, subject }) =>
          (kind === 'response-notice' && addressees.includes(partyId)) ||
          (kind === 'answer' && subject === partyId),
      )
      .map(({ id }) => id);
  }

  /** Entries of the record that tell the clocks of an answer, or of sending it on. */
  private async answersOf(tx: Tx, caseId: string, partyId: string): Promise<string[]> {
    const entries = await readStanding(tx.manager, caseId);
    return entries
      .filter(({ payload }) =>
        ((payload['clocks'] ?? []) as unknown as CaseEvent[]).some(
          (event) =>
            (event.type === 'answer-received' || event.type === 'answer-forwarded') &&
            event.respondent === partyId,
        ),
      )
      .map(({ id }) => id);
  }

  /**
   * The respondent begins anew, so the evidence period does too where it would be shorter than usual (Rules 15); also
   * after a hearing, at which it was not.
   */
  private async evidencePeriod(
    tx: Tx,
    labourCase: LabourCase,
  ): Promise<{ evidenceUntil: LocalDate; isNew: boolean }> {
    const decision = await tx.manager.findOneByOrFail(IntakeDecision, { caseId: labourCase.id });
    const current = localDate(decision.evidenceUntil!);
    const { evidenceWorkingDays } = await this.reference.commission(labourCase.commissionId, tx.manager);
    const usual = addWorkingDays(tx.today, evidenceWorkingDays, await this.reference.calendar());
    if (usual <= current) return { evidenceUntil: current, isNew: false };
    await tx.manager.update(IntakeDecision, { caseId: labourCase.id }, { evidenceUntil: usual });
    return { evidenceUntil: usual, isNew: true };
  }
}
