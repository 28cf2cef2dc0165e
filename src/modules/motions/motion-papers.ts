import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { localDate, type LocalDate } from '../../kernel/local-date';
import { SUSPENSION_GROUNDS, type SuspensionGround } from '../../law/course-of-case';
import { citation } from '../../law/articles';
import { CLOCK_RULES } from '../../law/clocks';
import { RECUSAL_GROUNDS, type RecusalGround } from '../../law/recusal';
import { decideRevocation, type RevocationGround } from '../../law/requests';
import { legalDay } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import { lawText } from '../../platform/law-texts';
import { yuan } from '../../platform/papers/amounts';
import { chineseDate } from '../../platform/papers/chinese-dates';
import type { PaperDefinition } from '../../platform/papers/paper';
import { Awards } from '../awards';
import {
  CaseAccess,
  CasePapers,
  claimTitleKey,
  receipt,
  type CaseClaim,
  type CaseParty,
  type LabourCase,
} from '../cases';
import { Clocks } from '../deadlines';
import { PaperRegistry, Papers } from '../documents';
import { Users } from '../identity';
import { Reference } from '../reference';
import { Tribunals } from '../tribunals';
import {
  citations,
  MOTIONS,
  type MotionDecision,
  type MotionDetails,
  type MotionKind,
  type Period,
  type PrivacyGround,
} from './motion.kinds';
import { DefenceWaivers } from './defence-waivers';
import type { Motion } from './motion.entity';
import { awardDueOn } from './motion-cases';
import type { MotionSituation } from './motion-window';
import { claimsAcceptance, claimsNotice, claimsWaiverNotice, type ClaimsFacts } from './papers/claims';
import { extensionApproval, suspensionApproval } from './papers/approvals';
import {
  awardCorrection,
  deemedWithdrawalDecision,
  revocationDecision,
  terminationDecision,
  withdrawalDecision,
} from './papers/decisions';
import {
  evidenceExtensionNotice,
  extensionNotice,
  motionRefusal,
  outageExtensionNotice,
  postponementNotice,
  privateHearingNotice,
  resumptionNotice,
  suspensionNotice,
} from './papers/notices';
import { objectionDecision, transferLetter, transferNotice } from './papers/jurisdiction';
import { recusalDecision, type RecusalDecisionFacts } from './papers/recusal';
import { REQUESTS } from './papers/request';
import type { CaseLine } from './papers/wording';

/** A motion with everything its papers print. */
export interface MotionOnPaper {
  readonly motion: Motion;
  readonly labourCase: LabourCase;
  readonly details: MotionDetails;
  /** As it was before the decision took effect. */
  readonly before: MotionSituation;
  readonly suspendedOn: LocalDate | null;
  /** Name of the person of the commission who asked; of the party where one did. */
  readonly asker: string;
  readonly decider: string;
}

/** Signed by the tribunal that decides (Rules 39, 54). */
const BY_TRIBUNAL: ReadonlySet<string> = new Set<MotionKind>(['deemed-withdrawal', 'award-correction']);

const ERRORS = { writing: '文字错误', arithmetic: '计算错误', 'left-out': '遗漏已裁决事项' } as const;
const PRIVACY: Readonly<Record<PrivacyGround, string>> = {
  agreed: '当事人协议不公开审理',
  'trade-secret': '涉及商业秘密',
  privacy: '涉及个人隐私',
  'state-secret': '涉及国家秘密或者军事秘密',
};
const PERIOD_WORDS: Readonly<Record<Period, string>> = { defence: '答辩期限', evidence: '举证期限' };
const CHALLENGED = { arbitrator: '仲裁员', recorder: '记录人员' } as const;
const SIDES = { claimant: '申请人', respondent: '被申请人' } as const;

/** Fills and orders the papers of motions: what a party hands in, what is approved inside, what everybody is told. */
@Injectable()
export class MotionPapers {
  constructor(
    private readonly papers: Papers,
    private readonly cases: CaseAccess,
    private readonly casePapers: CasePapers,
    private readonly clocks: Clocks,
    private readonly tribunals: Tribunals,
    private readonly awards: Awards,
    private readonly reference: Reference,
    private readonly waivers: DefenceWaivers,
    private readonly users: Users,
    registry: PaperRegistry,
  ) {
    registry.register(
      ...Object.values(REQUESTS),
      withdrawalDecision,
      deemedWithdrawalDecision,
      revocationDecision,
      terminationDecision,
      awardCorrection,
      extensionNotice,
      suspensionNotice,
      resumptionNotice,
      postponementNotice,
      evidenceExtensionNotice,
      outageExtensionNotice,
      privateHearingNotice,
      claimsAcceptance,
      claimsNotice,
      claimsWaiverNotice,
      objectionDecision,
      transferNotice,
      transferLetter,
      recusalDecision,
      motionRefusal,
      extensionApproval,
      suspensionApproval,
    );
  }

  /** The request as a paper, and the receipt that every material brings (Rules 29). */
  async issueRequest(
    tx: Tx,
    { motion, labourCase, details, before }: Omit<MotionOnPaper, 'decider'>,
    party: CaseParty,
  ): Promise<void> {
    const definition = REQUESTS[motion.kind as keyof typeof REQUESTS];
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    await this.issue(tx, motion, labourCase, definition, {
      ...(await this.line(tx, labourCase)),
      commission: commission.name,
      party: this.casePapers.partyFacts(party),
      asked: asked(motion, before),
      rows: rows(motion.kind, details),
      reason: details.reason?.trim() ? details.reason.trim() : null,
      signedBy: party.representativeName ?? party.name,
      signedOn: tx.today,
    });
    await this.papers.issue(tx, {
      definition: receipt,
      facts: {
        number: await this.reference.nextNumber(tx, labourCase.commissionId, 'receipt'),
        submitter: { name: party.name, isOrganisation: party.kind === 'company' },
        purpose: `就${labourCase.claimantNames}与${labourCase.respondentNames}劳动争议一案提出申请`,
        materials: [{ name: definition.title, copies: 1, pages: null, form: 'electronic' as const }],
        receivedAt: tx.at.toISOString(),
        channel: 'online',
        receiver: null,
        next: ['本委审查后，将把处理结果书面通知当事人。'],
      },
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      addressees: [party.id],
      subject: motion.id,
      isSealed: true,
    });
  }

  async issueGranted(tx: Tx, about: MotionOnPaper, decision: MotionDecision): Promise<void> {
    const { motion, labourCase, details, before } = about;
    const parties = await this.cases.parties(labourCase.id, tx.manager);
    // Before acceptance nobody has told the respondents that there is an application.
    const told = parties.filter(({ role }) => role === 'claimant' || labourCase.acceptedAt !== null);
    const issue = async <Facts>(definition: PaperDefinition<Facts>, facts: Facts): Promise<void> =>
      this.issue(tx, motion, labourCase, definition, facts, told);
    const line = await this.line(tx, labourCase);
    const notice = {
      ...line,
      addressees: told.map(({ name }) => name),
      contact: await this.contact(tx, labourCase),
    };
    const decided = {
      ...line,
      parties: parties.map((party) => this.casePapers.partyFacts(party)),
      // Revocation and termination are the commission's (Rules 32, 48), and so is what it takes note of (Rules 35).
      tribunal: BY_TRIBUNAL.has(motion.kind) ? await this.tribunal(labourCase.id, tx.manager) : null,
    };
    const filedOn = legalDay(motion.filedAt);
    const party = parties.find(({ id }) => id === motion.partyId);
    const asker = party ? `${SIDES[party.role]}${party.name}` : about.asker;
    switch (motion.kind) {
      case 'withdrawal':
        return issue(withdrawalDecision, {
          ...decided,
          filedOn,
          reason: details.reason?.trim() ? details.reason : null,
        });
      case 'extension':
        await this.issueApproval(tx, about, decision);
        return issue(extensionNotice, {
          ...notice,
          days: decision.days!,
          dueOn: (await this.awardDueOn(tx, labourCase.id))!,
        });
      case 'suspension': {
        const { item, key } = SUSPENSION_GROUNDS[details.ground as SuspensionGround];
        await this.issueApproval(tx, about, decision);
        return issue(suspensionNotice, {
          ...notice,
          item,
          ground: lawText('zh-CN', key),
          reason: details.reason!,
          since: tx.today,
        });
      }
      case 'resumption':
        return issue(resumptionNotice, {
          ...notice,
          since: about.suspendedOn!,
          resumedOn: tx.today,
          reason: details.reason!,
          dueOn: await this.awardDueOn(tx, labourCase.id),
        });
      case 'postponement':
        return issue(postponementNotice, {
          ...notice,
          asker,
          hearingOn: before.hearingOn!,
          reason: details.reason!,
        });
      case 'evidence-extension':
        return issue(evidenceExtensionNotice, {
          ...notice,
          asker,
          filedOn,
          until: localDate(decision.until!),
        });
      case 'outage-extension': {
        const lost = before.lostDays.find(({ period }) => period === details.period)!;
        return issue(outageExtensionNotice, {
          ...notice,
          asker,
          filedOn,
          period: PERIOD_WORDS[details.period!],
          lostOn: lost.dueOn,
          endedOn: lost.endedOn,
          until: localDate(decision.until!),
        });
      }
      case 'private-hearing':
        return issue(privateHearingNotice, {
          ...notice,
          asker: party ? asker : null,
          ground: PRIVACY[details.ground as PrivacyGround],
          hearingOn: before.hearingOn,
        });
      case 'recusal':
        return issue(recusalDecision, {
          ...line,
          ...(await this.recusalFacts(tx, about, decision)),
          parties: decided.parties,
          asker: party ? asker : null,
        });
      case 'jurisdiction-objection':
        await issue(objectionDecision, {
          ...line,
          parties: decided.parties,
          asker,
          filedOn,
          objection: details.reason!,
          found: decision.reason,
          competent: decision.competent!,
        });
        return this.issueLetter(tx, about, decision, decision.reason || details.reason!);
      case 'transfer':
        await issue(transferNotice, { ...notice, found: details.reason!, competent: decision.competent! });
        return this.issueLetter(tx, about, decision, details.reason!);
      case 'claims-change': {
        const facts = { ...notice, filedOn, ...(await this.claimFacts(tx, labourCase.id, details)) };
        const accepted = { ...facts, dueOn: await this.awardDueOn(tx, labourCase.id) };
        const of = (role: CaseParty['role']): CaseParty[] => told.filter((each) => each.role === role);
        const names = (role: CaseParty['role']): string[] => of(role).map(({ name }) => name);
        await this.issue(
          tx,
          motion,
          labourCase,
          claimsAcceptance,
          { ...accepted, addressees: names('claimant') },
          of('claimant'),
        );
        // Each respondent's time is its own: it begins with the paper, and who gave it up is told so.
        const waived = (await this.waivers.of([motion.id], tx.manager)).get(motion.id) ?? [];
        for (const respondent of of('respondent')) {
          const answerDays = waived.includes(respondent.id) ? null : CLOCK_RULES.D05.length;
          await this.issue(
            tx,
            motion,
            labourCase,
            claimsNotice,
            { ...accepted, addressees: [respondent.name], answerDays },
            [respondent],
          );
        }
        return;
      }
      case 'claims-waiver':
        return issue(claimsWaiverNotice, {
          ...notice,
          filedOn,
          ...(await this.claimFacts(tx, labourCase.id, details)),
        });
      case 'deemed-withdrawal':
        return issue(deemedWithdrawalDecision, {
          ...decided,
          hearingOn: before.begunHearing!.on,
          noticeServedOn: before.begunHearing!.noticeServedOn!,
          happened: details.happened!,
          found: details.reason!,
        });
      case 'revocation': {
        const [why] = decideRevocation(details.ground as RevocationGround).steps;
        const basis = why!.article ? `（${citation(why!.article, 'zh-CN')}）` : '';
        return issue(revocationDecision, {
          ...decided,
          ground: `${lawText('zh-CN', why!.key).replace(/。$/, '')}${basis}`,
          found: details.reason!,
        });
      }
      case 'termination':
        return issue(terminationDecision, {
          ...decided,
          court: details.court!,
          courtNumber: details.courtNumber!,
          courtAcceptedOn: localDate(details.courtAcceptedOn!),
          dueOn: before.awardDueOn!,
        });
      case 'award-correction': {
        const award = (await this.awards.ofCase(labourCase.id, tx.manager)).find(
          ({ id }) => id === details.awardId,
        )!;
        return issue(awardCorrection, {
          ...decided,
          awardNumber: award.number,
          awardedOn: legalDay(award.issuedAt),
          error: details.error!,
          wrong: details.wrong?.trim() ? details.wrong.trim() : null,
          right: details.right!.trim(),
          reason: details.reason!,
        });
      }
    }
  }

  /** What a party asked for is refused in writing; what was asked inside stays inside. */
  async issueRefused(tx: Tx, about: MotionOnPaper, decision: MotionDecision): Promise<void> {
    const { motion, labourCase } = about;
    if (motion.kind === 'extension' || motion.kind === 'suspension') {
      await this.issueApproval(tx, about, decision);
    }
    const parties = await this.cases.parties(labourCase.id, tx.manager);
    const party = parties.find(({ id }) => id === motion.partyId);
    if (!party) return;
    if (motion.kind === 'recusal') {
      await this.issue(
        tx,
        motion,
        labourCase,
        recusalDecision,
        {
          ...(await this.line(tx, labourCase)),
          ...(await this.recusalFacts(tx, about, decision)),
          parties: parties.map((each) => this.casePapers.partyFacts(each)),
          asker: `${SIDES[party.role]}${party.name}`,
        },
        parties,
      );
      return;
    }
    if (motion.kind === 'jurisdiction-objection') {
      // 异议不成立的，应当书面决定驳回: a decision for everybody, not a notice to one.
      await this.issue(
        tx,
        motion,
        labourCase,
        objectionDecision,
        {
          ...(await this.line(tx, labourCase)),
          parties: parties.map((each) => this.casePapers.partyFacts(each)),
          asker: `${SIDES[party.role]}${party.name}`,
          filedOn: legalDay(motion.filedAt),
          objection: about.details.reason!,
          found: decision.reason,
          competent: null,
        },
        parties,
      );
      return;
    }
    await this.issue(
      tx,
      motion,
      labourCase,
      motionRefusal,
      {
        ...(await this.line(tx, labourCase)),
        addressee: party.name,
        asked: REQUESTS[motion.kind as keyof typeof REQUESTS].title.replace(/书$/, ''),
        filedOn: legalDay(motion.filedAt),
        reason: decision.reason,
        basis: citations(MOTIONS[motion.kind].basis),
        contact: await this.contact(tx, labourCase),
      },
      [party],
    );
  }

  private async recusalFacts(
    tx: Tx,
    { motion, details }: MotionOnPaper,
    { outcome, reason }: MotionDecision,
  ): Promise<Omit<RecusalDecisionFacts, keyof CaseLine | 'parties' | 'asker'>> {
    const { item, key } = RECUSAL_GROUNDS[details.ground as RecusalGround];
    const person = await this.users.byId(motion.subject!);
    return {
      filedOn: legalDay(motion.filedAt),
      challenged: `${CHALLENGED[details.challenged!]}${person?.name ?? ''}`,
      item,
      ground: lawText('zh-CN', key),
      found: reason,
      isGranted: outcome === 'granted',
    };
  }

  /** 案件移送函: to the commission that has jurisdiction, with the file. */
  private async issueLetter(
    tx: Tx,
    { motion, labourCase }: MotionOnPaper,
    { competent }: MotionDecision,
    found: string,
  ): Promise<void> {
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    await this.issue(
      tx,
      motion,
      labourCase,
      transferLetter,
      {
        ...(await this.line(tx, labourCase)),
        commission: commission.name,
        competent: competent!,
        found,
        enclosures: ['本案案卷正卷材料（含仲裁申请书、受理通知书、答辩材料和双方提交的证据）'],
        contact: await this.contact(tx, labourCase),
      },
      [],
      true,
    );
  }

  /** What was changed as it was asked for, and the claims as they stand after it. */
  private async claimFacts(
    tx: Tx,
    caseId: string,
    details: MotionDetails,
  ): Promise<Pick<ClaimsFacts, 'changes' | 'standing'>> {
    const standing = (await this.cases.claims(caseId, tx.manager)).map((claim) =>
      sentenceOf(claim.ordinal, claimTitleKey(claim), claim),
    );
    return { changes: changeSentences(details), standing };
  }

  private async issueApproval(tx: Tx, about: MotionOnPaper, decision: MotionDecision): Promise<void> {
    const { motion, labourCase, details, before } = about;
    const isGranted = decision.outcome === 'granted';
    const facts = {
      ...(await this.line(tx, labourCase)),
      asker: about.asker,
      askedOn: legalDay(motion.filedAt),
      reason: details.reason!,
      approver: about.decider,
      decidedOn: tx.today,
      opinion: [isGranted ? '同意。' : '不同意。', decision.reason].filter(Boolean).join(''),
    };
    await (motion.kind === 'extension'
      ? this.issue(tx, motion, labourCase, extensionApproval, {
          ...facts,
          opinion: isGranted ? `同意延长${decision.days}日。${decision.reason}` : facts.opinion,
          days: details.days!,
          dueOn: before.awardDueOn,
        })
      : this.issue(tx, motion, labourCase, suspensionApproval, {
          ...facts,
          ground: lawText('zh-CN', SUSPENSION_GROUNDS[details.ground as SuspensionGround].key),
        }));
  }

  private async issue<Facts>(
    tx: Tx,
    motion: Motion,
    labourCase: LabourCase,
    definition: PaperDefinition<Facts>,
    facts: Facts,
    addressees: readonly CaseParty[] = [],
    // Papers of the commission that leave the house; a request is the party's, an approval stays inside.
    isSealed: boolean = addressees.length > 0,
  ): Promise<void> {
    await this.papers.issue(tx, {
      definition,
      facts,
      caseId: labourCase.id,
      commissionId: labourCase.commissionId,
      caseNumber: labourCase.number,
      addressees: addressees.map(({ id }) => id),
      subject: motion.id,
      isSealed,
    });
  }

  private async line(tx: Tx, labourCase: LabourCase): Promise<CaseLine> {
    const parties = await this.cases.parties(labourCase.id, tx.manager);
    return {
      claimant: labourCase.claimantNames,
      respondents: parties.filter(({ role }) => role === 'respondent').map(({ name }) => name),
      cause: await this.casePapers.cause(tx, labourCase.id),
      acceptedOn: labourCase.acceptedAt ? legalDay(labourCase.acceptedAt) : null,
    };
  }

  private async tribunal(
    caseId: string,
    manager: EntityManager,
  ): Promise<{ arbitrator: string; recorder: string } | null> {
    const sitting = await this.tribunals.sitting(caseId, manager);
    return sitting ? { arbitrator: sitting.arbitrator.name, recorder: sitting.recorderName } : null;
  }

  private async contact(tx: Tx, labourCase: LabourCase): Promise<string> {
    const commission = await this.reference.commission(labourCase.commissionId, tx.manager);
    return `${commission.name}，电话${commission.phone}`;
  }

  /** After what was decided has reached the clocks. */
  private async awardDueOn(tx: Tx, caseId: string): Promise<LocalDate | null> {
    return awardDueOn(await this.clocks.ofCase(caseId, tx.manager));
  }
}

type ClaimInWords = Pick<CaseClaim, 'amountFen' | 'fromOn' | 'toOn'>;

/** 第2项：未休年休假工资，2025年1月1日至2025年12月31日，3,000.00元 */
function sentenceOf(ordinal: number, titleKey: string, claim: ClaimInWords): string {
  return `第${ordinal}项：${inWords(titleKey, claim)}。`;
}

function inWords(titleKey: string, { amountFen, fromOn, toOn }: ClaimInWords): string {
  const period = fromOn && toOn ? `${chineseDate(localDate(fromOn))}至${chineseDate(localDate(toOn))}` : null;
  const amount = amountFen === null ? null : yuan(amountFen);
  return [lawText('zh-CN', titleKey), period, amount].filter((each) => each !== null).join('，');
}

/** A sentence for each claim that does not stay as it was. */
function changeSentences({ proposed = [] }: MotionDetails): string[] {
  return proposed.flatMap(({ change, ordinal, titleKey, was, becomes }) => {
    switch (change) {
      case 'kept':
        return [];
      case 'added':
        return [`增加第${ordinal}项：${inWords(titleKey, becomes!)}。`];
      case 'given-up':
        return [`放弃第${ordinal}项：${inWords(titleKey, was!)}。`];
      case 'reduced':
        return [`第${ordinal}项减少为：${inWords(titleKey, becomes!)}（原为${yuan(was!.amountFen!)}）。`];
      case 'changed':
        return [`第${ordinal}项变更为：${inWords(titleKey, becomes!)}（原为${inWords(titleKey, was!)}）。`];
    }
  });
}

function asked({ kind }: Motion, { hearingOn }: MotionSituation): string {
  switch (kind as keyof typeof REQUESTS) {
    case 'withdrawal':
      return '现请求撤回仲裁申请';
    case 'suspension':
      return '现请求中止审理';
    case 'resumption':
      return '中止审理的情形已经消除，现请求恢复审理';
    case 'postponement':
      return `原定于${chineseDate(hearingOn!)}开庭，现请求延期开庭`;
    case 'evidence-extension':
      return '在举证期限内提供证据确有困难，现请求延长举证期限';
    case 'outage-extension':
      return '因期限最后一日本委在线服务平台发生故障，现请求顺延期限';
    case 'termination':
      return '因逾期未作出仲裁裁决，人民法院已经受理诉讼，现请求终止审理';
    case 'private-hearing':
      return '现请求不公开审理';
    case 'recusal':
      return '现申请仲裁庭组成人员回避';
    case 'jurisdiction-objection':
      return '认为本案不属于本委管辖，现提出管辖异议';
    case 'claims-change':
      return '在举证期限届满前提出增加、变更仲裁请求';
    case 'claims-waiver':
      return '现放弃部分仲裁请求';
    case 'award-correction':
      return '现请求对裁决书予以补正';
  }
}

function ground(kind: MotionKind, details: MotionDetails): [string, string | undefined] {
  if (kind === 'recusal')
    return ['回避情形', lawText('zh-CN', RECUSAL_GROUNDS[details.ground as RecusalGround].key)];
  if (kind === 'private-hearing') return ['不公开情形', PRIVACY[details.ground as PrivacyGround]];
  return [
    '中止情形',
    details.ground && lawText('zh-CN', SUSPENSION_GROUNDS[details.ground as SuspensionGround].key),
  ];
}

function rows(kind: MotionKind, details: MotionDetails): [string, string][] {
  const found: [string, string | undefined][] = [
    ground(kind, details),
    ['请求顺延的期限', details.period && PERIOD_WORDS[details.period]],
    [
      kind === 'outage-extension' ? '顺延至' : '延长至',
      details.until && chineseDate(localDate(details.until)),
    ],
    ['受理法院', details.court],
    ['法院案号', details.courtNumber],
    ['立案日期', details.courtAcceptedOn && chineseDate(localDate(details.courtAcceptedOn))],
    ['错误种类', details.error && ERRORS[details.error]],
    ['原文', details.wrong],
    ['应为', details.right],
    ['有管辖权的仲裁委员会', details.competent],
    ['申请回避的人员', details.challenged && CHALLENGED[details.challenged]],
    [
      '开庭后才知晓',
      details.isKnownSinceOpening === undefined ? undefined : details.isKnownSinceOpening ? '是' : '否',
    ],
    ...changeSentences(details).map((text, index): [string, string] => [`请求事项${index + 1}`, text]),
  ];
  return found.flatMap(([label, text]): [string, string][] => (text ? [[label, text]] : []));
}
