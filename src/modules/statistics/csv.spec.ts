import { csv } from './csv';

describe('csv', () => {
  it.each([
    ['plain cells', [['月份', 3, null]], '月份,3,'],
    ['quotes, commas and line breaks', [['a"b', 'c,d', 'e\nf']], '"a""b","c,d","e\nf"'],
    ['what looks like a formula', [['=HYPERLINK("x")', '@sum', '-1']], `"'=HYPERLINK(""x"")",'@sum,'-1`],
    ['numbers below zero as numbers', [[-1]], '-1'],
  ])('writes %s', (_, rows, expected) => {
    expect(csv(rows)).toBe(`\uFEFF${expected}\r\n`);
  });

  it('writes rows on lines', () => {
    expect(csv([['a'], ['b']])).toBe('\uFEFFa\r\nb\r\n');
  });
});
