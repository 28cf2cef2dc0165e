import { CLOCK_RULES, type ClockCode, type Remaining } from '../../law/clocks';
import type { AlertLevel } from './clock-alert.entity';

/** Who is told of a clock; within a side only the people of the party it belongs to, where it belongs to one. */
export type AlertReader = 'claimant' | 'respondent' | 'arbitrator' | 'recorder' | 'filing-clerk' | 'director';

interface AlertRule {
  /** Told when at most so many days are left, in the unit of the clock. */
  readonly daysBefore: number;
  readonly to: readonly AlertReader[];
}

const COMMISSION: readonly AlertReader[] = ['filing-clerk', 'recorder'];
const TRIBUNAL: readonly AlertReader[] = ['arbitrator', 'recorder'];
const PARTIES: readonly AlertReader[] = ['claimant', 'respondent'];

/**
 * How long before the last day who is told. A habit of the house and no rule of law. What is not here tells nobody: a
 * window that closes to nobody's loss, an effect that comes about by itself.
 */
export const ALERT_RULES: Partial<Record<ClockCode, AlertRule>> = {
  D01: { daysBefore: 1, to: COMMISSION },
  D02: { daysBefore: 1, to: COMMISSION },
  D03: { daysBefore: 1, to: COMMISSION },
  D04: { daysBefore: 1, to: COMMISSION },
  D05: { daysBefore: 2, to: ['respondent'] },
  D06: { daysBefore: 1, to: COMMISSION },
  D07: { daysBefore: 1, to: COMMISSION },
  D08: { daysBefore: 2, to: PARTIES },
  D09: { daysBefore: 1, to: TRIBUNAL },
  D11: { daysBefore: 1, to: [...COMMISSION, 'director'] },
  D13: { daysBefore: 7, to: TRIBUNAL },
  D14: { daysBefore: 3, to: TRIBUNAL },
  D15: { daysBefore: 1, to: COMMISSION },
  D18: { daysBefore: 1, to: COMMISSION },
  D19: { daysBefore: 3, to: PARTIES },
  D20: { daysBefore: 5, to: PARTIES },
  D21: { daysBefore: 3, to: PARTIES },
  // Who has to be paid asks for enforcement.
  D26: { daysBefore: 30, to: ['claimant'] },
  D27: { daysBefore: 1, to: COMMISSION },
};

/** The longest of them, in natural days: five working days never reach over more than two weeks. */
export const ALERT_HORIZON_DAYS = 30;

export interface Alert {
  readonly level: AlertLevel;
  readonly to: readonly AlertReader[];
}

/** What is to be told of a clock today; null when nothing is. A duty of the house that is past goes to the head of it. */
export function alertOf(code: ClockCode, left: Remaining | null): Alert | null {
  const rule = ALERT_RULES[code];
  if (!rule || !left) return null;
  if (left.isPast) {
    const { bearer } = CLOCK_RULES[code];
    const isOfHouse = bearer === 'commission' || bearer === 'tribunal';
    return left.isOverdue && isOfHouse
      ? { level: 'overdue', to: [...new Set<AlertReader>([...rule.to, 'filing-clerk', 'director'])] }
      : null;
  }
  return left.days <= rule.daysBefore ? { level: 'due-soon', to: rule.to } : null;
}

/** The party whose clock it is; null where it belongs to the whole case. */
export function partyOfClock(code: ClockCode, subject: string): string | null {
  if (code === 'D05') return subject;
  if (code === 'D19' || code === 'D20' || code === 'D21') return subject.split(':')[1] ?? null;
  return null;
}
