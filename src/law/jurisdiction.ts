import { LocalDate } from '../kernel/local-date';
import { Article, article } from './articles';
import { finding, Finding, Step, step } from './finding';

/** Which commission hears a dispute (Law 21, Rules 8). Objection and transfer: jurisdiction-objection.ts. */

/** A place that connects a dispute with a commission. */
export interface ConnectedPlace {
  readonly name: string;
  /** Whose area it is (commission-area.ts); null while no row of the table says. */
  readonly commission: string | null;
}

export interface EmployerSeat {
  readonly isRegistered: boolean;
  readonly registered: ConnectedPlace | null;
  readonly mainOffice: ConnectedPlace | null;
  /** Places of the investors, of the founding and of the supervising unit. They count only for an unregistered employer. */
  readonly sponsors: readonly ConnectedPlace[];
}

/** An application on this dispute, to this or another commission. */
export interface CompetingApplication {
  readonly by: 'worker' | 'employer';
  readonly commission: string;
  /** Null while it has not been accepted. */
  readonly acceptedOn: LocalDate | null;
}

export interface JurisdictionFacts {
  /** Where the worker actually works or worked; empty when that is not clear. */
  readonly workplaces: readonly ConnectedPlace[];
  readonly seat: EmployerSeat;
  readonly applications: readonly CompetingApplication[];
}

export interface Competence {
  /** Every commission that may hear the dispute, those of the place of performance first. */
  readonly competent: readonly string[];
  /** The one that does, among those applied to; null while nothing has been applied for, or nothing decides. */
  readonly prevailing: string | null;
  /** The commissions have to agree, or the authority above them designates one (Rules 9(2)). */
  readonly needsAgreement: boolean;
}

/** Registered place or main office; for an unregistered employer the place of those behind it (Rules 8(1)). */
export function seatOf(seat: EmployerSeat): Finding<readonly ConnectedPlace[]> {
  const basis = [article('rules', 8, 1)];
  const rule = { article: article('rules', 8, 1) };
  if (!seat.isRegistered) {
    return finding(
      seat.sponsors,
      basis,
      seat.sponsors.length === 0
        ? [step('jurisdiction.seat-sponsor-needed')]
        : seat.sponsors.map((each) => step('jurisdiction.seat-sponsor', { place: each.name })),
    );
  }
  const places: ConnectedPlace[] = [];
  const steps: Step[] = [];
  if (seat.registered) {
    places.push(seat.registered);
    steps.push(step('jurisdiction.seat-registered', { place: seat.registered.name }, rule));
  }
  if (seat.mainOffice && seat.mainOffice.name !== seat.registered?.name) {
    places.push(seat.mainOffice);
    steps.push(step('jurisdiction.seat-office', { place: seat.mainOffice.name }, rule));
  }
  return finding(places, basis, steps);
}

/**
 * Every commission that may hear the dispute, and which of those applied to does. Unclear place of performance: the
 * seat. Applied to by both sides: the place of performance. Several places of performance: the first to accept.
 */
export function decideCompetence(facts: JurisdictionFacts): Finding<Competence> {
  const seat = seatOf(facts.seat);
  const steps: Step[] = [];
  for (const place of facts.workplaces) {
    steps.push(step('jurisdiction.workplace', { place: place.name }, { article: article('rules', 8, 1) }));
  }
  const isUnclear = facts.workplaces.length === 0;
  if (isUnclear) steps.push(step('jurisdiction.workplace-unclear', {}, { article: article('rules', 8, 2) }));
  steps.push(...seat.steps);
  for (const place of [...facts.workplaces, ...seat.value]) {
    if (place.commission === null) steps.push(step('jurisdiction.area-unknown', { place: place.name }));
  }
  const performance = commissionsOf(facts.workplaces);
  const seats = commissionsOf(seat.value);
  const competent = [...performance, ...seats.filter((each) => !performance.includes(each))];
  const chosen = prevailing(facts.applications, competent, performance, isUnclear);
  return finding(
    { competent, prevailing: chosen.commission, needsAgreement: chosen.needsAgreement },
    [article('law', 21, 2), article('rules', 8)],
    [...steps, ...chosen.steps],
  );
}

interface Choice {
  readonly commission: string | null;
  readonly needsAgreement: boolean;
  readonly steps: readonly Step[];
}

function prevailing(
  all: readonly CompetingApplication[],
  competent: readonly string[],
  performance: readonly string[],
  isUnclear: boolean,
): Choice {
  const applications = all.filter((each) => competent.includes(each.commission));
  const places = [...new Set(applications.map((each) => each.commission))];
  if (places.length < 2) return { commission: places[0] ?? null, needsAgreement: false, steps: [] };
  // For several seats the text names nobody, so the commissions agree or ask above (Rules 9(2)).
  if (isUnclear) return undecided(step('jurisdiction.seats-compete'));

  const atPerformance = applications.filter((each) => performance.includes(each.commission));
  const atSeat = applications.filter((each) => !performance.includes(each.commission));
  const bothSides = atPerformance.some((here) => atSeat.some((there) => there.by !== here.by));
  const steps: Step[] = [];
  if (bothSides) {
    steps.push(step('jurisdiction.performance-prevails', {}, { article: article('law', 21, 2) }));
  }
  const candidates = bothSides ? atPerformance : applications;
  const remaining = [...new Set(candidates.map((each) => each.commission))];
  if (remaining.length === 1) return { commission: remaining[0]!, needsAgreement: false, steps };
  // One side that applies at the place of performance and at the seat applies twice on the same matter.
  const isSameSideTwice = !bothSides && atSeat.length > 0;
  return firstToAccept(
    candidates,
    steps,
    isSameSideTwice ? article('rules', 34, undefined, 2) : article('rules', 8, 2),
  );
}

function firstToAccept(
  candidates: readonly CompetingApplication[],
  steps: readonly Step[],
  because: Article,
): Choice {
  const days = candidates.flatMap((each) => (each.acceptedOn === null ? [] : [each.acceptedOn])).sort();
  const first = days[0];
  const rule = { article: because };
  if (first === undefined) {
    return {
      commission: null,
      needsAgreement: false,
      steps: [...steps, step('jurisdiction.nobody-accepted-yet', {}, rule)],
    };
  }
  const earliest = new Set(
    candidates.filter((each) => each.acceptedOn === first).map((each) => each.commission),
  );
  if (earliest.size > 1)
    return undecided(...steps, step('jurisdiction.accepted-same-day', { acceptedOn: first }));
  return {
    commission: [...earliest][0]!,
    needsAgreement: false,
    steps: [...steps, step('jurisdiction.first-to-accept', { acceptedOn: first }, rule)],
  };
}

function undecided(...steps: Step[]): Choice {
  const rule = { article: article('rules', 9, 2) };
  return {
    commission: null,
    needsAgreement: true,
    steps: [...steps, step('jurisdiction.agree-or-designate', {}, rule)],
  };
}

function commissionsOf(places: readonly ConnectedPlace[]): string[] {
  const named = places.flatMap((place) => (place.commission === null ? [] : [place.commission]));
  return [...new Set(named)];
}

/**
 * Whether a move of the workplace or of the employer's seat still counts. After acceptance it does not change
 * jurisdiction (Rules 8(3)); a move on the day of acceptance cannot be shown to have come before it.
 */
export function doesMoveCount(movedOn: LocalDate, acceptedOn: LocalDate | null): Finding<boolean> {
  const rule = { article: article('rules', 8, 3) };
  return acceptedOn !== null && movedOn >= acceptedOn
    ? finding(false, [], [step('jurisdiction.moved-after-acceptance', { movedOn, acceptedOn }, rule)])
    : finding(true, [], [step('jurisdiction.moved-before-acceptance', { movedOn }, rule)]);
}
