import type { PaperPage } from '../../../platform/papers/page';

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

/** 证据材料清单, the table that application and answer share: number, name, kind, what it is to prove, original or not, pages. Columns nobody filled in are left out. */
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
