import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Recusal (Law 33, Rules 11, 12). Who cannot sit from the start: tribunal.ts. */

/** Law 33(1), by item. */
export const RECUSAL_GROUNDS = {
  'near-relative': { item: 1, key: 'recusal.near-relative' },
  interest: { item: 2, key: 'recusal.interest' },
  'other-relation': { item: 3, key: 'recusal.other-relation' },
  'private-contact': { item: 4, key: 'recusal.private-contact' },
} as const;
export type RecusalGround = keyof typeof RECUSAL_GROUNDS;

export interface RecusalFacts {
  readonly ground: RecusalGround | null;
  readonly hasReasons: boolean;
  readonly stage: 'before-hearing' | 'before-debate-ends' | 'after-debate';
  /** The ground became known only after the hearing had opened. */
  readonly isKnownSinceOpening: boolean;
  readonly challenged: 'arbitrator' | 'recorder';
  /** The challenged arbitrator is the head (主任) of the commission. */
  readonly isHeadOfCommission: boolean;
}

export interface RecusalAnswer {
  readonly outcome: 'examine' | 'state-reasons' | 'disregard';
  /** Who decides; null where there is nothing to decide. */
  readonly decider: 'head-or-delegate' | 'commission' | null;
  /** Until it is decided, the challenged person does nothing in the case but what is urgent. */
  readonly suspendsWork: boolean;
}

const NOTHING = { decider: null, suspendsWork: false } as const;

/**
 * What is to be done with a challenge. Whoever has a ground against himself has to withdraw even where the challenge
 * came too late (Law 33(1)): a late one is disregarded as a challenge only.
 */
export function decideRecusal(facts: RecusalFacts): Finding<RecusalAnswer> {
  const window = { article: article('rules', 11, 1) };
  const own = step('recusal.own-duty', {}, { article: article('law', 33, 1) });
  if (facts.stage === 'after-debate') {
    const late = step('recusal.after-debate', {}, { article: article('rules', 11, 2) });
    return finding({ outcome: 'disregard', ...NOTHING }, [], [late, own]);
  }
  if (facts.stage === 'before-debate-ends' && !facts.isKnownSinceOpening) {
    return finding({ outcome: 'disregard', ...NOTHING }, [], [step('recusal.known-before', {}, window), own]);
  }
  if (facts.ground === null || !facts.hasReasons) {
    return finding({ outcome: 'state-reasons', ...NOTHING }, [], [step('recusal.needs-reasons', {}, window)]);
  }
  const { item, key } = RECUSAL_GROUNDS[facts.ground];
  const isCommission = facts.isHeadOfCommission && facts.challenged === 'arbitrator';
  return finding(
    { outcome: 'examine', decider: isCommission ? 'commission' : 'head-or-delegate', suspendsWork: true },
    [],
    [
      step(key, {}, { article: article('law', 33, 1, item) }),
      isCommission
        ? step('recusal.commission-decides', {}, { article: article('rules', 12, 1) })
        : step('recusal.head-decides', {}, { article: article('rules', 12, 1) }),
      step('recusal.three-days', {}, { article: article('rules', 11, 3) }),
      step('recusal.work-stops', {}, { article: article('rules', 12, 2) }),
    ],
  );
}

/** Whether the challenged person may do something in the case before the decision (Rules 12(2)). */
export function mayActWhileChallenged(isUrgent: boolean): Finding<boolean> {
  const rule = { article: article('rules', 12, 2) };
  const steps: Step[] = [isUrgent ? step('recusal.urgent', {}, rule) : step('recusal.work-stops', {}, rule)];
  return finding(isUrgent, [], steps);
}
