import { LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Objection to jurisdiction, transfer and designation (Rules 9, 10). */

export interface ObjectionFacts {
  readonly isWritten: boolean;
  readonly filedOn: LocalDate;
  /** Last day of the defence period; null while the copy has not been served, so that it has not begun. */
  readonly defenceEndsOn: LocalDate | null;
  /** What the commission has found; null while it examines. */
  readonly examined:
    { readonly isFounded: true; readonly competent: string } | { readonly isFounded: false } | null;
}

export type ObjectionOutcome =
  /** Late: the proceedings go on as if nothing had been said. */
  | { readonly outcome: 'disregard' }
  | { readonly outcome: 'ask-for-writing' }
  | { readonly outcome: 'examine' }
  /** Transfer, with a written notice to the parties. */
  | { readonly outcome: 'transfer'; readonly competent: string }
  /** A written decision. */
  | { readonly outcome: 'reject' };

/** Throws RangeError for a founded objection that names no competent commission: there is nowhere to transfer to. */
export function decideObjection(facts: ObjectionFacts): Finding<ObjectionOutcome> {
  const { filedOn, defenceEndsOn, examined } = facts;
  const made = { article: article('rules', 10, 1) };
  if (defenceEndsOn !== null && filedOn > defenceEndsOn) {
    return finding(
      { outcome: 'disregard' },
      [],
      [
        step(
          'objection.late',
          { filedOn, endsOn: defenceEndsOn },
          { date: defenceEndsOn, article: article('rules', 10, 2) },
        ),
      ],
    );
  }
  if (!facts.isWritten) {
    return finding({ outcome: 'ask-for-writing' }, [], [step('objection.not-written', {}, made)]);
  }
  const steps: Step[] = [step('objection.in-time', { filedOn }, { date: filedOn, ...made })];
  if (examined === null) {
    return finding({ outcome: 'examine' }, [], [...steps, step('objection.to-examine', {}, made)]);
  }
  if (!examined.isFounded) {
    return finding({ outcome: 'reject' }, [], [...steps, step('objection.unfounded', {}, made)]);
  }
  requireName(examined.competent);
  return finding(
    { outcome: 'transfer', competent: examined.competent },
    [],
    [...steps, step('objection.founded', { competent: examined.competent }, made)],
  );
}

export interface TransferFacts {
  readonly arrivedBy: 'filing' | 'transfer' | 'designation';
  readonly isAccepted: boolean;
  readonly jurisdiction: { readonly isOurs: true } | { readonly isOurs: false; readonly competent: string };
  /** Another commission sees it differently, and talks between the two have failed. */
  readonly isDisputed: boolean;
}

export type TransferOutcome =
  | { readonly outcome: 'keep' }
  /** Not yet accepted: a written explanation, no transfer (Rules 31). */
  | { readonly outcome: 'explain'; readonly competent: string }
  | { readonly outcome: 'transfer'; readonly competent: string }
  /** To the common superior authority. A case that was transferred is never sent back or on. */
  | { readonly outcome: 'request-designation' };

export function decideTransfer(facts: TransferFacts): Finding<TransferOutcome> {
  const { jurisdiction } = facts;
  if (facts.arrivedBy === 'designation') return keep('jurisdiction.designated');
  if (facts.isDisputed) return designation('jurisdiction.disputed');
  if (jurisdiction.isOurs) {
    return facts.arrivedBy === 'transfer'
      ? keep('jurisdiction.received')
      : finding({ outcome: 'keep' }, [article('rules', 8)], [step('jurisdiction.ours')]);
  }
  if (facts.arrivedBy === 'transfer') return designation('jurisdiction.no-bounce');
  requireName(jurisdiction.competent);
  const params = { competent: jurisdiction.competent };
  return facts.isAccepted
    ? finding(
        { outcome: 'transfer', ...params },
        [],
        [step('jurisdiction.transfer', params, { article: article('rules', 9, 1) })],
      )
    : finding(
        { outcome: 'explain', ...params },
        [],
        [step('acceptance.jurisdiction-not-met', params, { article: article('rules', 31, 1) })],
      );
}

function keep(key: 'jurisdiction.designated' | 'jurisdiction.received') {
  const steps = [step(key, {}, { article: article('rules', 9, 2) })];
  return finding<TransferOutcome>({ outcome: 'keep' }, [], steps);
}

function designation(key: 'jurisdiction.disputed' | 'jurisdiction.no-bounce') {
  const steps = [step(key, {}, { article: article('rules', 9, 2) })];
  return finding<TransferOutcome>({ outcome: 'request-designation' }, [], steps);
}

function requireName(competent: string): void {
  if (competent.trim() === '') throw new RangeError('a transfer names the competent commission (Rules 9)');
}
