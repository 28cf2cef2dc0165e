import type { LocalDate } from '../../kernel/local-date';
import { chineseDate } from '../../platform/papers/chinese-dates';
import type { PaperPage } from '../../platform/papers/page';
import type { PaperDefinition } from '../../platform/papers/paper';
import { CATALOGUES, type Volume } from './catalogue';

/** 卷内目录 of one volume (Rules 21, 22), and how long the file is kept at least (Rules 24). */
export interface CatalogueFacts {
  readonly claimants: string;
  readonly respondents: string;
  readonly receivedOn: LocalDate;
  /** 裁决, 撤回仲裁申请 … */
  readonly closedBy: string;
  readonly archivedOn: LocalDate;
  readonly keptUntil: LocalDate;
  readonly archivedBy: string;
  /** 1 for the first; a later one replaces those before it. */
  readonly revision: number;
  readonly entries: readonly {
    readonly ordinal: number;
    readonly title: string;
    readonly on: LocalDate;
    /** The first 16 hexadecimal digits of the SHA-256 of the file. */
    readonly digest: string;
  }[];
}

const NAMES = { main: '正卷', sub: '副卷' } as const;

const definition = (volume: Volume): PaperDefinition<CatalogueFacts> => ({
  kind: CATALOGUES[volume],
  title: `卷内目录（${NAMES[volume]}）`,
  volume,

  draw(page: PaperPage, facts: CatalogueFacts): void {
    page.masthead('卷内目录');
    page.caseNumber();
    page.fields([
      [
        ['申请人', facts.claimants],
        ['被申请人', facts.respondents],
      ],
      [
        ['收件日期', chineseDate(facts.receivedOn)],
        ['结案方式', facts.closedBy],
      ],
      [
        ['卷别', NAMES[volume]],
        ['立卷人', facts.archivedBy],
      ],
      [
        ['归档日期', chineseDate(facts.archivedOn)],
        ['保存至', `${chineseDate(facts.keptUntil)}以后`],
      ],
    ]);
    page.table({
      widths: [0.1, 0.46, 0.22, 0.22],
      rows: [
        ['序号', '材料名称', '日期', '校验值'].map((text) => ({ text, isHead: true })),
        ...facts.entries.map(({ ordinal, title, on, digest }) => [
          { text: `${ordinal}`, align: 'center' as const },
          { text: title },
          { text: chineseDate(on) },
          { text: digest },
        ]),
      ],
    });
    if (facts.revision > 1) page.note(`本目录为第${facts.revision}次归档的目录，代替此前的目录。`);
    page.note('校验值为电子文件 SHA-256 值的前16位。');
    page.sealed();
  },
});

export const mainCatalogue = definition('main');
export const subCatalogue = definition('sub');
