import { compareDates, LocalDate } from '../kernel/local-date';
import { article } from './articles';
import type { WorkCalendar } from './calendar';
import { finding, Finding, Step, step } from './finding';
import { canRequestPostponement, lastPostponementDay } from './hearing-notice';

/**
 * What is asked for or done while a case runs, each with the question whether it may be: withdrawal (Rules 35), another
 * day of hearing (Rules 38), more time for evidence (Rules 15), revocation (Rules 32), correction of an award (Rules 54),
 * a hearing in private (Rules 25). Extension, suspension and termination: course-of-case.ts.
 */

/** Free until the result: the text asks for no reason and no leave (自行撤回). */
export function decideWithdrawal(facts: { readonly isResultMade: boolean }): Finding<boolean> {
  const rule = { article: article('rules', 35) };
  return facts.isResultMade
    ? finding(false, [], [step('withdrawal.too-late', {}, rule)])
    : finding(true, [], [step('withdrawal.free', {}, rule), step('withdrawal.refiling', {}, rule)]);
}

/** A request that comes later than three working days before is no right any more; the commission may still grant it. */
export function decidePostponement(
  facts: { readonly requestedOn: LocalDate; readonly hearingOn: LocalDate },
  calendar: WorkCalendar,
): Finding<'in-time' | 'late'> {
  const { requestedOn, hearingOn } = facts;
  const { value: lastOn, basis, steps } = lastPostponementDay(hearingOn, calendar);
  const about = { requestedOn, lastOn };
  const rule = { date: lastOn, article: article('rules', 38) };
  return canRequestPostponement(requestedOn, hearingOn, calendar)
    ? finding('in-time', basis, [...steps, step('postponement.in-time', about, rule)])
    : finding('late', basis, [...steps, step('postponement.late', about, rule)]);
}

export interface EvidenceExtensionFacts {
  readonly requestedOn: LocalDate;
  /** Last day of the evidence period; null while none has been set. */
  readonly endsOn: LocalDate | null;
  /** The day asked for, or given; null where none is named yet. */
  readonly until: LocalDate | null;
}

/** More time is for who cannot bring the evidence within the period, so it is asked for while that runs. */
export function decideEvidenceExtension({
  requestedOn,
  endsOn,
  until,
}: EvidenceExtensionFacts): Finding<'allowed' | 'no-period' | 'late' | 'not-later'> {
  const rule = { article: article('rules', 15) };
  if (endsOn === null) return finding('no-period', [], [step('evidence-extension.no-period', {}, rule)]);
  const at = { date: endsOn, ...rule };
  if (requestedOn > endsOn) {
    return finding('late', [], [step('evidence-extension.late', { requestedOn, endsOn }, at)]);
  }
  if (until !== null && compareDates(until, endsOn) <= 0) {
    return finding('not-later', [], [step('evidence-extension.not-later', { untilOn: until, endsOn }, at)]);
  }
  return finding('allowed', [], [step('evidence-extension.allowed', { endsOn }, at)]);
}

/** Why a case should not have been accepted: Rules 30 (1) to (3), Rules 34, or another commission's jurisdiction. */
export type RevocationGround = 'scope' | 'claims' | 'parties' | 'same-matter' | 'jurisdiction';

const REVOCATION_STEPS: Record<Exclude<RevocationGround, 'jurisdiction'>, () => Step> = {
  scope: () => step('acceptance.scope-not-met', {}, { article: article('rules', 30, undefined, 1) }),
  claims: () => step('acceptance.claims-not-met', {}, { article: article('rules', 30, undefined, 2) }),
  parties: () => step('acceptance.parties-not-met', {}, { article: article('rules', 30, undefined, 3) }),
  'same-matter': () => step('revocation.same-matter', {}, { article: article('rules', 34) }),
};

/** Lack of jurisdiction revokes nothing: the case is transferred (Rules 9, which Rules 32 leaves out). */
export function decideRevocation(ground: RevocationGround): Finding<'revoke' | 'transfer'> {
  const rule = { article: article('rules', 32) };
  return ground === 'jurisdiction'
    ? finding('transfer', [], [step('revocation.transfer-instead', {}, { article: article('rules', 9) })])
    : finding('revoke', [], [REVOCATION_STEPS[ground](), step('revocation.tell-within-five', {}, rule)]);
}

/** Rules 54: errors of writing, errors of arithmetic, items that were decided but are missing in the document. */
export type AwardError = 'writing' | 'arithmetic' | 'left-out';

export interface AwardCorrectionFacts {
  readonly error: AwardError;
  readonly isAwardMade: boolean;
  /** Left out: the tribunal had decided the item; only the document lacks it. */
  readonly wasDecided: boolean;
  /** As the award has it; empty where something is left out. */
  readonly wrong: string;
  readonly right: string;
}

/** Nothing is decided anew: what the tribunal has not decided is no error of the document. */
export function decideAwardCorrection(
  facts: AwardCorrectionFacts,
): Finding<'correct' | 'no-award' | 'unchanged' | 'new-decision'> {
  const rule = { article: article('rules', 54) };
  if (!facts.isAwardMade) return finding('no-award', [], [step('award-correction.no-award', {}, rule)]);
  if (facts.wrong.trim() === facts.right.trim()) {
    return finding('unchanged', [], [step('award-correction.unchanged', {}, rule)]);
  }
  if (facts.error === 'left-out' && !facts.wasDecided) {
    return finding('new-decision', [], [step('award-correction.new-decision', {}, rule)]);
  }
  return finding('correct', [], [step('award-correction.allowed', {}, rule)]);
}

export type PrivacyGround = 'agreement' | 'trade-secret' | 'personal-privacy';

const PRIVACY_STEPS: Record<PrivacyGround, string> = {
  agreement: 'private-hearing.agreement',
  'trade-secret': 'private-hearing.trade-secret',
  'personal-privacy': 'private-hearing.personal-privacy',
};

/** On a written application it must be heard in private; an agreement is one of both sides (Law 26, Rules 25(2)). */
export function decidePrivateHearing(facts: {
  readonly ground: PrivacyGround;
  readonly doBothAgree: boolean;
}): Finding<boolean> {
  const rule = { article: article('rules', 25, 2) };
  if (facts.ground === 'agreement' && !facts.doBothAgree) {
    return finding(false, [article('law', 26)], [step('private-hearing.one-side-only', {}, rule)]);
  }
  const ground = PRIVACY_STEPS[facts.ground];
  return finding(
    true,
    [article('law', 26)],
    [step(ground, {}, rule), step('private-hearing.must', {}, rule)],
  );
}
