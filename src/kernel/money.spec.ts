import fc from 'fast-check';
import { formatYuan, mulDiv, parseYuan, sumFen } from './money';

describe('money', () => {
  it.each([
    ['12,345.60', 1234560],
    ['12345.6', 1234560],
    ['0.05', 5],
    [' 8 ', 800],
    ['-3.20', -320],
    ['-0', 0],
    ['1,234,567', 123456700],
    ['', null],
    ['abc', null],
    ['1.234', null],
    ['1,23', null],
    ['12,3456', null],
    ['1e5', null],
    ['.5', null],
    ['99999999999999.99', null],
  ])('parseYuan(%j) = %j', (text, expected) => {
    expect(parseYuan(text)).toBe(expected);
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [100, '1.00'],
    [1234560, '12,345.60'],
    [-123456789, '-1,234,567.89'],
    [99999, '999.99'],
  ])('formatYuan(%d) = %s', (fen, expected) => {
    expect(formatYuan(fen)).toBe(expected);
  });

  it.each([
    ['rounds half up', 1, 1, 2, 1],
    ['rounds below half down', 149, 1, 100, 1],
    ['rounds half up at 2.5', 5, 1, 2, 3],
    ['a negative amount mirrors the positive one', -5, 1, 2, -3],
    ['a negative divisor too', 5, 1, -2, -3],
    ['both negative', -5, 1, -2, 3],
    ['is never minus zero', -1, 1, 100, 0],
    ['is exact past 2^53 on the way', 9_000_000_000_000_000, 1_000_003, 1_000_003, 9_000_000_000_000_000],
  ])('mulDiv %s', (_name, fen, num, den, expected) => {
    expect(mulDiv(fen, num, den)).toBe(expected);
  });

  it('refuses fractions and division by zero', () => {
    expect(() => mulDiv(0.5, 1, 1)).toThrow(RangeError);
    expect(() => mulDiv(1, 1.5, 1)).toThrow(RangeError);
    expect(() => mulDiv(1, 1, 0)).toThrow(RangeError);
    expect(() => formatYuan(1.5)).toThrow(RangeError);
    expect(() => sumFen([0.5])).toThrow(RangeError);
  });

  it('sums', () => {
    expect(sumFen([1, 2, 3])).toBe(6);
    expect(sumFen([])).toBe(0);
  });

  it('property: what is printed can be read again', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (fen) => parseYuan(formatYuan(fen)) === fen || fen === 0));
  });

  it('property: mulDiv is within half a fen of the true quotient', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 1, max: 1e6 }),
        (f, n, d) => {
          const got = BigInt(mulDiv(f, n, d));
          const twiceError = 2n * (got * BigInt(d) - BigInt(f) * BigInt(n));
          return twiceError > -BigInt(d) && twiceError <= BigInt(d);
        },
      ),
    );
  });
});
