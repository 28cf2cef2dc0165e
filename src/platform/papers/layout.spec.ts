import { paginate, UnbreakableError, type Strip } from './layout';

const FRAME = { top: 100, height: 100 };

const strip = (height: number, over: Partial<Strip> = {}): Strip => ({
  height,
  spaceAbove: 0,
  isGlued: false,
  draw: () => undefined,
  ...over,
});

const tops = (strips: readonly Strip[]): number[][] =>
  paginate(strips, FRAME).map((page) => page.map(({ top }) => top));

describe('paginate', () => {
  it.each([
    ['fills a page exactly', [strip(50), strip(50)], [[100, 150]]],
    ['goes on to the next page', [strip(60), strip(60)], [[100], [100]]],
    [
      'drops the space above at the head of a page',
      [strip(90), strip(20, { spaceAbove: 10 })],
      [[100], [100]],
    ],
    ['keeps the space above within a page', [strip(20), strip(20, { spaceAbove: 10 })], [[100, 130]]],
    ['takes glued strips along', [strip(60), strip(30), strip(20, { isGlued: true })], [[100], [100, 130]]],
    [
      'parts glued strips only when they exceed a page',
      [strip(60), strip(60, { isGlued: true }), strip(10, { isGlued: true })],
      [[100], [100, 160]],
    ],
    ['has no page for nothing', [], []],
  ])('%s', (_, strips, expected) => {
    expect(tops(strips)).toEqual(expected);
  });

  it('repeats a head where a table goes on, and makes room for it', () => {
    const repeat = { height: 15, draw: () => undefined };
    const pages = paginate([strip(15), strip(80, { repeat }), strip(30, { repeat })], FRAME);
    expect(pages.map((page) => page.map(({ top, repeatTop }) => [top, repeatTop]))).toEqual([
      [
        [100, null],
        [115, null],
      ],
      [[115, 100]],
    ]);
  });

  it('refuses what is higher than a page', () => {
    expect(() => paginate([strip(101)], FRAME)).toThrow(UnbreakableError);
  });
});
