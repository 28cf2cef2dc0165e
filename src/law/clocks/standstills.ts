import { addDays, LocalDate } from '../../kernel/local-date';
import { rollForward, WorkCalendar } from '../calendar';
import type { Standstill, StandstillCause } from '../counting';
import { after, all, CaseEvent, EventType, firstOfEach } from './events';
import { CLOCK_RULES } from './rules';

/** What does not count towards the 45 days: suspension and service by public notice (Rules 46(6)). Nothing else does. */
export function standstills(events: readonly CaseEvent[], calendar: WorkCalendar): Standstill[] {
  const notices = publicNotices(events, calendar).map(({ beganOn, servedOn, reachedOn }): Standstill => ({
    from: beganOn,
    until: reachedOn ?? addDays(servedOn, 1),
    cause: 'public-notice',
  }));
  return [...pairs(events, 'suspended', 'resumed', 'suspension'), ...notices];
}

/** From each opening event to the next closing one; a second opening in between opens nothing. */
export function pairs(
  events: readonly CaseEvent[],
  opens: EventType,
  closes: EventType,
  cause: Exclude<StandstillCause, 'public-notice'>,
): Standstill[] {
  const found: Standstill[] = [];
  let from: LocalDate | null = null;
  for (const event of events) {
    if (event.type === opens) from ??= event.on;
    else if (event.type === closes && from !== null) {
      found.push({ from, until: event.on, cause });
      from = null;
    }
  }
  return from === null ? found : [...found, { from, until: null, cause }];
}

export interface PublicNotice {
  readonly paper: string;
  readonly beganOn: LocalDate;
  /** The last of the thirty days, on which the paper counts as served (Civil Procedure Law 95(1)). */
  readonly servedOn: LocalDate;
  /** The day on which the addressee was reached otherwise, before the thirty days were over. */
  readonly reachedOn: LocalDate | null;
}

export function publicNotices(events: readonly CaseEvent[], calendar: WorkCalendar): PublicNotice[] {
  return firstOfEach(all(events, 'public-notice-began'), ({ paper }) => paper).map((began) => {
    const servedOn = rollForward(addDays(began.on, CLOCK_RULES.D24.length), calendar);
    const ended = all(after(events, began), 'public-notice-ended').find(({ paper }) => paper === began.paper);
    const reachedOn = ended && ended.on < servedOn ? ended.on : null;
    return { paper: began.paper, beganOn: began.on, servedOn, reachedOn };
  });
}
