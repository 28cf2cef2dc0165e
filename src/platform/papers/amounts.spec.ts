import { yuanInCapitals, yuanInFiguresAndCapitals } from './amounts';

describe('amounts', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [1_000, '壹拾元整'],
    [10_005, '壹佰元零伍分'],
    [10_050, '壹佰元伍角整'],
    [101_010, '壹仟零壹拾元壹角整'],
    [1_000_500, '壹万零伍元整'],
    [1_234_560, '壹万贰仟叁佰肆拾伍元陆角整'],
    [100_000_001, '壹佰万元零壹分'],
    [2_000_300_050, '贰仟万叁仟元伍角整'],
    [10_000_000_000, '壹亿元整'],
    [9_999_999_999_999, '玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%d fen in capitals: %s', (fen, capitals) => {
    expect(yuanInCapitals(fen)).toBe(capitals);
  });

  it('prints figures and capitals together', () => {
    expect(yuanInFiguresAndCapitals(1_234_560)).toBe('人民币12,345.60元（大写：壹万贰仟叁佰肆拾伍元陆角整）');
    expect(yuanInFiguresAndCapitals(5)).toBe('人民币0.05元（大写：伍分）');
  });

  it.each([[-1], [0.5], [Number.NaN], [Number.MAX_SAFE_INTEGER + 1]])('refuses %d', (fen) => {
    expect(() => yuanInCapitals(fen)).toThrow(RangeError);
  });
});
