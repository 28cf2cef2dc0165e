import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';

/** 补正通知书: all defects, told once (Rules 29); the receipt date starts anew when they are mended (Rules 46(2)). */
export interface CorrectionNoticeFacts {
  readonly addressee: string;
  readonly respondents: readonly string[];
  readonly receivedOn: LocalDate;
  readonly defects: readonly {
    /** 被申请人名称; 仲裁请求第2项 */
    readonly item: string;
    /** what is wrong */
    readonly defect: string;
    /** what to do */
    readonly remedy: string;
  }[];
  readonly dueOn: LocalDate;
  readonly howToCorrect: string;
}

export const correctionNotice: PaperDefinition<CorrectionNoticeFacts> = {
  kind: 'correction-notice',
  title: '补正通知书',
  volume: 'main',

  draw(page: PaperPage, facts: CorrectionNoticeFacts): void {
    page.masthead('补正通知书');
    page.caseNumber();
    page.addressee(facts.addressee);
    page.paragraph(
      `你与${facts.respondents.join('、')}劳动争议的仲裁申请，本委已于${chineseDate(facts.receivedOn)}收到。经审查，你提交的仲裁申请书不规范或者材料不齐备。依照《劳动人事争议仲裁办案规则》第二十九条的规定，现将需要补正的全部事项一次性告知如下：`,
    );
    page.table({
      widths: [0.08, 0.24, 0.34, 0.34],
      aligns: ['center', 'left', 'left', 'left'],
      head: ['序号', '补正项目', '存在的问题', '补正要求'],
      rows: facts.defects.map(({ item, defect, remedy }, i) => [`${i + 1}`, item, defect, remedy]),
    });
    page.paragraph(`请你不迟于${chineseDate(facts.dueOn)}完成补正。${facts.howToCorrect}`);
    page.paragraph(
      '依照《劳动人事争议仲裁办案规则》第四十六条第（二）项的规定，本委收到仲裁申请的时间从材料补正之日起重新计算。逾期未补正或者补正后仍不符合要求的，本委将根据现有材料，依照该规则第三十条、第三十一条的规定作出处理。',
    );
    page.sealed();
  },
};
