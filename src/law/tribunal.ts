import { LocalDate } from '../kernel/local-date';
import { Fen } from '../kernel/money';
import { contains, Period } from '../kernel/period';
import { Article, article } from './articles';
import { finding, Finding, Step, step } from './finding';

export interface Engagement extends Period {
  readonly commissionId: string;
  /** Of the home commission, or by mutual engagement (互聘) between cooperating commissions. */
  readonly kind: 'home' | 'mutual';
}

/** How a person stands to somebody, as declared by the arbitrator or found out (Law 33). */
export type RelationKind =
  'same-person' | 'near-relative' | 'employed-by' | 'interest' | 'other-relation' | 'private-contact';

export interface DeclaredRelation {
  readonly kind: RelationKind;
  /** Whom it concerns: the same key as that person or organisation has in the case. */
  readonly to: string;
}

export interface ArbitratorFacts {
  readonly id: string;
  readonly engagements: readonly Engagement[];
  readonly leaves: readonly Period[];
  readonly relations: readonly DeclaredRelation[];
  /** Open cases now. */
  readonly load: number;
  /** Most open cases at a time; null when there is no limit. */
  readonly loadLimit: number | null;
}

export interface SeatFacts {
  readonly commissionId: string;
  /** The day of appointment. */
  readonly on: LocalDate;
  /** Keys of the parties, and of their agents; an employer's key stands for the company. */
  readonly parties: readonly string[];
  readonly agents: readonly string[];
  /** Arbitrator ids of those who keep the record of this tribunal. */
  readonly recorderIds: readonly string[];
}

export interface Candidates {
  /** Those who can sit, least loaded first, equals in the order of the roster. */
  readonly eligible: readonly { readonly id: string; readonly load: number }[];
  readonly excluded: readonly { readonly id: string; readonly reasons: readonly Step[] }[];
}

/** Who can sit as sole arbitrator, and every reason why each other one cannot. */
export function candidates(roster: readonly ArbitratorFacts[], seat: SeatFacts): Finding<Candidates> {
  const eligible: { id: string; load: number }[] = [];
  const excluded: { id: string; reasons: readonly Step[] }[] = [];
  for (const each of roster) {
    const reasons = reasonsAgainst(each, seat);
    if (reasons.length === 0) eligible.push({ id: each.id, load: each.load });
    else excluded.push({ id: each.id, reasons });
  }
  eligible.sort((a, b) => a.load - b.load);
  return finding(
    { eligible, excluded },
    [article('law', 20), article('law', 31), article('law', 33), article('org-rules', 24)],
    [
      step('tribunal.considered', { count: roster.length, dayOn: seat.on }),
      step('tribunal.ranked', { count: eligible.length }),
    ],
  );
}

function reasonsAgainst(person: ArbitratorFacts, seat: SeatFacts): Step[] {
  return [
    ...engagementReasons(person, seat),
    ...leaveReasons(person, seat),
    ...conflictReasons(person, seat),
    ...(seat.recorderIds.includes(person.id)
      ? [step('tribunal.is-recorder', {}, { article: article('org-rules', 14, 2) })]
      : []),
    ...(person.loadLimit !== null && person.load >= person.loadLimit
      ? [step('tribunal.load-limit', { load: person.load, limit: person.loadLimit })]
      : []),
  ];
}

function engagementReasons(person: ArbitratorFacts, seat: SeatFacts): Step[] {
  const here = person.engagements.filter((each) => each.commissionId === seat.commissionId);
  if (here.some((each) => contains(each, seat.on))) return [];
  const register: { article: Article } = { article: article('law', 20, 1) };
  const term: { article: Article } = { article: article('org-rules', 24) };
  const future = here.map((each) => each.from).filter((from) => from > seat.on);
  if (future.length > 0) {
    const from = future.reduce((least, each) => (each < least ? each : least));
    return [step('tribunal.not-engaged-yet', { fromOn: from }, { ...term, date: from })];
  }
  if (here.length === 0) return [step('tribunal.not-engaged', {}, register)];
  const to = here.map((each) => each.to).reduce((most, each) => (each > most ? each : most));
  return [step('tribunal.engagement-ended', { toOn: to }, { ...term, date: to })];
}

function leaveReasons(person: ArbitratorFacts, seat: SeatFacts): Step[] {
  return person.leaves
    .filter((leave) => contains(leave, seat.on))
    .map((leave) => step('tribunal.on-leave', { fromOn: leave.from, toOn: leave.to }, { date: leave.to }));
}

function conflictReasons(person: ArbitratorFacts, seat: SeatFacts): Step[] {
  const reasons: Step[] = [];
  if (seat.parties.includes(person.id)) reasons.push(conflictStep('same-person', 'party'));
  if (seat.agents.includes(person.id)) reasons.push(conflictStep('same-person', 'agent'));
  for (const relation of person.relations) {
    if (seat.parties.includes(relation.to)) reasons.push(conflictStep(relation.kind, 'party'));
    else if (seat.agents.includes(relation.to)) reasons.push(conflictStep(relation.kind, 'agent'));
  }
  return reasons.filter((each, index) => reasons.findIndex((other) => other.key === each.key) === index);
}

function conflictStep(kind: RelationKind, to: 'party' | 'agent'): Step {
  const ground = (item: number) => ({ article: article('law', 33, 1, item) });
  switch (kind) {
    case 'same-person':
      return to === 'party'
        ? step('tribunal.is-party', {}, ground(1))
        : step('tribunal.is-agent', {}, { article: article('org-rules', 33, undefined, 8) });
    case 'near-relative':
      return step('tribunal.near-relative', {}, ground(1));
    case 'interest':
      return step('tribunal.interest', {}, ground(2));
    case 'employed-by':
      return step('tribunal.employed-by-party', {}, ground(3));
    case 'other-relation':
      return step('tribunal.other-relation', {}, ground(3));
    case 'private-contact':
      return step('tribunal.private-contact', {}, ground(4));
  }
}

export interface CompositionFacts {
  readonly workers: number;
  readonly hasCommonClaims: boolean;
  readonly isCollectiveContract: boolean;
  readonly isMajorOrDifficult: boolean;
  /** The commission thinks three are needed (Organisation Rules 13(4)). */
  readonly isThreeByDecision: boolean;
  /** Rules 56(1): one of these makes a case fit for simple handling. */
  readonly isClear: boolean;
  readonly amount: Fen;
  /** Average yearly wage of the province in the year before; null while it has not been loaded. */
  readonly averageYearlyWage: Fen | null;
  readonly haveBothAgreed: boolean;
  /** Rules 57: one of these rules it out. */
  readonly touchesPublicInterest: boolean;
  readonly hasMajorSocialEffect: boolean;
  readonly isRespondentMissing: boolean;
  readonly isUnfitForSimple: boolean;
  /** Rules 62(2) would allow what Organisation Rules 13(1) forbids: a setting of the commission, off by default. */
  readonly mayHandleCollectiveSimply?: boolean;
}

/** Whether one arbitrator may decide, or three must. */
export function composition(facts: CompositionFacts): Finding<'sole' | 'three'> {
  const org = (item: number) => ({ article: article('org-rules', 13, 1, item) });
  const blockers: Step[] = [];
  if (facts.workers >= 10 && facts.hasCommonClaims && !facts.mayHandleCollectiveSimply) {
    blockers.push(step('tribunal.three-collective', { workers: facts.workers }, org(1)));
  }
  if (facts.isCollectiveContract) blockers.push(step('tribunal.three-collective-contract', {}, org(2)));
  if (facts.isMajorOrDifficult) blockers.push(step('tribunal.three-major', {}, org(3)));
  if (facts.isThreeByDecision) blockers.push(step('tribunal.three-by-decision', {}, org(4)));
  const barred = (item: number) => ({ article: article('rules', 57, undefined, item) });
  if (facts.touchesPublicInterest) blockers.push(step('tribunal.three-public-interest', {}, barred(1)));
  if (facts.hasMajorSocialEffect) blockers.push(step('tribunal.three-social-effect', {}, barred(2)));
  if (facts.isRespondentMissing) blockers.push(step('tribunal.three-respondent-missing', {}, barred(3)));
  if (facts.isUnfitForSimple) blockers.push(step('tribunal.three-unfit', {}, barred(4)));

  const simple = (item: number) => ({ article: article('rules', 56, 1, item) });
  const grounds: Step[] = [];
  if (facts.isClear) grounds.push(step('tribunal.simple-clear', {}, simple(1)));
  if (facts.averageYearlyWage !== null && facts.amount <= facts.averageYearlyWage) {
    grounds.push(
      step(
        'tribunal.simple-amount',
        { amountFen: facts.amount, averageFen: facts.averageYearlyWage },
        simple(2),
      ),
    );
  }
  if (facts.haveBothAgreed) grounds.push(step('tribunal.simple-agreed', {}, simple(3)));

  const basis = [article('law', 31), article('org-rules', 13), article('rules', 56), article('rules', 57)];
  if (blockers.length > 0) return finding('three', basis, blockers);
  return grounds.length > 0
    ? finding('sole', basis, grounds)
    : finding('three', basis, [step('tribunal.three-not-simple', {}, { article: article('law', 31) })]);
}
