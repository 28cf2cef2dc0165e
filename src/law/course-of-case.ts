import { LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** What stops, lengthens or ends the course of a case (Rules 45, 47, 48). How the days are counted then: clocks.ts. */

/** Rules 47(1), by item. */
export const SUSPENSION_GROUNDS = {
  'worker-died': { item: 1, key: 'suspension.worker-died' },
  'capacity-lost': { item: 2, key: 'suspension.capacity-lost' },
  'employer-ended': { item: 3, key: 'suspension.employer-ended' },
  'force-majeure': { item: 4, key: 'suspension.force-majeure' },
  'other-case': { item: 5, key: 'suspension.other-case' },
  appraisal: { item: 6, key: 'suspension.appraisal' },
  other: { item: 7, key: 'suspension.other' },
} as const;
export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;

/** The head of the commission, or the head of its arbitration court (仲裁院) to whom that was entrusted. */
export type Approver = 'head' | 'delegate';

export interface SuspensionCause {
  readonly ground: SuspensionGround;
  /**
   * The heirs have spoken, a legal representative or successor is known, the party can take part, the other case is
   * closed, the conclusion is there.
   */
  readonly isOver: boolean;
  /** What it is; needed for the last ground, which the text leaves open. */
  readonly explanation: string;
}

export interface SuspensionFacts {
  readonly causes: readonly SuspensionCause[];
  readonly isSuspended: boolean;
  readonly approvedBy: Approver | null;
}

export type SuspensionOutcome =
  /** The tribunal may, it need not; the parties are told in writing. */
  'may-suspend' | 'needs-approval' | 'no-ground' | 'stay-suspended' | 'must-resume';

/** Whether a case may stand still, and whether one that does has to go on. One cause that lasts is enough. */
export function decideSuspension(facts: SuspensionFacts): Finding<SuspensionOutcome> {
  const steps: Step[] = [];
  let isLasting = false;
  for (const cause of facts.causes) {
    const { item, key } = SUSPENSION_GROUNDS[cause.ground];
    const rule = { article: article('rules', 47, 1, item) };
    if (cause.ground === 'other' && cause.explanation.trim() === '') {
      steps.push(step('suspension.unexplained', {}, rule));
    } else if (cause.isOver) {
      steps.push(step('suspension.over', { causeKey: key }, rule));
    } else {
      isLasting = true;
      steps.push(step(key, {}, rule));
    }
  }
  if (facts.isSuspended) {
    return isLasting
      ? finding('stay-suspended', [article('rules', 47)], steps)
      : finding(
          'must-resume',
          [],
          [...steps, step('suspension.must-resume', {}, { article: article('rules', 47, 2) })],
        );
  }
  const rule = { article: article('rules', 47, 1) };
  if (!isLasting) return finding('no-ground', [], [...steps, step('suspension.no-ground', {}, rule)]);
  return facts.approvedBy === null
    ? finding('needs-approval', [], [...steps, step('suspension.needs-approval', {}, rule)])
    : finding('may-suspend', [], [...steps, step('suspension.tell-parties', {}, rule)]);
}

/** Days by which the period may be lengthened at most, in natural days (Law 43, Rules 45, 80). */
export const LONGEST_EXTENSION = 15;

export interface ExtensionFacts {
  readonly isComplex: boolean;
  /** Natural days asked for. */
  readonly days: number;
  /** Days by which the period has been lengthened before. */
  readonly extendedBy: number;
  readonly approval: { readonly by: Approver; readonly isWritten: boolean } | null;
  readonly decidedOn: LocalDate;
  /** Last day of the period as it stands. */
  readonly periodEndsOn: LocalDate;
}

/**
 * Whether the period for the award may be lengthened; every reason against it is given.
 * Throws RangeError for days that are no whole positive number.
 */
export function mayExtend(facts: ExtensionFacts): Finding<boolean> {
  const { days, extendedBy, approval, decidedOn, periodEndsOn } = facts;
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a number of days: ${days}`);
  const rule = { article: article('rules', 45) };
  const problems: Step[] = [];
  if (!facts.isComplex) problems.push(step('extension.not-complex', {}, rule));
  if (days + extendedBy > LONGEST_EXTENSION) {
    const left = Math.max(0, LONGEST_EXTENSION - extendedBy);
    problems.push(step('extension.too-long', { days, left }, rule));
  }
  if (approval === null) problems.push(step('extension.needs-approval', {}, rule));
  else if (!approval.isWritten) problems.push(step('extension.needs-writing', {}, rule));
  // From the day after, the parties may sue for the overrun: a period that has run out is not lengthened.
  if (decidedOn > periodEndsOn) {
    problems.push(
      step('extension.period-over', { endsOn: periodEndsOn }, { article: article('law', 43, 1) }),
    );
  }
  const basis = [article('law', 43, 1), article('rules', 45)];
  return problems.length > 0
    ? finding(false, basis, problems)
    : finding(true, basis, [step('extension.allowed', { days }, rule)]);
}

export interface TerminationFacts {
  /** The period for the award has run out without one. */
  readonly isOverrun: boolean;
  readonly suit: 'none' | 'filed' | 'accepted';
}

/** A case ends because a court has taken it over the overrun; a suit that is only filed changes nothing (Rules 48). */
export function decideTermination(facts: TerminationFacts): Finding<'terminate' | 'continue'> {
  const rule = { article: article('rules', 48) };
  if (!facts.isOverrun) return finding('continue', [], [step('termination.not-overrun', {}, rule)]);
  switch (facts.suit) {
    case 'none':
      return finding('continue', [], [step('termination.not-sued', {}, rule)]);
    case 'filed':
      return finding('continue', [], [step('termination.not-accepted', {}, rule)]);
    case 'accepted':
      return finding('terminate', [article('law', 43, 1)], [step('termination.accepted', {}, rule)]);
  }
}
