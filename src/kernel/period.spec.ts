import { localDate as d } from './local-date';
import { contains, daysIn, eachDay, intersect, overlaps, period } from './period';

const january = period(d('2025-01-01'), d('2025-01-31'));

describe('Period', () => {
  it('cannot end before it starts', () => {
    expect(() => period(d('2025-01-02'), d('2025-01-01'))).toThrow(RangeError);
  });

  it.each([
    ['2024-12-31', false],
    ['2025-01-01', true],
    ['2025-01-31', true],
    ['2025-02-01', false],
  ])('contains(%s) = %j', (date, expected) => {
    expect(contains(january, d(date))).toBe(expected);
  });

  it.each([
    ['one shared day', '2025-01-31', '2025-02-10', { from: '2025-01-31', to: '2025-01-31' }],
    ['inside', '2025-01-10', '2025-01-12', { from: '2025-01-10', to: '2025-01-12' }],
    ['after', '2025-02-01', '2025-02-10', null],
    ['before', '2024-12-01', '2024-12-31', null],
  ])('intersect: %s', (_name, from, to, expected) => {
    const other = period(d(from), d(to));
    expect(intersect(january, other)).toEqual(expected);
    expect(overlaps(january, other)).toBe(expected !== null);
  });

  it('counts both ends', () => {
    expect(daysIn(january)).toBe(31);
    expect([...eachDay(period(d('2025-02-27'), d('2025-03-01')))]).toEqual([
      '2025-02-27',
      '2025-02-28',
      '2025-03-01',
    ]);
  });
});
