import { diffDays, LocalDate } from '../../kernel/local-date';
import { WorkCalendar, workingDaysBetween } from '../calendar';
import { afterClocks } from './after';
import { awardClocks } from './award';
import { Clock, settle } from './clock';
import { CaseEvent, inOrder, last } from './events';
import { hearingClocks } from './hearing';
import { intakeClocks } from './intake';
import { outsideClocks } from './outside';
import { paperClocks } from './papers';
import { withMoreTime } from './outage';
import { CLOCK_RULES } from './rules';

export { CLOCK_RULES, HOUSE_CLOCKS, type ClockCode, type ClockRule } from './rules';
export type { Clock, ClockState } from './clock';
export { afterOutage, decideAfterOutage, EXTENDABLE_PERIODS, type ExtendablePeriod } from './outage';
export type { CaseEvent, EventType, RestartGround } from './events';

/**
 * Every clock of a case, from its history alone, by code and subject; of each code and subject there is one. It takes no
 * "today": whether a running clock is overdue is the question of `remaining`. Events of one day are read in the order
 * given. What a clock counted day by day is `explainDays` of its `counting`.
 * @throws RangeError for an extension or a shortened defence period of a length that the Rules do not allow.
 */
export function deriveClocks(history: readonly CaseEvent[], calendar: WorkCalendar): Clock[] {
  const events = inOrder(history);
  const isClosed = last(events, 'refused', 'referred', 'award-made', 'revoked', 'closed') !== undefined;
  const inside = [intakeClocks, paperClocks, hearingClocks, awardClocks].flatMap((group) =>
    group(events, calendar).map((draft) => settle(withMoreTime(draft, events, calendar), isClosed)),
  );
  // These run outside the case or outlive it: limitation, mediation, service by posting, the way to court, the file.
  const beyond = [outsideClocks, afterClocks].flatMap((group) =>
    group(events, calendar).map((draft) => settle(draft, false)),
  );
  return [...inside, ...beyond].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ code, subject }: Clock): string => `${code} ${subject ?? ''}`;

/** What follows when the last day passes; of the fifteen days to sue it depends on what kind of award it is. */
export function consequenceKey({ code, finding }: Pick<Clock, 'code' | 'finding'>): string {
  // A final award has been in effect since it was made (Law 47): nothing takes effect by waiting.
  const isAgainstFinal =
    code === 'D19' && finding.basis.some(({ law, article: number }) => law === 'law' && number === '48');
  return isAgainstFinal ? 'clock.d19.missed-final' : CLOCK_RULES[code].consequenceKey;
}

export interface Remaining {
  /** Days left after today, in the unit of the clock (years: natural days); negative once it is past. */
  readonly days: number;
  readonly unit: 'working' | 'natural';
  readonly isDueToday: boolean;
  /** The last day lies behind us. */
  readonly isPast: boolean;
  /** Past, and somebody was bound to act: a window that has closed is past, but not overdue. */
  readonly isOverdue: boolean;
}

/** How long a clock still has on a given day. Null when it has been answered, has lapsed or been extended. */
export function remaining(
  clock: Pick<Clock, 'code' | 'state' | 'dueOn' | 'standsAt'>,
  today: LocalDate,
  calendar: WorkCalendar,
): Remaining | null {
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
