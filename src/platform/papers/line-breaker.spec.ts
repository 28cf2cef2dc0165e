import fc from 'fast-check';
import { breakLines, type Line } from './line-breaker';

// a font in which everything Latin is half as wide as a character
const advance = (char: string): number => (/[\u0020-\u00ff]/.test(char) ? 0.5 : 1);

function broken(
  text: string,
  columns: number,
  options: { firstIndent?: number; canHang?: boolean } = {},
): Line<string>[] {
  return breakLines([{ text, font: 'song' }], advance, { size: 10, width: columns * 10, ...options });
}

const texts = (lines: readonly Line<string>[]): string[] =>
  lines.map((line) => line.runs.map((run) => run.text).join(''));

describe('breakLines', () => {
  it.each([
    ['fills the measure', '一二三四五六七八九十', 5, ['一二三四五', '六七八九十']],
    ['hangs a single stop', '一二三四五。六七', 5, ['一二三四五。', '六七']],
    ['carries a character down before a closing bracket', '一二三四（五）六', 6, ['一二三四', '（五）六']],
    [
      'does not hang a stop that is followed by a closing quote',
      '一二三四五。”六',
      5,
      ['一二三四', '五。”六'],
    ],
    ['never ends a line with an opening mark', '一二三四《五六》', 5, ['一二三四', '《五六》']],
    ['keeps two closing marks with what they close', '一二三（四）。五', 5, ['一二三', '（四）。五']],
    ['keeps an amount and its unit whole', '支付工资12,345.60元整', 7, ['支付工资', '12,345.60元整']],
    ['keeps a year whole', '一二三四2026年', 5, ['一二三四', '2026年']],
    ['breaks at a space and drops it', 'Guangzhou Nansha', 5, ['Guangzhou', 'Nansha']],
    [
      'parts a long number away from its ends',
      '身份号码440105199103081226',
      9,
      ['身份号码4401051991', '03081226'],
    ],
    ['parts what cannot be parted', '（（（（（（', 4, ['（（（（', '（（']],
    ['gives one empty line for no text', '', 5, ['']],
    ['counts characters outside the basic plane once', '一二三𠮷四五', 4, ['一二三𠮷', '四五']],
  ])('%s', (_, text, columns, expected) => {
    expect(texts(broken(text, columns))).toEqual(expected);
  });

  it('indents the first line', () => {
    const lines = broken('一二三四五六七', 5, { firstIndent: 20 });
    expect(texts(lines)).toEqual(['一二三', '四五六七']);
    expect(lines.map(({ indent, measure, isLast }) => [indent, measure, isLast])).toEqual([
      [20, 30, false],
      [0, 50, true],
    ]);
  });

  it('does not count a hanging mark in the width that is justified', () => {
    expect(broken('一二三四五。六七', 5)[0]).toMatchObject({ width: 50, glyphs: 5, hasHangingMark: true });
    expect(texts(broken('一二三四五。六七', 5, { canHang: false }))).toEqual(['一二三四', '五。六七']);
  });

  it('keeps fonts apart', () => {
    const lines = breakLines(
      [
        { text: '申请人', font: 'hei' },
        { text: '：陈小兰', font: 'song' },
      ],
      advance,
      { size: 10, width: 100 },
    );
    expect(lines[0]?.runs).toEqual([
      { text: '申请人', font: 'hei' },
      { text: '：陈小兰', font: 'song' },
    ]);
  });

  it('loses nothing, fits, and opens no line with a closing mark where there is a choice', () => {
    const piece = fc.constantFrom(
      '申',
      '请',
      '人',
      '，',
      '。',
      '（',
      '）',
      '《',
      '》',
      '“',
      '”',
      '2026',
      '12,345.60元',
      '、',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.integer({ min: 12, max: 30 }), (pieces, columns) => {
        const text = pieces.join('');
        const lines = broken(text, columns);
        expect(texts(lines).join('')).toBe(text);
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(line.measure + line.glyphs * 10 * 0.02 + 1e-6);
        }
      }),
    );
  });
});
