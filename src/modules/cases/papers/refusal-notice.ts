import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import { COURT_TO_SUE_IN } from '../../../platform/papers/courts';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 不予受理通知书 (Rules 31, 34). Law 29 and Rules 31 give the right to sue and set no period for it. */
export interface RefusalNoticeFacts {
  readonly claimant: string;
  readonly respondents: readonly string[];
  readonly receivedOn: LocalDate;
  readonly claims: readonly string[];
  readonly grounds: readonly {
    /** 《劳动人事争议仲裁办案规则》第三十条第（一）项 */
    readonly basis: string;
    readonly reason: string;
  }[];
}

export const refusalNotice: PaperDefinition<RefusalNoticeFacts> = {
  kind: 'refusal-notice',
  title: '不予受理通知书',
  volume: 'main',

  draw(page: PaperPage, facts: RefusalNoticeFacts): void {
    page.masthead('不予受理通知书');
    page.caseNumber();
    page.addressee(facts.claimant);
    page.paragraph(
      `你与${facts.respondents.join('、')}劳动争议的仲裁申请，本委已于${chineseDate(facts.receivedOn)}收到。你请求：${facts.claims.join('；')}。`,
    );
    const bases = [...new Set(facts.grounds.map(({ basis }) => basis))].join('、');
    const [only] = facts.grounds;
    if (facts.grounds.length === 1 && only !== undefined) {
      page.paragraph(`经审查，${only.reason.replace(/。$/, '')}。`);
    } else {
      page.paragraph('经审查：');
      page.numbered(
        facts.grounds.map(({ reason }) => `${reason.replace(/。$/, '')}。`),
        'brackets',
      );
    }
    page.paragraph(
      `依照《中华人民共和国劳动争议调解仲裁法》第二十九条、${bases}${bases.includes('第三十四条') ? '' : '和《劳动人事争议仲裁办案规则》第三十一条'}的规定，本委决定对你的仲裁申请不予受理。`,
    );
    page.paragraph(`如不服本通知，你可以就该争议事项向${COURT_TO_SUE_IN}提起诉讼。`);
    page.sealed();
  },
};
