import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { PartyActor } from '../../kernel/actor';
import { DomainError, invalid, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { localDate } from '../../kernel/local-date';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord, type RecordedEvent } from '../../platform/record/record';
import { chineseDate } from '../../platform/papers/chinese-dates';
import { WithinTransaction } from '../../platform/record/subscribers';
import { CaseAccess, receipt, type CaseParty, type LabourCase, type PartyIds } from '../cases';
import { FilesService, Papers } from '../documents';
import { Reference } from '../reference';
import type { AddEvidenceDto } from './evidence.dto';
import { Evidence } from './evidence.entity';
import { additionRefusal, isLate, numberItems } from './evidence.rules';

const MAX_PER_PARTY = 300;

/** Evidence from the moment it is handed in; whether it proves anything is for the tribunal. */
@Injectable()
export class EvidenceIntake {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cases: CaseAccess,
    private readonly files: FilesService,
    private readonly papers: Papers,
    private readonly reference: Reference,
  ) {}

  /** What the application brings is evidence of the claimant from the same moment; a correction puts it anew. */
  @WithinTransaction('application.submitted')
  @WithinTransaction('case.corrected')
  async onApplication(tx: Tx, event: RecordedEvent): Promise<void> {
    const { caseId } = event;
    const partyId = event.payload['partyId'] as string;
    const labourCase = await this.cases.get(caseId, tx.manager);
    const items = this.cases.application(labourCase).application.evidence;
    const existing = await tx.manager.findBy(Evidence, { caseId, partyId });
    const numbers = numberItems(
      items.map((item) => item.id),
      existing,
    );
    await tx.manager.delete(Evidence, {
      id: In(existing.flatMap((evidence) => (evidence.itemId === null ? [] : [evidence.id]))),
    });
    const before = new Map(existing.map((evidence) => [evidence.itemId, evidence]));
    for (const [index, item] of items.entries()) {
      const earlier = before.get(item.id);
      before.delete(item.id);
      await tx.manager.insert(Evidence, {
        id: earlier?.id ?? newId(tx.at.getTime()),
        caseId,
        partyId,
        number: numbers[index]!,
        itemId: item.id,
        fileId: item.fileId,
        name: item.name,
        purpose: item.purpose,
        source: item.source || null,
        hasOriginal: item.hasOriginal,
        isLate: false,
        lateReason: null,
        submittedBy: labourCase.filedBy,
        submittedAt: earlier && earlier.fileId === item.fileId ? earlier.submittedAt : tx.at,
        setAsideAt: null,
      });
    }
  }

  /**
   * A later addition by a party; receipted at once (Rules 29).
   *
   * @throws DomainError `evidence.correct-instead`, `evidence.too-late`, `evidence.closed`, `evidence.twice` (conflict).
   */
  async add(actor: PartyActor, caseId: string, dto: AddEvidenceDto): Promise<string> {
    return this.uow.run(actor, async (tx) => {
      // Held until the end, so that a hearing cannot close, and no number be given twice, in between.
      await lockRecord(tx.manager, caseId);
      const labourCase = await this.cases.get(caseId, tx.manager);
      const refusal = additionRefusal(labourCase.state);
      if (refusal) {
        throw new DomainError('conflict', refusal, { basis: ['《劳动人事争议仲裁办案规则》第十五条'] });
      }
      const party = await this.ownParty(tx, caseId, actor.userId);
      const late = await this.lateness(tx, caseId, dto);
      await this.files.keep(tx, [dto.fileId]);
      const file = await this.files.byId(dto.fileId, tx.manager);
      if (file?.uploadedBy !== actor.userId) throw invalid([{ pointer: '/fileId', code: 'file.not-yours' }]);
      const existing = await tx.manager.findBy(Evidence, { caseId, partyId: party.id });
      if (existing.some((evidence) => evidence.fileId === dto.fileId)) {
        throw new DomainError('conflict', 'evidence.twice');
      }
      if (existing.length >= MAX_PER_PARTY) throw new DomainError('too-many', 'evidence.too-many');
      const evidence = tx.manager.create(Evidence, {
        id: newId(tx.at.getTime()),
        caseId,
        partyId: party.id,
        number: Math.max(0, ...existing.map((each) => each.number)) + 1,
        itemId: null,
        fileId: dto.fileId,
        name: dto.name.trim(),
        purpose: dto.purpose.trim(),
        source: dto.source?.trim() || null,
        hasOriginal: dto.hasOriginal,
        ...late,
        submittedBy: actor.userId,
        submittedAt: tx.at,
        setAsideAt: null,
      });
      await tx.manager.insert(Evidence, evidence);
      await tx.publish({
        type: 'evidence.added',
        caseId,
        payload: {
          evidenceId: evidence.id,
          partyId: party.id,
          number: evidence.number,
          sha256: file.sha256,
          isLate: evidence.isLate,
        },
      });
      await this.issueReceipt(tx, labourCase, party, evidence);
      return evidence.id;
    });
  }

  /** What was handed in goes with the case to the commission that has jurisdiction (Rules 9). */
  async copy(tx: Tx, fromCaseId: string, toCaseId: string, parties: PartyIds): Promise<void> {
    for (const evidence of await tx.manager.findBy(Evidence, { caseId: fromCaseId })) {
      await tx.manager.insert(Evidence, {
        ...evidence,
        id: newId(tx.at.getTime()),
        caseId: toCaseId,
        partyId: parties.get(evidence.partyId)!,
        // Late is what comes after the period of the commission that hears it.
        isLate: false,
        lateReason: null,
      });
    }
  }

  /** What was handed in from a seat that was taken back is not the party's evidence; what was decided on it is decided. */
  @WithinTransaction('party.seat-released')
  async onSeatReleased(tx: Tx, { payload }: RecordedEvent): Promise<void> {
    if (payload['hasEnded'] === true) return;
    await tx.manager.update(
      Evidence,
      {
        partyId: payload['partyId'] as string,
        submittedBy: payload['userId'] as string,
        setAsideAt: IsNull(),
      },
      { setAsideAt: tx.at },
    );
  }

  private async lateness(
    tx: Tx,
    caseId: string,
    dto: AddEvidenceDto,
  ): Promise<Pick<Evidence, 'isLate' | 'lateReason'>> {
    const decision = await this.cases.decision(caseId, tx.manager);
    if (!isLate(tx.today, decision?.evidenceUntil ?? null)) return { isLate: false, lateReason: null };
    const lateReason = dto.lateReason?.trim() || null;
    if (!lateReason) {
      throw invalid([
        {
          pointer: '/lateReason',
          code: 'evidence.late-needs-reason',
          params: { evidenceUntil: decision!.evidenceUntil! },
          basis: ['《劳动人事争议仲裁办案规则》第十五条'],
        },
      ]);
    }
    return { isLate: true, lateReason };
  }

  private async ownParty(tx: Tx, caseId: string, userId: string): Promise<CaseParty> {
    const members = await this.cases.members(caseId, tx.manager);
    const parties = await this.cases.parties(caseId, tx.manager);
    const partyId = members.find((member) => member.userId === userId && member.partyId !== null)?.partyId;
    const party = parties.find((each) => each.id === partyId);
    if (!party) throw notFound();
    return party;
  }

  private async issueReceipt(
    tx: Tx,
    labourCase: LabourCase,
    party: CaseParty,
    evidence: Evidence,
  ): Promise<void> {
    const decision = await this.cases.decision(labourCase.id, tx.manager);
    await this.papers.issue(tx, {
      definition: receipt,
      facts: {
        number: await this.reference.nextNumber(tx, labourCase.commissionId, 'receipt'),
        submitter: { name: party.name, isOrganisation: party.kind === 'company' },
        purpose: `就${labourCase.claimantNames}与${labourCase.respondentNames}劳动争议一案补充提交证据`,
        materials: [
          {
            name: `证据${evidence.number}：${evidence.name}`,
            copies: 1,
            pages: null,
            form: 'electronic' as const,
          },
        ],
        receivedAt: tx.at.toISOString(),
        channel: 'online',
        receiver: null,
        next: nextSentences(evidence, decision?.evidenceUntil ?? null),
      },
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      addressees: [party.id],
      subject: evidence.id,
      isSealed: true,
    });
  }
}

function nextSentences(evidence: Evidence, evidenceUntil: string | null): string[] {
  if (evidence.isLate) {
    return [
      `本案举证期限已于${chineseDate(localDate(evidenceUntil!))}届满。本委已收下上述材料及逾期理由，是否采纳由仲裁庭依照《劳动人事争议仲裁办案规则》第十五条决定。`,
    ];
  }
  const exchange = '上述材料将供对方当事人查阅，并在庭审中质证。';
  return evidenceUntil ? [`本案举证期限至${chineseDate(localDate(evidenceUntil))}。${exchange}`] : [exchange];
}
