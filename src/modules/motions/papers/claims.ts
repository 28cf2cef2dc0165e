import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate, chineseNumber } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import { caseLine, LAW, noticeHead, RULES, type CaseLine } from './wording';

export interface ClaimsFacts extends CaseLine {
  readonly addressees: readonly string[];
  readonly contact: string;
  readonly filedOn: LocalDate;
  /** what became of each claim that did not stay as it was, a sentence each */
  readonly changes: readonly string[];
  /** all claims as they stand now, with their numbers */
  readonly standing: readonly string[];
}

/** To the claimant: 增加、变更仲裁请求受理通知书 (Rules 44(1), 46(3)). */
export interface ClaimsAcceptanceFacts extends ClaimsFacts {
  /** last day for the award, counted anew */
  readonly dueOn: LocalDate | null;
}

/** To the respondents, with the time to answer. */
export interface ClaimsNoticeFacts extends ClaimsAcceptanceFacts {
  /** working days; null where all have expressly given them up */
  readonly answerDays: number | null;
}

function claims(page: PaperPage, { changes, standing }: ClaimsFacts): void {
  page.heading('变更情况');
  for (const each of changes) page.paragraph(each);
  page.heading('现在的仲裁请求');
  for (const each of standing) page.paragraph(each);
}

function accepted(page: PaperPage, facts: ClaimsAcceptanceFacts): void {
  page.paragraph(
    `${caseLine(facts)}，申请人于${chineseDate(facts.filedOn)}在举证期限届满前提出增加、变更仲裁请求。仲裁庭审查后认为应当受理，依照${RULES}第四十四条的规定，决定予以受理。`,
  );
  claims(page, facts);
  page.paragraph(
    `依照${RULES}第四十六条第三项的规定，仲裁期限从受理增加、变更仲裁请求之日起重新计算${facts.dueOn === null ? '' : `，至${chineseDate(facts.dueOn)}止`}。`,
  );
}

export const claimsAcceptance: PaperDefinition<ClaimsAcceptanceFacts> = {
  kind: 'claims-change-acceptance',
  title: '增加、变更仲裁请求受理通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '增加、变更仲裁请求受理通知书', facts.addressees);
    accepted(page, facts);
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

export const claimsNotice: PaperDefinition<ClaimsNoticeFacts> = {
  kind: 'claims-change-notice',
  title: '增加、变更仲裁请求应诉通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '增加、变更仲裁请求应诉通知书', facts.addressees);
    accepted(page, facts);
    page.paragraph(
      facts.answerDays === null
        ? '你方已明确表示放弃就变更后的仲裁请求的答辩期，仍可以在开庭审理前提交答辩书。'
        : `你方收到本通知后，应当在${chineseNumber(facts.answerDays)}个工作日内就变更后的仲裁请求向本委提交答辩书；逾期未提交答辩书的，不影响仲裁程序的进行（${LAW}第三十条、${RULES}第三十三条）。你方也可以明确表示放弃答辩期。`,
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 放弃部分仲裁请求通知书 (Rules 35). */
export const claimsWaiverNotice: PaperDefinition<ClaimsFacts> = {
  kind: 'claims-waiver-notice',
  title: '放弃部分仲裁请求通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '放弃部分仲裁请求通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，申请人于${chineseDate(facts.filedOn)}放弃部分仲裁请求。仲裁处理结果尚未作出，参照${RULES}第三十五条的规定，本委予以准许，放弃的部分不再审理。`,
    );
    claims(page, facts);
    page.paragraph('放弃部分仲裁请求不属于增加、变更仲裁请求，仲裁期限不重新计算。');
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};
