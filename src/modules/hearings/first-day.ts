import type { LocalDate } from '../../kernel/local-date';
import type { WorkCalendar } from '../../law/calendar';
import type { Finding } from '../../law/finding';
import { earliestHearingFor, type PartyNotice } from '../../law/hearing-notice';

/**
 * The first day on which a hearing may be held. In a demonstration that is today, on whatever day it is given, as soon
 * as nobody insists on the five working days: otherwise no hearing could be shown at a weekend.
 */
export function firstDay(
  notices: readonly PartyNotice[],
  today: LocalDate,
  calendar: WorkCalendar,
  { isDemo }: { isDemo: boolean },
): Finding<LocalDate> {
  const { value, ...working } = earliestHearingFor(notices, today, calendar);
  const isAnyDay = isDemo && notices.every(({ waivedOn }) => waivedOn !== null);
  // Null is the answer for a party not yet served; here everybody is taken to be served today.
  return { ...working, value: isAnyDay ? today : (value ?? today) };
}
