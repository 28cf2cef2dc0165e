import { article } from '../articles';
import type { WorkCalendar } from '../calendar';
import { forward } from '../counting';
import { step } from '../finding';
import { Draft, draft } from './clock';
import { after, all, CaseEvent, EventOf, first, firstOfEach, last } from './events';
import { CLOCK_RULES } from './rules';
import { publicNotices } from './standstills';

/** D15, D16, D19 to D21, D24 to D26: what outlives the case. */
export function afterClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return [
    ...revocationClocks(events, calendar),
    ...serviceClocks(events, calendar),
    ...remedyClocks(events, calendar),
    ...enforcementClocks(events, calendar),
    ...retentionClocks(events, calendar),
  ];
}

/** D15: the written decision, once the case has been revoked. */
function revocationClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const revoked = first(events, 'revoked');
  if (!revoked) return [];
  const metOn = first(after(events, revoked), 'revocation-notified')?.on ?? null;
  return [draft('D15', forward(revoked.on, CLOCK_RULES.D15.length, 'working'), calendar, { metOn })];
}

/** D16 and D24: papers that count as served after a time. */
function serviceClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const posted = firstOfEach(all(events, 'posted'), ({ paper }) => paper);
  return [
    ...posted.map(({ on, paper }) =>
      draft('D16', forward(on, CLOCK_RULES.D16.length, 'working'), calendar, { subject: paper }),
    ),
    ...publicNotices(events, calendar).map(({ paper, beganOn, reachedOn }) => {
      const counting = forward(beganOn, CLOCK_RULES.D24.length, 'natural');
      return draft('D24', counting, calendar, { subject: paper, metOn: reachedOn });
    }),
  ];
}

type OfAward = EventOf<'award-served'> | EventOf<'set-aside-ruling-served'>;

/** D19 to D21: the way to court of each party, from the day it received the award or the ruling. */
function remedyClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const subject = ({ award, party }: OfAward): string => `${award}:${party}`;
  const served = firstOfEach(all(events, 'award-served'), subject);
  const rulings = firstOfEach(all(events, 'set-aside-ruling-served'), subject);
  const own = (event: OfAward): CaseEvent[] =>
    after(events, event).filter(
      (each) => 'award' in each && each.award === event.award && each.party === event.party,
    );
  return [
    ...served.map((event) => {
      // A final award leaves the employer only the application to set it aside (Law 48, 49).
      const code = event.isFinal && event.side === 'employer' ? 'D20' : 'D19';
      const later = own(event);
      // A suit after the award was set aside answers the ruling, not the award.
      const ruling = later.findIndex(({ type }) => type === 'set-aside-ruling-served');
      const beforeRuling = ruling < 0 ? later : later.slice(0, ruling);
      const answer = first(beforeRuling, code === 'D20' ? 'set-aside-requested' : 'sued');
      const counting = forward(event.on, CLOCK_RULES[code].length, 'natural');
      return {
        ...draft(code, counting, calendar, { subject: subject(event), metOn: answer?.on ?? null }),
        ...(code === 'D19' ? { basis: [article('law', event.isFinal ? 48 : 50)] } : {}),
      };
    }),
    ...rulings.map((event) => {
      const counting = forward(event.on, CLOCK_RULES.D21.length, 'natural');
      const metOn = first(own(event), 'sued')?.on ?? null;
      return draft('D21', counting, calendar, { subject: subject(event), metOn });
    }),
  ];
}

/** D26: from the last day to perform, or from taking effect where the paper names no day (Civil Procedure Law 250(2)). */
function enforcementClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  return firstOfEach(all(events, 'took-effect'), ({ paper }) => paper).map((effect) => {
    const subject = effect.paper;
    const requested = all(events, 'enforcement-requested').find(({ paper }) => paper === subject);
    const from = effect.performBy ?? effect.on;
    const details = { date: from, article: article('civil-procedure', 250, 2) };
    const before = effect.performBy
      ? step('clock.performance-until', { untilOn: from }, details)
      : step('clock.took-effect', { effectOn: from }, details);
    const counting = forward(from, CLOCK_RULES.D26.length, 'years');
    return draft('D26', counting, calendar, { subject, metOn: requested?.on ?? null }, [before]);
  });
}

/** D25: the least time that a file is kept. Nobody has to act on its last day, so a day off does not move it. */
function retentionClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const archived = last(events, 'archived');
  if (!archived) return [];
  const isAward = archived.closedBy === 'award';
  const { length: years } = isAward ? CLOCK_RULES.D25 : CLOCK_RULES.D25.also;
  const counting = { ...forward(archived.on, years, 'years'), rolls: false };
  const details = { article: article('rules', 24, 1) };
  const before = isAward
    ? step('clock.kept-after-award', { years }, details)
    : step('clock.kept-after-other', { years }, details);
  return [draft('D25', counting, calendar, {}, [before])];
}
