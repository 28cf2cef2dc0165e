import { articlesOf, at, clockOf, derive, keysOf } from '../../../test/support/clocks';
import { localDate as d } from '../../kernel/local-date';
import { consequenceKey, type CaseEvent } from '.';

const award = (on: string, side: 'worker' | 'employer' = 'worker', isFinal = false): CaseEvent => ({
  type: 'award-served',
  on: d(on),
  award: 'w',
  party: 'p',
  side,
  isFinal,
});
const of = (
  type: 'sued' | 'set-aside-requested' | 'set-aside-ruling-served',
  on: string,
  { award: id = 'w', party = 'p' } = {},
): CaseEvent => ({ type, on: d(on), award: id, party });

describe('D15: a revocation is notified in five working days (Rules 32)', () => {
  it.each<[string, CaseEvent[], string | null, string]>([
    ['running although the case is over', [], null, 'running'],
    ['the fifth day', [at('revocation-notified', '2026-03-23')], '2026-03-23', 'met'],
    ['the sixth', [at('revocation-notified', '2026-03-24')], '2026-03-24', 'missed'],
  ])('%s', (_name, events, metOn, state) => {
    const clocks = derive(
      { type: 'accepted', on: d('2026-03-05'), respondents: [] },
      at('revoked', '2026-03-16'),
      ...events,
    );
    expect(clockOf(clocks, 'D15')).toMatchObject({
      startedOn: '2026-03-16',
      dueOn: '2026-03-23',
      metOn,
      state,
    });
    expect(clockOf(clocks, 'D13').state).toBe('lapsed');
    expect(articlesOf(clockOf(clocks, 'D15'))[0]).toBe('rules 32');
  });
});

describe('D16: left or posted, served after three working days (Rules 20(2))', () => {
  it.each([
    ['over a weekend', '2026-11-19', '2026-11-24'],
    ['on a Saturday', '2026-11-21', '2026-11-25'],
    ['before Spring Festival', '2026-02-13', '2026-02-25'],
  ])('%s', (_name, on, dueOn) => {
    const clocks = derive(
      { type: 'posted', on: d(on), paper: 'x' },
      { type: 'posted', on: d('2026-12-01'), paper: 'x' },
    );
    expect(clocks).toHaveLength(1);
    expect(clockOf(clocks, 'D16', 'x').dueOn).toBe(dueOn);
  });
});

describe('D19 to D21: the way to court (Law 48 to 50)', () => {
  it.each<[string, CaseEvent[], 'D19' | 'D20' | 'D21', object]>([
    [
      'the fifteenth day',
      [award('2026-04-10'), of('sued', '2026-04-27')],
      'D19',
      { dueOn: '2026-04-27', state: 'met' },
    ],
    [
      'the day after',
      [award('2026-04-10'), of('sued', '2026-04-28')],
      'D19',
      { metOn: '2026-04-28', state: 'missed' },
    ],
    [
      'another party sues',
      [award('2026-04-10'), of('sued', '2026-04-20', { party: 'q' })],
      'D19',
      { state: 'running' },
    ],
    [
      'on another award',
      [award('2026-04-10'), of('sued', '2026-04-20', { award: 'v' })],
      'D19',
      { state: 'running' },
    ],
    [
      'the thirtieth day',
      [award('2026-03-10', 'employer', true), of('set-aside-requested', '2026-04-09')],
      'D20',
      { dueOn: '2026-04-09', state: 'met' },
    ],
    [
      'the thirty-first',
      [award('2026-03-10', 'employer', true), of('set-aside-requested', '2026-04-10')],
      'D20',
      { state: 'missed' },
    ],
    [
      'a suit is no application to set aside',
      [award('2026-03-10', 'employer', true), of('sued', '2026-04-09')],
      'D20',
      { state: 'running' },
    ],
    [
      'served twice: from the first',
      [award('2026-04-10'), award('2026-04-13')],
      'D19',
      { startedOn: '2026-04-10' },
    ],
    [
      'set aside: fifteen days from the ruling',
      [award('2026-03-10', 'worker', true), of('set-aside-ruling-served', '2026-06-01')],
      'D21',
      { startedOn: '2026-06-01', dueOn: '2026-06-16', state: 'running' },
    ],
    [
      'set aside: sued on the fifteenth day',
      [
        award('2026-03-10', 'worker', true),
        of('set-aside-ruling-served', '2026-06-01'),
        of('sued', '2026-06-16'),
      ],
      'D21',
      { state: 'met' },
    ],
    [
      'set aside: sued the day after',
      [of('set-aside-ruling-served', '2026-06-01'), of('sued', '2026-06-17')],
      'D21',
      { state: 'missed' },
    ],
    [
      'a suit after the ruling does not answer the award',
      [
        award('2026-03-10', 'worker', true),
        of('set-aside-ruling-served', '2026-06-01'),
        of('sued', '2026-06-16'),
      ],
      'D19',
      { metOn: null, state: 'running' },
    ],
    [
      'a suit before the ruling does not answer the ruling',
      [
        award('2026-05-25', 'worker', true),
        of('sued', '2026-05-29'),
        of('set-aside-ruling-served', '2026-06-01'),
      ],
      'D21',
      { metOn: null, state: 'running' },
    ],
    [
      'and answers the award',
      [
        award('2026-05-25', 'worker', true),
        of('sued', '2026-05-29'),
        of('set-aside-ruling-served', '2026-06-01'),
      ],
      'D19',
      { metOn: '2026-05-29', state: 'met' },
    ],
  ])('%s', (_name, events, code, expected) => {
    expect(clockOf(derive(...events), code, 'w:p')).toMatchObject(expected);
  });

  it.each([
    [false, 'law 50', 'clock.d19.missed'],
    // In effect since it was made (Law 47): waiting makes no difference to that.
    [true, 'law 48', 'clock.d19.missed-final'],
  ])('the fifteen days of a worker, against a final award: %s', (isFinal, cited, key) => {
    const clock = clockOf(derive(award('2026-04-10', 'worker', isFinal)), 'D19', 'w:p');
    expect(articlesOf(clock)[0]).toBe(cited);
    expect(consequenceKey(clock)).toBe(key);
  });

  it('rests on its article', () => {
    expect(articlesOf(clockOf(derive(of('set-aside-ruling-served', '2026-06-01')), 'D21', 'w:p'))[0]).toBe(
      'law 49 (3)',
    );
  });
});

describe('D24: public notice, served after thirty days (Civil Procedure Law 95)', () => {
  const began = (on: string, paper = 'x'): CaseEvent => ({ type: 'public-notice-began', on: d(on), paper });
  const ended = (on: string, paper = 'x'): CaseEvent => ({ type: 'public-notice-ended', on: d(on), paper });
  it.each<[string, CaseEvent[], string, string | null, string]>([
    ['the thirtieth day', [began('2026-03-10')], '2026-04-09', null, 'running'],
    ['the thirtieth day is a holiday', [began('2026-03-05')], '2026-04-07', null, 'running'],
    ['reached before', [began('2026-03-10'), ended('2026-04-08')], '2026-04-09', '2026-04-08', 'met'],
    [
      'reached on the day itself: served by the notice',
      [began('2026-03-10'), ended('2026-04-09')],
      '2026-04-09',
      null,
      'running',
    ],
    [
      'published again: from the first',
      [began('2026-03-10'), began('2026-03-20')],
      '2026-04-09',
      null,
      'running',
    ],
    ['another paper reached', [began('2026-03-10'), ended('2026-03-20', 'y')], '2026-04-09', null, 'running'],
  ])('%s', (_name, events, dueOn, metOn, state) => {
    const clocks = derive(...events);
    expect(clockOf(clocks, 'D24', 'x')).toMatchObject({ dueOn, metOn, state });
    expect(articlesOf(clockOf(clocks, 'D24', 'x')).slice(0, 2)).toEqual([
      'rules 20 (3)',
      'civil-procedure 95 (1)',
    ]);
  });
});

describe('D25: keeping the file (Rules 24)', () => {
  it.each([
    ['ten years after an award', '2026-03-02', 'award', '2036-03-02', 'clock.kept-after-award', 10],
    ['five years otherwise', '2026-03-02', 'other', '2031-03-02', 'clock.kept-after-other', 5],
    ['from 29 February', '2024-02-29', 'other', '2029-02-28', 'clock.kept-after-other', 5],
    ['a last day off is no matter', '2020-05-02', 'other', '2025-05-02', 'clock.kept-after-other', 5],
  ] as const)('%s', (_name, on, closedBy, dueOn, key, years) => {
    const d25 = clockOf(derive(at('closed', '2020-01-01'), { type: 'archived', on: d(on), closedBy }), 'D25');
    expect(d25).toMatchObject({ startedOn: on, dueOn, state: 'running', isProvisional: false });
    expect(d25.finding.steps[0]).toMatchObject({ key, params: { years } });
    expect(articlesOf(d25)[0]).toBe('rules 24 (1)');
  });
});

describe('D26: two years to apply for enforcement (Civil Procedure Law 250)', () => {
  const effect = (on: string, performBy: string | null): CaseEvent => ({
    type: 'took-effect',
    on: d(on),
    paper: 'x',
    performBy: performBy === null ? null : d(performBy),
  });
  const enforced = (on: string, paper = 'x'): CaseEvent => ({
    type: 'enforcement-requested',
    on: d(on),
    paper,
  });
  it.each<[string, CaseEvent[], object, string]>([
    [
      'from the last day to perform',
      [effect('2024-03-02', '2024-03-12')],
      { startedOn: '2024-03-12', dueOn: '2026-03-12', state: 'running' },
      'clock.performance-until',
    ],
    [
      'no time to perform stated: from taking effect',
      [effect('2024-03-04', null)],
      { startedOn: '2024-03-04', dueOn: '2026-03-04' },
      'clock.took-effect',
    ],
    ['from 29 February', [effect('2024-02-29', null)], { dueOn: '2026-02-28' }, 'clock.took-effect'],
    ['the last day is a holiday', [effect('2024-10-02', null)], { dueOn: '2026-10-08' }, 'clock.took-effect'],
    [
      'applied on the last day',
      [effect('2024-03-04', null), enforced('2026-03-04')],
      { metOn: '2026-03-04', state: 'met' },
      'clock.took-effect',
    ],
    [
      'applied the day after',
      [effect('2024-03-04', null), enforced('2026-03-05')],
      { state: 'missed' },
      'clock.took-effect',
    ],
    [
      'of another paper',
      [effect('2024-03-04', null), enforced('2026-03-04', 'y')],
      { state: 'running' },
      'clock.took-effect',
    ],
    [
      'in a year not announced',
      [effect('2025-06-01', null)],
      { dueOn: '2027-06-01', isProvisional: true },
      'clock.took-effect',
    ],
  ])('%s', (_name, events, expected, key) => {
    const d26 = clockOf(derive(...events), 'D26', 'x');
    expect(d26).toMatchObject(expected);
    expect(keysOf(d26)[0]).toBe(key);
    expect(d26.finding.steps[0]?.article).toEqual({ law: 'civil-procedure', article: '250', paragraph: '2' });
    expect(keysOf(d26)).toContain('calendar.years');
    expect(articlesOf(d26)[0]).toBe('law 51');
  });
});
