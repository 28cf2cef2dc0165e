import type { LocalDate } from '../../../kernel/local-date';
import { chineseInstant } from '../../../platform/papers/chinese-dates';
import type { PaperPage } from '../../../platform/papers/page';
import type { PaperDefinition } from '../../../platform/papers/paper';
import { ROLE_NAMES, type PartyRole } from '../../../platform/papers/party-block';

export interface EvidenceRow {
  readonly name: string;
  /** 书证, 电子数据 …; null when the party named none */
  readonly type: string | null;
  /** where it comes from (Rules 29: 证据来源) */
  readonly source: string | null;
  /** 证明对象及内容 */
  readonly purpose: string;
  /** 有无原件、原物供核对 */
  readonly hasOriginal: boolean;
  readonly pages: number | null;
}

/** 证据材料清单: number, name, kind, original or not, what it is to prove, pages; who handed it in, who took it. */
export interface EvidenceListFacts {
  readonly submitter: { readonly role: PartyRole; readonly name: string };
  readonly rows: readonly EvidenceRow[];
  readonly signature: {
    readonly name: string;
    readonly image: string | null;
    readonly submittedOn: LocalDate;
  };
  /** ISO instant; null when nobody has taken it in yet */
  readonly receivedAt: string | null;
  readonly receivedBy: string | null;
}

/** The table that application, answer and list share. Columns nobody filled in are left out. */
export function evidenceTable(page: PaperPage, rows: readonly EvidenceRow[]): void {
  const hasTypes = rows.some(({ type }) => type !== null);
  const hasSources = rows.some(({ source }) => source !== null);
  const hasPages = rows.some(({ pages }) => pages !== null);
  const columns = [
    { title: '编号', width: 9, align: 'center' as const, of: (_: EvidenceRow, i: number) => `${i + 1}` },
    { title: '证据名称', width: 24, align: 'left' as const, of: (row: EvidenceRow) => row.name },
    ...(hasTypes
      ? [{ title: '种类', width: 14, align: 'center' as const, of: (row: EvidenceRow) => row.type ?? '—' }]
      : []),
    ...(hasSources
      ? [{ title: '来源', width: 15, align: 'left' as const, of: (row: EvidenceRow) => row.source ?? '—' }]
      : []),
    { title: '证明对象及内容', width: 31, align: 'left' as const, of: (row: EvidenceRow) => row.purpose },
    {
      title: '原件',
      width: 9,
      align: 'center' as const,
      of: (row: EvidenceRow) => (row.hasOriginal ? '有' : '无'),
    },
    ...(hasPages
      ? [
          {
            title: '页数',
            width: 9,
            align: 'center' as const,
            of: (row: EvidenceRow) => (row.pages === null ? '—' : `${row.pages}`),
          },
        ]
      : []),
  ];
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  page.table({
    widths: columns.map(({ width }) => width / total),
    aligns: columns.map(({ align }) => align),
    head: columns.map(({ title }) => title),
    rows: rows.map((row, i) => columns.map((column) => column.of(row, i))),
  });
}

export const evidenceList: PaperDefinition<EvidenceListFacts> = {
  kind: 'evidence-list',
  title: '证据材料清单',
  volume: 'main',

  draw(page: PaperPage, facts: EvidenceListFacts): void {
    page.useScale('form');
    page.title('证据材料清单');
    page.caseNumber();
    page.paragraph(`提交人：${ROLE_NAMES[facts.submitter.role]}${facts.submitter.name}`, { indent: 0 });
    evidenceTable(page, facts.rows);
    page.paragraph(
      `以上证据材料共${facts.rows.length}项。提交人声明：所提交的证据材料真实、合法，有原件的可随时提供核对。`,
    );
    page.partySignature(
      [{ label: '提交人（签名或盖章）', name: facts.signature.name, image: facts.signature.image }],
      facts.signature.submittedOn,
    );
    if (facts.receivedAt !== null) {
      page.note(
        `签收：${facts.receivedBy ?? page.context.commission.name}，${chineseInstant(facts.receivedAt)}。`,
      );
    }
  },
};
