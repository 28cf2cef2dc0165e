import { article, Article } from '../articles';
import { LIMITATION } from '../limitation';
import type { EventType } from './events';

export type ClockCode =
  | 'D01'
  | 'D02'
  | 'D03'
  | 'D04'
  | 'D05'
  | 'D06'
  | 'D07'
  | 'D08'
  | 'D09'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'
  | 'D16'
  | 'D17'
  | 'D18'
  | 'D19'
  | 'D20'
  | 'D21'
  | 'D22'
  | 'D23'
  | 'D24'
  | 'D25'
  | 'D26'
  | 'D27';

export interface ClockRule {
  readonly code: ClockCode;
  readonly titleKey: string;
  /** The event that starts it (or, for D09 and D10, from whose day it is counted back). */
  readonly trigger: EventType;
  /** Null where the commission says how long. */
  readonly length: number | null;
  readonly unit: 'working' | 'natural' | 'years' | 'stated';
  /** What the article adds (D18, with approval) or says for others (D23 civil servants, D25 closed without an award). */
  readonly also?: { readonly length: number; readonly unit: 'working' | 'natural' | 'years' };
  /** A duty is met by an act; a window closes by itself; an effect comes about by itself. */
  readonly kind: 'duty' | 'window' | 'effect';
  readonly bearer: 'commission' | 'tribunal' | 'respondent' | 'party';
  readonly basis: readonly Article[];
  /** What follows when it runs out. */
  readonly consequenceKey: string;
}

/**
 * Which day is meant is settled by Rules 80: three, five and ten are working days, fifteen and forty-five natural days.
 * It says nothing of thirty and sixty days and of years: they are counted as in civil procedure (Rules 19).
 */
export const CLOCK_RULES = {
  D01: {
    code: 'D01',
    titleKey: 'clock.d01.title',
    trigger: 'received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 29), article('rules', 30), article('rules', 31)],
    consequenceKey: 'clock.d01.missed',
  },
  D02: {
    code: 'D02',
    titleKey: 'clock.d02.title',
    trigger: 'received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 29, 4)],
    consequenceKey: 'clock.d02.missed',
  },
  D03: {
    code: 'D03',
    titleKey: 'clock.d03.title',
    trigger: 'accepted',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 30, 1), article('rules', 33, 1)],
    consequenceKey: 'clock.d03.missed',
  },
  D04: {
    code: 'D04',
    titleKey: 'clock.d04.title',
    trigger: 'accepted',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 32), article('rules', 37)],
    consequenceKey: 'clock.d04.missed',
  },
  D05: {
    code: 'D05',
    titleKey: 'clock.d05.title',
    trigger: 'copy-served',
    length: 10,
    unit: 'working',
    kind: 'duty',
    bearer: 'respondent',
    basis: [article('law', 30, 2), article('rules', 33, 2), article('rules', 10), article('rules', 36)],
    consequenceKey: 'clock.d05.missed',
  },
  D06: {
    code: 'D06',
    titleKey: 'clock.d06.title',
    trigger: 'answer-received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 30, 2), article('rules', 33, 2)],
    consequenceKey: 'clock.d06.missed',
  },
  D07: {
    code: 'D07',
    titleKey: 'clock.d07.title',
    trigger: 'counterclaim-received',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 36, 1)],
    consequenceKey: 'clock.d07.missed',
  },
  D08: {
    code: 'D08',
    titleKey: 'clock.d08.title',
    trigger: 'evidence-period-set',
    length: null,
    unit: 'stated',
    kind: 'window',
    bearer: 'party',
    basis: [article('rules', 15)],
    consequenceKey: 'clock.d08.missed',
  },
  D09: {
    code: 'D09',
    titleKey: 'clock.d09.title',
    trigger: 'hearing-set',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 35), article('rules', 38)],
    consequenceKey: 'clock.d09.missed',
  },
  D10: {
    code: 'D10',
    titleKey: 'clock.d10.title',
    trigger: 'hearing-set',
    length: 3,
    unit: 'working',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 35), article('rules', 38)],
    consequenceKey: 'clock.d10.missed',
  },
  D11: {
    code: 'D11',
    titleKey: 'clock.d11.title',
    trigger: 'recusal-requested',
    length: 3,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('law', 33, 2), article('rules', 11, 3)],
    consequenceKey: 'clock.d11.missed',
  },
  D12: {
    code: 'D12',
    titleKey: 'clock.d12.title',
    trigger: 'mediation-entrusted',
    length: 10,
    unit: 'working',
    kind: 'window',
    bearer: 'party',
    basis: [article('rules', 70, 2)],
    consequenceKey: 'clock.d12.missed',
  },
  D13: {
    code: 'D13',
    titleKey: 'clock.d13.title',
    trigger: 'accepted',
    length: 45,
    unit: 'natural',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 43, 1), article('rules', 45)],
    consequenceKey: 'clock.d13.missed',
  },
  D14: {
    code: 'D14',
    titleKey: 'clock.d14.title',
    trigger: 'extension-approved',
    length: 15,
    unit: 'natural',
    kind: 'duty',
    bearer: 'tribunal',
    basis: [article('law', 43, 1), article('rules', 45)],
    consequenceKey: 'clock.d14.missed',
  },
  D15: {
    code: 'D15',
    titleKey: 'clock.d15.title',
    trigger: 'revoked',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 32)],
    consequenceKey: 'clock.d15.missed',
  },
  D16: {
    code: 'D16',
    titleKey: 'clock.d16.title',
    trigger: 'posted',
    length: 3,
    unit: 'working',
    kind: 'effect',
    bearer: 'party',
    basis: [article('rules', 20, 2)],
    consequenceKey: 'clock.d16.missed',
  },
  D17: {
    code: 'D17',
    titleKey: 'clock.d17.title',
    trigger: 'agreement-effective',
    length: 15,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('rules', 74, 1), article('mediation-provisions', 27, 2)],
    consequenceKey: 'clock.d17.missed',
  },
  D18: {
    code: 'D18',
    titleKey: 'clock.d18.title',
    trigger: 'review-accepted',
    length: 5,
    unit: 'working',
    also: { length: 5, unit: 'working' },
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 76, 1)],
    consequenceKey: 'clock.d18.missed',
  },
  D19: {
    code: 'D19',
    titleKey: 'clock.d19.title',
    trigger: 'award-served',
    length: 15,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 48), article('law', 50)],
    consequenceKey: 'clock.d19.missed',
  },
  D20: {
    code: 'D20',
    titleKey: 'clock.d20.title',
    trigger: 'award-served',
    length: 30,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 49, 1)],
    consequenceKey: 'clock.d20.missed',
  },
  D21: {
    code: 'D21',
    titleKey: 'clock.d21.title',
    trigger: 'set-aside-ruling-served',
    length: 15,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 49, 3)],
    consequenceKey: 'clock.d21.missed',
  },
  D22: {
    code: 'D22',
    titleKey: 'clock.d22.title',
    trigger: 'mediation-received',
    length: 15,
    unit: 'natural',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 14, 3), article('mediation-provisions', 29)],
    consequenceKey: 'clock.d22.missed',
  },
  D23: {
    code: 'D23',
    titleKey: 'clock.d23.title',
    trigger: 'right-injured',
    length: LIMITATION.years,
    unit: 'years',
    also: { length: LIMITATION.civilServantDays, unit: 'natural' },
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 27), article('rules', 26), article('civil-servant-law', 105, 1)],
    consequenceKey: 'clock.d23.missed',
  },
  D24: {
    code: 'D24',
    titleKey: 'clock.d24.title',
    trigger: 'public-notice-began',
    length: 30,
    unit: 'natural',
    kind: 'effect',
    bearer: 'party',
    basis: [article('rules', 20, 3), article('civil-procedure', 95, 1)],
    consequenceKey: 'clock.d24.missed',
  },
  D25: {
    code: 'D25',
    titleKey: 'clock.d25.title',
    trigger: 'archived',
    length: 10,
    unit: 'years',
    also: { length: 5, unit: 'years' },
    kind: 'effect',
    bearer: 'commission',
    basis: [article('rules', 24, 1)],
    consequenceKey: 'clock.d25.missed',
  },
  D26: {
    code: 'D26',
    titleKey: 'clock.d26.title',
    trigger: 'took-effect',
    length: 2,
    unit: 'years',
    kind: 'window',
    bearer: 'party',
    basis: [article('law', 51), article('civil-procedure', 250)],
    consequenceKey: 'clock.d26.missed',
  },
  D27: {
    code: 'D27',
    titleKey: 'clock.d27.title',
    trigger: 'accepted',
    length: 5,
    unit: 'working',
    kind: 'duty',
    bearer: 'commission',
    basis: [article('rules', 64)],
    consequenceKey: 'clock.d27.missed',
  },
} as const satisfies Record<ClockCode, ClockRule>;

/** What the house itself must do in time; a party's own periods are the party's business. */
export const HOUSE_CLOCKS: readonly ClockCode[] = Object.values(CLOCK_RULES)
  .filter((rule) => rule.kind === 'duty' && (rule.bearer === 'commission' || rule.bearer === 'tribunal'))
  .map((rule) => rule.code);
