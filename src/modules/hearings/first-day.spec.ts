import { calendar } from '../../../test/support/law';
import { localDate } from '../../kernel/local-date';
import { firstDay } from './first-day';

const FRIDAY = localDate('2026-03-06');
const SUNDAY = localDate('2026-03-08');

describe('the first day for a hearing', () => {
  it.each([
    ['of a commission, nobody insisting, on a working day', false, FRIDAY, true, '2026-03-06'],
    ['of a commission, nobody insisting, on a day off', false, SUNDAY, true, '2026-03-09'],
    ['of a commission, with the five working days', false, FRIDAY, false, '2026-03-13'],
    ['of a demonstration, nobody insisting, on a day off', true, SUNDAY, true, '2026-03-08'],
    ['of a demonstration, with the five working days', true, FRIDAY, false, '2026-03-13'],
  ])('%s', (_name, isDemo, today, hasWaived, expected) => {
    const notices = ['林秀英', '顺景物流'].map((party, i) => ({
      party,
      servedOn: today,
      // One of them may insist.
      waivedOn: hasWaived || i === 0 ? today : null,
    }));
    expect(firstDay(notices, today, calendar, { isDemo }).value).toBe(expected);
  });
});
