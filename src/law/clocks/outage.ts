import { addDays, LocalDate } from '../../kernel/local-date';
import { article } from '../articles';
import { rollForwardWithSteps, WorkCalendar } from '../calendar';
import { Finding, finding, step } from '../finding';

/** Days after the obstacle is gone within which more time may be asked for (Civil Procedure Law 86, by Rules 19(2)). */
const DAYS_TO_ASK = 10;

/**
 * A last day on which our own service could not be reached: until when the party may ask the commission for more time.
 * Whether it is granted is the commission's decision. `endedOn` is the day on which the service came back.
 */
export function afterOutage(
  dueOn: LocalDate,
  endedOn: LocalDate,
  calendar: WorkCalendar,
): Finding<LocalDate> {
  const rule = article('civil-procedure', 86);
  const end = rollForwardWithSteps(addDays(endedOn, DAYS_TO_ASK), calendar);
  return finding(
    end.date,
    [article('rules', 19, 2), rule],
    [step('clock.outage-rule', { dueOn, endedOn }, { date: endedOn, article: rule }), ...end.steps],
  );
}
