import { article } from '../articles';
import type { WorkCalendar } from '../calendar';
import { forward } from '../counting';
import { step } from '../finding';
import { limitationPeriod } from '../limitation';
import { Draft, draft, stated } from './clock';
import { after, all, CaseEvent, first, firstOfEach } from './events';
import { CLOCK_RULES } from './rules';

/** D17, D18, D22, D23: limitation, mediation outside the commission, and the review of its agreement. */
export function outsideClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return [
    ...mediationClocks(events, calendar),
    ...reviewClocks(events, calendar),
    ...limitationClocks(events, calendar),
  ];
}

/** D22: fifteen days for an agreement (Law 14(3)), or as long as both parties have agreed (Provisions on Mediation 29). */
function mediationClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return firstOfEach(all(events, 'mediation-received'), (each) => each.mediation).map((received) => {
    const subject = received.mediation;
    const own = after(events, received).filter(
      (event) => 'mediation' in event && event.mediation === subject,
    );
    const metOn = first(own, 'mediation-ended')?.on ?? null;
    const prolonged = all(own, 'mediation-prolonged').at(-1);
    if (!prolonged) {
      const counting = forward(received.on, CLOCK_RULES.D22.length, 'natural');
      return draft('D22', counting, calendar, { subject, metOn });
    }
    const agreed = step(
      'clock.mediation-prolonged',
      { agreedOn: prolonged.on, untilOn: prolonged.until },
      { date: prolonged.until, article: article('mediation-provisions', 29, 1) },
    );
    return { ...stated('D22', received.on, prolonged.until, agreed, calendar), subject, metOn };
  });
}

/** D17 and D18: the joint application, and the time to review the agreement. */
function reviewClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const of = (type: 'review-requested' | 'review-extended' | 'review-ended', agreement: string) =>
    all(events, type).find((each) => each.agreement === agreement);
  const effective = firstOfEach(all(events, 'agreement-effective'), (each) => each.agreement);
  const accepted = firstOfEach(all(events, 'review-accepted'), (each) => each.agreement);
  return [
    ...effective.map(({ on, agreement }) =>
      draft('D17', forward(on, CLOCK_RULES.D17.length, 'natural'), calendar, {
        subject: agreement,
        metOn: of('review-requested', agreement)?.on ?? null,
      }),
    ),
    ...accepted.map(({ on, agreement }) => {
      const extended = of('review-extended', agreement);
      const days = CLOCK_RULES.D18.also.length;
      const length = CLOCK_RULES.D18.length + (extended ? days : 0);
      const metOn = of('review-ended', agreement)?.on ?? null;
      return draft(
        'D18',
        forward(on, length, 'working'),
        calendar,
        { subject: agreement, metOn },
        extended
          ? [
              step(
                'clock.review-extended',
                { days, approvedOn: extended.on },
                { date: extended.on, article: article('rules', 76, 1) },
              ),
            ]
          : [],
      );
    }),
  ];
}

/** D23, claim by claim, answered by the application. A claim without limitation has no clock. */
function limitationClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const metOn = first(events, 'received')?.on ?? null;
  // Told again with more interruptions: the last telling counts.
  return firstOfEach(all(events, 'right-injured').reverse(), ({ claim }) => claim).flatMap((injured) => {
    const period = limitationPeriod({ ...injured, knownOn: injured.on }, calendar);
    return period ? [{ code: 'D23', subject: injured.claim, metOn, ...period }] : [];
  });
}
