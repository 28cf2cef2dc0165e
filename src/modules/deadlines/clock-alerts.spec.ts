import { CLOCK_RULES, HOUSE_CLOCKS, type ClockCode, type Remaining } from '../../law/clocks';
import { ALERT_HORIZON_DAYS, ALERT_RULES, alertOf, partyOfClock } from './clock-alerts';

const left = (days: number, isOverdue = days < 0): Remaining => ({
  days,
  unit: 'working',
  isDueToday: days === 0,
  isPast: days < 0,
  isOverdue,
});

describe('who is told of a clock', () => {
  it.each<[ClockCode, number, string | null]>([
    ['D01', 2, null],
    ['D01', 1, 'due-soon: filing-clerk, recorder'],
    ['D01', 0, 'due-soon: filing-clerk, recorder'],
    ['D01', -1, 'overdue: filing-clerk, recorder, director'],
    ['D13', 8, null],
    ['D13', 7, 'due-soon: arbitrator, recorder'],
    ['D13', -1, 'overdue: arbitrator, recorder, filing-clerk, director'],
    ['D05', 2, 'due-soon: respondent'],
    ['D05', -1, null],
    ['D19', 3, 'due-soon: claimant, respondent'],
    ['D19', -1, null],
    ['D25', 0, null],
  ])('%s with %i days left: %s', (code, days, told) => {
    const alert = alertOf(code, left(days));
    expect(alert && `${alert.level}: ${alert.to.join(', ')}`).toBe(told);
  });

  it('nobody is told of a clock that has been answered', () => {
    expect(alertOf('D13', null)).toBeNull();
  });

  it('every duty of the house has its rule, and none reaches beyond the horizon', () => {
    expect(HOUSE_CLOCKS.filter((code) => !ALERT_RULES[code])).toEqual([]);
    for (const [code, rule] of Object.entries(ALERT_RULES)) {
      const { unit } = CLOCK_RULES[code as ClockCode];
      const isNatural = unit !== 'working' && unit !== 'stated';
      // Two working days lie within two weeks, whatever the holidays.
      expect(isNatural ? rule.daysBefore : rule.daysBefore + 14).toBeLessThanOrEqual(ALERT_HORIZON_DAYS);
    }
  });

  it.each<[ClockCode, string, string | null]>([
    ['D05', 'party-1', 'party-1'],
    ['D19', 'award-1:party-2', 'party-2'],
    ['D08', '', null],
    ['D09', 'hearing-1', null],
  ])('%s of %s belongs to %s', (code, subject, party) => {
    expect(partyOfClock(code, subject)).toBe(party);
  });
});
