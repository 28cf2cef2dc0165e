import type { LocalDate } from '../../kernel/local-date';
import { chineseDate } from '../../platform/papers/chinese-dates';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';

/** 组庭通知书 (Rules 37): who decides, who records, and the right to ask for their recusal (Law 33, Rules 11). */
export interface CompositionNoticeFacts {
  readonly addressee: { readonly name: string; readonly isOrganisation: boolean };
  readonly claimant: string;
  readonly respondents: readonly string[];
  readonly cause: string;
  readonly constitutedOn: LocalDate;
  readonly tribunal: readonly { readonly capacity: 'sole' | 'presiding' | 'member'; readonly name: string }[];
  readonly recorder: string;
  /** simple procedure: the ground of Rules 56, in words; parties must be told */
  readonly simpleProcedure: string | null;
  readonly contact: string | null;
}

export const compositionNotice: PaperDefinition<CompositionNoticeFacts> = {
  kind: 'composition-notice',
  title: '组庭通知书',
  volume: 'main',

  draw(page: PaperPage, facts: CompositionNoticeFacts): void {
    const you = facts.addressee.isOrganisation ? '你单位' : '你';
    page.masthead('组庭通知书');
    page.caseNumber();
    page.addressee(facts.addressee.name);
    page.paragraph(
      `申请人${facts.claimant}与被申请人${facts.respondents.join('、')}因${facts.cause}争议一案，本委已依法受理，并于${chineseDate(facts.constitutedOn)}组成仲裁庭。依照《劳动人事争议仲裁办案规则》第三十七条的规定，现将仲裁庭的组成情况通知如下：`,
    );
    const sole = facts.tribunal.find(({ capacity }) => capacity === 'sole');
    if (sole !== undefined) {
      page.paragraph(`本案由仲裁员${sole.name}独任审理，${facts.recorder}担任记录人员。`);
    } else {
      const presiding = facts.tribunal
        .filter(({ capacity }) => capacity === 'presiding')
        .map(({ name }) => name);
      const members = facts.tribunal.filter(({ capacity }) => capacity === 'member').map(({ name }) => name);
      page.paragraph(
        `本案由${presiding.join('、')}担任首席仲裁员，与仲裁员${members.join('、')}组成仲裁庭审理，${facts.recorder}担任记录人员。`,
      );
    }
    if (facts.simpleProcedure !== null) {
      page.paragraph(
        `本案${facts.simpleProcedure.replace(/。$/, '')}，依照《劳动人事争议仲裁办案规则》第五十六条的规定，适用简易处理程序。`,
      );
    }
    page.paragraph(
      `依照《中华人民共和国劳动争议调解仲裁法》第三十三条的规定，仲裁员、记录人员有下列情形之一的，应当回避，${you}也有权以口头或者书面方式提出回避申请：`,
    );
    page.numbered(
      [
        '是本案当事人或者当事人、代理人的近亲属的；',
        '与本案有利害关系的；',
        '与本案当事人、代理人有其他关系，可能影响公正裁决的；',
        '私自会见当事人、代理人，或者接受当事人、代理人的请客送礼的。',
      ],
      'brackets',
    );
    page.paragraph(
      '依照《劳动人事争议仲裁办案规则》第十一条的规定，申请回避应当在案件开庭审理前提出，并说明理由；回避事由在案件开庭审理后知晓的，也可以在庭审辩论终结前提出；庭审辩论终结后提出的，不影响仲裁程序的进行。',
    );
    page.paragraph('开庭的日期、地点，本委将另行书面通知。');
    if (facts.contact !== null) page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};
