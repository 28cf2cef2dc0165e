import { addDays, LocalDate } from '../kernel/local-date';
import { article } from './articles';
import { rollForwardWithSteps, WorkCalendar } from './calendar';
import { finding, Finding, Step, step } from './finding';

/** Review of a mediation agreement by the commission (Rules 74 to 79). */

/** Natural days from the agreement's effect to the joint application (Rules 74, 80). */
export const REVIEW_WINDOW_DAYS = 15;

/** The last day for the joint application. */
export function lastReviewDay(effectiveOn: LocalDate, calendar: WorkCalendar): Finding<LocalDate> {
  const end = rollForwardWithSteps(addDays(effectiveOn, REVIEW_WINDOW_DAYS), calendar);
  return finding(
    end.date,
    [article('rules', 74, 1), article('rules', 80)],
    [step('review.window', { effectiveOn, lastOn: end.date }, { date: end.date }), ...end.steps],
  );
}

/** What the application has to bring (Rules 74(2)). */
export const REVIEW_PAPERS = {
  application: 'review.paper-application',
  agreement: 'review.paper-agreement',
  identity: 'review.paper-identity',
  qualification: 'review.paper-qualification',
  'related-proof': 'review.paper-related-proof',
  addresses: 'review.paper-addresses',
  phones: 'review.paper-phones',
} as const;
export type ReviewPaper = keyof typeof REVIEW_PAPERS;

export interface ReviewApplication {
  /** Made with a mediation organisation. */
  readonly isByOrganisation: boolean;
  readonly isJoint: boolean;
  readonly papers: readonly ReviewPaper[];
  readonly effectiveOn: LocalDate;
  readonly filedOn: LocalDate;
  readonly isWithinScope: boolean;
  readonly isOurs: boolean;
  readonly confirmsRelation: boolean;
  readonly isConfirmedByCourt: boolean;
}

export type ReviewOutcome =
  | { readonly outcome: 'accept' }
  /** By the items of Rules 75(2). */
  | { readonly outcome: 'refuse'; readonly items: readonly (1 | 2 | 3 | 4 | 5)[] }
  /** No application in the sense of Rules 74 yet: what is missing can be brought while the window is open. */
  | { readonly outcome: 'complete'; readonly papers: readonly ReviewPaper[] }
  /** Not an agreement that Rules 74 speaks of. */
  | { readonly outcome: 'not-reviewable' };

/** Whether the review is taken on. Every ground of refusal is named; they go before what can still be completed. */
export function decideReviewApplication(
  facts: ReviewApplication,
  calendar: WorkCalendar,
): Finding<ReviewOutcome> {
  const asked = { article: article('rules', 74, 1) };
  if (!facts.isByOrganisation) {
    return finding({ outcome: 'not-reviewable' }, [], [step('review.not-by-organisation', {}, asked)]);
  }
  const window = lastReviewDay(facts.effectiveOn, calendar);
  const lastOn = window.value;
  const items: (1 | 2 | 3 | 4 | 5)[] = [];
  const steps: Step[] = [...window.steps];
  const at = (item: number) => ({ article: article('rules', 75, 2, item) });
  if (!facts.isWithinScope) {
    items.push(1);
    steps.push(step('review.out-of-scope', {}, at(1)));
  }
  if (!facts.isOurs) {
    items.push(2);
    steps.push(step('review.no-jurisdiction', {}, at(2)));
  }
  if (facts.filedOn > lastOn) {
    items.push(3);
    steps.push(step('review.late', { filedOn: facts.filedOn, lastOn }, { date: lastOn, ...at(3) }));
  }
  if (facts.confirmsRelation) {
    items.push(4);
    steps.push(step('review.confirms-relation', {}, at(4)));
  }
  if (facts.isConfirmedByCourt) {
    items.push(5);
    steps.push(step('review.confirmed-by-court', {}, at(5)));
  }
  const basis = [article('rules', 74), article('rules', 75)];
  if (items.length > 0) return finding({ outcome: 'refuse', items }, basis, steps);

  const all = Object.keys(REVIEW_PAPERS) as ReviewPaper[];
  const missing = all.filter((each) => !facts.papers.includes(each));
  if (!facts.isJoint) steps.push(step('review.not-joint', {}, asked));
  for (const each of missing) {
    steps.push(step(REVIEW_PAPERS[each], {}, { article: article('rules', 74, 2) }));
  }
  return facts.isJoint && missing.length === 0
    ? finding({ outcome: 'accept' }, basis, [
        ...steps,
        step('review.accept', {}, { article: article('rules', 75, 1) }),
      ])
    : finding({ outcome: 'complete', papers: missing }, basis, steps);
}

/** Why no mediation statement is made, by the items of Rules 78(1). */
export const NO_STATEMENT_GROUNDS = {
  'breaks-mandatory-law': { item: 1, key: 'review.breaks-mandatory-law' },
  'harms-interests': { item: 2, key: 'review.harms-interests' },
  'suspected-falsehood': { item: 3, key: 'review.suspected-falsehood' },
  'not-voluntary': { item: 4, key: 'review.not-voluntary' },
  'content-unclear': { item: 5, key: 'review.content-unclear' },
  other: { item: 6, key: 'review.other-ground' },
} as const;
export type NoStatementGround = keyof typeof NO_STATEMENT_GROUNDS;

export interface ReviewFacts {
  readonly grounds: readonly NoStatementGround[];
  /** One side or both have taken the application back. */
  readonly isWithdrawn: boolean;
  /** Both sides have signed for the statement. Until then it has not been served on both and has no effect. */
  readonly isServed: boolean;
}

export type ReviewResult = 'make-statement' | 'effective' | 'no-statement' | 'withdrawn';

/**
 * How a review ends. Until the statement is served, one side alone may take the application back and has to be let
 * (Rules 76(2)); with that, or when no statement is made, the review ends (Rules 79).
 */
export function decideReview(facts: ReviewFacts): Finding<ReviewResult> {
  const end = step('review.ends', {}, { article: article('rules', 79) });
  const rule = { article: article('rules', 77, 2) };
  const withdrawal = { article: article('rules', 76, 2) };
  if (facts.isServed) {
    const effective = step('review.effective', {}, rule);
    return finding(
      'effective',
      [],
      facts.isWithdrawn ? [step('review.withdrawn-late', {}, withdrawal), effective] : [effective],
    );
  }
  if (facts.isWithdrawn) {
    return finding('withdrawn', [], [step('review.withdrawn', {}, withdrawal), end]);
  }
  if (facts.grounds.length > 0) {
    const grounds = facts.grounds.map((each) => {
      const { item, key } = NO_STATEMENT_GROUNDS[each];
      return step(key, {}, { article: article('rules', 78, 1, item) });
    });
    const tell = step('review.tell-in-writing', {}, { article: article('rules', 78, 2) });
    return finding('no-statement', [], [...grounds, tell, end]);
  }
  return finding('make-statement', [], [step('review.make-statement', {}, rule)]);
}
