import type { LocalDate } from '../../kernel/local-date';
import type { Article } from '../articles';
import { rollForwardWithSteps, WorkCalendar } from '../calendar';
import { count, Counting } from '../counting';
import { finding, Finding, Step, step } from '../finding';
import type { EventType } from './events';
import { CLOCK_RULES, ClockCode } from './rules';

/**
 * running: nothing has answered it yet (whether it is overdue depends on the day one asks: see `remaining`).
 * suspended: it stands still. met: answered in time. missed: answered too late. extended: D14 has taken over.
 * lapsed: the case moved on and it no longer matters.
 */
export type ClockState = 'running' | 'suspended' | 'met' | 'missed' | 'extended' | 'lapsed';

export interface Clock {
  readonly code: ClockCode;
  /** The respondent, hearing, paper, claim or award and party that it belongs to; null for the whole case. */
  readonly subject: string | null;
  readonly state: ClockState;
  readonly startedOn: LocalDate;
  /** The last day; null while the clock stands still. */
  readonly dueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly restartedBy: EventType | null;
  /** Days left when it was stopped; null unless suspended. */
  readonly standsAt: number | null;
  /** True when the count passes days whose holidays are not yet announced. */
  readonly isProvisional: boolean;
  /** How it was counted, for `explainDays`; null where somebody named the last day. */
  readonly counting: Counting | null;
  readonly finding: Finding<LocalDate | null>;
}

/** A clock of which only the state is still open. */
export interface Draft {
  readonly code: ClockCode;
  readonly subject?: string;
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly metOn?: LocalDate | null;
  readonly restartedBy?: EventType | null;
  readonly standsAt?: number | null;
  readonly isExtended?: boolean;
  /** Overrides the comparison of metOn with dueOn, where a waiver makes a late day good. */
  readonly isMetInTime?: boolean;
  readonly isProvisional: boolean;
  readonly counting: Counting | null;
  readonly steps: readonly Step[];
  /** Where it is not that of the rule. */
  readonly basis?: readonly Article[];
}

type Answer = Pick<Draft, 'subject' | 'metOn' | 'restartedBy' | 'isExtended' | 'isMetInTime'>;

/** A clock counted on the calendar; `before` are the steps that come before the count. */
export function draft(
  code: ClockCode,
  counting: Counting,
  calendar: WorkCalendar,
  answer: Answer,
  before: readonly Step[] = [],
): Draft {
  const counted = count(counting, calendar);
  return {
    code,
    startedOn: counting.from,
    ...answer,
    dueOn: counted.dueOn,
    standsAt: counted.standsAt,
    isProvisional: counted.isProvisional,
    counting,
    steps: [...before, ...counted.steps],
  };
}

/** A period whose last day somebody has named; it moves off a day off like any other (Rules 19: set periods are periods). */
export function stated(
  code: ClockCode,
  startedOn: LocalDate,
  until: LocalDate,
  named: Step,
  calendar: WorkCalendar,
): Draft {
  const end = rollForwardWithSteps(until, calendar);
  return {
    code,
    startedOn,
    dueOn: end.date,
    isProvisional: end.isProvisional,
    counting: null,
    steps: [named, ...end.steps],
  };
}

export function settle(each: Draft, isCaseClosed: boolean): Clock {
  const metOn = each.metOn ?? null;
  return {
    code: each.code,
    subject: each.subject ?? null,
    state: stateOf(each, metOn, isCaseClosed),
    startedOn: each.startedOn,
    dueOn: each.dueOn,
    metOn,
    restartedBy: each.restartedBy ?? null,
    standsAt: each.standsAt ?? null,
    isProvisional: each.isProvisional,
    counting: each.counting,
    finding: finding(each.dueOn, each.basis ?? CLOCK_RULES[each.code].basis, [
      ...each.steps,
      ...(each.dueOn ? [step('clock.due', { dueOn: each.dueOn }, { date: each.dueOn })] : []),
    ]),
  };
}

function stateOf(each: Draft, metOn: LocalDate | null, isCaseClosed: boolean): ClockState {
  if (each.isExtended) return 'extended';
  if (metOn) {
    const isInTime = each.isMetInTime ?? (each.dueOn === null || metOn <= each.dueOn);
    return isInTime ? 'met' : 'missed';
  }
  if (isCaseClosed) return 'lapsed';
  return each.dueOn ? 'running' : 'suspended';
}
