import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, step, Step } from '../finding';
import { annualLeave } from './annual-leave';
import { ClaimHead, ClaimRule, LawTables } from './claim';
import { doubleWage } from './double-wage';
import { economicCompensation } from './economic-compensation';
import { overtime } from './overtime';
import { unlawfulDismissal } from './unlawful-dismissal';
import { unpaidWages } from './unpaid-wages';

/** Every head of claim that the system knows, in the order in which a form offers them. */
export const CLAIM_RULES = {
  'unpaid-wages': unpaidWages,
  overtime: overtime,
  'double-wage': doubleWage,
  'annual-leave': annualLeave,
  'economic-compensation': economicCompensation,
  'unlawful-dismissal': unlawfulDismissal,
} as const satisfies Record<ClaimHead, unknown>;

export const CLAIM_HEADS = Object.keys(CLAIM_RULES) as ClaimHead[];

export function isClaimHead(text: string): text is ClaimHead {
  return Object.hasOwn(CLAIM_RULES, text);
}

export function claimRule(
  head: ClaimHead,
): Pick<ClaimRule<unknown>, 'head' | 'kind' | 'titleKey' | 'validate'> {
  return CLAIM_RULES[head];
}

export type ClaimResult =
  | { readonly finding: Finding<Fen>; readonly problems: readonly [] }
  | { readonly finding: null; readonly problems: readonly Problem[] };

/** Checks the answers and, when nothing is wrong with them, computes. */
export function computeClaim(
  head: ClaimHead,
  facts: unknown,
  tables: LawTables,
  filedOn: LocalDate,
): ClaimResult {
  // validate() proves the shape that compute() expects of the same head.
  const rule = CLAIM_RULES[head] as ClaimRule<unknown>;
  const problems = rule.validate(facts, filedOn);
  return problems.length > 0
    ? { finding: null, problems }
    : { finding: rule.compute(facts, tables), problems: [] };
}

/** Claims that cannot both succeed; said to the worker at filing, never a bar to filing. */
export function conflictingClaims(heads: readonly ClaimHead[]): Finding<boolean> {
  const steps: Step[] = [];
  if (heads.includes('economic-compensation') && heads.includes('unlawful-dismissal')) {
    steps.push(step('claim.compensation-or-damages', {}, { article: article('contract-regulation', 25) }));
  }
  return finding(steps.length > 0, [], steps);
}
