import type { LocalDate } from '../../../kernel/local-date';
import { chineseDate, chineseNumber } from '../../../platform/papers/chinese-dates';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { PartyFacts } from '../../../platform/papers/party-block';
import { bare, caseLine, LAW, RULES, type CaseLine } from './wording';

/** 回避决定书 (Law 33, Rules 11, 12): on a challenge, or on what somebody of the tribunal says of itself. */
export interface RecusalDecisionFacts extends CaseLine {
  readonly parties: readonly PartyFacts[];
  /** 申请人陈小兰; null where the person withdraws of itself */
  readonly asker: string | null;
  readonly filedOn: LocalDate;
  /** 仲裁员林慧敏 */
  readonly challenged: string;
  /** item of Law 33(1), 1 to 4 */
  readonly item: number;
  /** the ground in words */
  readonly ground: string;
  readonly found: string;
  readonly isGranted: boolean;
}

export const recusalDecision: PaperDefinition<RecusalDecisionFacts> = {
  kind: 'recusal-decision',
  title: '回避决定书',
  volume: 'main',

  draw(page, facts) {
    page.masthead('回避决定书');
    page.caseNumber();
    page.parties(facts.parties);
    const item = `${LAW}第三十三条第一款第（${chineseNumber(facts.item)}）项`;
    page.paragraph(
      facts.asker === null
        ? `${caseLine(facts)}，${facts.challenged}于${chineseDate(facts.filedOn)}以有${item}规定的情形（${bare(facts.ground)}）为由自行提出回避。`
        : `${caseLine(facts)}，${facts.asker}于${chineseDate(facts.filedOn)}以${facts.challenged}有${item}规定的情形（${bare(facts.ground)}）为由申请其回避。`,
    );
    const found = facts.found.trim() === '' ? '' : `经审查：${bare(facts.found)}。`;
    page.paragraph(`${found}依照${RULES}第十一条、第十二条的规定，本委决定如下：`);
    page.paragraph(
      facts.isGranted
        ? `${facts.challenged}回避，不再参与本案处理。原定的开庭取消，本委将另行组成仲裁庭并书面通知当事人。`
        : `驳回${facts.asker ?? ''}的回避申请，${facts.challenged}继续参与本案处理。`,
    );
    page.sealed();
  },
};
