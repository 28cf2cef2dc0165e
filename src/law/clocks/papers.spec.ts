import { articlesOf, at, clockOf, derive, keysOf } from '../../../test/support/clocks';
import { localDate as d } from '../../kernel/local-date';
import type { CaseEvent } from '.';

const accepted = (isCollective?: boolean): CaseEvent => ({
  type: 'accepted',
  on: d('2026-03-05'),
  respondents: ['r1', 'r2'],
  ...(isCollective === undefined ? {} : { isCollective }),
});
const served = (on: string, respondent = 'r1'): CaseEvent => ({ type: 'copy-served', on: d(on), respondent });
const answered = (on: string, respondent = 'r1'): CaseEvent => ({
  type: 'answer-received',
  on: d(on),
  respondent,
});
const forwarded = (on: string, respondent = 'r1'): CaseEvent => ({
  type: 'answer-forwarded',
  on: d(on),
  respondent,
});
const changed = (on: string, change = 'c1', respondent = 'r1'): CaseEvent => ({
  type: 'changed-claims-served',
  on: d(on),
  change,
  respondent,
});
const waived = (on: string, change = 'c1', respondent = 'r1'): CaseEvent => ({
  type: 'defence-waived',
  on: d(on),
  change,
  respondent,
});
const agreed = (on: string, days: number, respondent = 'r1'): CaseEvent => ({
  type: 'defence-period-agreed',
  on: d(on),
  days,
  respondent,
});

describe('D01 while acceptance is put off for mediation (Rules 69)', () => {
  const received = at('received', '2026-03-02');
  it.each<[string, CaseEvent[], string | null, number | null]>([
    ['not put off', [], '2026-03-09', null],
    ['put off and not taken up again', [at('acceptance-deferred', '2026-03-04')], null, 4],
    ['put off on the day of receipt', [at('acceptance-deferred', '2026-03-02')], null, 5],
    ['put off on the last day', [at('acceptance-deferred', '2026-03-09')], null, 1],
    ['put off after the last day', [at('acceptance-deferred', '2026-03-10')], '2026-03-09', null],
    [
      'taken up again: the day on which it ends counts',
      [at('acceptance-deferred', '2026-03-04'), at('acceptance-resumed', '2026-03-16')],
      '2026-03-19',
      null,
    ],
    [
      'taken up again on the same day',
      [at('acceptance-deferred', '2026-03-04'), at('acceptance-resumed', '2026-03-04')],
      '2026-03-09',
      null,
    ],
    [
      'over before the correction that begins the days anew',
      [
        at('acceptance-deferred', '2026-03-04'),
        at('acceptance-resumed', '2026-03-06'),
        at('correction-requested', '2026-03-06'),
        at('corrected', '2026-03-10'),
      ],
      '2026-03-17',
      null,
    ],
    [
      'put off twice',
      [
        at('acceptance-deferred', '2026-03-04'),
        at('acceptance-resumed', '2026-03-06'),
        at('acceptance-deferred', '2026-03-10'),
      ],
      null,
      2,
    ],
    [
      'put off after it had ended, and taken up again',
      [at('acceptance-deferred', '2026-03-16'), at('acceptance-resumed', '2026-03-20')],
      '2026-03-09',
      null,
    ],
  ])('%s', (_name, events, dueOn, standsAt) => {
    expect(clockOf(derive(received, ...events), 'D01')).toMatchObject({
      dueOn,
      standsAt,
      state: dueOn ? 'running' : 'suspended',
    });
  });

  it('says what did not count, where it belongs', () => {
    const clocks = derive(
      received,
      at('acceptance-deferred', '2026-03-04'),
      at('acceptance-resumed', '2026-03-06'),
    );
    const { finding } = clockOf(clocks, 'D01');
    expect(finding.steps.map(({ key, date }) => `${key} ${date?.slice(5)}`)).toEqual([
      'calendar.first-day-not-counted 03-02',
      'calendar.working-day 03-03',
      'clock.days-deferred 03-05',
      'calendar.working-day 03-06',
      'calendar.weekend 03-07',
      'calendar.weekend 03-08',
      'calendar.working-day 03-09',
      'calendar.working-day 03-10',
      'calendar.working-day 03-11',
      'clock.due 03-11',
    ]);
    expect(finding.steps[2]).toMatchObject({
      params: { fromOn: '2026-03-04', toOn: '2026-03-05', days: 2 },
      article: { law: 'rules', article: '69' },
    });
    const open = clockOf(derive(received, at('acceptance-deferred', '2026-03-04')), 'D01');
    expect(open.finding.steps.map(({ key }) => key)).toEqual([
      'calendar.first-day-not-counted',
      'calendar.working-day',
      'clock.acceptance-deferred',
    ]);
    expect(open.finding.steps[2]?.params).toEqual({ fromOn: '2026-03-04', days: 4 });
  });

  it('keeps the note that a count is provisional last', () => {
    const clocks = derive(
      at('received', '2026-12-29'),
      at('acceptance-deferred', '2026-12-30'),
      at('acceptance-resumed', '2027-01-04'),
    );
    expect(keysOf(clockOf(clocks, 'D01')).slice(-2)).toEqual(['calendar.provisional', 'clock.due']);
    expect(clockOf(clocks, 'D01').isProvisional).toBe(true);
  });
});

describe('D03: the same respondent twice', () => {
  it('has one clock', () => {
    const clocks = derive({ type: 'accepted', on: d('2026-03-05'), respondents: ['r1', 'r1'] });
    expect(clocks.filter(({ code }) => code === 'D03')).toHaveLength(1);
  });
});

describe('D04 and D27: notice of the tribunal, combined notice (Law 32, Rules 37, 64)', () => {
  it.each([
    ['on the fifth working day', '2026-03-12', 'met'],
    ['on the sixth', '2026-03-13', 'missed'],
  ])('a combined notice %s answers both', (_name, on, state) => {
    const clocks = derive(accepted(true), at('combined-notice-given', on));
    expect(clockOf(clocks, 'D27')).toMatchObject({ dueOn: '2026-03-12', metOn: on, state });
    expect(clockOf(clocks, 'D04')).toMatchObject({ dueOn: '2026-03-12', metOn: on, state });
    expect(articlesOf(clockOf(clocks, 'D27'))[0]).toBe('rules 64');
  });

  it('the tribunal alone does not answer D27', () => {
    const clocks = derive(accepted(true), at('tribunal-notified', '2026-03-12'));
    expect(clockOf(clocks, 'D04').state).toBe('met');
    expect(clockOf(clocks, 'D27').state).toBe('running');
  });

  it.each([false, undefined])('an ordinary case (%s) has no D27', (isCollective) => {
    expect(derive(accepted(isCollective)).some(({ code }) => code === 'D27')).toBe(false);
  });
});

describe('D05: ten working days, and again after the claims changed (Rules 33, 44, 58)', () => {
  it.each<[string, CaseEvent[], string, string, string | null, string]>([
    ['the tenth day', [answered('2026-03-23')], '2026-03-09', '2026-03-23', '2026-03-23', 'met'],
    ['the eleventh', [answered('2026-03-24')], '2026-03-09', '2026-03-23', '2026-03-24', 'missed'],
    [
      'changed claims: ten days from their receipt',
      [changed('2026-03-18')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'what was answered before does not answer the change',
      [answered('2026-03-16'), changed('2026-03-18')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'answered earlier on the same day: not the change',
      [answered('2026-03-18'), changed('2026-03-18')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'answered after the change',
      [answered('2026-03-16'), changed('2026-03-18'), answered('2026-04-01')],
      '2026-03-18',
      '2026-04-01',
      '2026-04-01',
      'met',
    ],
    [
      'changed twice: from the last',
      [changed('2026-03-18'), changed('2026-03-25', 'c2')],
      '2026-03-25',
      '2026-04-09',
      null,
      'running',
    ],
    [
      'the same change received twice: from the first',
      [changed('2026-03-18'), changed('2026-03-20')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'expressly waived: the first period stands',
      [changed('2026-03-18'), waived('2026-03-19')],
      '2026-03-09',
      '2026-03-23',
      null,
      'running',
    ],
    [
      'waived beforehand',
      [waived('2026-03-17'), changed('2026-03-18')],
      '2026-03-09',
      '2026-03-23',
      null,
      'running',
    ],
    [
      'waived for the second change alone',
      [changed('2026-03-18'), changed('2026-03-25', 'c2'), waived('2026-03-25', 'c2')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'waived by another respondent',
      [changed('2026-03-18'), changed('2026-03-18', 'c1', 'r2'), waived('2026-03-19', 'c1', 'r2')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    ['shortened by agreement', [agreed('2026-03-06', 3)], '2026-03-09', '2026-03-12', null, 'running'],
    [
      'shortened again',
      [agreed('2026-03-06', 3), agreed('2026-03-10', 9)],
      '2026-03-09',
      '2026-03-20',
      null,
      'running',
    ],
    [
      'an agreement on the first period does not shorten the second',
      [agreed('2026-03-06', 3), changed('2026-03-18')],
      '2026-03-18',
      '2026-04-01',
      null,
      'running',
    ],
    [
      'the second period shortened',
      [changed('2026-03-18'), agreed('2026-03-18', 5)],
      '2026-03-18',
      '2026-03-25',
      null,
      'running',
    ],
  ])('%s', (_name, events, startedOn, dueOn, metOn, state) => {
    const clocks = derive(accepted(), served('2026-03-09'), ...events);
    const d05 = clockOf(clocks, 'D05', 'r1');
    const restartedBy = startedOn === '2026-03-09' ? null : 'changed-claims-served';
    expect(d05).toMatchObject({ startedOn, dueOn, metOn, state, restartedBy });
  });

  it('begins with the changed claims where the copy was never recorded', () => {
    expect(clockOf(derive(changed('2026-03-18')), 'D05', 'r1').dueOn).toBe('2026-04-01');
  });

  it('each respondent has its own', () => {
    const clocks = derive(
      accepted(),
      served('2026-03-09'),
      served('2026-03-10', 'r2'),
      changed('2026-03-18'),
    );
    expect(clockOf(clocks, 'D05', 'r1').startedOn).toBe('2026-03-18');
    expect(clockOf(clocks, 'D05', 'r2').startedOn).toBe('2026-03-10');
  });

  it('dropped by agreement, there is none', () => {
    const clocks = derive(accepted(), served('2026-03-09'), agreed('2026-03-09', 0), answered('2026-03-10'));
    expect(clocks.some(({ code }) => code === 'D05')).toBe(false);
    expect(clockOf(clocks, 'D06', 'r1').dueOn).toBe('2026-03-17');
  });

  it('says why', () => {
    const steps = (...events: CaseEvent[]) =>
      clockOf(derive(served('2026-03-09'), ...events), 'D05', 'r1').finding.steps.filter(({ key }) =>
        key.startsWith('clock.defence'),
      );
    expect(
      steps(changed('2026-03-18'), waived('2026-03-20', 'c2'), changed('2026-03-19', 'c2')),
    ).toMatchObject([
      {
        key: 'clock.defence-period-again',
        params: { servedOn: '2026-03-18' },
        article: { law: 'rules', article: '44', paragraph: '1' },
      },
      {
        key: 'clock.defence-period-waived',
        params: { waivedOn: '2026-03-20' },
        article: { law: 'rules', article: '44', paragraph: '1' },
      },
    ]);
    expect(steps(agreed('2026-03-08', 3))).toMatchObject([
      {
        key: 'clock.defence-period-shortened',
        params: { days: 3, agreedOn: '2026-03-08' },
        article: { law: 'rules', article: '58' },
      },
    ]);
  });

  it.each([-1, 10, 2.5])('refuses a shortened period of %d days', (days) => {
    expect(() => derive(served('2026-03-09'), agreed('2026-03-09', days))).toThrow(RangeError);
  });
});

describe('D06: the answer to the applicant in five working days (Rules 33)', () => {
  it.each<[string, CaseEvent[], string, string | null, string]>([
    ['waiting', [answered('2026-03-16')], '2026-03-23', null, 'running'],
    ['the fifth day', [answered('2026-03-16'), forwarded('2026-03-23')], '2026-03-23', '2026-03-23', 'met'],
    ['the sixth', [answered('2026-03-16'), forwarded('2026-03-24')], '2026-03-23', '2026-03-24', 'missed'],
    [
      'the answer to changed claims has its own days',
      [answered('2026-03-16'), forwarded('2026-03-17'), changed('2026-03-18'), answered('2026-03-30')],
      '2026-04-07',
      null,
      'running',
    ],
    [
      'the claims changed, not yet answered: the earlier answer still has to be sent',
      [answered('2026-03-16'), changed('2026-03-18')],
      '2026-03-23',
      null,
      'running',
    ],
  ])('%s', (_name, events, dueOn, metOn, state) => {
    const clocks = derive(accepted(), served('2026-03-09'), ...events);
    expect(clockOf(clocks, 'D06', 'r1')).toMatchObject({ dueOn, metOn, state });
  });
});

describe('D07: a counterclaim is decided in five working days (Rules 36)', () => {
  const counterclaim = (type: 'counterclaim-received' | 'counterclaim-decided', on: string, id = 'x') =>
    ({ type, on: d(on), counterclaim: id }) as const;

  it.each([
    ['the fifth day', '2026-03-16', 'met'],
    ['the sixth', '2026-03-17', 'missed'],
  ])('%s', (_name, on, state) => {
    const clocks = derive(
      counterclaim('counterclaim-received', '2026-03-09'),
      counterclaim('counterclaim-decided', on),
    );
    expect(clockOf(clocks, 'D07', 'x')).toMatchObject({
      startedOn: '2026-03-09',
      dueOn: '2026-03-16',
      metOn: on,
      state,
    });
    expect(articlesOf(clockOf(clocks, 'D07', 'x'))[0]).toBe('rules 36 (1)');
  });

  it('each on its own', () => {
    const clocks = derive(
      counterclaim('counterclaim-received', '2026-03-09'),
      counterclaim('counterclaim-received', '2026-03-10', 'y'),
      counterclaim('counterclaim-decided', '2026-03-11', 'y'),
    );
    expect(clockOf(clocks, 'D07', 'x').state).toBe('running');
    expect(clockOf(clocks, 'D07', 'y').state).toBe('met');
  });
});
