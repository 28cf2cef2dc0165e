import { localDate } from '../../kernel/local-date';
import { workCalendar } from '../calendar';
import { deriveClocks, type CaseEvent } from '.';
import { afterOutage, decideAfterOutage, type AfterOutageFacts } from './outage';

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

describe('more time after an outage (Rules 19, Civil Procedure Law 86)', () => {
  const lost = { dueOn: localDate('2026-03-20'), endedOn: localDate('2026-03-20') };
  it.each<[string, Partial<AfterOutageFacts>, string, string]>([
    ['no last day was lost', { lost: null }, 'no-outage', 'outage.none'],
    ['on the day itself', { requestedOn: localDate('2026-03-20') }, 'allowed', 'outage.allowed'],
    ['on the tenth day', { requestedOn: localDate('2026-03-30') }, 'allowed', 'outage.allowed'],
    ['on the eleventh', { requestedOn: localDate('2026-03-31') }, 'late', 'outage.late'],
    ['until the lost day', { until: localDate('2026-03-20') }, 'not-later', 'outage.not-later'],
    ['until the day after', { until: localDate('2026-03-21') }, 'allowed', 'outage.allowed'],
  ])('%s', (_name, facts, value, key) => {
    const found = decideAfterOutage(
      { lost, requestedOn: localDate('2026-03-21'), until: null, ...facts },
      CALENDAR,
    );
    expect(found.value).toBe(value);
    expect(found.steps.at(-1)?.key).toBe(key);
    expect(found.basis.map(({ law }) => law)).toEqual(['rules', 'civil-procedure']);
  });

  const served: CaseEvent[] = [
    { type: 'accepted', on: localDate('2026-03-02'), respondents: ['r', 'other'] },
    { type: 'copy-served', on: localDate('2026-03-06'), respondent: 'r' },
    { type: 'copy-served', on: localDate('2026-03-06'), respondent: 'other' },
  ];
  const given = (until: string, on = '2026-03-23', subject = 'r'): CaseEvent => ({
    type: 'period-extended',
    on: localDate(on),
    clock: 'D05',
    subject,
    until: localDate(until),
  });
  const answered: CaseEvent = { type: 'answer-received', on: localDate('2026-03-25'), respondent: 'r' };
  it.each<[string, CaseEvent[], string, string]>([
    ['the ten working days', [], '2026-03-20', 'running'],
    ['a later day', [given('2026-03-25')], '2026-03-25', 'running'],
    ['a Saturday', [given('2026-03-28')], '2026-03-30', 'running'],
    ['no later day', [given('2026-03-19')], '2026-03-20', 'running'],
    ['twice', [given('2026-03-25'), given('2026-03-27', '2026-03-24')], '2026-03-27', 'running'],
    ['somebody else’s', [given('2026-03-25', '2026-03-23', 'other')], '2026-03-20', 'running'],
    ['of a period before', [given('2026-03-25', '2026-03-05')], '2026-03-20', 'running'],
    ['answered too late', [answered], '2026-03-20', 'missed'],
    ['answered in the time given', [answered, given('2026-03-25', '2026-03-26')], '2026-03-25', 'met'],
    [
      'of a period that was dropped',
      [
        { type: 'changed-claims-served', on: localDate('2026-03-30'), change: 'c', respondent: 'r' },
        given('2026-03-25'),
      ],
      '2026-04-13',
      'running',
    ],
  ])('%s', (_name, more, dueOn, state) => {
    const clock = deriveClocks([...served, ...more], CALENDAR).find(
      ({ code, subject }) => code === 'D05' && subject === 'r',
    );
    expect({ dueOn: clock?.dueOn, state: clock?.state }).toEqual({ dueOn, state });
  });
});
