import fc from 'fast-check';
import { anyDay, anyEvent, anyHistory } from '../../../test/support/case-history';
import { ENDING_WITH_THE_CASE } from '../../../test/support/clocks';
import { calendar } from '../../../test/support/law';
import { addDays, LocalDate, yearOf } from '../../kernel/local-date';
import { isWorkingDay } from '../calendar';
import { explainDays } from '../counting';
import { CaseEvent, Clock, deriveClocks, remaining } from '.';

const clocksOf = (history: readonly CaseEvent[]): Clock[] => deriveClocks(history, calendar);
const isAnnounced = (day: LocalDate): boolean => calendar.announcedYears.has(yearOf(day));
/** D09 and D10 end before the hearing, whenever it was set; D25 is a minimum that ends on any day. */
const isBackward = ({ code }: Clock): boolean => code === 'D09' || code === 'D10';

const ENDS = ['refused', 'referred', 'award-made', 'revoked', 'closed'];

const acceptedOn = (on: LocalDate): CaseEvent => ({ type: 'accepted', on, respondents: [] });
/** The end of the award period, the last of all while it stands still. */
const awardDue = (history: readonly CaseEvent[]): string =>
  clocksOf(history).find(({ code }) => code === 'D13')?.dueOn ?? '9999';

describe('properties of clocks', () => {
  it('ten thousand histories of well-formed events keep the invariants', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const clocks = clocksOf(history);
        const isClosed = history.some(({ type }) => ENDS.includes(type));
        const names = clocks.map(({ code, subject }) => `${code} ${subject}`);
        expect(new Set(names).size).toBe(names.length);
        expect(clocks.flatMap((clock) => faults(clock, isClosed))).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('what is drawn ends where the clock ends', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const { counting, dueOn } of clocksOf(history)) {
          if (!counting) continue;
          const last = explainDays(counting, calendar).at(-1);
          if (dueOn === null) expect(last?.kind).toBe('stood-still');
          else expect(last?.on).toBe(dueOn);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on when one asks, nor on the order in which days are told', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEvent(), { selector: ({ on }) => on, maxLength: 20 }),
        anyDay,
        (history, day) => {
          const events = history.filter(({ type }) => type !== 'extension-approved');
          const before = clocksOf(events);
          jest.useFakeTimers({ now: new Date(`${day}T12:00:00Z`) });
          const asked = clocksOf([...events].reverse());
          jest.useRealTimers();
          expect(asked).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('asking later never leaves more time', () => {
    fc.assert(
      fc.property(anyHistory, anyDay, fc.integer({ min: 0, max: 30 }), (history, day, later) => {
        for (const clock of clocksOf(history)) {
          const now = remaining(clock, day, calendar);
          const then = remaining(clock, addDays(day, later), calendar);
          expect(then === null).toBe(now === null);
          if (now && then) expect(then.days).toBeLessThanOrEqual(now.days);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('events of one day that have nothing to do with each other may be told in any order', () => {
    // One of each: nothing here starts, stops or answers what another one does.
    const independent = (on: LocalDate): CaseEvent[] => [
      { type: 'copy-served', on, respondent: 'r1' },
      { type: 'copy-served', on, respondent: 'r2' },
      { type: 'tribunal-notified', on },
      { type: 'evidence-period-set', on, until: addDays(on, 15) },
      { type: 'hearing-set', on, hearing: 'h', hearingOn: addDays(on, 20), parties: ['x'] },
      { type: 'recusal-requested', on, recusal: 'x' },
      { type: 'counterclaim-received', on, counterclaim: 'x' },
      { type: 'suspended', on },
      { type: 'public-notice-began', on, paper: 'x' },
      { type: 'extension-approved', on, days: 5 },
      { type: 'mediation-entrusted', on },
      { type: 'posted', on, paper: 'y' },
      { type: 'agreement-effective', on, agreement: 'x' },
      { type: 'mediation-received', on, mediation: 'x' },
    ];
    fc.assert(
      fc.property(
        anyDay.chain((on) => fc.tuple(fc.constant(on), fc.shuffledSubarray(independent(on)))),
        ([on, told]) => {
          const types = new Set(told);
          const once = independent(on).filter((event) => [...types].some((each) => same(each, event)));
          const start = acceptedOn(addDays(on, -3));
          expect(clocksOf([start, ...told])).toEqual(clocksOf([start, ...once]));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a stop never brings the end of the award period earlier', () => {
    const stops = anyEvent(['suspended', 'resumed', 'public-notice-began']);
    fc.assert(
      fc.property(
        anyDay,
        fc.array(stops, { maxLength: 6 }),
        anyDay,
        fc.integer({ min: 0, max: 60 }),
        (start, events, from, days) => {
          const history = [acceptedOn(start), ...events];
          // A stop of its own, of a paper that no other notice is about.
          const notice: CaseEvent = { type: 'public-notice-began', on: from, paper: 'new' };
          const reached: CaseEvent = { type: 'public-notice-ended', on: addDays(from, days), paper: 'new' };
          expect(awardDue([...history, notice]) >= awardDue(history)).toBe(true);
          expect(awardDue([...history, notice, reached]) >= awardDue(history)).toBe(true);
          expect(awardDue([...history, notice]) >= awardDue([...history, notice, reached])).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a stop of n days inside the period moves the end by n days before it rolls', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 45 }),
        fc.integer({ min: 1, max: 60 }),
        (start, offset, length) => {
          const clocks = clocksOf([
            acceptedOn(start),
            { type: 'suspended', on: addDays(start, offset) },
            { type: 'resumed', on: addDays(start, offset + length) },
          ]);
          const steps = clocks.find(({ code }) => code === 'D13')!.finding.steps;
          const natural = steps.find(({ key }) => key === 'calendar.natural-days');
          expect(natural?.date).toBe(addDays(start, 45 + length));
        },
      ),
    );
  });

  it('an extension never ends before the forty-five days, a restart never before the old end of them', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 0, max: 90 }),
        (start, days, later) => {
          const history = [acceptedOn(start)];
          const due = awardDue(history);
          const clocks = clocksOf([...history, { type: 'extension-approved', on: addDays(start, 40), days }]);
          expect(clocks.find(({ code }) => code === 'D14')!.dueOn! >= due).toBe(true);
          const restart: CaseEvent = {
            type: 'award-period-restarted',
            on: addDays(start, later),
            ground: 'party-added',
          };
          expect(awardDue([...history, restart]) >= due).toBe(true);
        },
      ),
    );
  });
});

/** What is wrong with a clock; in one list, since ten thousand histories have many clocks. */
function faults(clock: Clock, isClosed: boolean): string[] {
  const { code, state, dueOn, standsAt, startedOn, metOn, finding } = clock;
  const isAnswered = state === 'met' || state === 'missed';
  const checks: [boolean, string][] = [
    // One of them says where it stands: a last day, or the days left.
    [(dueOn === null) !== (standsAt === null), 'has either a last day or days left'],
    [standsAt === null || standsAt >= 0, 'never has less than no days left'],
    // A hearing is set for some day; all other clocks run forward.
    [dueOn === null || isBackward(clock) || dueOn >= startedOn, 'is not of negative length'],
    [
      dueOn === null || code === 'D25' || !isAnnounced(dueOn) || isWorkingDay(dueOn, calendar),
      'does not end on a day off',
    ],
    [isAnswered ? metOn !== null : metOn === null || state === 'extended', 'is answered by somebody'],
    [!isClosed || !ENDING_WITH_THE_CASE.includes(code) || !isOpen(clock), 'ends with the case'],
    [state !== 'suspended' || dueOn === null, 'stands still without a last day'],
    [finding.value === dueOn && finding.basis.length > 0, 'has its finding'],
  ];
  return checks.flatMap(([isTrue, text]) => (isTrue ? [] : [`${code} ${state} ${text}`]));
}

const isOpen = ({ state }: Clock): boolean => state === 'running' || state === 'suspended';

function same(a: CaseEvent, b: CaseEvent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
