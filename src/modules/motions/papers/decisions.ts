import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { PartyFacts } from '../../../platform/papers/party-block';
import { bare, caseLine, LAW, RULES, type CaseLine } from './wording';

interface DecisionFacts extends CaseLine {
  readonly parties: readonly PartyFacts[];
  readonly tribunal: { readonly arbitrator: string; readonly recorder: string } | null;
}

function head(page: PaperPage, title: string, facts: DecisionFacts): void {
  page.masthead(title);
  page.caseNumber();
  page.parties(facts.parties);
}

/** Where a tribunal sits, its arbitrator stands above the date and the recorder below. */
function tail(page: PaperPage, { tribunal }: DecisionFacts): void {
  if (tribunal === null) return page.sealed();
  page.sealed({
    signatories: [{ label: '仲裁员', name: tribunal.arbitrator }],
    below: [{ label: '书记员', name: tribunal.recorder }],
  });
}

const accepted = ({ acceptedOn }: CaseLine): string =>
  acceptedOn === null ? '' : `，本委于${chineseDate(acceptedOn)}受理`;

/** 准予撤回仲裁申请决定书 (Rules 35). */
export interface WithdrawalDecisionFacts extends DecisionFacts {
  readonly filedOn: LocalDate;
  readonly reason: string | null;
}

export const withdrawalDecision: PaperDefinition<WithdrawalDecisionFacts> = {
  kind: 'withdrawal-decision',
  title: '准予撤回仲裁申请决定书',
  volume: 'main',

  draw(page, facts) {
    head(page, '准予撤回仲裁申请决定书', facts);
    const why = facts.reason === null ? '' : `，理由为：${bare(facts.reason)}`;
    page.paragraph(
      `${caseLine(facts)}${accepted(facts)}。${chineseDate(facts.filedOn)}，申请人${facts.claimant}向本委提出撤回仲裁申请${why}。`,
    );
    page.paragraph(
      `经审查，本案仲裁处理结果尚未作出，申请人撤回仲裁申请符合${RULES}第三十五条的规定。本委决定如下：`,
    );
    page.paragraph(`准予申请人${facts.claimant}撤回仲裁申请，本案终结。`);
    page.paragraph('申请人再次申请仲裁的，仲裁委员会应当受理。申请人应当注意申请仲裁的时效期间。');
    tail(page, facts);
  },
};

/** 按撤回仲裁申请处理决定书 (Law 36(1), Rules 39). */
export interface DeemedWithdrawalDecisionFacts extends DecisionFacts {
  readonly hearingOn: LocalDate;
  /** the day on which the written notice of that hearing reached the claimant */
  readonly noticeServedOn: LocalDate;
  readonly happened: 'did-not-come' | 'left-without-leave';
  readonly found: string;
}

export const deemedWithdrawalDecision: PaperDefinition<DeemedWithdrawalDecisionFacts> = {
  kind: 'deemed-withdrawal-decision',
  title: '按撤回仲裁申请处理决定书',
  volume: 'main',

  draw(page, facts) {
    head(page, '按撤回仲裁申请处理决定书', facts);
    const what = facts.happened === 'did-not-come' ? '无正当理由拒不到庭' : '未经仲裁庭同意中途退庭';
    page.paragraph(
      `${caseLine(facts)}${accepted(facts)}后，依法组成仲裁庭，定于${chineseDate(facts.hearingOn)}开庭审理。书面开庭通知已于${chineseDate(facts.noticeServedOn)}送达申请人${facts.claimant}。申请人${facts.claimant}收到书面开庭通知，${what}。`,
    );
    page.paragraph(`仲裁庭查明：${bare(facts.found)}。`);
    page.paragraph(`依照${LAW}第三十六条第一款、${RULES}第三十九条的规定，本委决定如下：`);
    page.paragraph(`本案按申请人${facts.claimant}撤回仲裁申请处理。`);
    page.paragraph('申请人就本案争议重新申请仲裁的，仲裁委员会不予受理。');
    tail(page, facts);
  },
};

/** 撤销案件决定书 (Rules 32). */
export interface RevocationDecisionFacts extends DecisionFacts {
  /** what should have kept the case from being accepted, with its article */
  readonly ground: string;
  readonly found: string;
}

export const revocationDecision: PaperDefinition<RevocationDecisionFacts> = {
  kind: 'revocation-decision',
  title: '撤销案件决定书',
  volume: 'main',

  draw(page, facts) {
    head(page, '撤销案件决定书', facts);
    page.paragraph(
      `${caseLine(facts)}${accepted(facts)}。受理后，本委发现：${bare(facts.found)}。${bare(facts.ground)}。`,
    );
    page.paragraph(`依照${RULES}第三十二条的规定，本委决定如下：`);
    page.paragraph('撤销本案。');
    tail(page, facts);
  },
};

/** 终止审理决定书 (Rules 48). */
export interface TerminationDecisionFacts extends DecisionFacts {
  readonly court: string;
  readonly courtNumber: string;
  readonly courtAcceptedOn: LocalDate;
  /** last day of the period that was overrun */
  readonly dueOn: LocalDate;
}

export const terminationDecision: PaperDefinition<TerminationDecisionFacts> = {
  kind: 'termination-decision',
  title: '终止审理决定书',
  volume: 'main',

  draw(page, facts) {
    head(page, '终止审理决定书', facts);
    page.paragraph(
      `${caseLine(facts)}${accepted(facts)}。本案审理期限至${chineseDate(facts.dueOn)}届满，仲裁庭未在期限内作出仲裁裁决。当事人就该争议事项向${facts.court}提起诉讼，该院已于${chineseDate(facts.courtAcceptedOn)}立案受理（${facts.courtNumber}）。`,
    );
    page.paragraph(`依照${RULES}第四十八条的规定，本委决定如下：`);
    page.paragraph('本案终止审理。');
    tail(page, facts);
  },
};

/** 补正决定书 (Rules 54). It changes words and figures of the document, never what was decided. */
export interface AwardCorrectionFacts extends DecisionFacts {
  /** 穗南劳人仲案〔2026〕128号之一 */
  readonly awardNumber: string;
  readonly awardedOn: LocalDate;
  readonly error: 'writing' | 'arithmetic' | 'left-out';
  readonly wrong: string | null;
  readonly right: string;
  readonly reason: string;
}

const ERRORS = {
  writing: '文字错误',
  arithmetic: '计算错误',
  'left-out': '仲裁庭已经裁决但在裁决书中遗漏的事项',
} as const;

export const awardCorrection: PaperDefinition<AwardCorrectionFacts> = {
  kind: 'award-correction',
  title: '补正决定书',
  volume: 'main',

  draw(page, facts) {
    head(page, '补正决定书', facts);
    page.paragraph(
      `${caseLine(facts)}，本委于${chineseDate(facts.awardedOn)}作出${facts.awardNumber}裁决书。经查，该裁决书存在${ERRORS[facts.error]}：${bare(facts.reason)}。`,
    );
    page.paragraph(`依照${RULES}第五十四条的规定，决定补正如下：`);
    page.paragraph(
      facts.wrong === null
        ? `裁决书遗漏的已裁决事项补正为：“${facts.right}”。`
        : `裁决书中的“${facts.wrong}”，补正为“${facts.right}”。`,
    );
    page.paragraph('本决定不改变仲裁庭已经作出的裁决。');
    tail(page, facts);
  },
};
