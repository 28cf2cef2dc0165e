import type { LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { yuanInFiguresAndCapitals } from '../../platform/papers/amounts';
import { chineseDate, chineseDateInWords } from '../../platform/papers/chinese-dates';
import { claimSentence, type ClaimFacts } from '../../platform/papers/claims';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';
import { ROLE_NAMES, type PartyFacts, type PartyRole } from '../../platform/papers/party-block';

/** 仲裁调解书 (Law 42, Rules 72, 73): the claims, and what the parties have agreed on. */
export interface MediationStatementFacts {
  readonly parties: readonly PartyFacts[];
  /** 追索劳动报酬、经济补偿 */
  readonly cause: string;
  readonly acceptedOn: LocalDate;
  /** days of hearing, where there were any */
  readonly heardOn: readonly LocalDate[];
  /** whether the tribunal has proposed terms or was let see them; else the parties came to them by themselves */
  readonly isThroughTribunal: boolean;
  /** all claims of the case, as they are numbered in the application */
  readonly claims: readonly { readonly ordinal: number; readonly claim: ClaimFacts }[];
  readonly payments: readonly {
    readonly payer: { readonly role: PartyRole; readonly name: string };
    readonly payee: { readonly role: PartyRole; readonly name: string };
    /** on which claims: one, or all that are paid together */
    readonly ordinals: readonly number[];
    readonly amount: Fen;
    readonly dueOn: LocalDate;
  }[];
  readonly acts: readonly {
    readonly ordinal: number;
    readonly text: string;
    readonly dueOn: LocalDate | null;
  }[];
  /** claims given up */
  readonly dropped: readonly number[];
  /** free terms, in words */
  readonly other: readonly string[];
  /** claims on which the case goes on (Rules 73); empty when all are settled */
  readonly left: readonly number[];
  readonly arbitrator: { readonly name: string; readonly signature: string | null };
  readonly recorder: string;
  readonly statedOn: LocalDate;
}

const LAW = '《中华人民共和国劳动争议调解仲裁法》';
const RULES = '《劳动人事争议仲裁办案规则》';

const named = (ordinals: readonly number[]): string => `第${ordinals.join('、')}项仲裁请求`;
const bare = (text: string): string => text.trim().replace(/[。；.;]+$/, '');
const names = (parties: readonly PartyFacts[], role: PartyRole): string =>
  parties
    .filter((party) => party.role === role)
    .map((party) => party.name)
    .join('、');

function course({ parties, cause, acceptedOn, heardOn, isThroughTribunal }: MediationStatementFacts): string {
  const heard = heardOn.length === 0 ? '' : `，并于${heardOn.map(chineseDate).join('、')}开庭审理`;
  const how = isThroughTribunal
    ? '审理中，经仲裁庭主持调解，双方当事人自愿达成协议'
    : '审理中，双方当事人自行协商，自愿达成协议，请求仲裁庭据此制作调解书';
  return `申请人${names(parties, 'claimant')}与被申请人${names(parties, 'respondent')}因${cause}争议一案，本委于${chineseDate(acceptedOn)}受理后，依法由仲裁员独任审理${heard}。${how}。`;
}

function results(facts: MediationStatementFacts): string[] {
  const by = (on: LocalDate): string => `于${chineseDate(on)}前（含当日）`;
  return [
    ...facts.payments.map(
      ({ payer, payee, ordinals, amount, dueOn }) =>
        `${ROLE_NAMES[payer.role]}${payer.name}${by(dueOn)}向${ROLE_NAMES[payee.role]}${payee.name}支付${yuanInFiguresAndCapitals(amount)}，用于了结${named(ordinals)}`,
    ),
    ...facts.acts.map(
      ({ ordinal, text, dueOn }) =>
        `${named([ordinal])}：${bare(text)}${dueOn === null ? '' : `，${by(dueOn)}履行完毕`}`,
    ),
    ...(facts.dropped.length > 0 ? [`申请人放弃${named(facts.dropped)}`] : []),
    ...facts.other.map(bare),
  ];
}

export const mediationStatement: PaperDefinition<MediationStatementFacts> = {
  kind: 'mediation-statement',
  title: '仲裁调解书',
  volume: 'main',

  draw(page: PaperPage, facts: MediationStatementFacts): void {
    page.masthead('仲裁调解书');
    page.caseNumber();
    page.parties(facts.parties);
    page.paragraph(course(facts));
    page.heading('仲裁请求');
    page.paragraph('申请人请求裁决被申请人：');
    page.numbered(
      facts.claims.map(
        ({ claim }, i) => `${claimSentence(claim)}${i === facts.claims.length - 1 ? '。' : '；'}`,
      ),
    );
    page.heading('当事人协议的结果');
    const items = results(facts);
    page.numbered(
      items.map((text, i) => `${text}${i === items.length - 1 ? '。' : '；'}`),
      'words',
    );
    page.paragraph('上述协议系双方当事人自愿达成，符合法律规定，本委予以确认。');
    if (facts.left.length > 0) {
      page.paragraph(
        `依照${RULES}第七十三条的规定，本委就上述部分先行出具调解书；${named(facts.left)}，本委继续处理。`,
      );
    }
    page.paragraph(`依照${LAW}第四十二条的规定，本调解书经双方当事人签收后，发生法律效力。`);
    page.paragraph(
      `当事人应当依照本调解书规定的期限履行。一方当事人逾期不履行的，另一方当事人可以依照《中华人民共和国民事诉讼法》的有关规定向人民法院申请执行。`,
    );
    page.sealed({
      signatories: [{ label: '仲裁员', name: facts.arbitrator.name, image: facts.arbitrator.signature }],
      dateText: chineseDateInWords(facts.statedOn),
      certification: '本件与原本核对无异',
      below: [{ label: '书记员', name: facts.recorder }],
    });
  },
};
