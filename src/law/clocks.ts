import { addDays, compareDates, diffDays, LocalDate, maxDate } from '../kernel/local-date';
import { Article, article } from './articles';
import {
  countWorkingDays,
  countWorkingDaysBack,
  isProvisional,
  rollForwardWithSteps,
  WorkCalendar,
  workingDaysBetween,
} from './calendar';
import { finding, Finding, Step, step } from './finding';

export type ClockCode =
  | 'D01'
  | 'D02'
  | 'D03'
  | 'D04'
  | 'D05'
  | 'D06'
  | 'D08'
  | 'D09'
  | 'D10'
  | 'D13'
  | 'D14'
  | 'D16'
  | 'D19'
  | 'D20';

export interface ClockRule {
  readonly code: ClockCode;
  readonly titleKey: string;
  /** The event that starts it (or, for D09 and D10, from whose day it is counted back). */
  readonly trigger: keyof EventFacts;
  /** Null where the commission says how long. */
  readonly length: number | null;
  readonly unit: 'working' | 'natural' | 'stated';
  /** A duty is met by an act; a window closes by itself; an effect comes about by itself. */
  readonly kind: 'duty' | 'window' | 'effect';
  readonly bearer: 'commission' | 'tribunal' | 'respondent' | 'party';
  readonly basis: readonly Article[];
  /** What follows when it runs out. */
  readonly consequenceKey: string;
}

/** Which day is meant is settled by Rules 80: three, five and ten are working days, fifteen and forty-five natural days. */
export const CLOCK_RULES = {
  D01: {
    code: 'D01',
    titleKey: 'clock.d01.title',
    trigger: 'received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 29), article('rules', 30), article('rules', 31)],
    consequenceKey: 'clock.d01.missed',
  },
  D02: {
    code: 'D02',
    titleKey: 'clock.d02.title',
    trigger: 'received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 29, 4)],
    consequenceKey: 'clock.d02.missed',
  },
  D03: {
    code: 'D03',
    titleKey: 'clock.d03.title',
    trigger: 'accepted',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 30, 1), article('rules', 33, 1)],
    consequenceKey: 'clock.d03.missed',
  },
  D04: {
    code: 'D04',
    titleKey: 'clock.d04.title',
    trigger: 'accepted',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 32), article('rules', 37)],
    consequenceKey: 'clock.d04.missed',
  },
  D05: {
    code: 'D05',
    titleKey: 'clock.d05.title',
    trigger: 'copy-served',
    length: 10,
    unit: 'working',
    kind: 'duty',
    bearer: 'respondent',
    basis: [article('law', 30, 2), article('rules', 33, 2), article('rules', 10), article('rules', 36)],
    consequenceKey: 'clock.d05.missed',
  },
  D06: {
    code: 'D06',
    titleKey: 'clock.d06.title',
    trigger: 'answer-received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 30, 2), article('rules', 33, 2)],
    consequenceKey: 'clock.d06.missed',
  },
  D08: {
    code: 'D08',
    titleKey: 'clock.d08.title',
    trigger: 'evidence-period-set',
    length: null,
    unit: 'stated',
    kind: 'window',
    bearer: 'party',
    basis: [article('rules', 15)],
    consequenceKey: 'clock.d08.missed',
  },
  D09: {
    code: 'D09',
    titleKey: 'clock.d09.title',
    trigger: 'hearing-set',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 35), article('rules', 38)],
    consequenceKey: 'clock.d09.missed',
  },
  D10: {
    code: 'D10',
    titleKey: 'clock.d10.title',
    trigger: 'hearing-set',
    length: 3,
    unit: 'working',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 35), article('rules', 38)],
    consequenceKey: 'clock.d10.missed',
  },
  D13: {
    code: 'D13',
    titleKey: 'clock.d13.title',
    trigger: 'accepted',
    length: 45,
    unit: 'natural',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 43, 1), article('rules', 45)],
    consequenceKey: 'clock.d13.missed',
  },
  D14: {
    code: 'D14',
    titleKey: 'clock.d14.title',
    trigger: 'extension-approved',
    length: 15,
    unit: 'natural',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 43, 1), article('rules', 45)],
    consequenceKey: 'clock.d14.missed',
  },
  D16: {
    code: 'D16',
    titleKey: 'clock.d16.title',
    trigger: 'posted',
    length: 3,
    unit: 'working',
    kind: 'effect',
    bearer: 'party',
    basis: [article('rules', 20, 2)],
    consequenceKey: 'clock.d16.missed',
  },
  D19: {
    code: 'D19',
    titleKey: 'clock.d19.title',
    trigger: 'award-served',
    length: 15,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 48), article('law', 50)],
    consequenceKey: 'clock.d19.missed',
  },
  D20: {
    code: 'D20',
    titleKey: 'clock.d20.title',
    trigger: 'award-served',
    length: 30,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 49, 1)],
    consequenceKey: 'clock.d20.missed',
  },
} as const satisfies Record<ClockCode, ClockRule>;

/** Why the 45 days begin again (Rules 46). */
export type RestartGround = 'party-added' | 'claims-changed' | 'counterclaim-joined' | 'transferred-in';

/** What each kind of event tells besides its day. */
interface EventFacts {
  received: object;
  'correction-requested': object;
  corrected: object;
  refused: object;
  referred: object;
  accepted: { readonly respondents: readonly string[] };
  'copy-served': { readonly respondent: string };
  'answer-received': { readonly respondent: string };
  'answer-forwarded': { readonly respondent: string };
  'tribunal-notified': object;
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
  suspended: object;
  resumed: object;
  'public-notice-began': object;
  'public-notice-ended': object;
  'extension-approved': { readonly days: number };
  'award-period-restarted': { readonly ground: RestartGround };
  'award-made': object;
  posted: { readonly paper: string };
  'award-served': {
    readonly award: string;
    readonly party: string;
    readonly side: 'worker' | 'employer';
    readonly isFinal: boolean;
  };
  /** Any other end: withdrawal, mediation statement, revocation. */
  closed: object;
}

type EventOf<T extends keyof EventFacts> = { readonly type: T; readonly on: LocalDate } & EventFacts[T];

type Named<T extends keyof EventFacts> = Extract<CaseEvent, { readonly type: T }>;

/** The dated history of a case, as far as a clock listens to it. */
export type CaseEvent = { [T in keyof EventFacts]: EventOf<T> }[keyof EventFacts];

/**
 * running: nothing has answered it yet (whether it is overdue depends on the day one asks: see `remaining`).
 * suspended: it stands still. met: answered in time. missed: answered too late. extended: D14 has taken over.
 * lapsed: the case moved on and it no longer matters.
 */
export type ClockState = 'running' | 'suspended' | 'met' | 'missed' | 'extended' | 'lapsed';

export interface Clock {
  readonly code: ClockCode;
  /** The respondent, hearing, paper or award and party that it belongs to; null for the whole case. */
  readonly subject: string | null;
  readonly state: ClockState;
  readonly startedOn: LocalDate;
  /** The last day; null while the clock stands still. */
  readonly dueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly restartedBy: keyof EventFacts | null;
  /** Days left when it was stopped; null unless suspended. */
  readonly standsAt: number | null;
  /** True when the count passes days whose holidays are not yet announced. */
  readonly isProvisional: boolean;
  readonly finding: Finding<LocalDate | null>;
}

interface Draft {
  readonly code: ClockCode;
  readonly subject?: string;
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly metOn?: LocalDate | null;
  readonly restartedBy?: keyof EventFacts | null;
  readonly standsAt?: number;
  readonly isExtended?: boolean;
  /** Overrides the comparison of metOn with dueOn, where a waiver makes a late day good. */
  readonly isMetInTime?: boolean;
  readonly isProvisional: boolean;
  readonly steps: readonly Step[];
}

/**
 * Every clock of a case, from its history alone. It takes no "today": whether a running clock is overdue is the
 * question of `remaining`. Events of one day are read in the order given.
 */
export function deriveClocks(history: readonly CaseEvent[], calendar: WorkCalendar): Clock[] {
  const events = [...history].sort((a, b) => compareDates(a.on, b.on));
  const closing = last(events, ['refused', 'referred', 'award-made', 'closed']);
  const drafts = [
    ...intakeClocks(events, calendar),
    ...answerClocks(events, calendar),
    ...hearingClocks(events, calendar),
    ...awardClocks(events, calendar),
  ];
  return [
    ...drafts.map((draft) => settle(draft, closing !== undefined)),
    // These outlive the case: service by posting and the time to go to court.
    ...afterClocks(events, calendar).map((draft) => settle(draft, false)),
  ];
}

function settle(draft: Draft, isCaseClosed: boolean): Clock {
  const metOn = draft.metOn ?? null;
  return {
    code: draft.code,
    subject: draft.subject ?? null,
    state: stateOf(draft, metOn, isCaseClosed),
    startedOn: draft.startedOn,
    dueOn: draft.dueOn,
    metOn,
    restartedBy: draft.restartedBy ?? null,
    standsAt: draft.standsAt ?? null,
    isProvisional: draft.isProvisional,
    finding: finding(draft.dueOn, CLOCK_RULES[draft.code].basis, [
      ...draft.steps,
      ...(draft.dueOn ? [step('clock.due', { dueOn: draft.dueOn }, { date: draft.dueOn })] : []),
    ]),
  };
}

function stateOf(draft: Draft, metOn: LocalDate | null, isCaseClosed: boolean): ClockState {
  if (draft.isExtended) return 'extended';
  if (metOn) {
    const isInTime = draft.isMetInTime ?? (draft.dueOn === null || metOn <= draft.dueOn);
    return isInTime ? 'met' : 'missed';
  }
  if (isCaseClosed) return 'lapsed';
  return draft.dueOn ? 'running' : 'suspended';
}

/** D01 and D02: from the application to the decision on it. */
function intakeClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const received = first(events, ['received']);
  if (!received) return [];
  const decided = first(events, ['accepted', 'refused', 'referred']);
  const requested = first(events, ['correction-requested']);
  const corrected = last(events, ['corrected']);
  const restart = corrected ?? received;
  const isWaiting = requested !== undefined && !corrected;
  const d01 = countWorkingDays(restart.on, CLOCK_RULES.D01.length, calendar);
  const restartSteps = corrected
    ? [
        step(
          'clock.restarted-by-correction',
          { restartedOn: corrected.on },
          { date: corrected.on, article: article('rules', 46, undefined, 2) },
        ),
      ]
    : [];
  const drafts: Draft[] = [
    isWaiting
      ? {
          code: 'D01',
          startedOn: received.on,
          dueOn: null,
          metOn: decided?.on ?? null,
          standsAt: CLOCK_RULES.D01.length,
          isProvisional: false,
          steps: [
            step(
              'clock.waits-for-correction',
              { requestedOn: requested.on },
              { date: requested.on, article: article('rules', 46, undefined, 2) },
            ),
          ],
        }
      : {
          code: 'D01',
          startedOn: restart.on,
          dueOn: d01.date,
          metOn: decided?.on ?? null,
          restartedBy: corrected ? 'corrected' : null,
          isProvisional: d01.isProvisional,
          steps: [...restartSteps, ...d01.steps],
        },
  ];
  // A decision on the application without asking for anything leaves nothing to notify: D02 then never mattered.
  if (requested || !decided) {
    const d02 = countWorkingDays(received.on, CLOCK_RULES.D02.length, calendar);
    drafts.push({
      code: 'D02',
      startedOn: received.on,
      dueOn: d02.date,
      metOn: requested?.on ?? null,
      isProvisional: d02.isProvisional,
      steps: d02.steps,
    });
  }
  return drafts;
}

/** D03 to D06: the copy to each respondent, the tribunal, each answer. */
function answerClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const drafts: Draft[] = [];
  const accepted = first(events, ['accepted']);
  const copies = all(events, 'copy-served');
  if (accepted) {
    for (const respondent of accepted.respondents) {
      const served = copies.find((copy) => copy.respondent === respondent);
      drafts.push(counted('D03', accepted.on, served?.on, calendar, respondent));
    }
    drafts.push(counted('D04', accepted.on, first(events, ['tribunal-notified'])?.on, calendar));
  }
  const answers = all(events, 'answer-received');
  for (const copy of firstPerRespondent(copies)) {
    const answer = answers.find((each) => each.respondent === copy.respondent);
    drafts.push(counted('D05', copy.on, answer?.on, calendar, copy.respondent));
  }
  const forwarded = all(events, 'answer-forwarded');
  for (const answer of firstPerRespondent(answers)) {
    const sent = forwarded.find((each) => each.respondent === answer.respondent);
    drafts.push(counted('D06', answer.on, sent?.on, calendar, answer.respondent));
  }
  return drafts;
}

/** D08 to D10: the evidence period, and what is counted back from a hearing. */
function hearingClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const drafts: Draft[] = [];
  const evidence = last(events, ['evidence-period-set']);
  if (evidence) {
    drafts.push({
      code: 'D08',
      startedOn: evidence.on,
      dueOn: evidence.until,
      isProvisional: false,
      steps: [
        step(
          'clock.set-by-commission',
          { setOn: evidence.on, untilOn: evidence.until },
          { date: evidence.until },
        ),
      ],
    });
  }
  for (const [hearing, set] of latestPerHearing(events)) {
    const notices = [...all(events, 'notice-served'), ...all(events, 'notice-waived')].filter(
      (each) => each.hearing === hearing.id && each.on >= set.on,
    );
    const restartedBy = hearing.isMoved ? ('hearing-set' as const) : null;
    const d09 = countWorkingDaysBack(set.hearingOn, CLOCK_RULES.D09.length, calendar);
    const given = set.parties.map((party) => noticeTo(party, notices, d09.date));
    const reached = given.flatMap(({ on }) => (on === null ? [] : [on]));
    drafts.push({
      code: 'D09',
      subject: hearing.id,
      startedOn: set.on,
      dueOn: d09.date,
      metOn: reached.length === given.length ? maxDate(set.on, ...reached) : null,
      isMetInTime: given.every(({ isInTime }) => isInTime),
      restartedBy,
      isProvisional: d09.isProvisional,
      steps: [
        step('clock.counted-back-from-hearing', { hearingOn: set.hearingOn }, { date: set.hearingOn }),
        ...d09.steps,
        ...(notices.some((each) => each.type === 'notice-waived') ? [step('clock.notice-waived')] : []),
      ],
    });
    const d10 = countWorkingDaysBack(set.hearingOn, CLOCK_RULES.D10.length, calendar);
    drafts.push({
      code: 'D10',
      subject: hearing.id,
      startedOn: set.on,
      dueOn: d10.date,
      restartedBy,
      isProvisional: d10.isProvisional,
      steps: [
        step('clock.counted-back-from-hearing', { hearingOn: set.hearingOn }, { date: set.hearingOn }),
        ...d10.steps,
      ],
    });
  }
  return drafts;
}

/** D13 and D14: the time to make the award, with what does not count (Rules 46(6)). */
function awardClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const accepted = first(events, ['accepted']);
  if (!accepted) return [];
  const restarted = last(events, ['award-period-restarted']);
  const start = restarted ?? accepted;
  const madeOn = last(events, ['award-made'])?.on ?? null;
  const extension = last(events, ['extension-approved']);
  const isExtended = extension !== undefined && extension.on >= start.on;
  const stops = standstills(events);
  const restartSteps = restarted ? [restartStep(restarted)] : [];
  const base = { startedOn: start.on, restartedBy: restarted ? restarted.type : null };
  const d13 = countNaturalDays(start.on, CLOCK_RULES.D13.length, stops, calendar);
  const drafts: Draft[] = [
    {
      code: 'D13',
      ...base,
      dueOn: d13.dueOn,
      metOn: madeOn,
      isExtended,
      ...(d13.standsAt === null ? {} : { standsAt: d13.standsAt }),
      isProvisional: d13.isProvisional,
      steps: [...restartSteps, ...d13.steps],
    },
  ];
  if (isExtended) {
    const longest = CLOCK_RULES.D14.length;
    if (!Number.isInteger(extension.days) || extension.days < 1 || extension.days > longest) {
      throw new RangeError(`an extension is 1 to ${longest} days, not ${extension.days}`);
    }
    // One period of 45 + n days: a day off at the end of the first part moves nothing, only the last day rolls.
    const d14 = countNaturalDays(start.on, CLOCK_RULES.D13.length + extension.days, stops, calendar);
    drafts.push({
      code: 'D14',
      ...base,
      dueOn: d14.dueOn,
      metOn: madeOn,
      ...(d14.standsAt === null ? {} : { standsAt: d14.standsAt }),
      isProvisional: d14.isProvisional,
      steps: [
        ...restartSteps,
        step(
          'clock.extended',
          { days: extension.days, approvedOn: extension.on },
          { date: extension.on, article: article('rules', 45) },
        ),
        ...d14.steps,
      ],
    });
  }
  return drafts;
}

/** D16, D19, D20: what begins when a paper has been posted or an award received. */
function afterClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const drafts: Draft[] = [];
  for (const posted of all(events, 'posted')) {
    drafts.push(counted('D16', posted.on, undefined, calendar, posted.paper));
  }
  for (const served of all(events, 'award-served')) {
    const subject = `${served.award}:${served.party}`;
    // A final award leaves the employer only the application to set it aside (Law 48, 49).
    const code = served.isFinal && served.side === 'employer' ? 'D20' : 'D19';
    const count = countNaturalDays(served.on, CLOCK_RULES[code].length, [], calendar);
    drafts.push({
      code,
      subject,
      startedOn: served.on,
      dueOn: count.dueOn,
      isProvisional: count.isProvisional,
      steps: count.steps,
    });
  }
  return drafts;
}

export interface Remaining {
  /** Days left after today, in the unit of the clock; negative once it is past. */
  readonly days: number;
  readonly unit: 'working' | 'natural';
  readonly isDueToday: boolean;
  /** The last day lies behind us. */
  readonly isPast: boolean;
  /** Past, and somebody was bound to act: a window that has closed is past, but not overdue. */
  readonly isOverdue: boolean;
}

/** How long a clock still has on a given day. Null when it has been answered, has lapsed or been extended. */
export function remaining(clock: Clock, today: LocalDate, calendar: WorkCalendar): Remaining | null {
  const rule = CLOCK_RULES[clock.code];
  const unit = rule.unit === 'working' ? 'working' : 'natural';
  if (clock.state === 'suspended' && clock.standsAt !== null) {
    return { days: clock.standsAt, unit, isDueToday: false, isPast: false, isOverdue: false };
  }
  if (clock.state !== 'running' || clock.dueOn === null) return null;
  const isPast = today > clock.dueOn;
  return {
    days:
      unit === 'working' ? workingDaysBetween(today, clock.dueOn, calendar) : diffDays(today, clock.dueOn),
    unit,
    isDueToday: today === clock.dueOn,
    isPast,
    isOverdue: isPast && rule.kind === 'duty',
  };
}

function counted(
  code: Exclude<ClockCode, 'D08'>,
  startedOn: LocalDate,
  metOn: LocalDate | undefined,
  calendar: WorkCalendar,
  subject?: string,
): Draft {
  const count = countWorkingDays(startedOn, CLOCK_RULES[code].length, calendar);
  return {
    code,
    ...(subject === undefined ? {} : { subject }),
    startedOn,
    dueOn: count.date,
    metOn: metOn ?? null,
    isProvisional: count.isProvisional,
    steps: count.steps,
  };
}

/** Stands still from `from` until the day before `until`; for ever while `until` is null. */
interface Standstill {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

function standstills(events: readonly CaseEvent[]): Standstill[] {
  return [
    ...pairs(events, 'suspended', 'resumed'),
    ...pairs(events, 'public-notice-began', 'public-notice-ended'),
  ].sort((a, b) => compareDates(a.from, b.from));
}

function pairs(
  events: readonly CaseEvent[],
  opens: keyof EventFacts,
  closes: keyof EventFacts,
): Standstill[] {
  const found: Standstill[] = [];
  let from: LocalDate | null = null;
  for (const event of events) {
    if (event.type === opens) from ??= event.on;
    else if (event.type === closes && from !== null) {
      found.push({ from, until: event.on });
      from = null;
    }
  }
  return from === null ? found : [...found, { from, until: null }];
}

interface NaturalCount {
  readonly dueOn: LocalDate | null;
  readonly standsAt: number | null;
  readonly isProvisional: boolean;
  readonly steps: readonly Step[];
}

function countNaturalDays(
  start: LocalDate,
  length: number,
  stops: readonly Standstill[],
  calendar: WorkCalendar,
): NaturalCount {
  const steps: Step[] = [
    step(
      'calendar.first-day-not-counted',
      { dayOn: start },
      { date: start, article: article('civil-procedure', 85) },
    ),
  ];
  // `counted` days lie behind `day`, the last day looked at.
  let day = start;
  let left = length;
  for (const stop of stops) {
    const from = maxDate(stop.from, addDays(day, 1));
    if (stop.until !== null && stop.until <= from) continue;
    const before = diffDays(day, from) - 1;
    if (before >= left) break;
    left -= before;
    if (stop.until === null) {
      steps.push(
        step(
          'clock.stands-still',
          { fromOn: stop.from, days: left },
          { date: stop.from, article: article('rules', 46, undefined, 6) },
        ),
      );
      return { dueOn: null, standsAt: left, isProvisional: false, steps };
    }
    day = addDays(stop.until, -1);
    steps.push(
      step(
        'clock.days-not-counted',
        { fromOn: from, toOn: day, days: diffDays(from, stop.until) },
        { article: article('rules', 46, undefined, 6) },
      ),
    );
  }
  const lastDay = addDays(day, left);
  steps.push(step('calendar.natural-days', { days: length, lastOn: lastDay }, { date: lastDay }));
  const end = rollForwardWithSteps(lastDay, calendar);
  return {
    dueOn: end.date,
    standsAt: null,
    isProvisional: isProvisional(lastDay, calendar) || end.isProvisional,
    steps: [...steps, ...end.steps],
  };
}

function restartStep(event: EventOf<'award-period-restarted'>): Step {
  const params = { restartedOn: event.on };
  const at = (item: number) => ({ date: event.on, article: article('rules', 46, undefined, item) });
  switch (event.ground) {
    case 'party-added':
      return step('clock.restarted-by-party', params, at(1));
    case 'claims-changed':
      return step('clock.restarted-by-claims', params, at(3));
    case 'counterclaim-joined':
      return step('clock.restarted-by-counterclaim', params, at(4));
    case 'transferred-in':
      return step('clock.restarted-by-transfer', params, at(5));
  }
}

/** When the notice reached a party, or the party gave it up; a waiver heals a notice that is late or missing. */
function noticeTo(
  party: string,
  notices: readonly (EventOf<'notice-served'> | EventOf<'notice-waived'>)[],
  lastDay: LocalDate,
): { on: LocalDate | null; isInTime: boolean } {
  const own = notices.filter((each) => each.party === party);
  const inTime = own.find((each) => each.type === 'notice-waived' || each.on <= lastDay);
  const on = inTime?.on ?? own[0]?.on ?? null;
  return { on, isInTime: inTime !== undefined };
}

function latestPerHearing(
  events: readonly CaseEvent[],
): [{ id: string; isMoved: boolean }, EventOf<'hearing-set'>][] {
  const hearings = new Map<string, EventOf<'hearing-set'>[]>();
  for (const set of all(events, 'hearing-set')) {
    hearings.set(set.hearing, [...(hearings.get(set.hearing) ?? []), set]);
  }
  return [...hearings].flatMap(([id, sets]) =>
    sets
      .slice(-1)
      .map((set): [{ id: string; isMoved: boolean }, EventOf<'hearing-set'>] => [
        { id, isMoved: sets.length > 1 },
        set,
      ]),
  );
}

function firstPerRespondent<E extends { readonly respondent: string }>(events: readonly E[]): E[] {
  return events.filter(
    (event, index) => events.findIndex((each) => each.respondent === event.respondent) === index,
  );
}

function all<T extends keyof EventFacts>(events: readonly CaseEvent[], type: T): Named<T>[] {
  return events.filter((event): event is Named<T> => event.type === type);
}

function first<T extends keyof EventFacts>(
  events: readonly CaseEvent[],
  types: readonly T[],
): Named<T> | undefined {
  return events.find((event): event is Named<T> => (types as readonly string[]).includes(event.type));
}

function last<T extends keyof EventFacts>(
  events: readonly CaseEvent[],
  types: readonly T[],
): Named<T> | undefined {
  return events.findLast((event): event is Named<T> => (types as readonly string[]).includes(event.type));
}
