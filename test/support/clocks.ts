import { localDate } from '../../src/kernel/local-date';
import { CaseEvent, Clock, ClockCode, deriveClocks } from '../../src/law/clocks';
import { calendar } from './law';

/** Clocks of the case itself: none of them runs once it has ended. */
export const ENDING_WITH_THE_CASE: readonly string[] =
  'D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D12 D13 D14 D27'.split(' ');

export const derive = (...events: CaseEvent[]): Clock[] => deriveClocks(events, calendar);

/** The clock of a code and subject, of which there is at most one. */
export function clockOf(clocks: readonly Clock[], code: ClockCode, subject: string | null = null): Clock {
  const found = clocks.find((each) => each.code === code && each.subject === subject);
  if (!found) throw new Error(`no ${code} ${subject}`);
  return found;
}

type Bare = {
  [T in CaseEvent['type']]: object extends Omit<Extract<CaseEvent, { type: T }>, 'type' | 'on'> ? T : never;
}[CaseEvent['type']];

/** An event that tells nothing but its day. */
export const at = (type: Bare, on: string): CaseEvent => ({ type, on: localDate(on) }) as CaseEvent;

export const keysOf = (clock: Clock): string[] => clock.finding.steps.map(({ key }) => key);
export const articlesOf = (clock: Clock): string[] =>
  clock.finding.basis.map(({ law, article, paragraph, item }) =>
    [law, article, ...(paragraph ? [`(${paragraph})`] : []), ...(item ? [`[${item}]`] : [])].join(' '),
  );
