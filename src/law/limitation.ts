import { diffDays, LocalDate } from '../kernel/local-date';
import { Article, article } from './articles';
import { WorkCalendar } from './calendar';
import { ClaimKind } from './claims/claim';
import { count, Counted, Counting, forward, Standstill } from './counting';
import { finding, Finding, Step, step } from './finding';

const RULES = (item: number) => article('rules', 27, 1, item);
const PROVISIONS = (item: number) => article('mediation-provisions', 31, undefined, item);

/**
 * What begins the period anew: the three of Rules 27, and the eight of article 31 of the Provisions on Negotiation and
 * Mediation of Enterprise Labour Disputes. That article refers to article 10 of the 2009 Rules; the same rule now stands
 * in article 27. Its events happen on the day on which talks or mediation are refused, fail or are broken.
 */
export const INTERRUPTION_GROUNDS = {
  'claimed-from-other': { textKey: 'limitation.ground.claimed-from-other', basis: RULES(1) },
  'asked-for-mediation': { textKey: 'limitation.ground.asked-for-mediation', basis: RULES(1) },
  complained: { textKey: 'limitation.ground.complained', basis: RULES(2) },
  'applied-for-arbitration': { textKey: 'limitation.ground.applied-for-arbitration', basis: RULES(2) },
  sued: { textKey: 'limitation.ground.sued', basis: RULES(2) },
  'asked-for-payment-order': { textKey: 'limitation.ground.asked-for-payment-order', basis: RULES(2) },
  'agreed-to-perform': { textKey: 'limitation.ground.agreed-to-perform', basis: RULES(3) },
  'talks-refused': { textKey: 'limitation.ground.talks-refused', basis: PROVISIONS(1) },
  'talks-broken-off': { textKey: 'limitation.ground.talks-broken-off', basis: PROVISIONS(2) },
  'talks-failed': { textKey: 'limitation.ground.talks-failed', basis: PROVISIONS(3) },
  'settlement-broken': { textKey: 'limitation.ground.settlement-broken', basis: PROVISIONS(4) },
  'mediation-refused': { textKey: 'limitation.ground.mediation-refused', basis: PROVISIONS(5) },
  'mediation-broken-off': { textKey: 'limitation.ground.mediation-broken-off', basis: PROVISIONS(6) },
  'mediation-failed': { textKey: 'limitation.ground.mediation-failed', basis: PROVISIONS(7) },
  'mediation-agreement-broken': {
    textKey: 'limitation.ground.mediation-agreement-broken',
    basis: PROVISIONS(8),
  },
} as const satisfies Record<string, { readonly textKey: string; readonly basis: Article }>;

export type InterruptionGround = keyof typeof INTERRUPTION_GROUNDS;

export interface Interruption {
  readonly on: LocalDate;
  readonly ground: InterruptionGround;
}

/** What keeps somebody from applying (Rules 28). */
export const SUSPENSION_GROUNDS = {
  'force-majeure': 'limitation.ground.force-majeure',
  'no-legal-representative': 'limitation.ground.no-legal-representative',
  'other-good-reason': 'limitation.ground.other-good-reason',
} as const;

export type SuspensionGround = keyof typeof SUSPENSION_GROUNDS;

export interface LimitationSuspension {
  readonly from: LocalDate;
  /** The day on which the cause was gone, from which the period goes on; null while it lasts. */
  readonly endedOn: LocalDate | null;
  readonly ground: SuspensionGround;
}

/** What one claim needs to know of; the day of filing is asked about it separately. */
export interface LimitationClaim {
  readonly kind: ClaimKind;
  /** 聘任制公务员, and staff so engaged by bodies managed after that law (Rules 2(2)): sixty days. All others: a year. */
  readonly isAppointedCivilServant: boolean;
  /** When the applicant knew or should have known of the injury; for civil servants the day the dispute arose. */
  readonly knownOn: LocalDate;
  /** Last day of employment; null while it goes on. */
  readonly employmentEndedOn: LocalDate | null;
  /** In any order. Those before the period has begun or after it has run out change nothing. */
  readonly interruptions: readonly Interruption[];
  readonly suspensions: readonly LimitationSuspension[];
}

export interface LimitationPeriod extends Counted {
  readonly startedOn: LocalDate;
  readonly counting: Counting;
  readonly basis: readonly Article[];
}

export interface LimitationFacts extends LimitationClaim {
  readonly filedOn: LocalDate;
}

export interface Limitation {
  /** On the day of filing. not-limited: wages while employed. suspended: it stands still that day. */
  readonly state: 'not-limited' | 'running' | 'suspended' | 'expired';
  /** The last day; null where no limitation runs or it stands still without an end in sight. */
  readonly expiresOn: LocalDate | null;
  /** Natural days after the day of filing up to the last; negative once expired; null without a last day. */
  readonly daysLeft: number | null;
  /** The respondent could plead it. The commission does not look at it of its own motion and never refuses for it. */
  readonly isAtRisk: boolean;
  readonly isProvisional: boolean;
}

export const LIMITATION = { years: 1, civilServantDays: 60 } as const;

/**
 * The period to apply for arbitration, for one claim, without asking when it was used. Null while none runs: wages of
 * somebody still employed (Rules 26(3), which lifts the year of its first paragraph and not the sixty days of its second).
 */
export function limitationPeriod(claim: LimitationClaim, calendar: WorkCalendar): LimitationPeriod | null {
  const start = startOf(claim);
  if (start === null) return null;
  const stops = claim.suspensions.map((each): Standstill => ({
    from: each.from,
    until: each.endedOn,
    cause: 'limitation',
  }));
  const countFrom = (from: LocalDate): Counting =>
    claim.isAppointedCivilServant
      ? forward(from, LIMITATION.civilServantDays, 'natural', stops)
      : forward(from, LIMITATION.years, 'years', stops);
  const steps: Step[] = [start.step, ...suspensionSteps(claim)];
  let startedOn = start.on;
  let counting = countFrom(startedOn);
  let counted = count(counting, calendar);
  for (const { on, ground } of [...claim.interruptions].sort(byDay)) {
    const { textKey, basis } = INTERRUPTION_GROUNDS[ground];
    const interruption = { dayOn: on, groundKey: textKey };
    if (on < startedOn) {
      steps.push(step('limitation.interrupted-too-early', interruption, { date: on }));
    } else if (counted.dueOn !== null && on > counted.dueOn) {
      // Time that has run out is not brought back.
      steps.push(
        step(
          'limitation.interrupted-too-late',
          { dayOn: on, groundKey: textKey, expiresOn: counted.dueOn },
          { date: on },
        ),
      );
    } else {
      steps.push(step('limitation.interrupted', interruption, { date: on, article: basis }));
      const anew = countFrom(on);
      const next = count(anew, calendar);
      // A year from 28 and from 29 February ends on one day, so that a standstill could end the later one first.
      if (next.dueOn !== null && counted.dueOn !== null && next.dueOn < counted.dueOn) continue;
      [startedOn, counting, counted] = [on, anew, next];
    }
  }
  return {
    ...counted,
    startedOn,
    counting,
    basis: start.basis,
    steps: [...steps, ...counted.steps],
  };
}

/**
 * The period as a warning at filing, with the state on that day. It is a defence: only a plea of the respondent makes it
 * count, and no application is refused for it (it is not among the conditions of Rules 30).
 */
export function limitation(facts: LimitationFacts, calendar: WorkCalendar): Finding<Limitation> {
  const { filedOn } = facts;
  // The application is itself the last interruption.
  const interruptions = facts.interruptions.filter(({ on }) => on <= filedOn);
  const period = limitationPeriod({ ...facts, interruptions }, calendar);
  if (period === null || isEmployedClaim(facts, filedOn)) {
    const value: Limitation = {
      state: 'not-limited',
      expiresOn: null,
      daysLeft: null,
      isAtRisk: false,
      isProvisional: false,
    };
    return finding(value, wageBasis(), [
      step('limitation.wages-while-employed', {}, { article: article('law', 27, 4) }),
    ]);
  }
  const { dueOn: expiresOn, isProvisional, basis } = period;
  const isExpired = expiresOn !== null && filedOn > expiresOn;
  const stop = facts.suspensions.find(
    (each) => each.from <= filedOn && (each.endedOn === null || filedOn < each.endedOn),
  );
  const state = isExpired ? 'expired' : stop && filedOn > period.startedOn ? 'suspended' : 'running';
  const value: Limitation = {
    state,
    expiresOn,
    daysLeft: expiresOn === null ? null : diffDays(filedOn, expiresOn),
    isAtRisk: isExpired,
    isProvisional,
  };
  return finding(value, basis, [...period.steps, ...conclusion(expiresOn, filedOn)]);
}

function conclusion(expiresOn: LocalDate | null, filedOn: LocalDate): Step[] {
  // Where it stands still, the count has said so.
  if (expiresOn === null) return [];
  if (filedOn <= expiresOn) return [step('limitation.in-time', { expiresOn }, { date: expiresOn })];
  return [
    step('limitation.at-risk', { expiresOn, filedOn }, { date: expiresOn, article: article('rules', 30) }),
  ];
}

interface Start {
  readonly on: LocalDate;
  readonly step: Step;
  readonly basis: readonly Article[];
}

const wageBasis = (): Article[] => [article('law', 27, 4), article('rules', 26, 3)];

function startOf(claim: LimitationClaim): Start | null {
  const { knownOn, employmentEndedOn: endedOn } = claim;
  if (claim.isAppointedCivilServant) {
    const basis = [article('rules', 26, 2), article('civil-servant-law', 105, 1)];
    const on = knownOn;
    return { on, basis, step: step('limitation.dispute-arose', { startedOn: on }, { date: on }) };
  }
  if (claim.kind !== 'labour-remuneration') {
    const basis = [article('law', 27, 1), article('rules', 26, 1)];
    const on = knownOn;
    return { on, basis, step: step('limitation.known', { startedOn: on }, { date: on }) };
  }
  if (endedOn === null) return null;
  return {
    on: endedOn,
    basis: wageBasis(),
    step: step('limitation.wages-after-end', { startedOn: endedOn }, { date: endedOn }),
  };
}

/** Filed on the last day of employment or before: the employment still goes on. */
function isEmployedClaim(claim: LimitationClaim, filedOn: LocalDate): boolean {
  const { employmentEndedOn: endedOn } = claim;
  const isWage = claim.kind === 'labour-remuneration' && !claim.isAppointedCivilServant;
  return isWage && endedOn !== null && filedOn <= endedOn;
}

function suspensionSteps({ suspensions }: LimitationClaim): Step[] {
  return suspensions.map(({ from, endedOn, ground }) => {
    const groundKey = SUSPENSION_GROUNDS[ground];
    const details = { date: from, article: article('rules', 28) };
    return endedOn === null
      ? step('limitation.suspended-since', { fromOn: from, groundKey }, details)
      : step('limitation.suspended', { fromOn: from, groundKey, endedOn }, details);
  });
}

function byDay(a: Interruption, b: Interruption): number {
  return diffDays(b.on, a.on);
}
