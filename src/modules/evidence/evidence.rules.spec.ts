import { localDate } from '../../kernel/local-date';
import { additionRefusal, isLate, numberItems } from './evidence.rules';

describe('adding evidence', () => {
  it.each([
    ['received', null],
    ['correcting', 'evidence.correct-instead'],
    ['accepted', null],
    ['constituted', null],
    ['set-down', null],
    ['heard', 'evidence.too-late'],
    ['decided', 'evidence.closed'],
    ['refused', 'evidence.closed'],
    ['referred', 'evidence.closed'],
  ])('while the case is %s', (state, expected) => {
    expect(additionRefusal(state)).toBe(expected);
  });

  it.each([
    ['the day before the last', '2026-12-13', false],
    ['the last day itself', '2026-12-14', false],
    ['the day after', '2026-12-15', true],
  ])('on %s (Rules 15)', (_, today, expected) => {
    expect(isLate(localDate(today), '2026-12-14')).toBe(expected);
  });

  it('is never late before a period is set', () => {
    expect(isLate(localDate('2026-12-15'), null)).toBe(false);
  });
});

describe('numbers', () => {
  it.each<[string, string[], { itemId: string | null; number: number }[], number[]]>([
    ['of a first application', ['a', 'b'], [], [1, 2]],
    [
      'stay with their items',
      ['b', 'a'],
      [
        { itemId: 'a', number: 1 },
        { itemId: 'b', number: 2 },
      ],
      [2, 1],
    ],
    [
      'of items left out are not given again',
      ['c'],
      [
        { itemId: 'a', number: 1 },
        { itemId: 'b', number: 2 },
      ],
      [3],
    ],
    [
      'go on after later additions',
      ['a', 'c'],
      [
        { itemId: 'a', number: 1 },
        { itemId: null, number: 2 },
      ],
      [1, 3],
    ],
    ['of an item named twice go to the first', ['a', 'a'], [{ itemId: 'a', number: 1 }], [1, 2]],
    ['of nothing', [], [{ itemId: 'a', number: 1 }], []],
  ])('%s', (_, items, existing, expected) => {
    expect(numberItems(items, existing)).toEqual(expected);
  });
});
