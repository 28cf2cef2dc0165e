import { compareDates, LocalDate } from '../../kernel/local-date';
import type { LimitationClaim } from '../limitation';

/** Why the 45 days begin again (Rules 46). */
export type RestartGround = 'party-added' | 'claims-changed' | 'counterclaim-joined' | 'transferred-in';

/** What each kind of event tells besides its day. */
interface EventFacts {
  /** On the day known (civil servants: the dispute arose). For each claim, as far as limitation listens. */
  'right-injured': { readonly claim: string } & Omit<LimitationClaim, 'knownOn'>;

  /** A mediation organisation has received an application; it need not know of any arbitration. */
  'mediation-received': { readonly mediation: string };
  /** Both parties agree to go on (Provisions on Mediation 29). */
  'mediation-prolonged': { readonly mediation: string; readonly until: LocalDate };
  /** With an agreement or without. */
  'mediation-ended': { readonly mediation: string };
  /** Signed by both, signed and sealed for the organisation (Law 14(2)). */
  'agreement-effective': { readonly agreement: string };
  'review-requested': { readonly agreement: string };
  'review-accepted': { readonly agreement: string };
  'review-extended': { readonly agreement: string };
  /** By a mediation statement, a refusal to make one, or withdrawal (Rules 77 to 79). */
  'review-ended': { readonly agreement: string };

  received: object;
  'correction-requested': object;
  corrected: object;
  /** The applicant agrees to mediation first (Rules 69). */
  'acceptance-deferred': object;
  /** That mediation is over or no longer wanted. */
  'acceptance-resumed': object;
  refused: object;
  referred: object;
  accepted: { readonly respondents: readonly string[]; readonly isCollective?: boolean };
  /** Acceptance is found to have been wrong (Rules 32); the case ends. */
  revoked: object;
  'revocation-notified': object;

  'copy-served': { readonly respondent: string };
  /** Simple handling: 0 working days where the defence period is dropped (Rules 58). */
  'defence-period-agreed': { readonly respondent: string; readonly days: number };
  'answer-received': { readonly respondent: string };
  'answer-forwarded': { readonly respondent: string };
  /** The respondent has received the added or changed claims (Rules 44). */
  'changed-claims-served': { readonly change: string; readonly respondent: string };
  /** The respondent expressly gives up the defence period for that change. */
  'defence-waived': { readonly change: string; readonly respondent: string };
  'counterclaim-received': { readonly counterclaim: string };
  'counterclaim-decided': { readonly counterclaim: string };

  'tribunal-notified': object;
  /** Collective cases: tribunal, defence and evidence periods, hearing, told at one time (Rules 64). */
  'combined-notice-given': object;
  'recusal-requested': { readonly recusal: string };
  'recusal-decided': { readonly recusal: string };

  /** After an outage of ours on its last day (Civil Procedure Law 86, by Rules 19(2)). */
  'period-extended': { readonly clock: 'D05'; readonly subject: string; readonly until: LocalDate };
  'evidence-period-set': { readonly until: LocalDate };
  /** Setting the same hearing again moves it. */
  'hearing-set': {
    readonly hearing: string;
    readonly hearingOn: LocalDate;
    readonly parties: readonly string[];
  };
  'notice-served': { readonly hearing: string; readonly party: string };
  /** A party gives up the five days. */
  'notice-waived': { readonly hearing: string; readonly party: string };
  /** At a party's request (Rules 38). It stops nothing. */
  'hearing-postponed': { readonly hearing: string };
  /** Called off by the commission: nobody waits for its notice any more. */
  'hearing-cancelled': { readonly hearing: string };
  /** On the day on which both parties had agreed (Rules 70). It stops nothing. */
  'mediation-entrusted': object;
  'entrusted-mediation-ended': object;
  /** From simple to ordinary handling (Rules 61). It restarts nothing. */
  'converted-to-ordinary': object;

  suspended: object;
  resumed: object;
  'public-notice-began': { readonly paper: string };
  /** Only when the addressee was reached before the thirty days were over. */
  'public-notice-ended': { readonly paper: string };
  'extension-approved': { readonly days: number };
  'award-period-restarted': { readonly ground: RestartGround };
  /** The award that ends the case; a partial award does not (Rules 49). */
  'award-made': object;

  posted: { readonly paper: string };
  'award-served': {
    readonly award: string;
    readonly party: string;
    readonly side: 'worker' | 'employer';
    readonly isFinal: boolean;
  };
  sued: { readonly award: string; readonly party: string };
  'set-aside-requested': { readonly award: string; readonly party: string };
  /** A party receives the ruling that sets the award aside (Law 49(3)). */
  'set-aside-ruling-served': { readonly award: string; readonly party: string };
  /** `performBy`: the last day to perform that the paper states, of the last instalment where there are several. */
  'took-effect': { readonly paper: string; readonly performBy: LocalDate | null };
  'enforcement-requested': { readonly paper: string };
  /** Any other end: withdrawal, mediation statement, termination. */
  closed: object;
  /** The file is bound and put away (Rules 21). */
  archived: { readonly closedBy: 'award' | 'other' };
}

export type EventType = keyof EventFacts;

export type EventOf<T extends EventType> = { readonly type: T; readonly on: LocalDate } & EventFacts[T];

/** The dated history of a case, as far as a clock listens to it. */
export type CaseEvent = { [T in EventType]: EventOf<T> }[EventType];

type Named<T extends EventType> = Extract<CaseEvent, { readonly type: T }>;

/** By day; events of one day in the order told. */
export function inOrder(history: readonly CaseEvent[]): CaseEvent[] {
  return [...history].sort((a, b) => compareDates(a.on, b.on));
}

export function all<T extends EventType>(events: readonly CaseEvent[], ...types: T[]): Named<T>[] {
  return events.filter((event): event is Named<T> => (types as readonly string[]).includes(event.type));
}

export function first<T extends EventType>(
  events: readonly CaseEvent[],
  ...types: T[]
): Named<T> | undefined {
  return all(events, ...types)[0];
}

export function last<T extends EventType>(events: readonly CaseEvent[], ...types: T[]): Named<T> | undefined {
  return all(events, ...types).at(-1);
}

/** What was told after an event, on the same day too. */
export function after(events: readonly CaseEvent[], event: CaseEvent): CaseEvent[] {
  return events.slice(events.indexOf(event) + 1);
}

/** The first of each subject: what has taken effect takes effect once. */
export function firstOfEach<E>(events: readonly E[], subject: (event: E) => string): E[] {
  const seen = new Map<string, E>();
  for (const event of events) if (!seen.has(subject(event))) seen.set(subject(event), event);
  return [...seen.values()];
}
