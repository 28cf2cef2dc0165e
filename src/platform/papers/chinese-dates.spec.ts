import { localDate } from '../../kernel/local-date';
import {
  chineseDate,
  chineseDateInWords,
  chineseInstant,
  chineseNumber,
  chinesePeriod,
} from './chinese-dates';

describe('Chinese dates', () => {
  it.each([
    ['2026-11-23', '2026年11月23日', '二〇二六年十一月二十三日'],
    ['2026-10-10', '2026年10月10日', '二〇二六年十月十日'],
    ['2030-01-20', '2030年1月20日', '二〇三〇年一月二十日'],
    ['2024-02-29', '2024年2月29日', '二〇二四年二月二十九日'],
  ])('%s', (date, figures, words) => {
    expect(chineseDate(localDate(date))).toBe(figures);
    expect(chineseDateInWords(localDate(date))).toBe(words);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%d is %s', (value, words) => {
    expect(chineseNumber(value)).toBe(words);
  });

  it('prints a period, and one day as a day', () => {
    expect(chinesePeriod(localDate('2025-03-01'), localDate('2025-08-31'))).toBe(
      '2025年3月1日至2025年8月31日',
    );
    expect(chinesePeriod(localDate('2025-03-01'), localDate('2025-03-01'))).toBe('2025年3月1日');
  });

  it('prints instants in Beijing time', () => {
    expect(chineseInstant('2026-11-22T16:05:09Z')).toBe('2026年11月23日0时05分09秒');
    expect(chineseInstant('2026-11-23T06:05:09Z', 'minute')).toBe('2026年11月23日14时05分');
  });
});
