import fc from 'fast-check';
import { calendar } from '../../test/support/law';
import { addDays, localDate as d } from '../kernel/local-date';
import { CalendarData, workCalendar } from './calendar';
import { backward, count, Counting, explainDays, forward, Standstill } from './counting';

const stop = (from: string, until: string): Standstill => ({
  from: d(from),
  until: d(until),
  cause: 'suspension',
});
const openStop = (from: string): Standstill => ({ from: d(from), until: null, cause: 'suspension' });
const drawn = (counting: Counting): string[] =>
  explainDays(counting, calendar).map(
    ({ on, kind, number, cause }) =>
      `${on.slice(5)} ${kind}${number === null ? '' : ` ${number}`}${cause === null ? '' : ` (${cause})`}`,
  );

describe('explainDays: each day of a count and what it is', () => {
  it.each<[string, Counting, string[]]>([
    [
      'working days over Spring Festival, with the Saturday worked in exchange',
      forward(d('2026-02-12'), 3, 'working'),
      [
        '02-12 start',
        '02-13 counted 1',
        '02-14 make-up 2',
        ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `02-${day} holiday`),
        '02-24 counted 3',
      ],
    ],
    [
      'working days over a weekend',
      forward(d('2026-11-19'), 2, 'working'),
      ['11-19 start', '11-20 counted 1', '11-21 weekend', '11-22 weekend', '11-23 counted 2'],
    ],
    [
      'back from a hearing',
      backward(d('2026-11-24'), 2),
      ['11-24 start', '11-23 counted 1', '11-22 weekend', '11-21 weekend', '11-20 counted 2'],
    ],
    [
      'natural days: days off count, and the end moves off a holiday',
      forward(d('2026-04-29'), 4, 'natural'),
      [
        '04-29 start',
        '04-30 counted 1',
        '05-01 counted 2',
        '05-02 counted 3',
        '05-03 counted 4',
        '05-04 holiday',
        '05-05 holiday',
        '05-06 rolled',
      ],
    ],
    [
      'the end moves off a Saturday',
      forward(d('2026-11-19'), 2, 'natural'),
      ['11-19 start', '11-20 counted 1', '11-21 counted 2', '11-22 weekend', '11-23 rolled'],
    ],
    [
      'a Saturday worked in exchange is a day like others where all count, and the end stays on it',
      forward(d('2026-05-07'), 2, 'natural'),
      ['05-07 start', '05-08 counted 1', '05-09 counted 2'],
    ],
    [
      'days that stood still',
      forward(d('2026-03-02'), 3, 'natural', [stop('2026-03-04', '2026-03-06')]),
      [
        '03-02 start',
        '03-03 counted 1',
        '03-04 stood-still (suspension)',
        '03-05 stood-still (suspension)',
        '03-06 counted 2',
        '03-07 counted 3',
        '03-08 weekend',
        '03-09 rolled',
      ],
    ],
    [
      'working days that stood still',
      forward(d('2026-03-05'), 2, 'working', [stop('2026-03-06', '2026-03-09')]),
      [
        '03-05 start',
        '03-06 stood-still (suspension)',
        '03-07 stood-still (suspension)',
        '03-08 stood-still (suspension)',
        '03-09 counted 1',
        '03-10 counted 2',
      ],
    ],
    [
      'standing still without an end: up to the day on which it stopped',
      forward(d('2026-03-02'), 3, 'natural', [openStop('2026-03-04')]),
      ['03-02 start', '03-03 counted 1', '03-04 stood-still (suspension)'],
    ],
    [
      'stopped on the day to which the end would move',
      forward(d('2026-03-04'), 3, 'natural', [stop('2026-03-09', '2026-03-11')]),
      [
        '03-04 start',
        '03-05 counted 1',
        '03-06 counted 2',
        '03-07 counted 3',
        '03-08 weekend',
        '03-09 stood-still (suspension)',
        '03-10 stood-still (suspension)',
        '03-11 rolled',
      ],
    ],
    [
      'stopped there without an end',
      forward(d('2026-03-04'), 3, 'natural', [openStop('2026-03-09')]),
      [
        '03-04 start',
        '03-05 counted 1',
        '03-06 counted 2',
        '03-07 counted 3',
        '03-08 weekend',
        '03-09 stood-still (suspension)',
      ],
    ],
    [
      'a minimum that nobody has to meet does not move',
      { ...forward(d('2026-03-05'), 2, 'natural'), rolls: false },
      ['03-05 start', '03-06 counted 1', '03-07 counted 2'],
    ],
    ['no days at all', forward(d('2026-03-05'), 0, 'working'), ['03-05 start']],
  ])('%s', (_name, counting, days) => {
    expect(drawn(counting)).toEqual(days);
  });

  it('a year has a row for each day', () => {
    const days = explainDays(forward(d('2023-03-01'), 1, 'years'), calendar);
    expect(days).toHaveLength(367);
    expect(days.at(-1)).toMatchObject({ on: '2024-03-01', number: 366 });
  });

  it('marks each day whose holidays are not announced', () => {
    const days = explainDays(forward(d('2026-12-23'), 3, 'natural'), calendar);
    expect(days.map(({ on, isProvisional }) => [on, isProvisional])).toEqual([
      ['2026-12-23', false],
      ['2026-12-24', false],
      ['2026-12-25', true],
      ['2026-12-26', true],
      ['2026-12-27', true],
      ['2026-12-28', true],
    ]);
  });
});

describe('steps of working days with stops', () => {
  const from = d('2026-03-02');
  it.each<[string, Standstill[], string[]]>([
    ['a stop within the count', [stop('2026-03-04', '2026-03-06')], ['days-suspended 2026-03-04 2026-03-05']],
    [
      'one that began before it',
      [stop('2026-02-26', '2026-03-04')],
      ['days-suspended 2026-03-03 2026-03-03'],
    ],
    ['one that was over before it', [stop('2026-02-24', '2026-02-26')], []],
    ['one that was over on the first day', [stop('2026-02-24', '2026-03-03')], []],
    ['one after it', [stop('2026-03-16', '2026-03-18')], []],
    ['one in which no day passed', [stop('2026-03-04', '2026-03-04')], []],
    ['one without an end', [openStop('2026-03-04')], ['stands-still 2026-03-04']],
    ['one without an end from the first day', [openStop('2026-03-02')], ['stands-still 2026-03-02']],
  ])('%s', (_name, stops, told) => {
    const { steps } = count(forward(from, 5, 'working', stops), calendar);
    expect(steps[0]?.key).toBe('calendar.first-day-not-counted');
    const spoken = steps.filter(({ key }) => key.startsWith('clock.'));
    expect(
      spoken.map(({ key, params }) =>
        [key.replace('clock.', ''), params['fromOn'], ...(params['toOn'] ? [params['toOn']] : [])].join(' '),
      ),
    ).toEqual(told);
  });
});

describe('a year that is not announced yet', () => {
  const announced2026: CalendarData = {
    announcedYears: [2026],
    holidays: [d('2026-01-01')],
    makeUpDays: [],
    // Lunar days and Qingming of 2027 are computed ahead; the fixed days the calendar knows.
    statutory: [
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-06-09',
      '2027-09-15',
    ].map((day) => d(day)),
  };
  const before = workCalendar(announced2026);
  /** An imagined notice: Spring Festival from 5 to 11 February with Saturday the 13th worked; New Year to the 3rd. */
  const after = workCalendar({
    ...announced2026,
    announcedYears: [2026, 2027],
    holidays: [
      ...announced2026.holidays,
      ...['01-01', '01-02', '01-03', '02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11'].map(
        (day) => d(`2027-${day}`),
      ),
    ],
    makeUpDays: [d('2027-02-13')],
  });

  it.each<[string, Counting, string, string]>([
    ['five working days over New Year', forward(d('2026-12-30'), 5, 'working'), '2027-01-07', '2027-01-07'],
    [
      'five working days over Spring Festival',
      forward(d('2027-02-03'), 5, 'working'),
      '2027-02-12',
      '2027-02-16',
    ],
    ['natural days that end on the eve', forward(d('2027-01-21'), 15, 'natural'), '2027-02-09', '2027-02-12'],
    [
      'natural days that end on the Saturday',
      forward(d('2027-01-29'), 15, 'natural'),
      '2027-02-15',
      '2027-02-13',
    ],
    ['five working days back', backward(d('2027-02-15'), 5), '2027-02-04', '2027-02-02'],
    ['a year that ends on Labour Day', forward(d('2026-05-01'), 1, 'years'), '2027-05-03', '2027-05-03'],
    ['a year that ends on Qingming', forward(d('2026-04-05'), 1, 'years'), '2027-04-06', '2027-04-06'],
  ])(
    '%s: by the statutory days alone, and again when the notice has come',
    (_name, counting, first, then) => {
      expect(count(counting, before)).toMatchObject({ dueOn: first, isProvisional: true });
      expect(count(counting, before).steps.at(-1)?.key).toBe('calendar.provisional');
      expect(count(counting, after)).toMatchObject({ dueOn: then, isProvisional: false });
      expect(count(counting, after).steps.map(({ key }) => key)).not.toContain('calendar.provisional');
      expect(explainDays(counting, before).some(({ isProvisional }) => isProvisional)).toBe(true);
      expect(explainDays(counting, after).some(({ isProvisional }) => isProvisional)).toBe(false);
    },
  );
});

describe('properties', () => {
  const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(d('2025-01-01'), days));
  const anyStop: fc.Arbitrary<Standstill> = fc
    .tuple(anyDay, fc.option(fc.integer({ min: 0, max: 60 })))
    .map(([from, days]) =>
      days === null
        ? { from, until: null, cause: 'suspension' }
        : { from, until: addDays(from, days), cause: 'suspension' },
    );
  const anyForward: fc.Arbitrary<Counting> = fc
    .tuple(
      anyDay,
      fc.constantFrom<['working' | 'natural' | 'years', number]>(
        ['working', 3],
        ['working', 5],
        ['working', 10],
        ['natural', 15],
        ['natural', 30],
        ['natural', 45],
        ['years', 1],
      ),
      fc.array(anyStop, { maxLength: 3 }),
    )
    .map(([from, [unit, length], stops]) => forward(from, length, unit, stops));
  const anyCount = fc.oneof(
    anyForward,
    anyDay.map((from) => backward(from, 5)),
  );

  it('what is drawn is what was counted: the same last day, the same days left', () => {
    fc.assert(
      fc.property(anyCount, (counting) => {
        const { dueOn, standsAt } = count(counting, calendar);
        const days = explainDays(counting, calendar);
        const last = days.at(-1)!;
        const counted = days.filter(({ number }) => number !== null).length;
        if (dueOn === null) {
          expect(last.kind).toBe('stood-still');
          if (counting.unit !== 'years') expect(counted).toBe(counting.length - standsAt!);
        } else {
          expect(last.on).toBe(dueOn);
          if (counting.unit !== 'years') expect(counted).toBe(counting.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('the days drawn follow each other without a gap', () => {
    fc.assert(
      fc.property(anyCount, (counting) => {
        const days = explainDays(counting, calendar);
        const step = counting.direction === 'back' ? -1 : 1;
        expect(days.map(({ on }) => on)).toEqual(days.map((_, i) => addDays(counting.from, i * step)));
      }),
    );
  });

  it('the order in which stops are told does not matter', () => {
    fc.assert(
      fc.property(anyForward, (counting) => {
        const { from, length, unit, stops } = counting;
        const again = forward(from, length, unit, [...stops].reverse());
        expect(count(again, calendar).dueOn).toBe(count(counting, calendar).dueOn);
      }),
    );
  });
});
