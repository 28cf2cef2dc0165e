import { addDays, LocalDate } from '../../kernel/local-date';
import { article } from '../articles';
import { rollForwardWithSteps, WorkCalendar } from '../calendar';
import type { Draft } from './clock';
import { all, type CaseEvent } from './events';
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

/** Periods whose keeping the commission watches, and which it can therefore lengthen; those before a court it cannot. */
export const EXTENDABLE_PERIODS = ['D05', 'D08'] as const;
export type ExtendablePeriod = (typeof EXTENDABLE_PERIODS)[number];

export interface AfterOutageFacts {
  /** The last day that fell into the outage; null where no last day did. */
  readonly lost: { readonly dueOn: LocalDate; readonly endedOn: LocalDate } | null;
  readonly requestedOn: LocalDate;
  /** The day asked for, or given; null where none is named yet. */
  readonly until: LocalDate | null;
}

/** Whether more time may be asked for, and given, for a last day lost to an outage of ours. */
export function decideAfterOutage(
  { lost, requestedOn, until }: AfterOutageFacts,
  calendar: WorkCalendar,
): Finding<'allowed' | 'no-outage' | 'late' | 'not-later'> {
  const rule = article('civil-procedure', 86);
  const basis = [article('rules', 19, 2), rule];
  if (lost === null) return finding('no-outage', basis, [step('outage.none', {}, { article: rule })]);
  const { dueOn, endedOn } = lost;
  const window = afterOutage(dueOn, endedOn, calendar);
  const at = { date: window.value, article: rule };
  const no = (value: 'late' | 'not-later', why: ReturnType<typeof step>) =>
    finding(value, basis, [...window.steps, why]);
  if (requestedOn > window.value) {
    return no('late', step('outage.late', { requestedOn, askUntil: window.value }, at));
  }
  if (until !== null && until <= dueOn) {
    return no('not-later', step('outage.not-later', { untilOn: until, dueOn }, at));
  }
  return finding('allowed', basis, [
    ...window.steps,
    step('outage.allowed', { dueOn, askUntil: window.value }, at),
  ]);
}

/** A period that was lengthened after it had begun, with the day that was given; it never becomes shorter. */
export function withMoreTime(each: Draft, events: readonly CaseEvent[], calendar: WorkCalendar): Draft {
  const given = all(events, 'period-extended')
    .filter(
      ({ clock, subject, on }) => clock === each.code && subject === each.subject && on >= each.startedOn,
    )
    .at(-1);
  if (!given || each.dueOn === null) return each;
  const end = rollForwardWithSteps(given.until, calendar);
  if (end.date <= each.dueOn) return each;
  const rule = article('civil-procedure', 86);
  return {
    ...each,
    dueOn: end.date,
    isProvisional: end.isProvisional,
    // Somebody has named the last day.
    counting: null,
    steps: [
      ...each.steps,
      step(
        'clock.more-time-after-outage',
        { untilOn: given.until, givenOn: given.on },
        { date: given.on, article: rule },
      ),
      ...end.steps,
    ],
  };
}
