import type { LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { CLOCK_RULES } from '../../law/clocks';
import { yuanInFiguresAndCapitals } from '../../platform/papers/amounts';
import { chineseDate, chineseDateInWords, chineseNumber } from '../../platform/papers/chinese-dates';
import { claimPeriod, claimSentence, type ClaimFacts } from '../../platform/papers/claims';
import { COURT_TO_SUE_IN } from '../../platform/papers/courts';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';
import { ROLE_NAMES, type PartyFacts, type PartyRole } from '../../platform/papers/party-block';

/** 裁决书. Heads after Rules 53: claims, facts in dispute, reasons, decision, rights of the parties, date. */
export interface AwardFacts {
  /** Rules 50: an award says which kind it is, and never holds both kinds */
  readonly finality: 'final' | 'non-final';
  /** the other document of the same case, when there is one: 穗南劳人仲案〔2026〕1号之二 */
  readonly companion: string | null;
  readonly parties: readonly PartyFacts[];
  /** 追索劳动报酬、经济补偿 */
  readonly cause: string;
  readonly procedure: {
    readonly acceptedOn: LocalDate;
    readonly composition: 'sole' | 'panel';
    /** each day of hearing, in order */
    readonly hearings: readonly {
      readonly on: LocalDate;
      readonly mode: 'online' | 'on-site' | 'mixed';
      /** left out in papers of the time before it was kept, when all were */
      readonly isPublic?: boolean;
    }[];
    /** who came: 申请人陈小兰, 被申请人某公司的委托代理人李明 */
    readonly attended: readonly string[];
    /** parties that stayed away although notified in writing (Rules 39) */
    readonly absent: readonly {
      readonly role: PartyRole;
      readonly name: string;
      readonly hasLeft: boolean;
    }[];
    /** further course, a sentence each: correction, counterclaim, suspension, extension */
    readonly remarks: readonly string[];
  };
  readonly claims: readonly ClaimFacts[];
  /** the claimant's facts and reasons, paragraph by paragraph */
  readonly claimantCase: readonly string[];
  readonly answer: {
    /** what the answers say; empty when none was filed */
    readonly paragraphs: readonly string[];
    /** who pleads limitation against which claims of this document, a sentence each; or that nobody does */
    readonly limitation: readonly string[];
    /** of each respondent that filed none: that its period passed without one, or that none had come by this day */
    readonly silent: readonly string[];
  };
  /** evidence and what the parties said of it; may be empty */
  readonly evidence: readonly string[];
  /** 经审理查明 */
  readonly findings: readonly string[];
  /** 本委认为, one entry per issue */
  readonly reasons: readonly { readonly issue: string | null; readonly paragraphs: readonly string[] }[];
  /** 《中华人民共和国劳动争议调解仲裁法》第四十七条, … */
  readonly basis: readonly string[];
  readonly items: readonly AwardItem[];
  /** adds 驳回申请人的其他仲裁请求 as the last item */
  readonly dismissesOtherClaims: boolean;
  readonly rights: AwardRights;
  readonly tribunal: readonly {
    readonly capacity: 'sole' | 'presiding' | 'member';
    readonly name: string;
    /** PNG, base64 */
    readonly signature: string | null;
  }[];
  readonly recorder: string;
  readonly decidedOn: LocalDate;
}

export type AwardItem =
  | {
      readonly kind: 'payment';
      readonly payers: readonly string[];
      /** of several payers: together, or each for the whole; null when one alone owes it */
      readonly liability: 'joint' | 'solidary' | null;
      readonly payee: string;
      readonly what: string;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
      readonly amount: Fen;
      /** natural days, counted from the award's taking effect or from its receipt */
      readonly within: { readonly days: number; readonly from: 'effect' | 'receipt' };
    }
  /** anything else, worded by the tribunal: 确认…… 驳回…… */
  | { readonly kind: 'order'; readonly text: string };

export type AwardRights =
  /** Law 47-49 */
  | {
      readonly kind: 'final';
      /** 中级人民法院 at the commission's seat */
      readonly setAsideCourt: string;
      /** natural days; left out in papers of the time before they were kept */
      readonly suitDays?: number | undefined;
      readonly setAsideDays?: number | undefined;
    }
  /** Law 50 */
  | { readonly kind: 'non-final'; readonly suitDays?: number | undefined };

const CAPACITY = { sole: '仲裁员', presiding: '首席仲裁员', member: '仲裁员' } as const;
const MODES = { online: '通过互联网在线', 'on-site': '', mixed: '以现场与互联网在线相结合的方式' } as const;
const COMPETENT_COURT = '有管辖权的人民法院';

function partyNames(parties: readonly PartyFacts[], role: PartyRole): string {
  return parties
    .filter((party) => party.role === role)
    .map((party) => party.name)
    .join('、');
}

function course({ parties, cause, procedure }: AwardFacts): string {
  const { hearings } = procedure;
  const third = partyNames(parties, 'third-party');
  const parts = [
    `申请人${partyNames(parties, 'claimant')}与被申请人${partyNames(parties, 'respondent')}${third === '' ? '' : `、第三人${third}`}因${cause}争议一案，本委于${chineseDate(procedure.acceptedOn)}受理后，依法${procedure.composition === 'sole' ? '由仲裁员独任审理' : '组成合议仲裁庭进行审理'}`,
  ];
  if (hearings.length > 0) {
    const how = hearings.map(({ isPublic = true }) => (isPublic ? '公开开庭' : '不公开开庭'));
    const isAlike = new Set(how).size === 1;
    const days = hearings.map(
      ({ on, mode }, i) => `${chineseDate(on)}${MODES[mode]}${isAlike ? '' : how[i]}`,
    );
    parts.push(`，并于${days.join('、')}${isAlike ? how[0] : ''}审理了本案`);
  }
  parts.push('。');
  if (procedure.attended.length > 0) parts.push(`${procedure.attended.join('、')}到庭参加了仲裁活动。`);
  for (const absent of procedure.absent) {
    const how = absent.hasLeft ? '未经仲裁庭同意中途退庭' : '无正当理由拒不到庭';
    parts.push(`${ROLE_NAMES[absent.role]}${absent.name}经本委书面通知，${how}，本委依法缺席审理和裁决。`);
  }
  parts.push(...procedure.remarks, '本案现已审理终结。');
  return parts.join('');
}

function itemText(item: AwardItem): string {
  if (item.kind === 'order') return item.text;
  const within = `自${item.within.from === 'effect' ? '本裁决书发生法律效力' : '收到本裁决书'}之日起${chineseNumber(item.within.days)}日内`;
  const period = claimPeriod(item);
  const together = item.liability === 'joint' ? '共同' : '';
  const each = item.liability === 'solidary' ? '，上述被申请人相互承担连带清偿责任' : '';
  return `${within}，被申请人${item.payers.join('、')}${together}一次性支付申请人${item.payee}${period === '' ? '' : `${period}期间的`}${item.what}${yuanInFiguresAndCapitals(item.amount)}${each}`;
}

function rightsText(rights: AwardRights): string[] {
  const enforcement = `一方当事人逾期不履行发生法律效力的裁决书的，另一方当事人可以依照《中华人民共和国民事诉讼法》的有关规定向${COMPETENT_COURT}申请执行。`;
  const suitDays = chineseNumber(rights.suitDays ?? CLOCK_RULES.D19.length);
  switch (rights.kind) {
    case 'final':
      return [
        `本裁决为终局裁决，裁决书自作出之日起发生法律效力。劳动者不服本裁决的，可以自收到本裁决书之日起${suitDays}日内向${COURT_TO_SUE_IN}提起诉讼；用人单位有证据证明本裁决有《中华人民共和国劳动争议调解仲裁法》第四十九条第一款规定情形之一的，可以自收到本裁决书之日起${chineseNumber(rights.setAsideDays ?? CLOCK_RULES.D20.length)}日内向${rights.setAsideCourt}申请撤销裁决。`,
        enforcement,
      ];
    case 'non-final':
      return [
        `本裁决为非终局裁决。当事人不服本裁决的，可以自收到本裁决书之日起${suitDays}日内向${COURT_TO_SUE_IN}提起诉讼；期满不起诉的，本裁决书发生法律效力。`,
        enforcement,
      ];
  }
}

export const award: PaperDefinition<AwardFacts> = {
  kind: 'award',
  title: '仲裁裁决书',
  volume: 'main',

  draw(page: PaperPage, facts: AwardFacts): void {
    page.masthead('仲裁裁决书', facts.finality === 'final' ? '（终局裁决）' : '（非终局裁决）');
    page.caseNumber();
    page.parties(facts.parties);
    page.paragraph(course(facts));

    page.heading('仲裁请求');
    const claims = facts.claims.map(claimSentence);
    const [only] = claims;
    if (claims.length === 1 && only !== undefined) {
      page.paragraph(`申请人请求裁决被申请人${only}。`);
    } else {
      page.paragraph('申请人请求裁决被申请人：');
      page.numbered(claims.map((claim, i) => `${claim}${i === claims.length - 1 ? '。' : '；'}`));
    }

    page.heading('争议事实');
    facts.claimantCase.forEach((text, i) => page.paragraph(i === 0 ? `申请人称：${text}` : text));
    facts.answer.paragraphs.forEach((text, i) => page.paragraph(i === 0 ? `被申请人辩称：${text}` : text));
    page.paragraphs(facts.answer.limitation);
    page.paragraphs(facts.answer.silent);
    page.paragraphs(facts.evidence);
    facts.findings.forEach((text, i) => page.paragraph(i === 0 ? `经审理查明：${text}` : text));

    page.heading('裁决理由');
    page.paragraph('本委认为：');
    let issues = 0;
    for (const { issue, paragraphs } of facts.reasons) {
      if (issue !== null) page.heading(`${chineseNumber((issues += 1))}、${issue}`, 3);
      page.paragraphs(paragraphs);
    }

    page.heading('裁决结果');
    page.paragraph(`${facts.basis.length === 0 ? '' : `根据${facts.basis.join('、')}之规定，`}裁决如下：`);
    const items = facts.items.map(itemText);
    if (facts.dismissesOtherClaims) items.push('驳回申请人的其他仲裁请求');
    page.numbered(
      items.map((text, i) => `${text.replace(/[。；]$/, '')}${i === items.length - 1 ? '。' : '；'}`),
      'words',
    );

    page.heading('当事人权利');
    page.paragraphs(rightsText(facts.rights));
    if (facts.companion !== null) {
      const other = facts.finality === 'final' ? '非终局' : '终局';
      page.paragraph(`本案中属于${other}裁决的事项，本委另行制作${facts.companion}裁决书。`);
    }
    page.sealed({
      signatories: facts.tribunal.map((member) => ({
        label: CAPACITY[member.capacity],
        name: member.name,
        image: member.signature,
      })),
      dateText: chineseDateInWords(facts.decidedOn),
      certification: '本件与原本核对无异',
      below: [{ label: '书记员', name: facts.recorder }],
    });
  },
};
