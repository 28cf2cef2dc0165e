import type { JsonObject } from '../../kernel/json';
import { CLOCK_RULES, consequenceKey, type Clock } from '../../law/clocks';
import type { ClockView } from './clocks.service';

export class RemainingDto {
  /** Days left after today; negative once past. */
  days: number;
  unit: 'working' | 'natural';
  isDueToday: boolean;
  isPast: boolean;
  /** Past, and somebody was bound to act. */
  isOverdue: boolean;
}

export class ClockOutageDto {
  from: Date;
  to: Date;
  /** Until when more time may be asked for, with its working. */
  askUntil: JsonObject;
}

export class ClockDto {
  code: string;
  /** Key of the title in the law texts. */
  titleKey: string;
  /** Key of what follows when it runs out. */
  consequenceKey: string;
  kind: 'duty' | 'window' | 'effect';
  bearer: 'commission' | 'tribunal' | 'respondent' | 'party';
  subject: string | null;
  state: 'running' | 'suspended' | 'met' | 'missed' | 'extended' | 'lapsed';
  startedOn: string;
  dueOn: string | null;
  metOn: string | null;
  isProvisional: boolean;
  /** Null when there is nothing left to count. */
  remaining: RemainingDto | null;
  /** Our own service could not be reached for a part of the last day; null when it could. */
  outage: ClockOutageDto | null;
  /** The count, day by day, with its articles. */
  finding: JsonObject;
}

export function clockDto(clock: ClockView): ClockDto {
  const rule = CLOCK_RULES[clock.code];
  return {
    code: clock.code,
    titleKey: rule.titleKey,
    consequenceKey: consequenceKey({
      code: clock.code,
      finding: clock.finding as unknown as Clock['finding'],
    }),
    kind: rule.kind,
    bearer: rule.bearer,
    subject: clock.subject === '' ? null : clock.subject,
    state: clock.state,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    metOn: clock.metOn,
    isProvisional: clock.isProvisional,
    remaining: clock.remaining,
    outage: clock.outage && {
      from: clock.outage.from,
      to: clock.outage.to,
      askUntil: clock.outage.askUntil as unknown as JsonObject,
    },
    finding: clock.finding,
  };
}
