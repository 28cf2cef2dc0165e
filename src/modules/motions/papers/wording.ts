import type { LocalDate } from '../../../kernel/local-date';
import type { PaperPage } from '../../../platform/papers/page';

/** What every paper of a motion says first: whose case it is. */
export interface CaseLine {
  readonly claimant: string;
  readonly respondents: readonly string[];
  /** 追索劳动报酬、经济补偿 */
  readonly cause: string;
  readonly acceptedOn: LocalDate | null;
}

export const caseLine = ({ claimant, respondents, cause }: CaseLine): string =>
  `申请人${claimant}与被申请人${respondents.join('、')}因${cause}争议一案`;

/** A text that people wrote, without the stop that the sentence around it brings. */
export const bare = (text: string): string => text.trim().replace(/[。；.;]+$/, '');

/** Head of a notice to everybody in the case. */
export function noticeHead(page: PaperPage, title: string, addressees: readonly string[]): void {
  page.masthead(title);
  page.caseNumber();
  page.addressee(addressees.join('、'));
}

export const RULES = '《劳动人事争议仲裁办案规则》';
export const LAW = '《中华人民共和国劳动争议调解仲裁法》';
