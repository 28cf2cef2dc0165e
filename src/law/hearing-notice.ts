import { LocalDate, maxDate } from '../kernel/local-date';
import { article } from './articles';
import {
  addWorkingDays,
  countWorkingDays,
  countWorkingDaysBack,
  isWorkingDay,
  rollForward,
  subtractWorkingDays,
  WorkCalendar,
} from './calendar';
import { finding, Finding, Step, step } from './finding';

/** Working days between the notice and the hearing (Law 35, Rules 38 with 80). */
export const NOTICE_DAYS = 5;
export const POSTPONEMENT_DAYS = 3;

export interface PartyNotice {
  readonly party: string;
  /** Day on which the written notice reached the party; null while it has not. */
  readonly servedOn: LocalDate | null;
  /** Day on which the party gave up the five days; null if it did not. */
  readonly waivedOn: LocalDate | null;
}

const basis = () => [article('law', 35), article('rules', 38), article('rules', 80)];

/**
 * The first working day on which a hearing may be held when the notice reaches everybody on `noticeOn`. A notice
 * that arrives on a day off is counted from the next working day: that gives the party five working days whichever
 * way one counts.
 */
export function earliestHearingDay(noticeOn: LocalDate, calendar: WorkCalendar): Finding<LocalDate> {
  const arrives = rollForward(noticeOn, calendar);
  const count = countWorkingDays(arrives, NOTICE_DAYS, calendar);
  const steps: Step[] = [];
  if (arrives !== noticeOn) {
    steps.push(step('hearing.notice-on-day-off', { noticeOn, countedOn: arrives }, { date: arrives }));
  }
  return finding(count.date, basis(), [
    ...steps,
    ...count.steps,
    step('hearing.earliest', { earliestOn: count.date }, { date: count.date }),
  ]);
}

/**
 * The first day for the parties as they stand: those who gave up the five days no longer count. Null while the
 * notice has not reached a party who did not.
 */
export function earliestHearingFor(
  parties: readonly PartyNotice[],
  today: LocalDate,
  calendar: WorkCalendar,
): Finding<LocalDate | null> {
  const steps: Step[] = [];
  let earliest = isWorkingDay(today, calendar) ? today : addWorkingDays(today, 1, calendar);
  let isBlocked = false;
  for (const each of parties) {
    if (each.waivedOn !== null) {
      steps.push(
        step('hearing.waived', { party: each.party, waivedOn: each.waivedOn }, { date: each.waivedOn }),
      );
    } else if (each.servedOn === null) {
      isBlocked = true;
      steps.push(step('hearing.not-served', { party: each.party }));
    } else {
      const first = earliestHearingDay(each.servedOn, calendar).value;
      earliest = maxDate(earliest, first);
      steps.push(
        step(
          'hearing.served',
          { party: each.party, servedOn: each.servedOn, earliestOn: first },
          { date: first, article: article('rules', 38) },
        ),
      );
    }
  }
  return finding(isBlocked ? null : earliest, basis(), steps);
}

/** Whether a hearing on that day keeps the five days towards everybody who has not given them up. */
export function isNoticeSufficient(
  parties: readonly PartyNotice[],
  hearingOn: LocalDate,
  calendar: WorkCalendar,
): Finding<boolean> {
  const lastDay = subtractWorkingDays(hearingOn, NOTICE_DAYS, calendar);
  const steps: Step[] = [step('hearing.last-notice-day', { hearingOn, lastOn: lastDay }, { date: lastDay })];
  let isSufficient = true;
  for (const each of parties) {
    if (each.waivedOn !== null) {
      steps.push(
        step('hearing.waived', { party: each.party, waivedOn: each.waivedOn }, { date: each.waivedOn }),
      );
    } else if (each.servedOn === null) {
      isSufficient = false;
      steps.push(step('hearing.not-served', { party: each.party }));
    } else if (each.servedOn > lastDay) {
      isSufficient = false;
      steps.push(
        step(
          'hearing.served-late',
          { party: each.party, servedOn: each.servedOn, lastOn: lastDay },
          { date: each.servedOn, article: article('rules', 38) },
        ),
      );
    } else {
      steps.push(
        step(
          'hearing.served-in-time',
          { party: each.party, servedOn: each.servedOn },
          { date: each.servedOn },
        ),
      );
    }
  }
  return finding(isSufficient, basis(), steps);
}

/** The last day on which a party may ask for another date. */
export function lastPostponementDay(hearingOn: LocalDate, calendar: WorkCalendar): Finding<LocalDate> {
  const count = countWorkingDaysBack(hearingOn, POSTPONEMENT_DAYS, calendar);
  return finding(count.date, basis(), [
    step('clock.counted-back-from-hearing', { hearingOn }, { date: hearingOn }),
    ...count.steps,
    step('hearing.last-postponement', { lastOn: count.date }, { date: count.date }),
  ]);
}

/** Whether a request made on a day comes in time. */
export function canRequestPostponement(on: LocalDate, hearingOn: LocalDate, calendar: WorkCalendar): boolean {
  return on <= subtractWorkingDays(hearingOn, POSTPONEMENT_DAYS, calendar);
}
