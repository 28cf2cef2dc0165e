import { article } from '../articles';
import type { WorkCalendar } from '../calendar';
import { forward } from '../counting';
import { step, Step } from '../finding';
import { Draft, draft } from './clock';
import { CaseEvent, first, last } from './events';
import { CLOCK_RULES } from './rules';
import { pairs } from './standstills';

/** D01 and D02: from the application to the decision on it. */
export function intakeClocks(events: readonly CaseEvent[], calendar: WorkCalendar): Draft[] {
  const received = first(events, 'received');
  if (!received) return [];
  const decided = first(events, 'accepted', 'refused', 'referred');
  const requested = first(events, 'correction-requested');
  const corrected = last(events, 'corrected');
  const metOn = decided?.on ?? null;
  const drafts: Draft[] = [];
  if (requested && !corrected) {
    drafts.push({
      code: 'D01',
      startedOn: received.on,
      dueOn: null,
      metOn,
      standsAt: CLOCK_RULES.D01.length,
      isProvisional: false,
      counting: null,
      steps: [
        step(
          'clock.waits-for-correction',
          { requestedOn: requested.on },
          { date: requested.on, article: article('rules', 46, undefined, 2) },
        ),
      ],
    });
  } else {
    const deferrals = pairs(events, 'acceptance-deferred', 'acceptance-resumed', 'deferral');
    const counting = forward((corrected ?? received).on, CLOCK_RULES.D01.length, 'working', deferrals);
    const restartedBy = corrected?.type ?? null;
    drafts.push(draft('D01', counting, calendar, { metOn, restartedBy }, restartSteps(corrected)));
  }
  // A decision on the application without asking for anything leaves nothing to notify: D02 then never mattered.
  if (requested || !decided) {
    const counting = forward(received.on, CLOCK_RULES.D02.length, 'working');
    drafts.push(draft('D02', counting, calendar, { metOn: requested?.on ?? null }));
  }
  return drafts;
}

function restartSteps(corrected: CaseEvent | undefined): Step[] {
  if (!corrected) return [];
  return [
    step(
      'clock.restarted-by-correction',
      { restartedOn: corrected.on },
      { date: corrected.on, article: article('rules', 46, undefined, 2) },
    ),
  ];
}
