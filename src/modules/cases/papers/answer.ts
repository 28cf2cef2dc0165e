import type { LocalDate } from '../../../kernel/local-date';
import { formatYuan, type Fen } from '../../../kernel/money';
import { claimSentence, type ClaimFacts } from '../../../platform/papers/claims';
import { hei, plain } from '../../../platform/papers/inline';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import type { PartyFacts } from '../../../platform/papers/party-block';
import { evidenceTable, type EvidenceRow } from './evidence-table';

/** 答辩书 (Rules 33): admission or denial of each claim, limitation expressly pleaded or not. */
export interface AnswerFacts {
  /** the respondent first, then the claimant it answers */
  readonly parties: readonly PartyFacts[];
  readonly cause: string;
  readonly replies: readonly {
    readonly claim: ClaimFacts;
    readonly position: 'admitted' | 'partly' | 'denied';
    /** the sum admitted, when only a part is */
    readonly admitted: Fen | null;
    readonly reasons: string;
  }[];
  /** the plea of limitation must be express: the tribunal does not raise it */
  readonly limitation: { readonly isPleaded: boolean; readonly grounds: string | null };
  /** the respondent's own account of the facts */
  readonly statement: string;
  readonly evidence: readonly EvidenceRow[];
  readonly signature: { readonly name: string; readonly image: string | null; readonly signedOn: LocalDate };
}

function position(reply: AnswerFacts['replies'][number]): string {
  switch (reply.position) {
    case 'admitted':
      return '承认';
    case 'partly':
      return reply.admitted === null ? '部分承认' : `部分承认（承认${formatYuan(reply.admitted)}元）`;
    case 'denied':
      return '不予承认';
  }
}

export const answer: PaperDefinition<AnswerFacts> = {
  kind: 'answer',
  title: '答辩书',
  volume: 'main',

  draw(page: PaperPage, facts: AnswerFacts): void {
    page.useScale('form');
    page.title('劳动人事争议仲裁答辩书');
    page.caseNumber();
    page.parties(facts.parties);
    page.paragraph(`答辩人就${facts.cause}争议一案，对申请人的仲裁请求答辩如下：`);
    page.heading('一、对各项仲裁请求的意见');
    facts.replies.forEach((reply, i) => {
      page.paragraph([hei(`请求${i + 1}：`), plain(`${claimSentence(reply.claim)}。`)]);
      page.paragraph([hei('答辩意见：'), plain(`${position(reply)}。`)]);
      if (reply.reasons.trim() !== '') page.paragraph([hei('理由：'), plain(reply.reasons)]);
    });
    page.heading('二、仲裁时效');
    page.paragraph(
      facts.limitation.isPleaded
        ? `答辩人明确提出仲裁时效抗辩。${facts.limitation.grounds ?? ''}`
        : '答辩人不提出仲裁时效抗辩。',
    );
    page.heading('三、事实和理由');
    page.paragraph(facts.statement);
    page.heading('四、证据');
    if (facts.evidence.length > 0) evidenceTable(page, facts.evidence);
    else page.paragraph('答辩人提交的证据材料，以本委出具的收件回执所列为准。');
    page.paragraph('此致', { spaceAbove: 6 });
    page.paragraph(page.context.commission.name, { indent: 0 });
    page.partySignature(
      [{ label: '答辩人（签名或盖章）', name: facts.signature.name, image: facts.signature.image }],
      facts.signature.signedOn,
    );
  },
};
