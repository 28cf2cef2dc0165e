import { notificationText, paramsOf } from './notification-text';

describe('sentences of notifications', () => {
  const number = '穗南劳人仲案〔2026〕1号';
  const receiptNumber = '穗南劳人仲收〔2026〕4号';
  const params = { number, startsAt: '2026-12-07T01:30:00.000Z' };

  it.each([
    ['zh-CN', '2026年12月7日 09:30'],
    ['zh-TW', '2026年12月7日 09:30'],
    ['en', '7 December 2026 at 09:30'],
  ] as const)('tell the time of a hearing in %s as the clock in the room shows it', (locale, expected) => {
    const text = notificationText(locale, 'hearing-set-down', params);
    expect(text).toContain(expected);
    expect(text).toContain(number);
  });

  it('tell a day', () => {
    expect(
      notificationText('zh-CN', 'correction-requested', { number, dueOn: '2026-12-01', count: 2 }),
    ).toContain('2026年12月1日');
  });

  it('keep nothing but dates and numbers of a payload', () => {
    const payload = { hearingId: 'h', startsAt: '2026-12-07T01:30:00.000Z', name: '某人' };
    expect(paramsOf({ type: 'hearing.set-down', payload }, { number, receiptNumber })).toEqual(params);
  });

  it.each([
    ['application.submitted', number, receiptNumber],
    ['case.corrected', number, receiptNumber],
    ['case.accepted', number, number],
    ['case.refused', null, receiptNumber],
  ])('of %s name the number the case went by then', (type, caseNumber, told) => {
    expect(paramsOf({ type, payload: {} }, { number: caseNumber, receiptNumber })).toEqual({ number: told });
  });
});
