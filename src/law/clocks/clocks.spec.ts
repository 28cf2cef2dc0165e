import fc from 'fast-check';
import { calendar } from '../../../test/support/law';
import { addDays, localDate as d, LocalDate } from '../../kernel/local-date';
import { CaseEvent, Clock, CLOCK_RULES, ClockCode, deriveClocks, remaining } from '.';

const derive = (...events: CaseEvent[]): Clock[] => deriveClocks(events, calendar);
const clock = (clocks: readonly Clock[], code: ClockCode, subject: string | null = null): Clock => {
  const found = clocks.find((each) => each.code === code && each.subject === subject);
  if (!found) throw new Error(`no ${code} ${subject}`);
  return found;
};
const brief = ({ state, startedOn, dueOn, metOn }: Clock) => ({ state, startedOn, dueOn, metOn });
const keys = (each: Clock): string[] => each.finding.steps.map((step) => step.key);

const received: CaseEvent = { type: 'received', on: d('2026-03-02') };
const accepted: CaseEvent = { type: 'accepted', on: d('2026-03-05'), respondents: ['r1', 'r2'] };

describe('clocks', () => {
  it('knows the length, unit and article of each', () => {
    expect(Object.values(CLOCK_RULES).map(({ code, length, unit }) => `${code} ${length} ${unit}`)).toEqual([
      'D01 5 working',
      'D02 5 working',
      'D03 5 working',
      'D04 5 working',
      'D05 10 working',
      'D06 5 working',
      'D08 null stated',
      'D09 5 working',
      'D10 3 working',
      'D13 45 natural',
      'D14 15 natural',
      'D16 3 working',
      'D19 15 natural',
      'D20 30 natural',
    ]);
    for (const rule of Object.values(CLOCK_RULES)) expect(rule.basis.length).toBeGreaterThan(0);
  });

  it('has none without a history', () => {
    expect(derive()).toEqual([]);
  });

  describe('D01, D02: from the application to the decision', () => {
    it('runs five working days from receipt', () => {
      const clocks = derive(received);
      expect(brief(clock(clocks, 'D01'))).toEqual({
        state: 'running',
        startedOn: '2026-03-02',
        dueOn: '2026-03-09',
        metOn: null,
      });
      expect(brief(clock(clocks, 'D02'))).toEqual({
        state: 'running',
        startedOn: '2026-03-02',
        dueOn: '2026-03-09',
        metOn: null,
      });
    });

    it.each([
      ['on the last day', '2026-03-09', 'met'],
      ['the day after', '2026-03-10', 'missed'],
    ])('acceptance %s', (_name, on, state) => {
      const clocks = derive(received, { type: 'accepted', on: d(on), respondents: [] });
      expect(clock(clocks, 'D01')).toMatchObject({ state, metOn: on });
      expect(clocks.some((each) => each.code === 'D02')).toBe(false);
    });

    it.each(['refused', 'referred'] as const)('%s answers it and ends the case', (type) => {
      const clocks = derive(received, { type, on: d('2026-03-04') });
      expect(clocks.map((each) => [each.code, each.state])).toEqual([['D01', 'met']]);
    });

    it('stands still while a correction is awaited, and begins again with its completion (Rules 46(2))', () => {
      const asked: CaseEvent = { type: 'correction-requested', on: d('2026-03-04') };
      const waiting = derive(received, asked);
      expect(clock(waiting, 'D01')).toMatchObject({ state: 'suspended', dueOn: null, standsAt: 5 });
      expect(clock(waiting, 'D02')).toMatchObject({ state: 'met', metOn: '2026-03-04' });

      const corrected = derive(received, asked, { type: 'corrected', on: d('2026-03-20') });
      const d01 = clock(corrected, 'D01');
      expect(brief(d01)).toEqual({
        state: 'running',
        startedOn: '2026-03-20',
        dueOn: '2026-03-27',
        metOn: null,
      });
      expect(d01.restartedBy).toBe('corrected');
      expect(keys(d01)[0]).toBe('clock.restarted-by-correction');
    });

    it('is answered by a refusal although the correction never came', () => {
      const clocks = derive(
        received,
        { type: 'correction-requested', on: d('2026-03-04') },
        { type: 'refused', on: d('2026-05-04') },
      );
      expect(clock(clocks, 'D01')).toMatchObject({ state: 'met', metOn: '2026-05-04', dueOn: null });
    });

    it('marks a late correction notice', () => {
      const clocks = derive(received, { type: 'correction-requested', on: d('2026-03-10') });
      expect(clock(clocks, 'D02')).toMatchObject({ state: 'missed', dueOn: '2026-03-09' });
    });
  });

  describe('D03 to D06: papers, tribunal, answers', () => {
    it('keeps a clock for each respondent', () => {
      const clocks = derive(
        received,
        accepted,
        { type: 'copy-served', on: d('2026-03-12'), respondent: 'r1' },
        { type: 'tribunal-notified', on: d('2026-03-13') },
        { type: 'answer-received', on: d('2026-03-26'), respondent: 'r1' },
      );
      expect(brief(clock(clocks, 'D03', 'r1'))).toEqual({
        state: 'met',
        startedOn: '2026-03-05',
        dueOn: '2026-03-12',
        metOn: '2026-03-12',
      });
      expect(brief(clock(clocks, 'D03', 'r2'))).toEqual({
        state: 'running',
        startedOn: '2026-03-05',
        dueOn: '2026-03-12',
        metOn: null,
      });
      expect(clock(clocks, 'D04')).toMatchObject({
        state: 'missed',
        dueOn: '2026-03-12',
        metOn: '2026-03-13',
      });
      expect(clock(clocks, 'D05', 'r1')).toMatchObject({
        state: 'met',
        dueOn: '2026-03-26',
        metOn: '2026-03-26',
      });
      expect(clocks.some((each) => each.code === 'D05' && each.subject === 'r2')).toBe(false);
      expect(clock(clocks, 'D06', 'r1')).toMatchObject({
        state: 'running',
        startedOn: '2026-03-26',
        dueOn: '2026-04-02',
      });
    });

    it('takes the first service and the first answer, and passes the answer on', () => {
      const clocks = derive(
        accepted,
        { type: 'copy-served', on: d('2026-03-09'), respondent: 'r1' },
        { type: 'copy-served', on: d('2026-03-11'), respondent: 'r1' },
        { type: 'answer-received', on: d('2026-03-24'), respondent: 'r1' },
        { type: 'answer-forwarded', on: d('2026-03-25'), respondent: 'r1' },
      );
      expect(clocks.filter((each) => each.code === 'D05')).toHaveLength(1);
      expect(clock(clocks, 'D05', 'r1')).toMatchObject({
        startedOn: '2026-03-09',
        dueOn: '2026-03-23',
        state: 'missed',
      });
      expect(clock(clocks, 'D06', 'r1')).toMatchObject({ state: 'met', metOn: '2026-03-25' });
    });
  });

  describe('D08 to D10: evidence and hearing', () => {
    const set: CaseEvent = {
      type: 'hearing-set',
      on: d('2026-11-16'),
      hearing: 'h1',
      hearingOn: d('2026-11-27'),
      parties: ['a', 'b'],
    };
    const served = (party: string, on: string): CaseEvent => ({
      type: 'notice-served',
      on: d(on),
      hearing: 'h1',
      party,
    });
    const waived = (party: string, on: string): CaseEvent => ({
      type: 'notice-waived',
      on: d(on),
      hearing: 'h1',
      party,
    });

    it('takes the evidence period as the commission set it, the last one', () => {
      const clocks = derive(
        { type: 'evidence-period-set', on: d('2026-03-05'), until: d('2026-03-20') },
        { type: 'evidence-period-set', on: d('2026-03-18'), until: d('2026-03-31') },
      );
      expect(brief(clock(clocks, 'D08'))).toEqual({
        state: 'running',
        startedOn: '2026-03-18',
        dueOn: '2026-03-31',
        metOn: null,
      });
    });

    it('counts back from the hearing: notice by the fifth, postponement by the third working day before', () => {
      const clocks = derive(set);
      expect(clock(clocks, 'D09', 'h1')).toMatchObject({ state: 'running', dueOn: '2026-11-20' });
      expect(clock(clocks, 'D10', 'h1')).toMatchObject({ state: 'running', dueOn: '2026-11-24' });
    });

    it.each([
      ['all on the last day', [served('a', '2026-11-18'), served('b', '2026-11-20')], 'met', '2026-11-20'],
      ['one a day late', [served('a', '2026-11-18'), served('b', '2026-11-23')], 'missed', '2026-11-23'],
      ['one still waiting', [served('a', '2026-11-18')], 'running', null],
      [
        'late, but given up',
        [served('a', '2026-11-18'), served('b', '2026-11-23'), waived('b', '2026-11-24')],
        'met',
        '2026-11-24',
      ],
      [
        'given up without service',
        [waived('a', '2026-11-25'), waived('b', '2026-11-26')],
        'met',
        '2026-11-26',
      ],
    ])('D09: %s', (_name, events, state, metOn) => {
      expect(clock(derive(set, ...events), 'D09', 'h1')).toMatchObject({ state, metOn });
    });

    it('starts afresh when the hearing is moved: notices of the old day do not count', () => {
      const moved: CaseEvent = { ...set, on: d('2026-11-23'), hearingOn: d('2026-12-11') };
      const clocks = derive(set, served('a', '2026-11-17'), served('b', '2026-11-17'), moved);
      expect(clock(clocks, 'D09', 'h1')).toMatchObject({
        state: 'running',
        dueOn: '2026-12-04',
        restartedBy: 'hearing-set',
      });
      expect(clocks.filter((each) => each.code === 'D10')).toHaveLength(1);
    });
  });

  describe('D13, D14: the time for the award', () => {
    const at = (
      type: 'suspended' | 'resumed' | 'public-notice-began' | 'public-notice-ended',
      on: string,
    ): CaseEvent => ({ type, on: d(on) });

    it.each([
      ['ends on the 45th day', '2026-03-02', '2026-04-16'],
      ['rolls off a Sunday', '2026-03-05', '2026-04-20'],
      ['rolls over National Day', '2026-08-18', '2026-10-08'],
      ['counts 29 February', '2028-01-20', '2028-03-06'],
    ])('%s', (_name, on, dueOn) => {
      expect(clock(derive({ type: 'accepted', on: d(on), respondents: [] }), 'D13').dueOn).toBe(dueOn);
    });

    it.each([
      // 45 days from 2 March end on 16 April; ten days out move it to Sunday 26 and on to Monday 27 April.
      ['ten days out', [at('suspended', '2026-03-10'), at('resumed', '2026-03-20')], '2026-04-27'],
      [
        'suspension and public notice at the same time count once',
        [
          at('suspended', '2026-03-10'),
          at('public-notice-began', '2026-03-12'),
          at('public-notice-ended', '2026-03-18'),
          at('resumed', '2026-03-20'),
        ],
        '2026-04-27',
      ],
      [
        'overlapping stops are joined',
        [
          at('suspended', '2026-03-10'),
          at('public-notice-began', '2026-03-15'),
          at('resumed', '2026-03-16'),
          at('public-notice-ended', '2026-03-20'),
        ],
        '2026-04-27',
      ],
      [
        'two stops of five days',
        [
          at('suspended', '2026-03-10'),
          at('resumed', '2026-03-15'),
          at('suspended', '2026-03-20'),
          at('resumed', '2026-03-25'),
        ],
        '2026-04-27',
      ],
      [
        'a second suspension while suspended changes nothing',
        [at('suspended', '2026-03-10'), at('suspended', '2026-03-12'), at('resumed', '2026-03-20')],
        '2026-04-27',
      ],
      [
        'a stop on the day of acceptance itself',
        [at('suspended', '2026-03-02'), at('resumed', '2026-03-03')],
        '2026-04-16',
      ],
      ['a stop after the end', [at('suspended', '2026-04-17'), at('resumed', '2026-05-20')], '2026-04-16'],
      ['an open stop after the end', [at('suspended', '2026-04-17')], '2026-04-16'],
      ['a resumption that resumes nothing', [at('resumed', '2026-03-20')], '2026-04-16'],
    ])('leaves out what Rules 46(6) leaves out: %s', (_name, events, dueOn) => {
      const clocks = derive({ type: 'accepted', on: d('2026-03-02'), respondents: [] }, ...events);
      expect(clock(clocks, 'D13').dueOn).toBe(dueOn);
    });

    it('stands still with the days that were left', () => {
      const clocks = derive(
        { type: 'accepted', on: d('2026-03-02'), respondents: [] },
        at('suspended', '2026-03-12'),
      );
      expect(clock(clocks, 'D13')).toMatchObject({ state: 'suspended', dueOn: null, standsAt: 36 });
    });

    it.each([
      ['party-added', 'clock.restarted-by-party'],
      ['claims-changed', 'clock.restarted-by-claims'],
      ['counterclaim-joined', 'clock.restarted-by-counterclaim'],
      ['transferred-in', 'clock.restarted-by-transfer'],
    ] as const)('begins again: %s (Rules 46)', (ground, key) => {
      const d13 = clock(
        derive(accepted, { type: 'award-period-restarted', on: d('2026-03-24'), ground }),
        'D13',
      );
      expect(d13).toMatchObject({
        startedOn: '2026-03-24',
        dueOn: '2026-05-08',
        restartedBy: 'award-period-restarted',
      });
      expect(keys(d13)[0]).toBe(key);
    });

    it('is extended as one period: a day off in the middle moves nothing', () => {
      // The 45th day is Sunday 19 April; 15 more end on Monday 4 May, a holiday, and on to Wednesday 6 May.
      const clocks = derive(accepted, { type: 'extension-approved', on: d('2026-04-15'), days: 15 });
      expect(clock(clocks, 'D13').state).toBe('extended');
      expect(clock(clocks, 'D14')).toMatchObject({ state: 'running', dueOn: '2026-05-06' });
      expect(keys(clock(clocks, 'D14'))[0]).toBe('clock.extended');
    });

    it('stands still while extended too', () => {
      const clocks = derive(
        accepted,
        { type: 'extension-approved', on: d('2026-04-15'), days: 10 },
        at('suspended', '2026-04-20'),
      );
      expect(clock(clocks, 'D14')).toMatchObject({ state: 'suspended', standsAt: 10 });
    });

    it('forgets an extension of the time before a restart', () => {
      const clocks = derive(
        accepted,
        { type: 'extension-approved', on: d('2026-04-15'), days: 15 },
        { type: 'award-period-restarted', on: d('2026-04-20'), ground: 'claims-changed' },
      );
      expect(clocks.some((each) => each.code === 'D14')).toBe(false);
      expect(clock(clocks, 'D13').state).toBe('running');
    });

    it.each([0, 16, 1.5])('refuses an extension of %d days', (days) => {
      expect(() => derive(accepted, { type: 'extension-approved', on: d('2026-04-15'), days })).toThrow(
        RangeError,
      );
    });

    it.each([
      ['2026-04-20', 'met'],
      ['2026-04-21', 'missed'],
    ])('award on %s: %s', (on, state) => {
      expect(clock(derive(accepted, { type: 'award-made', on: d(on) }), 'D13').state).toBe(state);
    });
  });

  it('lapses what the award made pointless', () => {
    const clocks = derive(accepted, { type: 'award-made', on: d('2026-04-01') });
    expect(clock(clocks, 'D03', 'r1').state).toBe('lapsed');
    expect(clock(clocks, 'D04').state).toBe('lapsed');
    expect(clock(derive(accepted, { type: 'closed', on: d('2026-04-01') }), 'D13').state).toBe('lapsed');
  });

  describe('D16, D19, D20: what comes after', () => {
    const award = (side: 'worker' | 'employer', isFinal: boolean): CaseEvent => ({
      type: 'award-served',
      on: d('2026-04-10'),
      award: 'w',
      party: 'p',
      side,
      isFinal,
    });

    it.each([
      ['worker, final: suit (Law 48)', award('worker', true), 'D19', '2026-04-27'],
      ['worker, not final: suit (Law 50)', award('worker', false), 'D19', '2026-04-27'],
      ['employer, not final: suit (Law 50)', award('employer', false), 'D19', '2026-04-27'],
      ['employer, final: setting aside (Law 49)', award('employer', true), 'D20', '2026-05-11'],
    ] as const)('%s', (_name, event, code, dueOn) => {
      const clocks = derive({ type: 'award-made', on: d('2026-04-09') }, event);
      expect(clocks).toHaveLength(1);
      expect(clock(clocks, code, 'w:p')).toMatchObject({ state: 'running', startedOn: '2026-04-10', dueOn });
    });

    it('counts a posted paper as served after three working days (Rules 20(2))', () => {
      expect(clock(derive({ type: 'posted', on: d('2026-11-19'), paper: 'x' }), 'D16', 'x').dueOn).toBe(
        '2026-11-24',
      );
    });
  });

  describe('remaining', () => {
    const d01 = clock(derive(received), 'D01');
    it.each([
      [
        'on the first day',
        d01,
        '2026-03-02',
        { days: 5, unit: 'working', isDueToday: false, isPast: false, isOverdue: false },
      ],
      [
        'on the last day',
        d01,
        '2026-03-09',
        { days: 0, unit: 'working', isDueToday: true, isPast: false, isOverdue: false },
      ],
      [
        'the day after',
        d01,
        '2026-03-10',
        { days: -1, unit: 'working', isDueToday: false, isPast: true, isOverdue: true },
      ],
    ])('%s', (_name, each, today, expected) => {
      expect(remaining(each, d(today), calendar)).toEqual(expected);
    });

    it('counts natural days for the award', () => {
      const d13 = clock(derive(accepted), 'D13');
      expect(remaining(d13, d('2026-04-10'), calendar)).toMatchObject({ days: 10, unit: 'natural' });
    });

    it('a window that has closed is past, not overdue', () => {
      const d10 = clock(
        derive({
          type: 'hearing-set',
          on: d('2026-11-16'),
          hearing: 'h',
          hearingOn: d('2026-11-27'),
          parties: [],
        }),
        'D10',
        'h',
      );
      expect(remaining(d10, d('2026-11-26'), calendar)).toMatchObject({ isPast: true, isOverdue: false });
    });

    it('shows what is left of a suspended clock', () => {
      const waiting = clock(derive(received, { type: 'correction-requested', on: d('2026-03-04') }), 'D01');
      expect(remaining(waiting, d('2026-06-01'), calendar)).toEqual({
        days: 5,
        unit: 'working',
        isDueToday: false,
        isPast: false,
        isOverdue: false,
      });
      expect(remaining({ ...waiting, standsAt: null }, d('2026-06-01'), calendar)).toBeNull();
    });

    it('has nothing to say about an answered clock', () => {
      const met = clock(derive(received, accepted), 'D01');
      expect(remaining(met, d('2026-03-06'), calendar)).toBeNull();
      expect(remaining({ ...d01, dueOn: null }, d('2026-03-06'), calendar)).toBeNull();
    });
  });

  it('shows its working: every day counted, and the last one', () => {
    expect(keys(clock(derive(received), 'D01'))).toEqual([
      'calendar.first-day-not-counted',
      'calendar.working-day',
      'calendar.working-day',
      'calendar.working-day',
      'calendar.working-day',
      'calendar.weekend',
      'calendar.weekend',
      'calendar.working-day',
      'clock.due',
    ]);
  });

  it('says when the count runs into days not yet announced', () => {
    expect(
      clock(derive({ type: 'accepted', on: d('2026-11-23'), respondents: [] }), 'D13').isProvisional,
    ).toBe(true);
    expect(
      clock(derive({ type: 'accepted', on: d('2026-03-02'), respondents: [] }), 'D13').isProvisional,
    ).toBe(false);
  });

  const anyDay: fc.Arbitrary<LocalDate> = fc
    .integer({ min: 0, max: 500 })
    .map((days) => addDays(d('2025-02-01'), days));

  it('property: the order in which the days are told does not matter', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDay, { minLength: 4, maxLength: 4 }), (days) => {
        const [a, b, c, e] = [...days].sort() as [LocalDate, LocalDate, LocalDate, LocalDate];
        const events: CaseEvent[] = [
          { type: 'received', on: a },
          { type: 'accepted', on: b, respondents: ['r'] },
          { type: 'suspended', on: c },
          { type: 'resumed', on: e },
        ];
        expect(deriveClocks([...events].reverse(), calendar)).toEqual(deriveClocks(events, calendar));
      }),
    );
  });

  it('property: a stop of n days inside the period moves the end by n days before rolling', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (start, offset, length) => {
          const stopped = derive(
            { type: 'accepted', on: start, respondents: [] },
            { type: 'suspended', on: addDays(start, offset) },
            { type: 'resumed', on: addDays(start, offset + length) },
          );
          const natural = clock(stopped, 'D13').finding.steps.find(
            (step) => step.key === 'calendar.natural-days',
          );
          expect(natural?.date).toBe(addDays(start, 45 + length));
        },
      ),
    );
  });
});
