import type { LocalDate } from '../../kernel/local-date';
import type { Fen } from '../../kernel/money';
import { yuan } from './amounts';
import { chinesePeriod } from './chinese-dates';

/** A claim as papers print it: what, for which period, how much (Rules 29). */
export interface ClaimFacts {
  /** 加班工资; 违法解除劳动合同赔偿金 */
  readonly what: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly amount: Fen | null;
  /** the whole wording, for a claim that is not a sum of money (确认劳动关系……) */
  readonly text: string | null;
}

/** 支付2025年3月1日至2025年8月31日期间的加班工资12,345.60元 */
export function claimSentence(claim: ClaimFacts): string {
  if (claim.text !== null) return claim.text;
  const period = claimPeriod(claim);
  const amount = claim.amount === null ? '' : yuan(claim.amount);
  return `支付${period === '' ? '' : `${period}期间的`}${claim.what}${amount}`;
}

export function claimPeriod({ from, to }: Pick<ClaimFacts, 'from' | 'to'>): string {
  return from === null || to === null ? '' : chinesePeriod(from, to);
}
