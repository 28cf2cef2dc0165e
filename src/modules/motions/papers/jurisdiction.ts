import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate } from '../../../platform/papers/chinese-dates';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { PartyFacts } from '../../../platform/papers/party-block';
import { bare, caseLine, noticeHead, RULES, type CaseLine } from './wording';

/** 管辖异议决定书 (Rules 10): founded or not. */
export interface ObjectionDecisionFacts extends CaseLine {
  readonly parties: readonly PartyFacts[];
  /** 被申请人某公司 */
  readonly asker: string;
  readonly filedOn: LocalDate;
  readonly objection: string;
  /** what the commission has found */
  readonly found: string;
  /** the commission it goes to; null where the objection is unfounded */
  readonly competent: string | null;
}

export const objectionDecision: PaperDefinition<ObjectionDecisionFacts> = {
  kind: 'jurisdiction-decision',
  title: '管辖异议决定书',
  volume: 'main',

  draw(page, facts) {
    page.masthead('管辖异议决定书');
    page.caseNumber();
    page.parties(facts.parties);
    page.paragraph(
      `${caseLine(facts)}，${facts.asker}于${chineseDate(facts.filedOn)}在答辩期满前书面提出管辖异议，理由为：${bare(facts.objection)}。`,
    );
    const found = facts.found.trim() === '' ? '' : `经审查：${bare(facts.found)}。`;
    page.paragraph(`${found}依照${RULES}第十条的规定，本委决定如下：`);
    page.paragraph(
      facts.competent === null
        ? `驳回${facts.asker}提出的管辖异议，本案由本委继续审理。`
        : `${facts.asker}提出的管辖异议成立，本案移送${facts.competent}处理。`,
    );
    page.sealed();
  },
};

/** 移送管辖通知书 (Rules 9(1)). */
export interface TransferNoticeFacts extends CaseLine {
  readonly addressees: readonly string[];
  readonly contact: string;
  readonly found: string;
  readonly competent: string;
}

export const transferNotice: PaperDefinition<TransferNoticeFacts> = {
  kind: 'transfer-notice',
  title: '移送管辖通知书',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '移送管辖通知书', facts.addressees);
    page.paragraph(
      `${caseLine(facts)}，本委受理后发现本案不属于本委管辖：${bare(facts.found)}。依照${RULES}第九条第一款的规定，本案移送有管辖权的${facts.competent}处理。`,
    );
    page.paragraph(
      `受移送的仲裁委员会应当依法受理，仲裁期限从其接受移送之日起重新计算（${RULES}第四十六条第五项）。原定的开庭不再进行。`,
    );
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};

/** 案件移送函 (Rules 9, 22): goes with the file to the competent commission. */
export interface TransferLetterFacts extends CaseLine {
  readonly commission: string;
  readonly competent: string;
  readonly found: string;
  /** what goes along */
  readonly enclosures: readonly string[];
  readonly contact: string;
}

export const transferLetter: PaperDefinition<TransferLetterFacts> = {
  kind: 'transfer-letter',
  title: '案件移送函',
  volume: 'main',

  draw(page, facts) {
    noticeHead(page, '案件移送函', [facts.competent]);
    page.paragraph(
      `${caseLine(facts)}，${facts.commission}受理后经审查：${bare(facts.found)}。本案属于你委管辖，依照${RULES}第九条、第十条的规定，现将本案移送你委，请依法受理。`,
    );
    page.paragraph(
      '你委认为移送的案件按照规定不属于你委管辖的，请报请共同的上一级仲裁委员会主管部门指定管辖，不再自行移送。',
    );
    page.heading('随函移送');
    for (const each of facts.enclosures) page.paragraph(each);
    page.paragraph(`联系方式：${facts.contact}`);
    page.sealed();
  },
};
