import { printable, toRuns } from './inline';

describe('printable', () => {
  it.each([
    ['keeps Chinese and line breaks', '工资，\n一千元', '工资，\n一千元'],
    ['makes Windows line breaks plain', '一\r\n二\r三', '一\n二\n三'],
    ['turns tabs and wide Latin spaces into a space', '一\t二\u00a0三', '一 二 三'],
    ['keeps the ideographic space', '理　由', '理　由'],
    ['drops control characters', '一\u0000二\u0007三', '一二三'],
    ['drops marks that change the reading direction', '支付\u202e00.0001\u202c元', '支付00.0001元'],
    ['drops zero-width marks', '陈\u200b小\ufeff兰', '陈小兰'],
    ['drops half of a surrogate pair', 'a\ud800b', 'ab'],
    ['keeps a whole pair', '𠮷', '𠮷'],
    ['composes', 'e\u0301', 'é'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe('toRuns', () => {
  it('parts paragraphs and keeps fonts', () => {
    expect(toRuns([{ text: '甲', font: 'hei' }, { text: '：乙\n丙' }], 'body')).toEqual([
      [
        { text: '甲', font: 'hei' },
        { text: '：乙', font: 'body' },
      ],
      [{ text: '丙', font: 'body' }],
    ]);
  });
});
