import fc from 'fast-check';
import { article, chineseNumeral, citation, wholeDocument } from './articles';
import { finding, step } from './finding';

describe('citations', () => {
  it.each([
    [
      article('law', 43),
      '《劳动争议调解仲裁法》第四十三条',
      '《勞動爭議調解仲裁法》第四十三條',
      'Labour Dispute Mediation and Arbitration Law, art. 43',
    ],
    [
      article('rules', 50, 1),
      '《劳动人事争议仲裁办案规则》第五十条第一款',
      '《勞動人事爭議仲裁辦案規則》第五十條第一款',
      'Rules for Handling Labour and Personnel Dispute Arbitration Cases, art. 50(1)',
    ],
    [
      article('rules', 30, undefined, 4),
      '《劳动人事争议仲裁办案规则》第三十条第（四）项',
      '《勞動人事爭議仲裁辦案規則》第三十條第（四）項',
      'Rules for Handling Labour and Personnel Dispute Arbitration Cases, art. 30(4)',
    ],
    [
      article('law', 33, 1, 2),
      '《劳动争议调解仲裁法》第三十三条第一款第（二）项',
      '《勞動爭議調解仲裁法》第三十三條第一款第（二）項',
      'Labour Dispute Mediation and Arbitration Law, art. 33(1)(2)',
    ],
    [
      wholeDocument('paid-days-notice'),
      '《关于职工全年月平均工作时间和工资折算问题的通知》（人社部发〔2025〕2号）',
      '《關於職工全年月平均工作時間和工資折算問題的通知》（人社部發〔2025〕2號）',
      'Notice on Average Monthly Working Time and Wage Conversion (MOHRSS [2025] No. 2)',
    ],
  ])('%o', (reference, simplified, traditional, english) => {
    expect(citation(reference, 'zh-CN')).toBe(simplified);
    expect(citation(reference, 'zh-TW')).toBe(traditional);
    expect(citation(reference, 'en')).toBe(english);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [47, '四十七'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [306, '三百零六'],
    [999, '九百九十九'],
  ])('chineseNumeral(%d) = %s', (value, text) => {
    expect(chineseNumeral(value)).toBe(text);
  });

  it.each([0, 1000, 1.5, -1])('chineseNumeral refuses %d', (value) => {
    expect(() => chineseNumeral(value)).toThrow(RangeError);
  });

  it('property: numerals of different numbers differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (a, b) => {
        expect(chineseNumeral(a) === chineseNumeral(b)).toBe(a === b);
      }),
    );
  });

  it('refuses an article that the law does not have', () => {
    expect(() => article('law', 55)).toThrow(RangeError);
    expect(() => article('rules', 82)).toThrow(RangeError);
    expect(() => article('law', 0)).toThrow(RangeError);
  });

  it('names each article of a finding once, those of its steps included', () => {
    const found = finding(
      1,
      [article('law', 43), article('law', 43, 1)],
      [
        step('clock.due', {}, { article: article('law', 43) }),
        step('clock.due', {}, { article: article('rules', 45) }),
        step('clock.due'),
      ],
    );
    expect(found.basis).toEqual([article('law', 43), article('law', 43, 1), article('rules', 45)]);
  });
});
