import type { LocalDate } from '../../../kernel/local-date';
import { chineseInstant } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import { DOCUMENT_NAMES, SEX_NAMES, type DocumentKind } from '../../../platform/papers/party-block';

/** 口头申请笔录 (Law 28(3), Rules 29(3)). */
export interface OralApplicationRecordFacts {
  /** ISO instant */
  readonly takenAt: string;
  readonly place: string;
  /** who took it down */
  readonly takenBy: string;
  readonly claimant: {
    readonly name: string;
    readonly sex: 'female' | 'male';
    readonly document: { readonly kind: DocumentKind; readonly number: string };
    readonly address: string;
    readonly phone: string | null;
  };
  readonly respondents: readonly string[];
  /** what was said */
  readonly text: string;
  readonly confirmedBy: 'signature' | 'fingerprint';
  /** the confirmed sheet is kept as a scan */
  readonly hasSheet: boolean;
  readonly signature: {
    readonly name: string;
    /** PNG, base64 */
    readonly image: string | null;
    readonly signedOn: LocalDate;
  };
}

const CONFIRMED = { signature: '签名', fingerprint: '捺印' } as const;

export const oralApplicationRecord: PaperDefinition<OralApplicationRecordFacts> = {
  kind: 'oral-application-record',
  title: '口头申请笔录',
  volume: 'main',

  draw(page: PaperPage, facts: OralApplicationRecordFacts): void {
    page.useScale('form');
    page.masthead('口头申请笔录');
    page.caseNumber();
    const { claimant } = facts;
    page.table({
      widths: [0.2, 0.8],
      rows: (
        [
          ['时间', chineseInstant(facts.takenAt)],
          ['地点', facts.place],
          ['记录人', facts.takenBy],
          ['申请人', `${claimant.name}，${SEX_NAMES[claimant.sex]}`],
          [`${DOCUMENT_NAMES[claimant.document.kind]}号码`, claimant.document.number],
          ['住所', claimant.address],
          ['联系电话', claimant.phone ?? '无'],
          ['被申请人', facts.respondents.join('、')],
        ] as const
      ).map(([label, text]) => [{ text: label, isHead: true }, text]),
    });
    page.paragraph(
      '申请人书写仲裁申请确有困难，依照《劳动争议调解仲裁法》第二十八条第三款、《劳动人事争议仲裁办案规则》第二十九条第三款的规定口头申请仲裁，由本委记入笔录如下：',
      { spaceAbove: 6 },
    );
    page.paragraphs(facts.text.split(/\n+/).filter((line) => line.trim() !== ''));
    page.paragraph(
      `以上笔录已向申请人宣读，申请人确认与其陈述一致，并${CONFIRMED[facts.confirmedBy]}确认${facts.hasSheet ? `（${CONFIRMED[facts.confirmedBy]}的纸质笔录扫描存卷）` : ''}。`,
    );
    page.partySignature(
      [
        {
          label: `申请人（${CONFIRMED[facts.confirmedBy]}）`,
          name: facts.signature.name,
          image: facts.signature.image,
        },
        { label: '记录人', name: facts.takenBy },
      ],
      facts.signature.signedOn,
    );
  },
};
