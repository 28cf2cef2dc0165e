import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { PartyActor } from '../../kernel/actor';
import { DomainError, invalid, notFound, type FieldError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import type { JsonObject } from '../../kernel/json';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { lockRecord } from '../../platform/record/record';
import { fieldErrors, VALIDATOR_OPTIONS } from '../../platform/http/validation';
import { clockPayload } from '../deadlines';
import { FilesService, Papers } from '../documents';
import { AnswerDataDto, type AnswerDto, type SubmitAnswerDto } from './answers.dto';
import { CaseAnswer } from './case-answer.entity';
import { CaseClaim } from './case-claim.entity';
import { CaseMember } from './case-member.entity';
import { CaseParty } from './case-party.entity';
import { CasePapers } from './case-papers';
import { LabourCase } from './labour-case.entity';
import { isSameName } from './same-name';

const OPEN_STATES = ['accepted', 'constituted', 'set-down'];
const MAX_BYTES = 128 * 1024;

/** The respondent's answer: claim by claim, limitation pleaded or not, expressly (Rules 33). */
@Injectable()
export class Answers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly encryption: FieldEncryption,
    private readonly files: FilesService,
    private readonly papers: Papers,
    private readonly casePapers: CasePapers,
  ) {}

  /**
   * Submitted answers for everybody in the case; drafts only for who writes them. The house also sees, after them, those
   * from a seat that was taken back.
   */
  async ofCase(caseId: string, userId: string, isOfHouse: boolean): Promise<AnswerDto[]> {
    const [answers, parties] = await Promise.all([
      this.dataSource.manager.findBy(CaseAnswer, { caseId }),
      this.dataSource.manager.find(CaseParty, {
        where: { caseId, role: 'respondent' },
        order: { ordinal: 'ASC' },
      }),
    ]);
    const isShown = ({ submittedAt, setAsideAt }: CaseAnswer, party: CaseParty): boolean =>
      setAsideAt === null
        ? submittedAt !== null || party.joinedUserId === userId
        : submittedAt !== null && isOfHouse;
    return parties
      .flatMap((party) =>
        answers
          .filter((answer) => answer.partyId === party.id && isShown(answer, party))
          .map((answer) => this.view(answer, party)),
      )
      .sort((a, b) => rankOf(a) - rankOf(b));
  }

  /** @throws DomainError `answer.version`, `answer.submitted`, `answer.too-late` (conflict). */
  async save(actor: PartyActor, caseId: string, version: number, data: JsonObject): Promise<AnswerDto> {
    if (JSON.stringify(data).length > MAX_BYTES) throw new DomainError('too-large', 'draft.too-large');
    return this.uow.run(actor, async (tx) => {
      await this.requireOpen(tx, caseId);
      const party = await this.ownParty(tx.manager, caseId, actor.userId);
      // Two first saves at once: the row is made by one, and the other finds a newer version.
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(CaseAnswer)
        .values({
          id: newId(tx.at.getTime()),
          partyId: party.id,
          caseId,
          version: 0,
          dataSealed: this.encryption.sealJson({}),
          submittedAt: null,
          updatedAt: tx.at,
          setAsideAt: null,
          supersededAt: null,
        })
        .orIgnore()
        .execute();
      const answer = await this.lock(tx, party.id, version);
      answer.version += 1;
      answer.dataSealed = this.encryption.sealJson(data);
      answer.updatedAt = tx.at;
      return this.view(await tx.manager.save(answer), party);
    });
  }

  /** @throws DomainError `answer.incomplete` (invalid) with every field. */
  async submit(
    actor: PartyActor,
    caseId: string,
    { version, signature, isApprovedByHead }: SubmitAnswerDto,
  ): Promise<AnswerDto> {
    const image = await this.casePapers.signatureImage(actor, signature);
    return this.uow.run(actor, async (tx) => {
      const labourCase = await this.requireOpen(tx, caseId);
      const party = await this.ownParty(tx.manager, caseId, actor.userId);
      const misnamed = signatureProblem(party, signature.name, isApprovedByHead ?? false);
      if (misnamed) throw invalid([misnamed]);
      const answer = await this.lock(tx, party.id, version);
      const data = this.encryption.openJson<AnswerDataDto>(answer.dataSealed);
      const problems = await this.problems(tx, caseId, data);
      if (problems.length > 0) throw new DomainError('invalid', 'answer.incomplete', { fields: problems });
      if (signature.fileId) await this.files.keep(tx, [signature.fileId]);
      answer.submittedAt = tx.at;
      answer.updatedAt = tx.at;
      await tx.manager.save(answer);
      await tx.publish({
        type: 'answer.submitted',
        caseId,
        payload: {
          partyId: party.id,
          pleadsLimitation: data.positions.some((position) => position.pleadsLimitation),
          ...clockPayload({ type: 'answer-received', on: tx.today, respondent: party.id }),
        },
      });
      await this.papers.issue(tx, {
        ...(await this.casePapers.answer(tx, labourCase, party, data, { name: signature.name, image }, [])),
        caseId,
        commissionId: labourCase.commissionId,
        caseNumber: labourCase.number,
        subject: party.id,
        isSealed: false,
      });
      return this.view(answer, party);
    });
  }

  /** Every claim answered once, and parts admitted that are parts. */
  private async problems(tx: Tx, caseId: string, data: AnswerDataDto): Promise<FieldError[]> {
    const problems = fieldErrors(await validate(plainToInstance(AnswerDataDto, data), VALIDATOR_OPTIONS));
    if (problems.length > 0) return problems;
    const claims = await tx.manager.findBy(CaseClaim, { caseId });
    for (const claim of claims) {
      const given = data.positions.filter((position) => position.claimId === claim.id);
      if (given.length !== 1) {
        problems.push({
          pointer: '/positions',
          code: 'answer.claim-unanswered',
          params: { number: claim.ordinal },
        });
      }
    }
    for (const [index, position] of data.positions.entries()) {
      const claim = claims.find((each) => each.id === position.claimId);
      const at = `/positions/${index}`;
      if (!claim) problems.push({ pointer: `${at}/claimId`, code: 'field.reference' });
      else if (position.stance === 'partly') {
        // Of a claim that is not for money a part is admitted in words.
        const admitted = position.admitted ?? 0;
        if (claim.amountFen !== null && (admitted <= 0 || admitted >= claim.amountFen)) {
          problems.push({ pointer: `${at}/admitted`, code: 'answer.admitted-not-a-part' });
        }
      }
    }
    return problems;
  }

  private async ownParty(manager: EntityManager, caseId: string, userId: string): Promise<CaseParty> {
    const member = await manager.findOneBy(CaseMember, {
      caseId,
      userId,
      capacity: 'respondent',
      until: IsNull(),
    });
    if (!member?.partyId) throw notFound();
    return manager.findOneByOrFail(CaseParty, { id: member.partyId });
  }

  /** Holds the record until the end: no hearing closes, and nobody loses the seat, in between. */
  private async requireOpen(tx: Tx, caseId: string): Promise<LabourCase> {
    await lockRecord(tx.manager, caseId);
    const labourCase = await tx.manager.findOneByOrFail(LabourCase, { id: caseId });
    if (!OPEN_STATES.includes(labourCase.state)) throw new DomainError('conflict', 'answer.too-late');
    return labourCase;
  }

  private async lock(tx: Tx, partyId: string, version: number): Promise<CaseAnswer> {
    const answer = await tx.manager.findOne(CaseAnswer, {
      where: { partyId, setAsideAt: IsNull(), supersededAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!answer) throw new DomainError('conflict', 'answer.version');
    if (answer.submittedAt) throw new DomainError('conflict', 'answer.submitted');
    if (answer.version !== version) throw new DomainError('conflict', 'answer.version');
    return answer;
  }

  private view(answer: CaseAnswer, party: CaseParty): AnswerDto {
    return {
      partyId: party.id,
      partyName: party.name,
      version: answer.version,
      data: this.encryption.openJson<JsonObject>(answer.dataSealed),
      submittedAt: answer.submittedAt,
      isSetAside: answer.setAsideAt !== null,
      isSuperseded: answer.supersededAt !== null,
    };
  }
}

/** What counts first, then what was answered before the claims changed, then what is not the party's. */
const rankOf = ({ isSetAside, isSuperseded }: AnswerDto): number => (isSetAside ? 2 : isSuperseded ? 1 : 0);

/** An answer binds the company: it bears the name of who holds its seat, or of its head, who has then approved of it. */
function signatureProblem(
  { name, representativeName, legalRepresentative }: CaseParty,
  signed: string,
  isApprovedByHead: boolean,
): FieldError | null {
  const actsFor = representativeName ?? name;
  if (isSameName(signed, actsFor)) return null;
  if (!legalRepresentative || !isSameName(signed, legalRepresentative)) {
    return { pointer: '/signature/name', code: 'signature.other-person', params: { name: actsFor } };
  }
  return isApprovedByHead
    ? null
    : {
        pointer: '/isApprovedByHead',
        code: 'signature.head-must-approve',
        params: { name: legalRepresentative },
      };
}
