import { article } from '../articles';
import type { WorkCalendar } from '../calendar';
import { forward } from '../counting';
import { Step, step } from '../finding';
import { Draft, draft } from './clock';
import { after, all, CaseEvent, EventOf, first, last } from './events';
import { CLOCK_RULES } from './rules';
import { standstills } from './standstills';

/** D13 and D14: the time to make the award, with what begins it anew and what does not count (Rules 45, 46). */
export function awardClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const accepted = first(events, 'accepted');
  if (!accepted) return [];
  const restarted = last(events, 'award-period-restarted');
  const start = restarted ?? accepted;
  // An extension belongs to the period in which it was approved: a period begun anew may be extended anew.
  const extensions = all(after(events, start), 'extension-approved');
  const extraDays = extensionDays(extensions);
  const stops = standstills(events, calendar);
  const about = {
    metOn: last(events, 'award-made')?.on ?? null,
    restartedBy: restarted?.type ?? null,
  };
  const before = restarted ? [restartStep(restarted)] : [];
  const beside = besideSteps(after(events, start));
  const { length } = CLOCK_RULES.D13;
  const plain = draft(
    'D13',
    forward(start.on, length, 'natural', stops),
    calendar,
    { ...about, isExtended: extraDays > 0 },
    before,
  );
  const d13 = { ...plain, steps: [...plain.steps, ...beside] };
  if (extraDays === 0) return [d13];
  // One period of 45 + n days: a day off at the end of the first part moves nothing, only the last day rolls.
  const longer = forward(start.on, length + extraDays, 'natural', stops);
  const extended = draft('D14', longer, calendar, about, [...before, ...extensions.map(extensionStep)]);
  return [d13, { ...extended, steps: [...extended.steps, ...beside] }];
}

/** All extensions of a period together are at most fifteen days. */
function extensionDays(extensions: readonly EventOf<'extension-approved'>[]): number {
  const longest = CLOCK_RULES.D14.length;
  const total = extensions.reduce((sum, { days }) => sum + days, 0);
  if (extensions.some(({ days }) => !Number.isInteger(days) || days < 1) || total > longest) {
    throw new RangeError(`an extension is 1 to ${longest} days in all, not ${total}`);
  }
  return total;
}

function extensionStep({ days, on }: EventOf<'extension-approved'>): Step {
  return step('clock.extended', { days, approvedOn: on }, { date: on, article: article('rules', 45) });
}

function restartStep(event: EventOf<'award-period-restarted'>): Step {
  const restart = { restartedOn: event.on };
  const at = (item: number) => ({ date: event.on, article: article('rules', 46, undefined, item) });
  switch (event.ground) {
    case 'party-added':
      return step('clock.restarted-by-party', restart, at(1));
    case 'claims-changed':
      return step('clock.restarted-by-claims', restart, at(3));
    case 'counterclaim-joined':
      return step('clock.restarted-by-counterclaim', restart, at(4));
    case 'transferred-in':
      return step('clock.restarted-by-transfer', restart, at(5));
  }
}

/** What people expect to stop the time and does not: said, because they will ask. */
function besideSteps(events: readonly CaseEvent[]): Step[] {
  return all(events, 'mediation-entrusted', 'hearing-postponed', 'converted-to-ordinary').map((event) => {
    const beside = { dayOn: event.on };
    const date = event.on;
    switch (event.type) {
      case 'mediation-entrusted':
        return step('clock.not-stopped-by-mediation', beside, { date, article: article('rules', 70) });
      case 'hearing-postponed':
        return step('clock.not-stopped-by-postponement', beside, { date, article: article('rules', 38) });
      case 'converted-to-ordinary':
        return step('clock.not-restarted-by-conversion', beside, { date, article: article('rules', 61, 2) });
    }
  });
}
