import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Whether a dispute is of the kinds that a commission hears (Law 2, Rules 2), and what is not a labour dispute. */

/** The six kinds of Rules 2, by item. */
export const DISPUTE_KINDS = {
  labour: 1,
  'appointed-civil-servant': 2,
  'public-institution': 3,
  'social-organisation': 4,
  'military-civilian': 5,
  'other-by-law': 6,
} as const;
export type DisputeKind = keyof typeof DISPUTE_KINDS;

/** Interpretation (I) 2: what is not a labour dispute, by item. */
export const EXCLUSIONS = {
  'insurance-agency': { item: 1, key: 'scope.insurance-agency' },
  'public-housing': { item: 2, key: 'scope.public-housing' },
  'appraisal-conclusion': { item: 3, key: 'scope.appraisal-conclusion' },
  'domestic-service': { item: 4, key: 'scope.domestic-service' },
  'craftsman-apprentice': { item: 5, key: 'scope.craftsman-apprentice' },
  'farm-household': { item: 6, key: 'scope.farm-household' },
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

/** What a commission's own guidance keeps out (say, housing funds); data of the commission with its source. */
export interface LocalExclusion {
  readonly name: string;
  readonly source: string;
  readonly isVerified: boolean;
}

export interface ScopeFacts {
  /** Null when the dispute is of none of the six kinds. */
  readonly kind: DisputeKind | null;
  readonly exclusions: readonly Exclusion[];
  readonly localExclusions?: readonly LocalExclusion[];
}

/** Condition (1) of Rules 30. Every ground that keeps the dispute out is named. */
export function decideScope(facts: ScopeFacts): Finding<boolean> {
  const local = facts.localExclusions ?? [];
  const grounds: Step[] = facts.exclusions.map((each) =>
    step(
      EXCLUSIONS[each].key,
      {},
      { article: article('interpretation-1', 2, undefined, EXCLUSIONS[each].item) },
    ),
  );
  for (const each of local) {
    grounds.push(step('scope.local', { name: each.name, source: each.source }));
    if (!each.isVerified) grounds.push(step('scope.local-not-verified', { source: each.source }));
  }
  if (facts.kind === null) {
    grounds.unshift(step('acceptance.scope-not-met', {}, { article: article('rules', 2) }));
  }
  if (facts.kind === null || grounds.length > 0) {
    return finding(false, [article('law', 2), article('rules', 30, undefined, 1)], grounds);
  }
  const item = article('rules', 2, undefined, DISPUTE_KINDS[facts.kind]);
  return finding(true, [article('law', 2)], [step('acceptance.scope-met', {}, { article: item })]);
}
