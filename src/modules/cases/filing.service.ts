import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PartyActor } from '../../kernel/actor';
import { DomainError, invalid } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { canonicalJson, type Json, type JsonObject } from '../../kernel/json';
import { sumFen } from '../../kernel/money';
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
import { Drafts } from './drafts.service';
import { CaseCorrection } from './intake.entities';
import { LabourCase } from './labour-case.entity';

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
  ) {}

  /** @throws DomainError `application.incomplete` (invalid) with every field, `draft.version`, `draft.submitted` (conflict). */
  async submit(
    actor: PartyActor,
    draftId: string,
    version: number,
    signature: SignatureDto,
  ): Promise<{ caseId: string; receiptNumber: string }> {
    const image = await this.casePapers.signatureImage(actor, signature);
    return this.uow.run(actor, async (tx) => {
      const { application, correctsCaseId } = await this.drafts.take(tx, actor, draftId, version);
      await this.files.keep(tx, filesOf(application, signature));
      await this.requireOwnFiles(tx, actor, application);
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
      await this.issuePapers(tx, labourCase, { application, signature }, image, receipt);
      return { caseId: labourCase.id, receiptNumber: labourCase.receiptNumber };
    });
  }

  private async receive(tx: Tx, actor: PartyActor, signed: SignedApplication): Promise<LabourCase> {
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
    const claimantId = await this.writeParties(tx, actor.userId, id, application);
    await this.writeClaims(tx, id, application);
    await tx.manager.insert(CaseMember, {
      caseId: id,
      userId: actor.userId,
      capacity: 'claimant',
      partyId: claimantId,
      since: tx.at,
      until: null,
    });
    if (actor.name === '') await this.users.rename(tx, actor.userId, application.claimant.name);
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
    const partyId = await this.writeParties(tx, current.filedBy, caseId, application, claimant!.id);
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
    claimantUserId: string,
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
      phone: claimant.phone,
      email: claimant.email || null,
      legalRepresentative: null,
      legalRepresentativePost: null,
      serviceReceiver: service.receiver,
      serviceAddress: service.address,
      servicePhone: service.phone,
      consentsToElectronic: service.consentsToElectronic,
      consentsToOnlineHearing: service.consentsToOnlineHearing,
      joinedUserId: claimantUserId,
      joinedAt: tx.at,
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
      ...(await this.casePapers.receipt(tx, labourCase, signed, receipt)),
      isSealed: true,
    });
  }

  /** A file can only be handed in by who uploaded it. */
  private async requireOwnFiles(tx: Tx, actor: PartyActor, application: ApplicationDto): Promise<void> {
    const wanted = application.evidence.map((item, index) => ({
      pointer: `/evidence/${index}/fileId`,
      id: item.fileId,
    }));
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

function filesOf(application: ApplicationDto, signature: SignatureDto): string[] {
  return [
    ...application.evidence.map(({ fileId }) => fileId),
    ...(signature.fileId ? [signature.fileId] : []),
  ];
}

function sha256(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
