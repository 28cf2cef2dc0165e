import { articlesOf, at, clockOf, derive, keysOf } from '../../../test/support/clocks';
import { localDate as d } from '../../kernel/local-date';
import type { CaseEvent } from '.';

const injured = (
  on: string,
  more: Partial<Extract<CaseEvent, { type: 'right-injured' }>> = {},
): CaseEvent => ({
  type: 'right-injured',
  on: d(on),
  claim: 'c',
  kind: 'damages',
  isAppointedCivilServant: false,
  employmentEndedOn: null,
  interruptions: [],
  suspensions: [],
  ...more,
});

describe('D17: a joint application within fifteen days (Rules 74)', () => {
  const agreement = (type: 'agreement-effective' | 'review-requested', on: string, id = 'a') =>
    ({ type, on: d(on), agreement: id }) as const;
  it.each([
    ['the fifteenth day', '2026-03-02', '2026-03-17', '2026-03-17', 'met'],
    ['the sixteenth', '2026-03-02', '2026-03-18', '2026-03-17', 'missed'],
    ['the fifteenth falls on a holiday', '2026-04-17', '2026-05-06', '2026-05-06', 'met'],
  ])('%s', (_name, effective, requested, dueOn, state) => {
    const clocks = derive(
      agreement('agreement-effective', effective),
      agreement('agreement-effective', '2026-06-01', 'b'),
      agreement('review-requested', requested),
    );
    expect(clockOf(clocks, 'D17', 'a')).toMatchObject({
      startedOn: effective,
      dueOn,
      metOn: requested,
      state,
    });
    expect(clockOf(clocks, 'D17', 'b').state).toBe('running');
    expect(articlesOf(clockOf(clocks, 'D17', 'a')).slice(0, 2)).toEqual([
      'rules 74 (1)',
      'mediation-provisions 27 (2)',
    ]);
  });
});

describe('D18: the review takes five working days, five more with approval (Rules 76)', () => {
  const review = (type: 'review-accepted' | 'review-extended' | 'review-ended', on: string, id = 'a') =>
    ({ type, on: d(on), agreement: id }) as const;
  it.each<[string, CaseEvent[], string, string | null, string]>([
    ['running', [], '2026-03-09', null, 'running'],
    ['the fifth day', [review('review-ended', '2026-03-09')], '2026-03-09', '2026-03-09', 'met'],
    ['the sixth', [review('review-ended', '2026-03-10')], '2026-03-09', '2026-03-10', 'missed'],
    [
      'extended: the tenth',
      [review('review-extended', '2026-03-09'), review('review-ended', '2026-03-16')],
      '2026-03-16',
      '2026-03-16',
      'met',
    ],
    [
      'extended: the eleventh',
      [review('review-extended', '2026-03-09'), review('review-ended', '2026-03-17')],
      '2026-03-16',
      '2026-03-17',
      'missed',
    ],
    [
      'the extension of another',
      [review('review-extended', '2026-03-09', 'b')],
      '2026-03-09',
      null,
      'running',
    ],
  ])('%s', (_name, events, dueOn, metOn, state) => {
    const clocks = derive(review('review-accepted', '2026-03-02'), ...events);
    const d18 = clockOf(clocks, 'D18', 'a');
    expect(d18).toMatchObject({ dueOn, metOn, state });
    expect(keysOf(d18).includes('clock.review-extended')).toBe(dueOn === '2026-03-16');
    expect(articlesOf(d18)[0]).toBe('rules 76 (1)');
  });

  it('tells the days added', () => {
    const clocks = derive(review('review-accepted', '2026-03-02'), review('review-extended', '2026-03-06'));
    expect(clockOf(clocks, 'D18', 'a').finding.steps[0]).toMatchObject({
      params: { days: 5, approvedOn: '2026-03-06' },
    });
  });
});

describe('D22: mediation by an organisation (Law 14(3), Provisions 29)', () => {
  const received = (on: string, mediation = 'm'): CaseEvent => ({
    type: 'mediation-received',
    on: d(on),
    mediation,
  });
  const ended = (on: string, mediation = 'm'): CaseEvent => ({
    type: 'mediation-ended',
    on: d(on),
    mediation,
  });
  const prolonged = (on: string, until: string, mediation = 'm'): CaseEvent => ({
    type: 'mediation-prolonged',
    on: d(on),
    until: d(until),
    mediation,
  });
  it.each<[string, CaseEvent[], string, string | null, string]>([
    ['running', [], '2026-03-17', null, 'running'],
    ['ended on the fifteenth day', [ended('2026-03-17')], '2026-03-17', '2026-03-17', 'met'],
    ['ended later', [ended('2026-03-18')], '2026-03-17', '2026-03-18', 'missed'],
    ['ended elsewhere', [ended('2026-03-10', 'n')], '2026-03-17', null, 'running'],
    ['prolonged by both', [prolonged('2026-03-16', '2026-03-31')], '2026-03-31', null, 'running'],
    [
      'prolonged to a holiday, and again',
      [prolonged('2026-03-16', '2026-03-31'), prolonged('2026-03-30', '2026-05-01')],
      '2026-05-06',
      null,
      'running',
    ],
    [
      'prolonged and ended',
      [prolonged('2026-03-16', '2026-03-31'), ended('2026-03-31')],
      '2026-03-31',
      '2026-03-31',
      'met',
    ],
  ])('%s', (_name, events, dueOn, metOn, state) => {
    const clocks = derive(received('2026-03-02'), received('2026-03-02', 'n'), ...events);
    const d22 = clockOf(clocks, 'D22', 'm');
    expect(d22).toMatchObject({ startedOn: '2026-03-02', dueOn, metOn, state });
    expect(articlesOf(d22).slice(0, 2)).toEqual(['law 14 (3)', 'mediation-provisions 29']);
    const isProlonged = events.some(({ type }) => type === 'mediation-prolonged');
    expect(keysOf(d22).includes('clock.mediation-prolonged')).toBe(isProlonged);
    expect(d22.counting === null).toBe(isProlonged);
  });
});

describe('D23: limitation, claim by claim', () => {
  it.each<[string, CaseEvent[], object]>([
    [
      'running before the application',
      [injured('2025-03-03')],
      { startedOn: '2025-03-03', dueOn: '2026-03-03', metOn: null, state: 'running' },
    ],
    [
      'filed on the last day',
      [injured('2025-03-03'), at('received', '2026-03-03')],
      { dueOn: '2026-03-03', metOn: '2026-03-03', state: 'met' },
    ],
    [
      'filed the day after: late, and no bar',
      [injured('2025-03-03'), at('received', '2026-03-04')],
      { dueOn: '2026-03-03', metOn: '2026-03-04', state: 'missed' },
    ],
    [
      'corrected papers do not make the application later',
      [
        injured('2025-03-03'),
        at('received', '2026-03-03'),
        at('correction-requested', '2026-03-03'),
        at('corrected', '2026-03-20'),
      ],
      { metOn: '2026-03-03', state: 'met' },
    ],
    [
      'interrupted',
      [injured('2025-03-03', { interruptions: [{ on: d('2025-09-08'), ground: 'complained' }] })],
      { startedOn: '2025-09-08', dueOn: '2026-09-08' },
    ],
    [
      'told again: the last telling counts',
      [injured('2025-03-03'), injured('2025-06-03')],
      { startedOn: '2025-06-03', dueOn: '2026-06-03' },
    ],
    [
      'standing still',
      [
        injured('2025-03-03', {
          suspensions: [{ from: d('2026-02-22'), endedOn: null, ground: 'force-majeure' }],
        }),
      ],
      { dueOn: null, standsAt: 10, state: 'suspended' },
    ],
    [
      'civil servants: sixty days',
      [injured('2026-03-02', { isAppointedCivilServant: true })],
      { dueOn: '2026-05-06' },
    ],
    [
      'outlives a refusal of the case',
      [injured('2025-03-03'), at('closed', '2025-06-03')],
      { state: 'running' },
    ],
  ])('%s', (_name, events, expected) => {
    expect(clockOf(derive(...events), 'D23', 'c')).toMatchObject(expected);
  });

  it('wages of somebody still employed have none', () => {
    expect(derive(injured('2010-03-03', { kind: 'labour-remuneration' }))).toEqual([]);
    const ended = injured('2010-03-03', {
      kind: 'labour-remuneration',
      employmentEndedOn: d('2025-06-03'),
    });
    expect(clockOf(derive(ended), 'D23', 'c').dueOn).toBe('2026-06-03');
  });

  it('each claim has its own, with its own articles', () => {
    const clocks = derive(
      injured('2025-03-03'),
      injured('2025-04-03', { claim: 'd', isAppointedCivilServant: true }),
    );
    expect(articlesOf(clockOf(clocks, 'D23', 'c')).slice(0, 2)).toEqual(['law 27 (1)', 'rules 26 (1)']);
    expect(articlesOf(clockOf(clocks, 'D23', 'd')).slice(0, 2)).toEqual([
      'rules 26 (2)',
      'civil-servant-law 105 (1)',
    ]);
  });
});
