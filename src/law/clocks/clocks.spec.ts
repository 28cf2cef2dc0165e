import { clockOf as clock, derive, keysOf as keys } from '../../../test/support/clocks';
import { calendar } from '../../../test/support/law';
import { localDate as d } from '../../kernel/local-date';
import { CaseEvent, Clock, CLOCK_RULES, HOUSE_CLOCKS, remaining } from '.';

const brief = ({ state, startedOn, dueOn, metOn }: Clock) => ({ state, startedOn, dueOn, metOn });

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
      'D07 5 working',
      'D08 null stated',
      'D09 5 working',
      'D10 3 working',
      'D11 3 working',
      'D12 10 working',
      'D13 45 natural',
      'D14 15 natural',
      'D15 5 working',
      'D16 3 working',
      'D17 15 natural',
      'D18 5 working',
      'D19 15 natural',
      'D20 30 natural',
      'D21 15 natural',
      'D22 15 natural',
      'D23 1 years',
      'D24 30 natural',
      'D25 10 years',
      'D26 2 years',
      'D27 5 working',
    ]);
    for (const [code, rule] of Object.entries(CLOCK_RULES)) {
      expect(rule.code).toBe(code);
      expect(rule.titleKey).toBe(`clock.${code.toLowerCase()}.title`);
      expect(rule.consequenceKey).toBe(`clock.${code.toLowerCase()}.missed`);
      expect(rule.basis.length).toBeGreaterThan(0);
    }
  });

  it('knows what the house itself must do', () => {
    expect(HOUSE_CLOCKS).toEqual('D01 D02 D03 D04 D06 D07 D09 D11 D13 D14 D15 D18 D27'.split(' '));
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
});
