import { LocalDate, maxDate } from '../../kernel/local-date';
import type { WorkCalendar } from '../calendar';
import { backward, forward } from '../counting';
import { step } from '../finding';
import { Draft, draft, stated } from './clock';
import { after, all, CaseEvent, EventOf, first, firstOfEach, last } from './events';
import { CLOCK_RULES } from './rules';

/** D08 to D12: the evidence period, what is counted back from a hearing, recusal, entrusted mediation. */
export function hearingClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return [
    ...evidenceClocks(events, calendar),
    ...latestPerHearing(events).flatMap((set) => noticeClocks(set, events, calendar)),
    ...recusalClocks(events, calendar),
    ...entrustedMediationClocks(events, calendar),
  ];
}

function evidenceClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const set = last(events, 'evidence-period-set');
  if (!set) return [];
  const named = step('clock.set-by-commission', { setOn: set.on, untilOn: set.until }, { date: set.until });
  return [stated('D08', set.on, set.until, named, calendar)];
}

function noticeClocks(
  set: EventOf<'hearing-set'>,
  events: readonly CaseEvent[],
  calendar: WorkCalendar,
): Draft[] {
  const notices = all(after(events, set), 'notice-served', 'notice-waived').filter(
    (each) => each.hearing === set.hearing,
  );
  const isMoved = all(events, 'hearing-set').some((each) => each.hearing === set.hearing && each !== set);
  const about = { subject: set.hearing, restartedBy: isMoved ? set.type : null };
  const before = [
    step('clock.counted-back-from-hearing', { hearingOn: set.hearingOn }, { date: set.hearingOn }),
  ];
  const d09 = draft('D09', backward(set.hearingOn, CLOCK_RULES.D09.length), calendar, about, before);
  const d10 = draft('D10', backward(set.hearingOn, CLOCK_RULES.D10.length), calendar, about, before);
  const given = set.parties.map((party) => noticeTo(party, notices, d09.dueOn));
  const reached = given.flatMap(({ on }) => (on === null ? [] : [on]));
  const isWaived = notices.some((each) => each.type === 'notice-waived');
  return [
    {
      ...d09,
      startedOn: set.on,
      metOn: reached.length === given.length ? maxDate(set.on, ...reached) : null,
      isMetInTime: given.every(({ isInTime }) => isInTime),
      steps: [...d09.steps, ...(isWaived ? [step('clock.notice-waived')] : [])],
    },
    { ...d10, startedOn: set.on },
  ];
}

/** When the notice reached a party, or the party gave it up; a waiver heals a notice that is late or missing. */
function noticeTo(
  party: string,
  notices: readonly (EventOf<'notice-served'> | EventOf<'notice-waived'>)[],
  lastDay: LocalDate | null,
): { on: LocalDate | null; isInTime: boolean } {
  const own = notices.filter((each) => each.party === party);
  const inTime = own.find((each) => each.type === 'notice-waived' || (lastDay && each.on <= lastDay));
  const on = inTime?.on ?? own[0]?.on ?? null;
  return { on, isInTime: inTime !== undefined };
}

function latestPerHearing(events: readonly CaseEvent[]): EventOf<'hearing-set'>[] {
  return firstOfEach(all(events, 'hearing-set').reverse(), ({ hearing }) => hearing);
}

/** D11: three days to decide; the person challenged stands aside until then (Rules 12(2)). */
function recusalClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return firstOfEach(all(events, 'recusal-requested'), ({ recusal }) => recusal).map((requested) => {
    const subject = requested.recusal;
    const decided = all(events, 'recusal-decided').find(({ recusal }) => recusal === subject);
    const counting = forward(requested.on, CLOCK_RULES.D11.length, 'working');
    return draft('D11', counting, calendar, { subject, metOn: decided?.on ?? null });
  });
}

/** D12. It runs beside the 45 days and does not stop them. */
function entrustedMediationClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const entrusted = last(events, 'mediation-entrusted');
  if (!entrusted) return [];
  const ended = first(after(events, entrusted), 'entrusted-mediation-ended');
  const counting = forward(entrusted.on, CLOCK_RULES.D12.length, 'working');
  return [draft('D12', counting, calendar, { metOn: ended?.on ?? null })];
}
