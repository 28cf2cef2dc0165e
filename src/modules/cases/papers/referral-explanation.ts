import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 管辖告知书: the written explanation of Rules 31 that another commission is competent. Not a refusal. */
export interface ReferralExplanationFacts {
  readonly claimant: string;
  readonly respondents: readonly string[];
  readonly receivedOn: LocalDate;
  /** 你的实际工作场所地在佛山市顺德区，被申请人住所地亦不在本委管辖区域内 */
  readonly reason: string;
  readonly competent: {
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
  };
  /** whether this platform can pass the application on */
  readonly transferHint: string | null;
}

export const referralExplanation: PaperDefinition<ReferralExplanationFacts> = {
  kind: 'referral-explanation',
  title: '管辖告知书',
  volume: 'main',

  draw(page: PaperPage, facts: ReferralExplanationFacts): void {
    page.masthead('管辖告知书');
    page.caseNumber();
    page.addressee(facts.claimant);
    page.paragraph(
      `你与${facts.respondents.join('、')}劳动争议的仲裁申请，本委已于${chineseDate(facts.receivedOn)}收到。经审查，${facts.reason.replace(/。$/, '')}。依照《中华人民共和国劳动争议调解仲裁法》第二十一条、《劳动人事争议仲裁办案规则》第八条的规定，你的仲裁申请不属于本委管辖范围。`,
    );
    page.paragraph(
      `依照《劳动人事争议仲裁办案规则》第三十一条的规定，现向你作出书面说明，并告知你向有管辖权的${facts.competent.name}申请仲裁。`,
    );
    const contact = [
      ...(facts.competent.address === null ? [] : [[['地址', facts.competent.address]] as const]),
      ...(facts.competent.phone === null ? [] : [[['联系电话', facts.competent.phone]] as const]),
    ];
    page.fields([[['受理机构', facts.competent.name]], ...contact]);
    if (facts.transferHint !== null) page.paragraph(facts.transferHint);
    page.paragraph('请注意申请仲裁的时效期间，及时提出申请，并妥善保存本告知书和收件回执。');
    page.sealed();
  },
};
