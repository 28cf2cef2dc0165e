import { LocalDate } from '../kernel/local-date';
import { contains, Period } from '../kernel/period';
import { Article, article } from './articles';
import { COLLECTIVE_FROM } from './collective';
import { finding, Finding, Step, step } from './finding';
import { simpleBlockers, SimpleBlockers, SimpleFacts, simpleGrounds } from './simplified-procedure';

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
  /** Ids of those who have withdrawn from this case (Law 33); nobody where it is left out. */
  readonly recusedIds?: readonly string[];
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
    ...(seat.recusedIds?.includes(person.id)
      ? [step('tribunal.recused', {}, { article: article('law', 33, 1) })]
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
  // Its own commission's term may run on: which engagement is over has to be said.
  const { kind, to } = here.reduce((latest, each) => (each.to > latest.to ? each : latest));
  return kind === 'mutual'
    ? [step('tribunal.mutual-engagement-ended', { toOn: to }, { ...term, date: to })]
    : [step('tribunal.engagement-ended', { toOn: to }, { ...term, date: to })];
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

export interface CompositionFacts extends SimpleFacts, SimpleBlockers {
  readonly workers: number;
  readonly hasCommonClaims: boolean;
  readonly isCollectiveContract: boolean;
  readonly isMajorOrDifficult: boolean;
  /** The commission thinks three are needed (Organisation Rules 13(4)). */
  readonly isThreeByDecision: boolean;
  /** Rules 62(2) would allow what Organisation Rules 13(1) forbids: a setting of the commission, off by default. */
  readonly mayHandleCollectiveSimply?: boolean;
}

/** Whether one arbitrator may decide, or three must. */
export function composition(facts: CompositionFacts): Finding<'sole' | 'three'> {
  const org = (item: number) => ({ article: article('org-rules', 13, 1, item) });
  const blockers: Step[] = [];
  if (facts.workers >= COLLECTIVE_FROM && facts.hasCommonClaims && !facts.mayHandleCollectiveSimply) {
    blockers.push(step('tribunal.three-collective', { workers: facts.workers }, org(1)));
  }
  if (facts.isCollectiveContract) blockers.push(step('tribunal.three-collective-contract', {}, org(2)));
  if (facts.isMajorOrDifficult) blockers.push(step('tribunal.three-major', {}, org(3)));
  if (facts.isThreeByDecision) blockers.push(step('tribunal.three-by-decision', {}, org(4)));
  blockers.push(...simpleBlockers(facts));
  const grounds = simpleGrounds(facts);

  const basis = [article('law', 31), article('org-rules', 13), article('rules', 56), article('rules', 57)];
  if (blockers.length > 0) return finding('three', basis, blockers);
  return grounds.length > 0
    ? finding('sole', basis, grounds)
    : finding('three', basis, [step('tribunal.three-not-simple', {}, { article: article('law', 31) })]);
}

/** Whose side a member of a tripartite tribunal stands for (Rules 65(2), Law 19(1)). */
export type Side = 'labour-administration' | 'union' | 'employers';

export interface SeatedTribunal {
  readonly arbitratorIds: readonly string[];
  /** Null where there is none. */
  readonly presidingId: string | null;
  readonly recorderIds: readonly string[];
  readonly needs: 'sole' | 'three';
  readonly isCollectiveContract: boolean;
  /** The sides its members stand for; looked at in disputes on a collective contract only. */
  readonly sides: readonly Side[];
}

/** Whether a tribunal is composed as it has to be; if not, the commission revokes it and forms another (Org Rules 15). */
export function checkTribunal(tribunal: SeatedTribunal): Finding<boolean> {
  const { arbitratorIds, presidingId } = tribunal;
  const law = { article: article('law', 31) };
  const problems: Step[] = [];
  if (new Set(arbitratorIds).size !== arbitratorIds.length) problems.push(step('tribunal.seated-twice'));
  if (tribunal.needs === 'three' && arbitratorIds.length !== 3) {
    problems.push(step('tribunal.not-three', { count: arbitratorIds.length }, law));
  } else if (arbitratorIds.length !== 1 && arbitratorIds.length !== 3) {
    problems.push(step('tribunal.neither-one-nor-three', { count: arbitratorIds.length }, law));
  }
  if (arbitratorIds.length > 1 && (presidingId === null || !arbitratorIds.includes(presidingId))) {
    problems.push(step('tribunal.no-presiding', {}, law));
  }
  if (tribunal.recorderIds.some((id) => arbitratorIds.includes(id))) {
    problems.push(step('tribunal.is-recorder', {}, { article: article('org-rules', 14, 2) }));
  }
  if (tribunal.isCollectiveContract && new Set(tribunal.sides).size !== 3) {
    problems.push(step('tribunal.not-tripartite', {}, { article: article('rules', 65, 2) }));
  }
  const basis = [article('law', 31), article('org-rules', 13)];
  if (problems.length === 0) return finding(true, basis, [step('tribunal.proper', {}, law)]);
  const again = step('tribunal.form-again', {}, { article: article('org-rules', 15) });
  return finding(false, basis, [...problems, again]);
}
