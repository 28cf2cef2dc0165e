import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { DomainError, invalid } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { canonicalJson, type Json, type JsonObject } from '../../kernel/json';
import { sumFen } from '../../kernel/money';
import { article, citation } from '../../law/articles';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { clockPayload } from '../deadlines';
import { FilesService, Papers } from '../documents';
import { compactDocumentNumber, Users } from '../identity';
import { Reference } from '../reference';
import { phoneOf, usccOf, type ApplicationDto, type SignatureDto } from './application.dto';
import { CaseClaim } from './case-claim.entity';
import { CaseMember } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { CasePapers } from './case-papers';
import { CaseTransitions } from './case-transitions';
import { Claims } from './claims.service';
import type { OralApplicationDto } from './drafts.dto';
import { Drafts } from './drafts.service';
import { CaseCorrection } from './intake.entities';
import { JoinCodes, newJoinCode } from './join-code';
import { LabourCase } from './labour-case.entity';
import { OralApplication } from './oral-application.entity';

/** An application as it was signed; frozen in the case. */
export interface SignedApplication {
  application: ApplicationDto;
  signature: SignatureDto;
}

/** From a draft to a case, in one transaction: received whole or not at all (Rules 29). */
@Injectable()
export class Filing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: Drafts,
    private readonly reference: Reference,
    private readonly files: FilesService,
    private readonly encryption: FieldEncryption,
    private readonly users: Users,
    private readonly transitions: CaseTransitions,
    private readonly papers: Papers,
    private readonly casePapers: CasePapers,
    private readonly claims: Claims,
    private readonly codes: JoinCodes,
  ) {}

  /**
   * `oral`: as a clerk took it down at the counter (Rules 29(3)).
   *
   * @throws DomainError `application.incomplete` (invalid) with every field, `draft.version`, `draft.submitted`
   *   (conflict); (invalid) what is missing of an oral application.
   */
  async submit(
    actor: SignedInActor,
    draftId: string,
    version: number,
    signature: SignatureDto,
    oral: OralApplicationDto | null = null,
  ): Promise<{ caseId: string; receiptNumber: string }> {
    requireOral(actor, signature, oral);
    const image = await this.casePapers.signatureImage(actor, signature);
    return this.uow.run(actor, async (tx) => {
      const { application, correctsCaseId } = await this.drafts.take(tx, actor, draftId, version);
      await this.files.keep(tx, filesOf(application, signature, oral));
      await this.requireOwnFiles(tx, actor, application, correctsCaseId, oral);
      const labourCase = correctsCaseId
        ? await this.correct(tx, correctsCaseId, { application, signature })
        : await this.receive(tx, actor, { application, signature });
      await this.drafts.markSubmitted(tx, draftId, labourCase.id);
      const receipt = {
        number: correctsCaseId
          ? await this.reference.nextNumber(tx, labourCase.commissionId, 'receipt')
          : labourCase.receiptNumber,
        isCorrection: correctsCaseId !== null,
      };
      await this.issuePapers(tx, labourCase, { application, signature }, image, receipt, actor, oral);
      return { caseId: labourCase.id, receiptNumber: labourCase.receiptNumber };
    });
  }

  private async receive(tx: Tx, actor: SignedInActor, signed: SignedApplication): Promise<LabourCase> {
    const { application } = signed;
    const id = newId(tx.at.getTime());
    const labourCase = await tx.manager.save(
      tx.manager.create(LabourCase, {
        id,
        commissionId: application.commissionId,
        number: null,
        receiptNumber: await this.reference.nextNumber(tx, application.commissionId, 'receipt'),
        state: 'received',
        version: 1,
        filedBy: actor.userId,
        receivedAt: tx.at,
        acceptedAt: null,
        decidedAt: null,
        suspendedOn: null,
        isHeardInPublic: true,
        transferredFromId: null,
        updatedAt: tx.at,
        ...this.summary(signed),
      }),
    );
    const claimantId = await this.writeParties(tx, this.seatOf(tx, actor), id, application);
    await this.writeClaims(tx, id, application);
    if (actor.kind === 'party') {
      await tx.manager.insert(CaseMember, {
        caseId: id,
        userId: actor.userId,
        capacity: 'claimant',
        partyId: claimantId,
        since: tx.at,
        until: null,
      });
    }
    if (actor.kind === 'party' && actor.name === '')
      await this.users.rename(tx, actor.userId, application.claimant.name);
    await tx.publish({
      type: 'application.submitted',
      caseId: id,
      payload: {
        receiptNumber: labourCase.receiptNumber,
        applicationSha256: sha256(signed as unknown as Json),
        partyId: claimantId,
        count: application.evidence.length,
        ...clockPayload({ type: 'received', on: tx.today }),
      },
    });
    return labourCase;
  }

  /** The corrected application takes the place of the first; the time to decide starts again (Rules 46(2)). */
  private async correct(tx: Tx, caseId: string, signed: SignedApplication): Promise<LabourCase> {
    const { application } = signed;
    const current = await this.transitions.fire(tx, caseId, 'correct', {});
    if (application.commissionId !== current.commissionId) {
      throw invalid([{ pointer: '/commissionId', code: 'correction.same-commission' }]);
    }
    const labourCase = await tx.manager.save(Object.assign(current, this.summary(signed)));
    await tx.manager.update(CaseCorrection, { caseId }, { correctedAt: tx.at });
    await tx.manager.update(CaseMember, { caseId, capacity: 'claimant' }, { partyId: null });
    await tx.manager.delete(CaseClaim, { caseId });
    const [claimant] = await tx.manager.findBy(CaseParty, { caseId, role: 'claimant' });
    await tx.manager.delete(CaseParty, { caseId });
    const partyId = await this.writeParties(tx, claimant!, caseId, application, claimant!.id);
    await tx.manager.update(CaseMember, { caseId, capacity: 'claimant' }, { partyId });
    await this.writeClaims(tx, caseId, application);
    await tx.publish({
      type: 'case.corrected',
      caseId,
      payload: {
        applicationSha256: sha256(signed as unknown as Json),
        partyId,
        count: application.evidence.length,
        ...clockPayload({ type: 'corrected', on: tx.today }),
      },
    });
    return labourCase;
  }

  /** At the counter the seat waits for the applicant, with a code of its own; it may wait for ever. */
  private seatOf(tx: Tx, actor: SignedInActor): ClaimantSeat {
    const nobody = { representativeName: null, representativeCapacity: null };
    if (actor.kind === 'party') {
      return {
        ...nobody,
        joinedUserId: actor.userId,
        joinedAt: tx.at,
        joinCodeIndex: null,
        joinCodeSealed: null,
      };
    }
    const code = newJoinCode();
    return {
      ...nobody,
      joinedUserId: null,
      joinedAt: null,
      joinCodeIndex: this.codes.indexOf(code),
      joinCodeSealed: this.encryption.seal(code),
    };
  }

  private summary(
    signed: SignedApplication,
  ): Pick<LabourCase, 'applicationSealed' | 'claimantNames' | 'respondentNames' | 'claimedFen'> {
    const { application } = signed;
    return {
      applicationSealed: this.encryption.sealJson(signed as unknown as JsonObject),
      claimantNames: application.claimant.name,
      respondentNames: application.respondents.map((respondent) => respondent.name).join('、'),
      claimedFen: sumFen(application.claims.map((claim) => claim.amount ?? 0)),
    };
  }

  private async writeParties(
    tx: Tx,
    seat: ClaimantSeat,
    caseId: string,
    application: ApplicationDto,
    claimantId: string = newId(tx.at.getTime()),
  ): Promise<string> {
    const { claimant, respondents, service } = application;
    const number = compactDocumentNumber(claimant.document.number);
    const none = {
      joinCodeIndex: null,
      joinCodeSealed: null,
      representativeName: null,
      representativeCapacity: null,
    };
    await tx.manager.insert(CaseParty, {
      ...none,
      id: claimantId,
      caseId,
      role: 'claimant',
      ordinal: 1,
      kind: 'person',
      name: claimant.name,
      sex: claimant.sex,
      birthDate: claimant.birthDate,
      documentKind: claimant.document.kind,
      documentSealed: this.encryption.seal(number),
      documentIndex: this.encryption.blindIndex(number),
      address: claimant.address,
      phone: claimant.phone || null,
      email: claimant.email || null,
      legalRepresentative: null,
      legalRepresentativePost: null,
      serviceReceiver: service.receiver,
      serviceAddress: service.address,
      servicePhone: service.phone || null,
      consentsToElectronic: service.consentsToElectronic,
      consentsToOnlineHearing: service.consentsToOnlineHearing,
      joinedUserId: seat.joinedUserId,
      joinedAt: seat.joinedAt,
      joinCodeIndex: seat.joinCodeIndex,
      joinCodeSealed: seat.joinCodeSealed,
      representativeName: seat.representativeName,
      representativeCapacity: seat.representativeCapacity,
    });
    for (const [index, respondent] of respondents.entries()) {
      const stated = usccOf(respondent);
      const uscc = stated === null ? null : compactDocumentNumber(stated);
      await tx.manager.insert(CaseParty, {
        ...none,
        id: newId(tx.at.getTime()),
        caseId,
        role: 'respondent',
        ordinal: index + 1,
        kind: respondent.kind ?? 'company',
        name: respondent.name,
        sex: null,
        birthDate: null,
        documentKind: uscc === null ? null : 'uscc',
        documentSealed: uscc === null ? null : this.encryption.seal(uscc),
        documentIndex: uscc === null ? null : this.encryption.blindIndex(uscc),
        address: respondent.address,
        phone: phoneOf(respondent),
        email: null,
        legalRepresentative: (respondent.kind !== 'person' && respondent.legalRepresentative) || null,
        legalRepresentativePost: (respondent.kind !== 'person' && respondent.legalRepresentativePost) || null,
        serviceReceiver: null,
        serviceAddress: respondent.mailingAddress || null,
        servicePhone: null,
        consentsToElectronic: false,
        consentsToOnlineHearing: false,
        joinedUserId: null,
        joinedAt: null,
      });
    }
    return claimantId;
  }

  private async writeClaims(tx: Tx, caseId: string, application: ApplicationDto): Promise<void> {
    const { claims, commissionId } = application;
    const contents = await this.claims.contentOf(claims, commissionId, tx.today, tx.manager);
    await tx.manager.insert<object>(
      CaseClaim,
      contents.map((content, index) => ({
        id: newId(tx.at.getTime()),
        caseId,
        ordinal: index + 1,
        since: tx.at,
        ...content,
      })),
    );
  }

  private async issuePapers(
    tx: Tx,
    labourCase: LabourCase,
    signed: SignedApplication,
    image: string | null,
    receipt: { number: string; isCorrection: boolean },
    actor: SignedInActor,
    oral: OralApplicationDto | null,
  ): Promise<void> {
    const common = {
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
    };
    await this.papers.issue(tx, {
      ...common,
      ...(await this.casePapers.application(tx, labourCase, signed, image)),
      isSealed: false,
    });
    await this.papers.issue(tx, {
      ...common,
      ...(await this.casePapers.receipt(tx, labourCase, signed, {
        ...receipt,
        receiver: oral && actor.name,
      })),
      isSealed: true,
    });
    if (oral && actor.kind === 'staff') await this.takeDown(tx, labourCase, signed, image, actor, oral);
  }

  /** The application as it was made at the counter: who said it, who wrote it down, how it was confirmed. */
  private async takeDown(
    tx: Tx,
    labourCase: LabourCase,
    signed: SignedApplication,
    image: string | null,
    actor: StaffActor,
    oral: OralApplicationDto,
  ): Promise<void> {
    const id = newId(tx.at.getTime());
    await tx.manager.insert(OralApplication, {
      id,
      caseId: labourCase.id,
      textSealed: this.encryption.seal(oral.text.trim()),
      confirmedBy: oral.confirmedBy,
      sheetFileId: oral.sheetFileId ?? null,
      takenBy: actor.userId,
      takenAt: tx.at,
    });
    await tx.publish({
      type: 'application.taken-down',
      caseId: labourCase.id,
      payload: { oralApplicationId: id, textSha256: sha256(oral.text.trim()), confirmedBy: oral.confirmedBy },
    });
    await this.papers.issue(tx, {
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      ...(await this.casePapers.oralApplication(tx, labourCase, signed, image, actor, oral)),
      // The applicant's, confirmed by the applicant: a seal of the commission is not on it.
      isSealed: false,
    });
  }

  /** A file can only be handed in by who uploaded it; what the case holds already may stay in what corrects it. */
  private async requireOwnFiles(
    tx: Tx,
    actor: SignedInActor,
    application: ApplicationDto,
    correctsCaseId: string | null,
    oral: OralApplicationDto | null,
  ): Promise<void> {
    const before = correctsCaseId
      ? await tx.manager.findOneByOrFail(LabourCase, { id: correctsCaseId })
      : null;
    const held = new Set(
      before
        ? this.encryption
            .openJson<SignedApplication>(before.applicationSealed)
            .application.evidence.map(({ fileId }) => fileId)
        : [],
    );
    const wanted = [
      ...application.evidence
        .map((item, index) => ({ pointer: `/evidence/${index}/fileId`, id: item.fileId }))
        .filter(({ id }) => !held.has(id)),
      ...(oral?.sheetFileId ? [{ pointer: '/oral/sheetFileId', id: oral.sheetFileId }] : []),
    ];
    const files = await this.files.byIds(
      wanted.map((file) => file.id),
      tx.manager,
    );
    const missing = wanted.filter(({ id }) => files.get(id)?.uploadedBy !== actor.userId);
    if (missing.length > 0) {
      throw new DomainError('invalid', 'application.incomplete', {
        fields: missing.map(({ pointer }) => ({ pointer, code: 'file.not-yours' })),
      });
    }
  }
}

type ClaimantSeat = Pick<
  CaseParty,
  | 'joinedUserId'
  | 'joinedAt'
  | 'joinCodeIndex'
  | 'joinCodeSealed'
  | 'representativeName'
  | 'representativeCapacity'
>;

/** At the counter a typed name confirms nothing: the applicant signs, seals or gives a fingerprint (Rules 29(3)). */
function requireOral(actor: SignedInActor, { fileId }: SignatureDto, oral: OralApplicationDto | null): void {
  const basis = [citation(article('rules', 29, 3), 'zh-CN')];
  if (actor.kind === 'party') {
    if (oral) throw invalid([{ pointer: '/oral', code: 'counter.not-here', basis }]);
    return;
  }
  if (!oral) throw invalid([{ pointer: '/oral/text', code: 'field.required', basis }]);
  if (!oral.sheetFileId && (oral.confirmedBy === 'fingerprint' || !fileId)) {
    throw invalid([{ pointer: '/oral/sheetFileId', code: 'counter.unconfirmed', basis }]);
  }
}

function filesOf(
  application: ApplicationDto,
  signature: SignatureDto,
  oral: OralApplicationDto | null,
): string[] {
  return [
    ...(oral?.sheetFileId ? [oral.sheetFileId] : []),
    ...application.evidence.map(({ fileId }) => fileId),
    ...(signature.fileId ? [signature.fileId] : []),
  ];
}

function sha256(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
