import { articlesOf, at, clockOf, derive, keysOf } from '../../../test/support/clocks';
import { localDate as d } from '../../kernel/local-date';
import type { CaseEvent } from '.';

const set = (hearingOn: string, on = '2025-12-01', hearing = 'h'): CaseEvent => ({
  type: 'hearing-set',
  on: d(on),
  hearing,
  hearingOn: d(hearingOn),
  parties: ['a'],
});
const served = (on: string, hearing = 'h'): CaseEvent => ({
  type: 'notice-served',
  on: d(on),
  hearing,
  party: 'a',
});

describe('D08: the evidence period', () => {
  it.each([
    ['ends on the day named', '2026-03-31', '2026-03-31', ['clock.set-by-commission', 'clock.due']],
    [
      'named on a holiday, ends on the next working day (Rules 19)',
      '2026-05-02',
      '2026-05-06',
      ['clock.set-by-commission', 'calendar.rolled-forward', 'clock.due'],
    ],
    ['named on a make-up Saturday', '2026-05-09', '2026-05-09', ['clock.set-by-commission', 'clock.due']],
  ])('%s', (_name, until, dueOn, keys) => {
    const d08 = clockOf(derive({ type: 'evidence-period-set', on: d('2026-03-05'), until: d(until) }), 'D08');
    expect(d08).toMatchObject({ startedOn: '2026-03-05', dueOn, isProvisional: false, counting: null });
    expect(keysOf(d08)).toEqual(keys);
  });

  it('is provisional in a year not announced', () => {
    const event: CaseEvent = { type: 'evidence-period-set', on: d('2026-12-01'), until: d('2027-01-08') };
    expect(clockOf(derive(event), 'D08').isProvisional).toBe(true);
  });
});

describe('D09, D10: counted back from the hearing (Law 35, Rules 38, 80)', () => {
  it.each([
    ['a plain week', '2026-11-27', '2026-11-20', '2026-11-24', false],
    ['from a Monday', '2026-11-23', '2026-11-16', '2026-11-18', false],
    ['over Spring Festival', '2026-02-27', '2026-02-13', '2026-02-24', false],
    ['the make-up Saturday before Spring Festival counts', '2026-02-25', '2026-02-11', '2026-02-13', false],
    ['a make-up Saturday after it counts', '2026-03-03', '2026-02-25', '2026-02-27', false],
    ['over National Day', '2026-10-09', '2026-09-24', '2026-09-29', false],
    ['the make-up Sunday before Mid-Autumn counts', '2026-09-24', '2026-09-18', '2026-09-21', false],
    ['a hearing on a make-up Saturday', '2026-10-10', '2026-09-28', '2026-09-30', false],
    ['a hearing on a plain Saturday', '2026-11-28', '2026-11-23', '2026-11-25', false],
    ['a hearing on a holiday', '2026-10-03', '2026-09-23', '2026-09-28', false],
    ['over the end of an announced year', '2026-01-06', '2025-12-29', '2025-12-31', false],
    ['into a year not announced', '2027-01-05', '2026-12-28', '2026-12-30', true],
    ['wholly within a year not announced', '2027-03-05', '2027-02-26', '2027-03-02', true],
  ])('%s', (_name, hearingOn, d09, d10, isProvisional) => {
    const clocks = derive(set(hearingOn));
    expect(clockOf(clocks, 'D09', 'h')).toMatchObject({ startedOn: '2025-12-01', dueOn: d09, isProvisional });
    expect(clockOf(clocks, 'D10', 'h')).toMatchObject({ startedOn: '2025-12-01', dueOn: d10 });
  });

  it('a notice of the day before the hearing was moved on that same day does not count', () => {
    const clocks = derive(set('2026-11-27'), served('2026-11-16'), set('2026-12-11', '2026-11-16'));
    expect(clockOf(clocks, 'D09', 'h')).toMatchObject({
      metOn: null,
      restartedBy: 'hearing-set',
      dueOn: '2026-12-04',
    });
    const again = derive(set('2026-11-27'), set('2026-12-11', '2026-11-16'), served('2026-11-16'));
    expect(clockOf(again, 'D09', 'h')).toMatchObject({ metOn: '2026-11-16', state: 'met' });
  });

  it('each hearing has its own', () => {
    const clocks = derive(set('2026-11-27'), set('2026-12-11', '2026-11-16', 'h2'), served('2026-11-17'));
    expect(clockOf(clocks, 'D09', 'h')).toMatchObject({ state: 'met', restartedBy: null });
    expect(clockOf(clocks, 'D09', 'h2')).toMatchObject({
      state: 'running',
      dueOn: '2026-12-04',
      restartedBy: null,
    });
  });

  it('without anybody to notify there is nothing left to do', () => {
    const event: CaseEvent = {
      type: 'hearing-set',
      on: d('2026-11-16'),
      hearing: 'h',
      hearingOn: d('2026-11-27'),
      parties: [],
    };
    expect(clockOf(derive(event), 'D09', 'h')).toMatchObject({ state: 'met', metOn: '2026-11-16' });
  });
});

describe('D11: recusal is decided in three working days (Rules 11)', () => {
  const recusal = (type: 'recusal-requested' | 'recusal-decided', on: string, id = 'x') =>
    ({ type, on: d(on), recusal: id }) as const;
  it.each([
    ['the third day, a make-up Saturday after the holidays', '2026-09-30', '2026-10-10', 'met'],
    ['the fourth', '2026-09-30', '2026-10-12', 'missed'],
    ['over a weekend', '2026-11-19', '2026-11-24', 'met'],
  ])('%s', (_name, requested, decided, state) => {
    const clocks = derive(
      recusal('recusal-requested', requested),
      recusal('recusal-requested', '2026-11-20', 'other'),
      recusal('recusal-decided', decided),
    );
    expect(clockOf(clocks, 'D11', 'x')).toMatchObject({ startedOn: requested, metOn: decided, state });
    expect(clockOf(clocks, 'D11', 'other').state).toBe('running');
    expect(articlesOf(clockOf(clocks, 'D11', 'x')).slice(0, 2)).toEqual(['law 33 (2)', 'rules 11 (3)']);
  });
});

describe('D12: entrusted mediation has ten working days (Rules 70)', () => {
  it.each<[string, CaseEvent[], string, string | null, string]>([
    ['running', [], '2026-03-16', null, 'running'],
    [
      'ended on the tenth day',
      [at('entrusted-mediation-ended', '2026-03-16')],
      '2026-03-16',
      '2026-03-16',
      'met',
    ],
    ['ended later', [at('entrusted-mediation-ended', '2026-03-17')], '2026-03-16', '2026-03-17', 'missed'],
    [
      'entrusted a second time',
      [at('entrusted-mediation-ended', '2026-03-05'), at('mediation-entrusted', '2026-03-09')],
      '2026-03-23',
      null,
      'running',
    ],
  ])('%s', (_name, events, dueOn, metOn, state) => {
    const clocks = derive(at('mediation-entrusted', '2026-03-02'), ...events);
    expect(clockOf(clocks, 'D12')).toMatchObject({ dueOn, metOn, state });
    expect(articlesOf(clockOf(clocks, 'D12'))[0]).toBe('rules 70 (2)');
  });
});
