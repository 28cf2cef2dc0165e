/**
 * The page frame after GB/T 9704-2012 (党政机关公文格式): A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm,
 * 22 lines of 28 characters of 三号. All lengths are points unless the name says otherwise.
 */
export const MM = 72 / 25.4;

export const PAGE = { width: 595.28, height: 841.89 } as const;

export const FRAME = {
  left: 28 * MM,
  top: 37 * MM,
  width: 156 * MM,
  height: 225 * MM,
  bottom: (37 + 225) * MM,
  right: (28 + 156) * MM,
  lines: 22,
  columns: 28,
} as const;

/** Chinese type sizes (字号) in points. */
export const SIZE = {
  no1: 26,
  no2: 22,
  smallNo2: 18,
  no3: 16,
  no4: 14,
  smallNo4: 12,
  no5: 10.5,
  smallNo5: 9,
  no6: 7.5,
} as const;

export interface TextScale {
  readonly size: number;
  readonly lineHeight: number;
  readonly tableSize: number;
  readonly tableLineHeight: number;
}

/**
 * `official`: papers of the commission, the full 22 × 28 grid. `form`: what parties file.
 * `record`: long minutes, closer set so that a hearing does not become a book.
 */
export const SCALES = {
  official: {
    size: SIZE.no3,
    lineHeight: FRAME.height / FRAME.lines,
    tableSize: SIZE.smallNo4,
    tableLineHeight: 19,
  },
  form: { size: SIZE.no4, lineHeight: 25, tableSize: SIZE.smallNo4, tableLineHeight: 18.5 },
  record: { size: SIZE.smallNo4, lineHeight: 21.5, tableSize: SIZE.no5, tableLineHeight: 17 },
} as const satisfies Record<string, TextScale>;

export type ScaleName = keyof typeof SCALES;
