import { LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { finding, Finding, Step, step } from './finding';

/**
 * What becomes of the claims after the application: counterclaims (Rules 36), added and changed claims (Rules 44), claims
 * given up (Rules 35).
 */

export interface CounterclaimFacts {
  readonly filedOn: LocalDate;
  /** Last day of the defence period; null while it has not begun. */
  readonly defenceEndsOn: LocalDate | null;
  /** Meets the conditions of acceptance, as any application would. */
  readonly isAcceptable: boolean;
  /** The commission finds that it has to be applied for on its own. */
  readonly mustBeSeparate: boolean;
  /** The commission hears it together with the application; it may, it need not. */
  readonly isJoined: boolean;
}

export type CounterclaimOutcome =
  | 'accept-joined'
  | 'accept-apart'
  /** Written advice to apply separately. */
  | 'advise-separate'
  /** A notice of refusal. */
  | 'refuse'
  /** After the defence period: a case of its own. */
  | 'separate-case';

export function decideCounterclaim(facts: CounterclaimFacts): Finding<CounterclaimOutcome> {
  const { filedOn, defenceEndsOn } = facts;
  const rule = (paragraph: number) => ({ article: article('rules', 36, paragraph) });
  if (defenceEndsOn !== null && filedOn > defenceEndsOn) {
    return finding(
      'separate-case',
      [],
      [step('counterclaim.late', { filedOn, endsOn: defenceEndsOn }, { date: defenceEndsOn, ...rule(4) })],
    );
  }
  const inTime = step('counterclaim.in-time', { filedOn }, { date: filedOn, ...rule(1) });
  if (!facts.isAcceptable) return finding('refuse', [], [inTime, step('counterclaim.refused', {}, rule(3))]);
  if (facts.mustBeSeparate) {
    return finding('advise-separate', [], [inTime, step('counterclaim.separate', {}, rule(3))]);
  }
  return facts.isJoined
    ? finding('accept-joined', [], [inTime, step('counterclaim.joined', {}, rule(2))])
    : finding('accept-apart', [], [inTime, step('counterclaim.apart', {}, rule(2))]);
}

export interface NewClaimsFacts {
  readonly proposedOn: LocalDate;
  /** Last day of the evidence period; null while none has been set. */
  readonly evidenceEndsOn: LocalDate | null;
  /** The tribunal finds that they are to be accepted. */
  readonly isAcceptable: boolean;
  /** The respondent has expressly given up the defence period for them. */
  readonly hasWaivedDefence: boolean;
  /** Compensation for the end of the contract is changed into damages for an unlawful end, on the same facts. */
  readonly isCompensationToDamages: boolean;
  readonly isDebateOver: boolean;
}

export interface NewClaimsSettings {
  /**
   * Such a change is let in until the debate ends. From memory of MOHRSS [2022] No. 9, art. 5, and against the words
   * of Rules 44(2): off until a commission has compared the text and switches it on.
   */
  readonly mayChangeIntoDamagesUntilDebateEnds: boolean;
}

export const DEFAULT_NEW_CLAIMS_SETTINGS: NewClaimsSettings = { mayChangeIntoDamagesUntilDebateEnds: false };

export interface NewClaimsAnswer {
  readonly outcome: 'accept' | 'not-accepted' | 'separate-case';
  /** The respondent has a defence period of its own for them. */
  readonly givesDefencePeriod: boolean;
}

export function decideNewClaims(
  facts: NewClaimsFacts,
  settings: NewClaimsSettings = DEFAULT_NEW_CLAIMS_SETTINGS,
): Finding<NewClaimsAnswer> {
  const { proposedOn, evidenceEndsOn } = facts;
  const steps: Step[] = [];
  if (evidenceEndsOn !== null && proposedOn > evidenceEndsOn) {
    const late = { proposedOn, endsOn: evidenceEndsOn };
    if (!isLetInLate(facts, settings)) {
      return finding(
        { outcome: 'separate-case', givesDefencePeriod: false },
        [],
        [step('new-claims.late', late, { date: evidenceEndsOn, article: article('rules', 44, 2) })],
      );
    }
    steps.push(step('new-claims.into-damages', {}, { article: article('joint-opinion-1', 5) }));
    steps.push(step('new-claims.into-damages-not-verified'));
  } else {
    steps.push(step('new-claims.in-time', { proposedOn }, { date: proposedOn }));
  }
  const rule = { article: article('rules', 44, 1) };
  if (!facts.isAcceptable) {
    steps.push(step('new-claims.not-accepted', {}, rule));
    return finding({ outcome: 'not-accepted', givesDefencePeriod: false }, [], steps);
  }
  const givesDefencePeriod = !facts.hasWaivedDefence;
  steps.push(
    givesDefencePeriod
      ? step('new-claims.defence-period', {}, rule)
      : step('new-claims.defence-waived', {}, rule),
  );
  return finding({ outcome: 'accept', givesDefencePeriod }, [], steps);
}

function isLetInLate(facts: NewClaimsFacts, settings: NewClaimsSettings): boolean {
  return settings.mayChangeIntoDamagesUntilDebateEnds && facts.isCompensationToDamages && !facts.isDebateOver;
}

/** One claim, as far as it is compared with what it was; `facts` are the answers to its calculator, in one spelling. */
export interface ComparedClaim {
  readonly id: string;
  readonly head: string;
  readonly facts: string;
  /** In fen; null for a claim that is not for money. */
  readonly amount: number | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** reduced: the same claim for less money. */
export type ClaimChange = 'kept' | 'added' | 'changed' | 'reduced' | 'given-up';

/** What becomes of each claim when `after` takes the place of `before`; a claim is known by its id. */
export function compareClaims(
  before: readonly ComparedClaim[],
  after: readonly ComparedClaim[],
): { id: string; change: ClaimChange }[] {
  const given = before
    .filter(({ id }) => !after.some((each) => each.id === id))
    .map(({ id }): { id: string; change: ClaimChange } => ({ id, change: 'given-up' }));
  const standing = after.map((now): { id: string; change: ClaimChange } => {
    const was = before.find(({ id }) => id === now.id);
    return { id: now.id, change: was ? changeOf(was, now) : 'added' };
  });
  return [...standing, ...given];
}

function changeOf(was: ComparedClaim, now: ComparedClaim): ClaimChange {
  const isSameClaim =
    was.head === now.head && was.facts === now.facts && was.from === now.from && was.to === now.to;
  if (!isSameClaim) return 'changed';
  if (was.amount === now.amount) return 'kept';
  return was.amount !== null && now.amount !== null && now.amount < was.amount ? 'reduced' : 'changed';
}

/** Whether anything is added or changed at all: what is only given up needs nobody's leave. */
export function requireNewClaims(changes: readonly ClaimChange[]): Finding<boolean> {
  const rule = { article: article('rules', 44, 1) };
  if (changes.some((change) => change === 'added' || change === 'changed'))
    return finding(true, [rule.article], []);
  return changes.every((change) => change === 'kept')
    ? finding(false, [], [step('new-claims.nothing-changed', {}, rule)])
    : finding(false, [], [step('new-claims.only-given-up', {}, { article: article('rules', 35) })]);
}

export interface ClaimsWaiverFacts {
  readonly isResultMade: boolean;
  /** Null before anything is named. */
  readonly changes: readonly ClaimChange[] | null;
}

/**
 * Claims given up, whole or in part. No article speaks of it: who may take back the whole application (Rules 35) may take
 * back a part of it. Nothing is claimed that was not answered, and nothing begins anew: Rules 46(3) name what is added or
 * changed.
 */
export function decideClaimsWaiver({
  isResultMade,
  changes,
}: ClaimsWaiverFacts): Finding<'free' | 'too-late' | 'nothing' | 'adds' | 'withdraw-instead'> {
  const rule = { article: article('rules', 35) };
  if (isResultMade) return finding('too-late', [], [step('claims-waiver.too-late', {}, rule)]);
  if (changes !== null) {
    if (changes.some((change) => change === 'added' || change === 'changed')) {
      return finding('adds', [], [step('claims-waiver.adds', {}, { article: article('rules', 44, 1) })]);
    }
    if (changes.every((change) => change === 'kept')) {
      return finding('nothing', [], [step('claims-waiver.nothing', {}, rule)]);
    }
    if (changes.every((change) => change === 'given-up')) {
      return finding('withdraw-instead', [], [step('claims-waiver.withdraw-instead', {}, rule)]);
    }
  }
  return finding(
    'free',
    [],
    [
      step('claims-waiver.free', {}, rule),
      step('claims-waiver.restarts-nothing', {}, { article: article('rules', 46, undefined, 3) }),
    ],
  );
}
