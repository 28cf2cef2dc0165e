import type { LocalDate } from '../../../kernel/local-date';
import { formatYuan, sumFen, type Fen } from '../../../kernel/money';
import { yuanInFiguresAndCapitals } from '../../../platform/papers/amounts';
import { chineseDate, chineseNumber } from '../../../platform/papers/chinese-dates';
import { claimPeriod, type ClaimFacts } from '../../../platform/papers/claims';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import {
  DOCUMENT_NAMES,
  HEAD_NAMES,
  SEX_NAMES,
  type DocumentKind,
} from '../../../platform/papers/party-block';
import { evidenceTable, type EvidenceRow } from './evidence-table';

/** 仲裁申请书: everything Rules 29 asks for, with period and amount of each claim and how it was computed. */
export interface ApplicationFacts {
  readonly claimant: {
    readonly name: string;
    readonly sex: 'female' | 'male';
    readonly birthDate: LocalDate;
    readonly document: { readonly kind: DocumentKind; readonly number: string };
    /** 住所 */
    readonly address: string;
    /** 通讯地址 */
    readonly mailingAddress: string;
    readonly phone: string;
    readonly email: string | null;
  };
  readonly respondents: readonly {
    readonly kind: 'company' | 'person';
    readonly name: string;
    /** null where the claimant does not know it, or there is none */
    readonly uscc: string | null;
    readonly isUnlicensed: boolean;
    readonly address: string;
    readonly mailingAddress: string;
    readonly phone: string | null;
    readonly head: {
      readonly kind: 'legal-representative' | 'person-in-charge';
      readonly name: string;
      readonly post: string | null;
    } | null;
  }[];
  /** label and value, in the order they are to be printed: 入职时间, 岗位, 月工资, 离职时间及原因 … */
  readonly employment: readonly { readonly label: string; readonly value: string }[];
  readonly claims: readonly (ClaimFacts & {
    /** the working, a step a line; empty when the claimant computed otherwise */
    readonly working: readonly string[];
    /** what the calculator found, when the claimant claims another sum */
    readonly computed: Fen | null;
  })[];
  /** 事实与理由, in order of time */
  readonly statement: string;
  readonly evidence: readonly EvidenceRow[];
  readonly witnesses: readonly { readonly name: string; readonly address: string }[];
  readonly service: {
    readonly receiver: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string | null;
    readonly consentsToElectronic: boolean;
    readonly consentsToOnlineHearing: boolean;
  };
  readonly signature: {
    readonly name: string;
    /** PNG, base64; a typed signature when null */
    readonly image: string | null;
    readonly signedOn: LocalDate;
  };
}

const TWO_COLUMNS = [0.17, 0.33, 0.17, 0.33] as const;

export const application: PaperDefinition<ApplicationFacts> = {
  kind: 'application',
  title: '仲裁申请书',
  volume: 'main',

  draw(page: PaperPage, facts: ApplicationFacts): void {
    page.useScale('form');
    page.title('劳动人事争议仲裁申请书');
    page.caseNumber();

    const { claimant } = facts;
    page.heading('一、当事人');
    page.table({
      widths: TWO_COLUMNS,
      rows: [
        [{ text: '申请人', isHead: true, span: 4 }],
        pair('姓名', claimant.name, '性别', SEX_NAMES[claimant.sex]),
        pair('出生日期', chineseDate(claimant.birthDate), '联系电话', claimant.phone),
        single(`${DOCUMENT_NAMES[claimant.document.kind]}号码`, claimant.document.number),
        single('住所', claimant.address),
        single('通讯地址', claimant.mailingAddress),
        ...(claimant.email === null ? [] : [single('电子邮箱', claimant.email)]),
      ],
    });
    facts.respondents.forEach((respondent, i) => {
      const ordinal = facts.respondents.length > 1 ? `（${chineseNumber(i + 1)}）` : '';
      page.table({
        widths: TWO_COLUMNS,
        rows: [
          [{ text: `被申请人${ordinal}`, isHead: true, span: 4 }],
          single(respondent.kind === 'person' ? '姓名' : '名称', respondent.name),
          ...(respondent.kind === 'person'
            ? []
            : [
                single(
                  '统一社会信用代码',
                  respondent.uscc ?? (respondent.isUnlicensed ? '申请人称未办理营业执照' : '申请人不掌握'),
                ),
              ]),
          ...(respondent.head === null
            ? []
            : [
                pair(
                  HEAD_NAMES[respondent.head.kind],
                  respondent.head.name,
                  '职务',
                  respondent.head.post ?? '未提供',
                ),
              ]),
          single('联系电话', respondent.phone ?? '申请人不掌握'),
          single('住所', respondent.address),
          single('通讯地址', respondent.mailingAddress),
        ],
      });
    });

    if (facts.employment.length > 0) {
      page.heading('二、劳动关系情况');
      page.table({
        widths: [0.25, 0.75],
        rows: facts.employment.map(({ label, value }) => [{ text: label, isHead: true }, value]),
      });
    }

    page.heading(`${facts.employment.length > 0 ? '三' : '二'}、仲裁请求`);
    const amounts = facts.claims.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    page.table({
      widths: [0.08, 0.37, 0.33, 0.22],
      aligns: ['center', 'left', 'left', 'right'],
      head: ['序号', '请求事项', '期间', '金额（元）'],
      rows: [
        ...facts.claims.map((claim, i) => [
          `${i + 1}`,
          claim.text ?? claim.what,
          claimPeriod(claim).replace('至', '至\n') || '—',
          claim.amount === null ? '—' : formatYuan(claim.amount),
        ]),
        ...(amounts.length > 1
          ? [
              [
                { text: '合计', isHead: true, span: 2 },
                { text: yuanInFiguresAndCapitals(sumFen(amounts)), span: 2, align: 'right' as const },
              ],
            ]
          : []),
      ],
    });

    const worked = facts.claims
      .map((claim, i) => ({ claim, number: i + 1 }))
      .filter(({ claim }) => claim.working.length > 0);
    if (worked.length > 0) {
      page.heading('附：请求金额计算表', 3);
      page.table({
        widths: [0.08, 0.27, 0.65],
        aligns: ['center', 'left', 'left'],
        head: ['序号', '请求事项', '计算过程'],
        rows: worked.map(({ claim, number }) => [
          `${number}`,
          claim.what,
          [
            ...claim.working,
            ...(claim.computed !== null && claim.computed !== claim.amount && claim.amount !== null
              ? [`按上述方法计算为${formatYuan(claim.computed)}元，申请人请求${formatYuan(claim.amount)}元。`]
              : []),
          ].join('\n'),
        ]),
      });
    }

    const order = facts.employment.length > 0 ? ['四', '五', '六'] : ['三', '四', '五'];
    page.heading(`${order[0]}、事实和理由`);
    page.paragraph(facts.statement);

    page.heading(`${order[1]}、证据和证据来源`);
    if (facts.evidence.length > 0) evidenceTable(page, facts.evidence);
    else page.paragraph('申请人提交本申请时未附证据材料。');
    if (facts.witnesses.length > 0) {
      page.table({
        widths: [0.3, 0.7],
        head: ['证人姓名', '住所'],
        rows: facts.witnesses.map(({ name, address }) => [name, address]),
      });
    }

    page.heading(`${order[2]}、送达与在线庭审`);
    page.table({
      widths: TWO_COLUMNS,
      rows: [
        pair('收件人', facts.service.receiver, '联系电话', facts.service.phone),
        single('送达地址', facts.service.address),
        ...(facts.service.email === null ? [] : [single('电子邮箱', facts.service.email)]),
        single(
          '电子送达',
          facts.service.consentsToElectronic
            ? '同意通过本平台及上述联系方式电子送达仲裁文书'
            : '不同意电子送达，请按送达地址送达',
        ),
        single(
          '在线庭审',
          facts.service.consentsToOnlineHearing ? '同意通过互联网在线开庭、调解' : '不同意在线开庭',
        ),
      ],
    });

    page.paragraph('此致', { spaceAbove: 6 });
    page.paragraph(page.context.commission.name, { indent: 0 });
    page.partySignature(
      [{ label: '申请人（签名）', name: facts.signature.name, image: facts.signature.image }],
      facts.signature.signedOn,
    );
    page.note(`附：申请书副本${facts.respondents.length}份；证据材料${facts.evidence.length}项。`);
  },
};

type Row = ({ text: string; isHead?: boolean; span?: number } | string)[];

const single = (label: string, value: string): Row => [
  { text: label, isHead: true },
  { text: value, span: 3 },
];

const pair = (label: string, value: string, label2: string, value2: string): Row => [
  { text: label, isHead: true },
  value,
  { text: label2, isHead: true },
  value2,
];
