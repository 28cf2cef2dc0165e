import { notificationText, paramsOf } from './notification-text';

describe('sentences of notifications', () => {
  const params = { startsAt: '2026-12-07T01:30:00.000Z' };
  const number = '穗南劳人仲案〔2026〕1号';

  it.each([
    ['zh-CN', '2026年12月7日 09:30'],
    ['zh-TW', '2026年12月7日 09:30'],
    ['en', '7 December 2026 at 09:30'],
  ] as const)('tell the time of a hearing in %s as the clock in the room shows it', (locale, expected) => {
    const text = notificationText(locale, 'hearing-set-down', number, params);
    expect(text).toContain(expected);
    expect(text).toContain(number);
  });

  it('tell a day', () => {
    expect(
      notificationText('zh-CN', 'correction-requested', number, { dueOn: '2026-12-01', count: 2 }),
    ).toContain('2026年12月1日');
  });

  it('keep nothing but dates and numbers of a payload', () => {
    expect(paramsOf({ hearingId: 'h', startsAt: '2026-12-07T01:30:00.000Z', name: '某人' })).toEqual(params);
  });
});
