import type { LocalDate } from '../../kernel/local-date';
import type { PaperFonts } from './fonts';
import type { PaperPage } from './page';

/** 正卷 is open to the parties, 副卷 never is (Rules 22, 23). */
export type Volume = 'main' | 'sub';

/**
 * A paper is a pure drawing of facts. Facts are plain JSON, stored with the paper, so that it can be drawn again.
 * A definition decides nothing: what the law makes of the case is part of the facts.
 */
export interface PaperDefinition<Facts> {
  readonly kind: string;
  readonly title: string;
  readonly volume: Volume;
  draw(page: PaperPage, facts: Facts): void;
}

export interface PaperCommission {
  /** 广州市南沙区劳动人事争议仲裁委员会 */
  readonly name: string;
  /** how the commission speaks of itself outside its own papers: 南沙区仲裁委 */
  readonly shortName: string;
  /** the name on the arc of the seal */
  readonly sealName: string;
}

export interface PaperContext {
  readonly commission: PaperCommission;
  /** 穗南劳人仲案〔2026〕1号, of one of two awards 穗南劳人仲案〔2026〕1号之一; null before acceptance */
  readonly caseNumber: string | null;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  /** printed with its QR code on the last page */
  readonly verification: { readonly code: string; readonly url: string } | null;
  /** the seal then reads 演示专用 */
  readonly isDemo: boolean;
  readonly fonts: PaperFonts;
}
