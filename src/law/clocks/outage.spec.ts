import { localDate } from '../../kernel/local-date';
import { workCalendar } from '../calendar';
import { afterOutage } from './outage';

const CALENDAR = workCalendar({
  holidays: [localDate('2026-05-01')],
  makeUpDays: [],
  statutory: [],
  announcedYears: [2026],
});

describe('a last day on which the service was down (Rules 19, Civil Procedure Law 86)', () => {
  it.each([
    ['back the same day', '2026-03-20', '2026-03-20', '2026-03-30'],
    ['back the day after', '2026-03-20', '2026-03-21', '2026-03-31'],
    ['the tenth day is a Saturday', '2026-03-18', '2026-03-18', '2026-03-30'],
    ['the tenth day is a holiday before a weekend', '2026-04-21', '2026-04-21', '2026-05-04'],
  ])('%s', (_name, dueOn, endedOn, askUntil) => {
    const found = afterOutage(localDate(dueOn), localDate(endedOn), CALENDAR);
    expect(found.value).toBe(askUntil);
    expect(found.steps[0]?.key).toBe('clock.outage-rule');
  });
});
