import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** The same matter filed again (Rules 34, 35, 39), answered from the earlier cases between the same parties. */

/** How a case ends, or has not ended. A transferred case goes on with the receiving commission (Rules 9). */
export type ClosingMode =
  | 'open'
  | 'refused'
  | 'referred'
  | 'mediated'
  | 'awarded'
  | 'withdrawn'
  | 'deemed-withdrawn'
  | 'transferred'
  | 'revoked'
  | 'terminated'
  | 'review-confirmed'
  | 'review-ended';

export interface EarlierCase {
  /** Number or other name of the case, as shown. */
  readonly number: string;
  readonly hasSameFacts: boolean;
  readonly hasSameReasons: boolean;
  readonly hasSameClaims: boolean;
  readonly closing: ClosingMode;
  /** Whether its award or mediation statement has taken effect. */
  readonly isEffective: boolean;
  readonly court: 'none' | 'pending' | 'judgment-effective';
}

/** Where an earlier case leaves the matter. */
export type Standing =
  | 'refused'
  | 'in-arbitration'
  | 'in-litigation'
  | 'statement-effective'
  | 'award-effective'
  | 'judgment-effective'
  | 'withdrawn'
  | 'deemed-withdrawn'
  | 'open-to-refiling';

export type Bar = Exclude<Standing, 'withdrawn' | 'open-to-refiling'>;

export interface SameMatter {
  readonly mayAccept: boolean;
  /** Withdrawn before, and nothing else stands in the way: it must be accepted again (Rules 35). */
  readonly mustAccept: boolean;
  readonly bars: readonly { readonly number: string; readonly bar: Bar }[];
}

/** The court goes first: an award sued upon has no effect, and a judgment takes the place of everything before it. */
export function standingOf(earlier: EarlierCase): Standing {
  if (earlier.court === 'judgment-effective') return 'judgment-effective';
  if (earlier.court === 'pending') return 'in-litigation';
  switch (earlier.closing) {
    case 'open':
    case 'transferred':
      return 'in-arbitration';
    case 'refused':
      return 'refused';
    case 'withdrawn':
      return 'withdrawn';
    case 'deemed-withdrawn':
      return 'deemed-withdrawn';
    // Nothing in Rules 34 bars these; a case terminated because a court took it (Rules 48) is barred while it is there.
    case 'terminated':
    case 'referred':
    case 'revoked':
    case 'review-ended':
      return 'open-to-refiling';
    // Until it takes effect the arbitration has not ended.
    case 'awarded':
      return earlier.isEffective ? 'award-effective' : 'in-arbitration';
    case 'mediated':
    case 'review-confirmed':
      return earlier.isEffective ? 'statement-effective' : 'in-arbitration';
  }
}

/**
 * Whether an application may be accepted beside earlier ones. Only the same facts, reasons and claims together make
 * the same matter; one thing new makes another. Rules 39 says 重新申请, which is read the same way.
 */
export function decideSameMatter(earlier: readonly EarlierCase[]): Finding<SameMatter> {
  const bars: { number: string; bar: Bar }[] = [];
  const steps: Step[] = [];
  let wasWithdrawn = false;
  for (const each of earlier) {
    const { number } = each;
    if (!each.hasSameFacts || !each.hasSameReasons || !each.hasSameClaims) {
      steps.push(step('same-matter.different', { number }, { article: article('rules', 34) }));
      continue;
    }
    const standing = standingOf(each);
    steps.push(standingStep(standing, number));
    if (standing === 'withdrawn') wasWithdrawn = true;
    else if (standing !== 'open-to-refiling') bars.push({ number, bar: standing });
  }
  const mayAccept = bars.length === 0;
  if (steps.length === 0) steps.push(step('same-matter.none', {}, { article: article('rules', 34) }));
  return finding({ mayAccept, mustAccept: mayAccept && wasWithdrawn, bars }, [article('rules', 34)], steps);
}

function standingStep(standing: Standing, number: string): Step {
  const item = (which: number) => ({ article: article('rules', 34, undefined, which) });
  switch (standing) {
    case 'refused':
      return step('same-matter.refused', { number }, item(1));
    case 'in-arbitration':
      return step('same-matter.in-arbitration', { number }, item(2));
    case 'in-litigation':
      return step('same-matter.in-litigation', { number }, item(2));
    case 'statement-effective':
      return step('same-matter.statement-effective', { number }, item(2));
    case 'award-effective':
      return step('same-matter.award-effective', { number }, item(2));
    case 'judgment-effective':
      return step('same-matter.judgment-effective', { number }, item(2));
    case 'withdrawn':
      return step('same-matter.withdrawn', { number }, { article: article('rules', 35) });
    case 'deemed-withdrawn':
      return step('same-matter.deemed-withdrawn', { number }, { article: article('rules', 39) });
    case 'open-to-refiling':
      return step('same-matter.open', { number }, { article: article('rules', 34) });
  }
}
