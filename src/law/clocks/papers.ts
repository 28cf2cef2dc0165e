import { article } from '../articles';
import type { WorkCalendar } from '../calendar';
import { forward } from '../counting';
import { Step, step } from '../finding';
import { Draft, draft } from './clock';
import { after, all, CaseEvent, EventOf, first, firstOfEach } from './events';
import { CLOCK_RULES } from './rules';

/** D03 to D07 and D27: what acceptance sets going, the answer of each respondent, counterclaims. */
export function paperClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return [
    ...acceptanceClocks(events, calendar),
    ...respondents(events).flatMap((respondent) => answerClocks(respondent, events, calendar)),
    ...counterclaimClocks(events, calendar),
  ];
}

function acceptanceClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const accepted = first(events, 'accepted');
  if (!accepted) return [];
  const copies = all(events, 'copy-served');
  const served = [...new Set(accepted.respondents)].map((subject) => {
    const metOn = copies.find(({ respondent }) => respondent === subject)?.on ?? null;
    return draft('D03', forward(accepted.on, CLOCK_RULES.D03.length, 'working'), calendar, {
      subject,
      metOn,
    });
  });
  // The combined notice of a collective case names the tribunal (Rules 64).
  const notified = first(events, 'tribunal-notified', 'combined-notice-given');
  const tribunal = draft('D04', forward(accepted.on, CLOCK_RULES.D04.length, 'working'), calendar, {
    metOn: notified?.on ?? null,
  });
  if (!accepted.isCollective) return [...served, tribunal];
  const combined = draft('D27', forward(accepted.on, CLOCK_RULES.D27.length, 'working'), calendar, {
    metOn: first(events, 'combined-notice-given')?.on ?? null,
  });
  return [...served, tribunal, combined];
}

/** Everybody to whom a defence period has been given. */
function respondents(events: readonly CaseEvent[]): string[] {
  const named = all(events, 'copy-served', 'changed-claims-served', 'answer-received');
  return [...new Set(named.map(({ respondent }) => respondent))];
}

/** D05 and D06 of one respondent. */
function answerClocks(respondent: string, events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const own = ofRespondent(events, respondent);
  const period = defencePeriod(own);
  const answers = all(own, 'answer-received');
  // What was answered before the claims changed does not answer the change.
  const renewed = period?.isRenewed ? first(after(own, period.from), 'answer-received') : undefined;
  const answer = period?.isRenewed ? renewed : answers[0];
  const drafts: Draft[] = [];
  // An agreement to drop the period leaves nothing to count.
  if (period && period.length > 0) {
    const counting = forward(period.from.on, period.length, 'working');
    const restartedBy = period.isRenewed ? period.from.type : null;
    const answered = { subject: respondent, metOn: answer?.on ?? null, restartedBy };
    drafts.push(draft('D05', counting, calendar, answered, period.steps));
  }
  const latest = answer ?? answers[0];
  if (latest) {
    const forwarded = first(after(own, latest), 'answer-forwarded');
    const counting = forward(latest.on, CLOCK_RULES.D06.length, 'working');
    drafts.push(draft('D06', counting, calendar, { subject: respondent, metOn: forwarded?.on ?? null }));
  }
  return drafts;
}

function ofRespondent(events: readonly CaseEvent[], respondent: string): CaseEvent[] {
  return events.filter((event) => 'respondent' in event && event.respondent === respondent);
}

interface DefencePeriod {
  readonly from: EventOf<'copy-served'> | EventOf<'changed-claims-served'>;
  readonly length: number;
  /** The claims were changed: the respondent has the period again (Rules 44). */
  readonly isRenewed: boolean;
  readonly steps: readonly Step[];
}

function defencePeriod(own: readonly CaseEvent[]): DefencePeriod | null {
  const waived = new Map(all(own, 'defence-waived').map((each) => [each.change, each]));
  const changes = firstOfEach(all(own, 'changed-claims-served'), ({ change }) => change);
  const renewal = changes.filter(({ change }) => !waived.has(change)).at(-1);
  const from = renewal ?? first(own, 'copy-served');
  if (!from) return null;
  const steps: Step[] = [];
  if (renewal) {
    steps.push(
      step(
        'clock.defence-period-again',
        { servedOn: renewal.on },
        { date: renewal.on, article: article('rules', 44, 1) },
      ),
    );
  }
  for (const { change } of changes) {
    const waiver = waived.get(change);
    if (!waiver) continue;
    steps.push(
      step(
        'clock.defence-period-waived',
        { waivedOn: waiver.on },
        { date: waiver.on, article: article('rules', 44, 1) },
      ),
    );
  }
  const agreed = all(renewal ? after(own, renewal) : own, 'defence-period-agreed').at(-1);
  if (!agreed) return { from, length: CLOCK_RULES.D05.length, isRenewed: renewal !== undefined, steps };
  const { days, on: agreedOn } = agreed;
  if (!Number.isInteger(days) || days < 0 || days >= CLOCK_RULES.D05.length) {
    throw new RangeError(
      `a shortened defence period is 0 to ${CLOCK_RULES.D05.length - 1} days, not ${days}`,
    );
  }
  steps.push(
    step(
      'clock.defence-period-shortened',
      { days, agreedOn },
      { date: agreedOn, article: article('rules', 58) },
    ),
  );
  return { from, length: days, isRenewed: renewal !== undefined, steps };
}

/** D07: whether to accept a counterclaim. */
function counterclaimClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return firstOfEach(all(events, 'counterclaim-received'), (each) => each.counterclaim).map((received) => {
    const decided = all(events, 'counterclaim-decided').find(
      (each) => each.counterclaim === received.counterclaim,
    );
    const counting = forward(received.on, CLOCK_RULES.D07.length, 'working');
    const subject = received.counterclaim;
    return draft('D07', counting, calendar, { subject, metOn: decided?.on ?? null });
  });
}
