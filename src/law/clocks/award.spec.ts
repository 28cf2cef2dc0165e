import { articlesOf, at, clockOf, derive, keysOf } from '../../../test/support/clocks';
import { localDate as d } from '../../kernel/local-date';
import type { CaseEvent, RestartGround } from '.';

const accepted = (on = '2026-03-02'): CaseEvent => ({ type: 'accepted', on: d(on), respondents: [] });
const suspended = (on: string): CaseEvent => at('suspended', on);
const resumed = (on: string): CaseEvent => at('resumed', on);
const noticed = (on: string, paper = 'p'): CaseEvent => ({ type: 'public-notice-began', on: d(on), paper });
const reached = (on: string, paper = 'p'): CaseEvent => ({ type: 'public-notice-ended', on: d(on), paper });
const restarted = (on: string, ground: RestartGround = 'claims-changed'): CaseEvent => ({
  type: 'award-period-restarted',
  on: d(on),
  ground,
});
const extended = (on: string, days: number): CaseEvent => ({ type: 'extension-approved', on: d(on), days });

describe('D13: forty-five natural days (Law 43, Rules 45, 80)', () => {
  it.each([
    ['ends on the 45th day', '2026-03-02', '2026-04-16'],
    ['rolls off a Sunday', '2026-03-05', '2026-04-20'],
    ['rolls over National Day', '2026-08-18', '2026-10-08'],
    ['ends on a Saturday worked in exchange', '2026-03-25', '2026-05-09'],
    ['does not leave out the holidays in between', '2026-01-30', '2026-03-16'],
    ['counts 29 February', '2028-01-20', '2028-03-06'],
  ])('%s', (_name, on, dueOn) => {
    expect(clockOf(derive(accepted(on)), 'D13').dueOn).toBe(dueOn);
  });

  it.each([
    ['2026-04-16', 'met'],
    ['2026-04-17', 'missed'],
  ])('award on %s: %s', (on, state) => {
    expect(clockOf(derive(accepted(), at('award-made', on)), 'D13')).toMatchObject({ state, metOn: on });
  });

  it('rests on its articles', () => {
    expect(articlesOf(clockOf(derive(accepted()), 'D13'))).toEqual([
      'law 43 (1)',
      'rules 45',
      'civil-procedure 85',
    ]);
  });
});

describe('what is not counted (Rules 46(6))', () => {
  it.each<[string, CaseEvent[], string]>([
    // 45 days from 2 March end on 16 April; ten days out move it to Sunday 26 and on to Monday 27 April.
    ['ten days of suspension', [suspended('2026-03-10'), resumed('2026-03-20')], '2026-04-27'],
    [
      'two suspensions of five days',
      [suspended('2026-03-10'), resumed('2026-03-15'), suspended('2026-03-20'), resumed('2026-03-25')],
      '2026-04-27',
    ],
    [
      'a second suspension while suspended changes nothing',
      [suspended('2026-03-10'), suspended('2026-03-12'), resumed('2026-03-20')],
      '2026-04-27',
    ],
    ['resumed on the day of suspension', [suspended('2026-03-10'), resumed('2026-03-10')], '2026-04-16'],
    ['a resumption that resumes nothing', [resumed('2026-03-20')], '2026-04-16'],
    // A stop on the first day.
    [
      'on the day of acceptance alone, which is not counted anyway',
      [suspended('2026-03-02'), resumed('2026-03-03')],
      '2026-04-16',
    ],
    [
      'from the day of acceptance: nine days that would have counted',
      [suspended('2026-03-02'), resumed('2026-03-12')],
      '2026-04-27',
    ],
    ['on the first day that counts', [suspended('2026-03-03'), resumed('2026-03-04')], '2026-04-17'],
    // A stop reaching the last day.
    ['on the last day', [suspended('2026-04-16'), resumed('2026-04-20')], '2026-04-20'],
    ['up to the last day', [suspended('2026-04-10'), resumed('2026-04-16')], '2026-04-22'],
    ['the day after the end', [suspended('2026-04-17'), resumed('2026-05-20')], '2026-04-16'],
    ['an open stop after the end', [suspended('2026-04-17')], '2026-04-16'],
    // Service by public notice: from the day of the notice until the day of service, the thirtieth (Civil Procedure 95).
    ['a public notice that runs its thirty days', [noticed('2026-03-10')], '2026-05-18'],
    [
      'a public notice whose thirtieth day falls on Qingming: served on 7 April',
      [noticed('2026-03-05')],
      '2026-05-20',
    ],
    ['the addressee reached after ten days', [noticed('2026-03-10'), reached('2026-03-20')], '2026-04-27'],
    [
      'the addressee reached on the day before the thirtieth',
      [noticed('2026-03-11'), reached('2026-04-09')],
      '2026-05-15',
    ],
    [
      'reached on the thirtieth day: served by the notice',
      [noticed('2026-03-10'), reached('2026-04-09')],
      '2026-05-18',
    ],
    ['reached later: served by the notice', [noticed('2026-03-10'), reached('2026-04-20')], '2026-05-18'],
    ['reached for another paper', [noticed('2026-03-10'), reached('2026-03-20', 'q')], '2026-05-18'],
    // Overlapping stops.
    [
      'a notice within a suspension counts once',
      [suspended('2026-03-10'), noticed('2026-03-12'), reached('2026-03-18'), resumed('2026-03-20')],
      '2026-04-27',
    ],
    [
      'a notice that outlasts a suspension is joined to it',
      [suspended('2026-03-10'), noticed('2026-03-15'), resumed('2026-03-16'), reached('2026-03-20')],
      '2026-04-27',
    ],
    [
      'a suspension that outlasts a notice is joined to it',
      [noticed('2026-03-10'), suspended('2026-03-15'), reached('2026-03-16'), resumed('2026-03-20')],
      '2026-04-27',
    ],
    [
      'two notices of different papers are joined',
      [noticed('2026-03-10'), noticed('2026-03-12', 'q'), reached('2026-03-18'), reached('2026-03-20', 'q')],
      '2026-04-27',
    ],
    [
      'one stop ends on the day another begins',
      [suspended('2026-03-10'), resumed('2026-03-15'), noticed('2026-03-15'), reached('2026-03-20')],
      '2026-04-27',
    ],
  ])('%s', (_name, events, dueOn) => {
    expect(clockOf(derive(accepted(), ...events), 'D13').dueOn).toBe(dueOn);
  });

  it.each<[string, CaseEvent[], string | null, number | null]>([
    // 45 days from 5 March end on Sunday 19 April, so that the period ends on Monday the 20th.
    [
      'the Monday to which the end moves',
      [suspended('2026-04-20'), resumed('2026-04-23')],
      '2026-04-23',
      null,
    ],
    [
      'that Monday, and a second time',
      [suspended('2026-04-20'), resumed('2026-04-25'), suspended('2026-04-27'), resumed('2026-04-28')],
      '2026-04-28',
      null,
    ],
    ['that Monday, without an end', [suspended('2026-04-20')], null, 0],
    ['from the Sunday itself, which then does not count', [suspended('2026-04-19')], null, 1],
    ['the Tuesday after', [suspended('2026-04-21')], '2026-04-20', null],
  ])('a stop on %s', (_name, events, dueOn, standsAt) => {
    expect(clockOf(derive(accepted('2026-03-05'), ...events), 'D13')).toMatchObject({ dueOn, standsAt });
  });

  it('stands still with the days that were left', () => {
    const d13 = clockOf(derive(accepted(), suspended('2026-03-12')), 'D13');
    expect(d13).toMatchObject({ state: 'suspended', dueOn: null, standsAt: 36, isProvisional: false });
    expect(keysOf(d13).at(-1)).toBe('clock.stands-still');
  });

  it('a suspension without an end after a notice', () => {
    const d13 = clockOf(derive(accepted(), noticed('2026-03-10'), suspended('2026-03-20')), 'D13');
    expect(d13).toMatchObject({ state: 'suspended', dueOn: null, standsAt: 38 });
    expect(keysOf(d13)).not.toContain('clock.days-suspended');
  });

  it('does not speak of a stop in which no day passed', () => {
    const d13 = clockOf(derive(accepted(), suspended('2026-03-10'), resumed('2026-03-10')), 'D13');
    expect(keysOf(d13)).not.toContain('clock.days-suspended');
  });

  it('says which days, how many and why', () => {
    const { finding } = clockOf(
      derive(
        accepted(),
        suspended('2026-03-10'),
        resumed('2026-03-15'),
        noticed('2026-03-20'),
        reached('2026-03-25'),
      ),
      'D13',
    );
    const told = finding.steps.filter(({ key }) => key.startsWith('clock.days'));
    expect(told.map(({ key, params }) => [key, params['fromOn'], params['toOn'], params['days']])).toEqual([
      ['clock.days-suspended', '2026-03-10', '2026-03-14', 5],
      ['clock.days-of-public-notice', '2026-03-20', '2026-03-24', 5],
    ]);
    for (const each of told) expect(each.article).toEqual({ law: 'rules', article: '46', item: '6' });
  });
});

describe('what begins it anew (Rules 46)', () => {
  it.each([
    ['party-added', 'clock.restarted-by-party', '1'],
    ['claims-changed', 'clock.restarted-by-claims', '3'],
    ['counterclaim-joined', 'clock.restarted-by-counterclaim', '4'],
    ['transferred-in', 'clock.restarted-by-transfer', '5'],
  ] as const)('%s: from the day of the decision or acceptance', (ground, key, item) => {
    const d13 = clockOf(derive(accepted(), restarted('2026-03-24', ground)), 'D13');
    expect(d13).toMatchObject({
      startedOn: '2026-03-24',
      dueOn: '2026-05-08',
      restartedBy: 'award-period-restarted',
    });
    expect(d13.finding.steps[0]).toMatchObject({
      key,
      params: { restartedOn: '2026-03-24' },
      article: { law: 'rules', article: '46', item },
    });
  });

  it.each<[string, CaseEvent[], string, string | null, number | null]>([
    [
      'the last of two counts',
      [restarted('2026-03-10', 'party-added'), restarted('2026-03-20', 'counterclaim-joined')],
      '2026-03-20',
      '2026-05-06',
      null,
    ],
    [
      'while suspended: the new days begin when it is resumed',
      [suspended('2026-03-10'), restarted('2026-03-20'), resumed('2026-03-30')],
      '2026-03-20',
      '2026-05-13',
      null,
    ],
    [
      'while suspended without an end',
      [suspended('2026-03-10'), restarted('2026-03-20')],
      '2026-03-20',
      null,
      45,
    ],
    [
      'on the day of resumption',
      [suspended('2026-03-10'), restarted('2026-03-30'), resumed('2026-03-30')],
      '2026-03-30',
      '2026-05-14',
      null,
    ],
    [
      'on the day of suspension',
      [restarted('2026-03-20'), suspended('2026-03-20'), resumed('2026-03-25')],
      '2026-03-20',
      '2026-05-08',
      null,
    ],
    [
      'after a stop: what stood still before does not count any more',
      [suspended('2026-03-05'), resumed('2026-03-15'), restarted('2026-03-20')],
      '2026-03-20',
      '2026-05-06',
      null,
    ],
    [
      'during a public notice',
      [noticed('2026-03-10'), restarted('2026-03-20')],
      '2026-03-20',
      '2026-05-25',
      null,
    ],
    ['after the old period had run out', [restarted('2026-04-24')], '2026-04-24', '2026-06-08', null],
  ])('%s', (_name, events, startedOn, dueOn, standsAt) => {
    expect(clockOf(derive(accepted(), ...events), 'D13')).toMatchObject({ startedOn, dueOn, standsAt });
  });

  it('a correction before acceptance begins D01 anew and not these days (Rules 46(2))', () => {
    const clocks = derive(
      at('received', '2026-02-25'),
      at('correction-requested', '2026-02-26'),
      at('corrected', '2026-02-28'),
      accepted(),
    );
    expect(clockOf(clocks, 'D01')).toMatchObject({ startedOn: '2026-02-28', restartedBy: 'corrected' });
    expect(clockOf(clocks, 'D13')).toMatchObject({ startedOn: '2026-03-02', restartedBy: null });
  });
});

describe('what does neither', () => {
  it.each<[string, CaseEvent, string, object]>([
    [
      'entrusted mediation (Rules 70)',
      at('mediation-entrusted', '2026-03-10'),
      'clock.not-stopped-by-mediation',
      { law: 'rules', article: '70' },
    ],
    [
      "postponement at a party's request (Rules 38)",
      { type: 'hearing-postponed', on: d('2026-03-10'), hearing: 'h' },
      'clock.not-stopped-by-postponement',
      { law: 'rules', article: '38' },
    ],
    [
      'conversion from simple to ordinary (Rules 61)',
      at('converted-to-ordinary', '2026-03-10'),
      'clock.not-restarted-by-conversion',
      { law: 'rules', article: '61', paragraph: '2' },
    ],
  ])('%s', (_name, event, key, article) => {
    const d13 = clockOf(derive(accepted(), event), 'D13');
    expect(d13).toMatchObject({ startedOn: '2026-03-02', dueOn: '2026-04-16', restartedBy: null });
    expect(d13.finding.steps).toContainEqual({
      key,
      params: { dayOn: '2026-03-10' },
      date: '2026-03-10',
      article,
    });
    const extendedClocks = derive(accepted(), event, extended('2026-04-01', 15));
    expect(keysOf(clockOf(extendedClocks, 'D14'))).toContain(key);
    // Said of the period in which it happened, not of one begun anew since.
    expect(keysOf(clockOf(derive(accepted(), event, restarted('2026-03-20')), 'D13'))).not.toContain(key);
  });
});

describe('D14: extension of at most fifteen days (Rules 45)', () => {
  it.each<[string, CaseEvent[], string | null]>([
    // The 45th day from 5 March is Sunday 19 April; fifteen more end on Monday 4 May, a holiday, and on to the 6th.
    ['one period: a day off in the middle moves nothing', [extended('2026-04-15', 15)], '2026-05-06'],
    ['one day', [extended('2026-04-15', 1)], '2026-04-20'],
    ['two, together fifteen', [extended('2026-04-10', 10), extended('2026-04-15', 5)], '2026-05-06'],
    [
      'approved during a stop',
      [suspended('2026-04-10'), extended('2026-04-12', 10), resumed('2026-04-20')],
      '2026-05-09',
    ],
    [
      'a stop during the extension',
      [extended('2026-04-15', 15), suspended('2026-04-25'), resumed('2026-04-30')],
      '2026-05-09',
    ],
    ['a stop without an end', [extended('2026-04-15', 10), suspended('2026-04-20')], null],
    ['after a restart', [restarted('2026-03-24'), extended('2026-05-01', 15)], '2026-05-25'],
    [
      'on the day of a restart, after it',
      [restarted('2026-03-24'), extended('2026-03-24', 15)],
      '2026-05-25',
    ],
    [
      'fifteen before a restart and fifteen after',
      [extended('2026-03-20', 15), restarted('2026-03-24'), extended('2026-05-01', 15)],
      '2026-05-25',
    ],
  ])('%s', (_name, events, dueOn) => {
    const clocks = derive(accepted('2026-03-05'), ...events);
    expect(clockOf(clocks, 'D13').state).toBe('extended');
    expect(clockOf(clocks, 'D14')).toMatchObject({ state: dueOn ? 'running' : 'suspended', dueOn });
    expect(keysOf(clockOf(clocks, 'D14'))).toContain('clock.extended');
  });

  it.each<[string, CaseEvent[]]>([
    ['of the time before a restart', [extended('2026-03-20', 15), restarted('2026-03-24')]],
    ['told before the restart of the same day', [extended('2026-03-24', 15), restarted('2026-03-24')]],
  ])('is forgotten: %s', (_name, events) => {
    const clocks = derive(accepted('2026-03-05'), ...events);
    expect(clocks.some(({ code }) => code === 'D14')).toBe(false);
    expect(clockOf(clocks, 'D13').state).toBe('running');
  });

  it('stands still with all days that were left', () => {
    const clocks = derive(accepted('2026-03-05'), extended('2026-04-15', 10), suspended('2026-04-20'));
    expect(clockOf(clocks, 'D14').standsAt).toBe(10);
  });

  it.each([
    ['2026-05-06', 'met'],
    ['2026-05-07', 'missed'],
  ])('award on %s: %s', (on, state) => {
    const clocks = derive(accepted('2026-03-05'), extended('2026-04-15', 15), at('award-made', on));
    expect(clockOf(clocks, 'D14').state).toBe(state);
    expect(clockOf(clocks, 'D13').state).toBe('extended');
  });

  it.each<[string, number[]]>([
    ['no days', [0]],
    ['sixteen', [16]],
    ['half a day', [1.5]],
    ['less than none', [-5]],
    ['two that together exceed fifteen', [10, 6]],
    ['one that a negative one would bring within fifteen', [16, -1]],
  ])('refuses %s', (_name, days) => {
    const events = days.map((each, index) => extended(`2026-04-1${index}`, each));
    expect(() => derive(accepted('2026-03-05'), ...events)).toThrow(RangeError);
  });
});
