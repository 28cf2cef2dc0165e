import { Fen, sumFen } from '../kernel/money';
import { article } from './articles';
import { AwardDocument } from './finality';
import { finding, Finding, Problem, problem, step } from './finding';

export type DecisionResult = 'granted' | 'partly' | 'refused';

export interface Decision {
  readonly claimId: string;
  readonly result: DecisionResult;
  /** Null on a claim that is not for money. */
  readonly amount: Fen | null;
  readonly reasons: string;
}

export interface ClaimToDecide {
  readonly id: string;
  /** Amount claimed, as last changed; null for a claim that is not for money. */
  readonly amount: Fen | null;
}

/** What stands in the way of issuing an award: every claim is decided once, as it was made, with reasons (Rules 53). */
export function checkDecisions(
  claims: readonly ClaimToDecide[],
  decisions: readonly Decision[],
): Finding<readonly Problem[]> {
  const problems: Problem[] = [];
  decisions.forEach((decision, index) => {
    const at = `/decisions/${index}`;
    const claim = claims.find((each) => each.id === decision.claimId);
    if (!claim) {
      problems.push(problem(`${at}/claimId`, 'award.unknown-claim'));
      return;
    }
    if (decisions.findIndex((each) => each.claimId === decision.claimId) !== index) {
      problems.push(problem(`${at}/claimId`, 'award.decided-twice'));
    }
    if (claim.amount === null) {
      if (decision.amount !== null) problems.push(problem(`${at}/amount`, 'award.not-for-money'));
    } else {
      const amountProblem = amountProblemKey(decision, claim.amount);
      if (amountProblem) {
        problems.push(problem(`${at}/amount`, amountProblem, { claimedFen: claim.amount }));
      }
    }
    if (decision.reasons.trim() === '') problems.push(problem(`${at}/reasons`, 'award.reasons-missing'));
  });
  claims.forEach((claim, index) => {
    if (!decisions.some((each) => each.claimId === claim.id)) {
      problems.push(problem('/decisions', 'award.undecided', { number: index + 1 }));
    }
  });
  return finding(
    problems,
    [article('law', 46), article('rules', 53)],
    problems.map((each) => step(each.key, each.params)),
  );
}

function amountProblemKey({ result, amount }: Decision, claimed: Fen): string | null {
  if (amount === null || !Number.isSafeInteger(amount) || amount < 0) return 'award.amount-invalid';
  // Ne ultra petita: the tribunal decides on what is claimed.
  if (amount > claimed) return 'award.more-than-claimed';
  switch (result) {
    case 'granted':
      return amount === claimed ? null : 'award.granted-is-less';
    case 'partly':
      return amount > 0 && amount < claimed ? null : 'award.partly-is-not-part';
    case 'refused':
      return amount === 0 ? null : 'award.refused-has-amount';
  }
}

/** What each document adds up to. */
export function documentTotals(
  documents: readonly AwardDocument[],
  decisions: readonly Decision[],
): { kind: AwardDocument['kind']; total: Fen }[] {
  return documents.map((document) => ({
    kind: document.kind,
    total: sumFen(
      decisions.filter((each) => document.itemIds.includes(each.claimId)).map((each) => each.amount ?? 0),
    ),
  }));
}
