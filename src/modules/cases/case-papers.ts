import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { invalid } from '../../kernel/domain-error';
import { localDate, type LocalDate } from '../../kernel/local-date';
import { citation } from '../../law/articles';
import { claimRule } from '../../law/claims';
import { withoutAdvice } from '../../law/claims/advice';
import type { Finding } from '../../law/finding';
import { legalDay } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import type { Tx } from '../../platform/database/unit-of-work';
import { lawText } from '../../platform/law-texts';
import { claimSentence, type ClaimFacts } from '../../platform/papers/claims';
import type { PartyFacts } from '../../platform/papers/party-block';
import type { PaperDefinition } from '../../platform/papers/paper';
import { isPrintablePng } from '../../platform/papers/png';
import { FilesService, PaperRegistry } from '../documents';
import { Reference } from '../reference';
import {
  phoneOf,
  usccOf,
  type ApplicationDto,
  type EmploymentDto,
  type SignatureDto,
} from './application.dto';
import { CaseClaim } from './case-claim.entity';
import { CaseParty } from './case-party.entity';
import type { SignedApplication } from './filing.service';
import type { Defect } from './intake.entities';
import type { LabourCase } from './labour-case.entity';
import { acceptanceNotice, type AcceptanceNoticeFacts } from './papers/acceptance-notice';
import { answer, type AnswerFacts } from './papers/answer';
import { application, type ApplicationFacts } from './papers/application';
import { correctionNotice, type CorrectionNoticeFacts } from './papers/correction-notice';
import { oralApplicationRecord, type OralApplicationRecordFacts } from './papers/oral-application-record';
import { receipt, type ReceiptFacts } from './papers/receipt';
import { referralExplanation, type ReferralExplanationFacts } from './papers/referral-explanation';
import { refusalNotice, type RefusalNoticeFacts } from './papers/refusal-notice';
import { responseNotice, type ResponseNoticeFacts } from './papers/response-notice';
import type { AnswerDataDto } from './answers.dto';
import type { OralApplicationDto } from './drafts.dto';

export interface FilledPaper<Facts> {
  definition: PaperDefinition<Facts>;
  facts: Facts;
  addressees: string[];
}

/** Bytes; a drawn name is a few kilobytes. */
const MAX_SIGNATURE = 1024 * 1024;
/** 民事诉讼法 and the 办案规则 leave the working days of an answer at ten (Rules 33, 80). */
const ANSWER_DAYS = 10;

const END_KINDS: Record<NonNullable<EmploymentDto['endKind']>, string> = {
  dismissed: '用人单位解除',
  'laid-off': '用人单位裁减人员',
  'employer-ended': '用人单位破产、关闭或者解散，劳动合同终止',
  resigned: '本人辞职',
  'resigned-for-cause': '因用人单位过错，本人提出解除',
  'agreed-by-employer': '用人单位提出，双方协商解除',
  'agreed-by-worker': '本人提出，双方协商解除',
  expired: '劳动合同期满终止',
};

/** Fills the papers of this module: from what the case holds to what a paper prints. */
@Injectable()
export class CasePapers {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly encryption: FieldEncryption,
    private readonly files: FilesService,
    private readonly reference: Reference,
    registry: PaperRegistry,
  ) {
    registry.register(
      application,
      receipt,
      oralApplicationRecord,
      correctionNotice,
      acceptanceNotice,
      refusalNotice,
      referralExplanation,
      responseNotice,
      answer,
    );
  }

  async application(
    tx: Tx,
    labourCase: LabourCase,
    signed: SignedApplication,
    image: SignatureImage,
  ): Promise<FilledPaper<ApplicationFacts>> {
    const { application: data, signature } = signed;
    const claims = await claimsOf(tx, labourCase.id);
    return {
      definition: application,
      addressees: [],
      facts: {
        claimant: {
          name: data.claimant.name,
          sex: data.claimant.sex,
          birthDate: localDate(data.claimant.birthDate),
          document: data.claimant.document,
          address: data.claimant.address,
          mailingAddress: data.service.address,
          phone: data.claimant.phone || '无',
          email: data.claimant.email || null,
        },
        respondents: data.respondents.map((respondent) => ({
          kind: respondent.kind ?? 'company',
          name: respondent.name,
          uscc: usccOf(respondent),
          isUnlicensed: respondent.registration === 'unlicensed',
          address: respondent.address,
          mailingAddress: respondent.mailingAddress || respondent.address,
          phone: phoneOf(respondent),
          head:
            respondent.kind === 'person'
              ? null
              : {
                  // Who has no licence has nobody entered on it.
                  kind:
                    respondent.registration === 'unlicensed' ? 'person-in-charge' : 'legal-representative',
                  name: respondent.legalRepresentative ?? '',
                  post: respondent.legalRepresentativePost ?? null,
                },
        })),
        employment: employmentRows(data.employment),
        claims: claims.map((claim) => ({
          ...claimFacts(claim),
          working: claim.amountFen !== null && claim.computedFen === claim.amountFen ? working(claim) : [],
          computed: claim.computedFen === claim.amountFen ? null : claim.computedFen,
        })),
        statement: data.statement.text,
        evidence: data.evidence.map((item) => ({
          name: item.name,
          type: null,
          source: item.source || null,
          purpose: item.purpose,
          hasOriginal: item.hasOriginal,
          pages: null,
        })),
        witnesses: [],
        service: {
          receiver: data.service.receiver,
          address: data.service.address,
          phone: data.service.phone || '无',
          email: data.service.email || null,
          consentsToElectronic: data.service.consentsToElectronic,
          consentsToOnlineHearing: data.service.consentsToOnlineHearing,
        },
        signature: { name: signature.name, image, signedOn: tx.today },
      },
    };
  }

  async receipt(
    tx: Tx,
    labourCase: LabourCase,
    { application: data }: SignedApplication,
    { number, isCorrection, receiver }: { number: string; isCorrection: boolean; receiver: string | null },
  ): Promise<FilledPaper<ReceiptFacts>> {
    const claimant = await firstClaimant(tx, labourCase.id);
    // Who applied at the counter may take the case over with a telephone of their own.
    const joinCode =
      receiver !== null && claimant.joinCodeSealed ? this.encryption.open(claimant.joinCodeSealed) : null;
    const copies = data.respondents.length;
    return {
      definition: receipt,
      addressees: [claimant.id],
      facts: {
        number,
        submitter: { name: data.claimant.name, isOrganisation: false },
        purpose: isCorrection
          ? `补正与${labourCase.respondentNames}劳动争议仲裁申请（收件编号${labourCase.receiptNumber}）`
          : `提起与${labourCase.respondentNames}劳动争议仲裁申请`,
        materials: [
          { name: '仲裁申请书', copies: copies + 1, pages: null, form: 'electronic' as const },
          ...data.evidence.map((item) => ({
            name: item.name,
            copies: 1,
            pages: null,
            form: 'electronic' as const,
          })),
          { name: '送达地址确认书', copies: 1, pages: null, form: 'electronic' as const },
          ...(receiver === null
            ? []
            : [{ name: '口头申请笔录', copies: 1, pages: null, form: 'original' as const }]),
        ],
        receivedAt: tx.at.toISOString(),
        channel: receiver === null ? 'online' : 'window',
        receiver,
        ...(joinCode ? { join: { code: joinCode, url: `${this.env.publicUrl}/take-over/${joinCode}` } } : {}),
        next: [
          `本委自收到${isCorrection ? '补正后的' : ''}仲裁申请之日起五个工作日内，决定受理的，向你发出受理通知书；决定不予受理的，书面通知你并说明理由。`,
          ...(isCorrection ? [] : ['材料需要补正的，本委在上述期限内一次性告知。']),
        ],
      },
    };
  }

  /** As the applicant said it, with who took it down. */
  async oralApplication(
    tx: Tx,
    labourCase: LabourCase,
    { application: data, signature }: SignedApplication,
    image: SignatureImage,
    actor: StaffActor,
    oral: OralApplicationDto,
  ): Promise<FilledPaper<OralApplicationRecordFacts>> {
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    const { name, sex, document, address, phone } = data.claimant;
    return {
      definition: oralApplicationRecord,
      addressees: [],
      facts: {
        takenAt: tx.at.toISOString(),
        place: `${commission.name}（${commission.address}）`,
        takenBy: actor.name,
        claimant: { name, sex, document, address, phone: phone || null },
        respondents: await respondentNames(tx, labourCase.id),
        text: oral.text.trim(),
        confirmedBy: oral.confirmedBy,
        hasSheet: oral.sheetFileId !== undefined,
        signature: { name: signature.name, image, signedOn: tx.today },
      },
    };
  }

  async correctionNotice(
    tx: Tx,
    labourCase: LabourCase,
    defects: readonly Defect[],
    dueOn: LocalDate,
  ): Promise<FilledPaper<CorrectionNoticeFacts>> {
    const claimant = await firstClaimant(tx, labourCase.id);
    return {
      definition: correctionNotice,
      addressees: [claimant.id],
      facts: {
        addressee: claimant.name,
        respondents: await respondentNames(tx, labourCase.id),
        receivedOn: legalDay(labourCase.receivedAt),
        defects: defects.map((defect) => ({
          item: sectionTitle(defect.section),
          defect: defect.text,
          remedy: defect.remedy,
        })),
        dueOn,
        howToCorrect: `登录云仲裁平台（${this.env.publicUrl}），在“我的案件”中打开本件，修改后重新签名提交。`,
      },
    };
  }

  async acceptanceNotice(
    tx: Tx,
    labourCase: LabourCase,
    evidenceUntil: LocalDate,
    contact: string,
  ): Promise<FilledPaper<AcceptanceNoticeFacts>> {
    const claimant = await firstClaimant(tx, labourCase.id);
    return {
      definition: acceptanceNotice,
      addressees: [claimant.id],
      facts: {
        claimant: claimant.name,
        respondents: await respondentNames(tx, labourCase.id),
        cause: await this.cause(tx, labourCase.id),
        receivedOn: legalDay(labourCase.receivedAt),
        acceptedOn: tx.today,
        evidenceUntil,
        materialsWanted: [],
        hearing: null,
        contact,
        platformUrl: this.env.publicUrl,
      },
    };
  }

  async refusalNotice(
    tx: Tx,
    labourCase: LabourCase,
    grounds: RefusalNoticeFacts['grounds'],
  ): Promise<FilledPaper<RefusalNoticeFacts>> {
    const claimant = await firstClaimant(tx, labourCase.id);
    const claims = await claimsOf(tx, labourCase.id);
    return {
      definition: refusalNotice,
      addressees: [claimant.id],
      facts: {
        claimant: claimant.name,
        respondents: await respondentNames(tx, labourCase.id),
        receivedOn: legalDay(labourCase.receivedAt),
        claims: claims.map((claim) => claimSentence(claimFacts(claim))),
        grounds,
      },
    };
  }

  async referralExplanation(
    tx: Tx,
    labourCase: LabourCase,
    reason: string,
    competent: ReferralExplanationFacts['competent'],
  ): Promise<FilledPaper<ReferralExplanationFacts>> {
    const claimant = await firstClaimant(tx, labourCase.id);
    return {
      definition: referralExplanation,
      addressees: [claimant.id],
      facts: {
        claimant: claimant.name,
        respondents: await respondentNames(tx, labourCase.id),
        receivedOn: legalDay(labourCase.receivedAt),
        reason,
        competent,
        transferHint: null,
      },
    };
  }

  async responseNotice(
    tx: Tx,
    labourCase: LabourCase,
    respondent: CaseParty,
    details: { joinCode: string; evidenceUntil: LocalDate; evidenceCount: number; contact: string },
  ): Promise<FilledPaper<ResponseNoticeFacts>> {
    const claims = await claimsOf(tx, labourCase.id);
    return {
      definition: responseNotice,
      addressees: [respondent.id],
      facts: {
        respondent: respondent.name,
        isOrganisation: respondent.kind === 'company',
        others: (await respondentNames(tx, labourCase.id)).filter((name) => name !== respondent.name),
        claimant: labourCase.claimantNames,
        cause: await this.cause(tx, labourCase.id),
        acceptedOn: legalDay(labourCase.acceptedAt!),
        claims: claims.map(claimFacts),
        answerDays: ANSWER_DAYS,
        evidenceUntil: details.evidenceUntil,
        enclosures: [
          '仲裁申请书副本1份',
          ...(details.evidenceCount > 0 ? [`申请人证据材料${details.evidenceCount}项`] : []),
        ],
        join: {
          code: details.joinCode,
          url: `${this.env.publicUrl}/join/${details.joinCode}`,
          validUntil: null,
        },
        contact: details.contact,
      },
    };
  }

  async answer(
    tx: Tx,
    labourCase: LabourCase,
    respondent: CaseParty,
    data: AnswerDataDto,
    signature: { name: string; image: SignatureImage },
    evidence: AnswerFacts['evidence'],
  ): Promise<FilledPaper<AnswerFacts>> {
    const claims = await claimsOf(tx, labourCase.id);
    const claimant = await firstClaimant(tx, labourCase.id);
    const pleas = data.positions.filter((position) => position.pleadsLimitation);
    const ordinal = (claimId: string): number => claims.find((claim) => claim.id === claimId)?.ordinal ?? 0;
    return {
      definition: answer,
      addressees: [claimant.id],
      facts: {
        parties: [this.partyFacts(respondent), this.partyFacts(claimant)],
        cause: await this.cause(tx, labourCase.id),
        replies: claims.map((claim) => {
          const position = data.positions.find((each) => each.claimId === claim.id)!;
          return {
            claim: claimFacts(claim),
            position: position.stance,
            admitted:
              position.stance === 'partly' && claim.amountFen !== null ? (position.admitted ?? null) : null,
            reasons: position.reasons,
          };
        }),
        limitation: {
          isPleaded: pleas.length > 0,
          grounds:
            pleas.length > 0
              ? `就第${pleas.map((plea) => ordinal(plea.claimId)).join('、')}项仲裁请求主张时效抗辩。${data.limitationGrounds ?? ''}`
              : null,
        },
        statement: data.statement,
        evidence,
        signature: { ...signature, signedOn: tx.today },
      },
    };
  }

  /** 追索劳动报酬、经济补偿 …: the heads claimed, in words. */
  async cause(tx: Tx, caseId: string): Promise<string> {
    const heads = [...new Set((await claimsOf(tx, caseId)).map((claim) => claim.head))];
    return heads.map((head) => lawText('zh-CN', claimRule(head).titleKey)).join('、');
  }

  partyFacts(party: CaseParty): PartyFacts {
    const number = party.documentSealed && this.encryption.open(party.documentSealed);
    const agents =
      party.representativeName && party.representativeCapacity === 'agent'
        ? [{ name: party.representativeName, description: null }]
        : [];
    return party.kind === 'person'
      ? {
          kind: 'person',
          role: party.role,
          name: party.name,
          sex: party.sex,
          birthDate: party.birthDate as LocalDate | null,
          document: number
            ? { kind: party.documentKind as ApplicationDto['claimant']['document']['kind'], number }
            : null,
          address: party.address,
          agents,
        }
      : {
          kind: 'organisation',
          role: party.role,
          name: party.name,
          uscc: number,
          address: party.address,
          head: party.legalRepresentative
            ? {
                kind: 'legal-representative',
                name: party.legalRepresentative,
                post: party.legalRepresentativePost,
              }
            : null,
          agents,
        };
  }

  /**
   * The drawn signature, ready to be printed; null when the name was typed. Read before the transaction begins.
   *
   * @throws DomainError with the field (invalid) when the picture is not the signer's own, or cannot be printed.
   */
  async signatureImage(actor: SignedInActor, { fileId }: SignatureDto): Promise<SignatureImage> {
    if (!fileId) return null;
    const file = await this.files.byId(fileId);
    if (file?.uploadedBy !== actor.userId)
      throw invalid([{ pointer: '/signature/fileId', code: 'file.not-yours' }]);
    const content = file.size <= MAX_SIGNATURE ? await buffer(await this.files.open(file)) : Buffer.alloc(0);
    if (!isPrintablePng(content))
      throw invalid([{ pointer: '/signature/fileId', code: 'field.signature-image' }]);
    return content.toString('base64');
  }
}

/** PNG in base64. */
type SignatureImage = string | null;

/** A claim as papers word it. */
export function claimFacts(claim: CaseClaim): ClaimFacts {
  return {
    what: lawText('zh-CN', claimRule(claim.head).titleKey),
    from: claim.fromOn as LocalDate | null,
    to: claim.toOn as LocalDate | null,
    amount: claim.amountFen,
    text: actWording(claim),
  };
}

/** What is asked for where it is no money: “……申请人请求裁决被申请人：” goes before it. */
function actWording({ head, facts }: CaseClaim): string | null {
  switch (head) {
    case 'relation-confirmation': {
      const { from, to } = facts as { from?: string; to?: string };
      return from ? `确认申请人与被申请人${relationTime(from, to)}存在劳动关系` : '确认与申请人存在劳动关系';
    }
    case 'reinstatement':
      return '继续履行与申请人的劳动合同';
    case 'leaving-certificate':
      return '向申请人出具解除或者终止劳动合同的证明';
    case 'file-transfer':
      return '为申请人办理档案和社会保险关系转移手续';
    default:
      return null;
  }
}

/** 自2025年3月1日至2026年2月28日; 自2025年3月1日起. */
function relationTime(from: string, to: string | null | undefined): string {
  return to ? `自${chineseDay(from)}至${chineseDay(to)}` : `自${chineseDay(from)}起`;
}

/** The working in words, a step a line, with the article where a step has one. */
function working(claim: CaseClaim): string[] {
  const finding = claim.finding as unknown as Finding<number> | null;
  return (finding ? withoutAdvice(finding).steps : []).map((step) => {
    const text = lawText('zh-CN', step.key, step.params);
    return step.article ? `${text}（${citation(step.article, 'zh-CN')}）` : text;
  });
}

function employmentRows(employment: EmploymentDto): { label: string; value: string }[] {
  const contract = {
    written: `已签订书面劳动合同${employment.contractSignedOn ? `（${chineseDay(employment.contractSignedOn)}签订）` : ''}`,
    none: '未签订书面劳动合同',
    expired: '劳动合同已期满，未续签',
  }[employment.contract];
  return [
    { label: '入职时间', value: chineseDay(employment.startDate) },
    { label: '工作岗位', value: employment.post },
    { label: '工作地点', value: employment.workplace },
    { label: '劳动合同', value: contract },
    { label: '月工资', value: `${(employment.monthlyWage / 100).toFixed(2)}元` },
    ...(employment.paidUntil ? [{ label: '工资支付至', value: chineseDay(employment.paidUntil) }] : []),
    ...(employment.isEnded && employment.endDate
      ? [
          { label: '离职时间', value: chineseDay(employment.endDate) },
          {
            label: '离职原因',
            value: [employment.endKind ? END_KINDS[employment.endKind] : '', employment.endReason ?? '']
              .filter(Boolean)
              .join('；'),
          },
        ]
      : [{ label: '劳动关系', value: '存续' }]),
  ];
}

function chineseDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const SECTION_TITLES: Record<string, string> = {
  commissionId: '受理机构',
  claimant: '申请人信息',
  respondents: '被申请人信息',
  employment: '劳动关系情况',
  claims: '仲裁请求',
  statement: '事实与理由',
  evidence: '证据材料',
  service: '送达地址',
  signature: '签名',
};

export const SECTIONS = Object.keys(SECTION_TITLES);

function sectionTitle(section: string): string {
  return SECTION_TITLES[section] ?? section;
}

async function claimsOf(tx: Tx, caseId: string): Promise<CaseClaim[]> {
  return tx.manager.find(CaseClaim, { where: { caseId }, order: { ordinal: 'ASC' } });
}

async function firstClaimant(tx: Tx, caseId: string): Promise<CaseParty> {
  return tx.manager.findOneOrFail(CaseParty, {
    where: { caseId, role: 'claimant' },
    order: { ordinal: 'ASC' },
  });
}

async function respondentNames(tx: Tx, caseId: string): Promise<string[]> {
  const parties = await tx.manager.find(CaseParty, {
    where: { caseId, role: 'respondent' },
    order: { ordinal: 'ASC' },
  });
  return parties.map((party) => party.name);
}
