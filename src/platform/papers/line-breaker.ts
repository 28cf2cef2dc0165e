/**
 * Chinese line breaking (GB/T 15834, 禁则): closing marks never open a line, opening marks never close one,
 * a single 。，、；： may hang in the margin, numbers and Latin words stay whole. Pure: widths come in as a function.
 */
export interface StyledText<F> {
  readonly text: string;
  readonly font: F;
}

export interface Line<F> {
  readonly runs: readonly StyledText<F>[];
  /** natural width in points, without a hanging mark */
  readonly width: number;
  /** how many glyphs share the spacing, without a hanging mark */
  readonly glyphs: number;
  readonly hasHangingMark: boolean;
  readonly indent: number;
  /** room for this line */
  readonly measure: number;
  readonly isLast: boolean;
}

export interface BreakOptions {
  readonly size: number;
  readonly width: number;
  /** indent of the first line, in points */
  readonly firstIndent?: number;
  /** indent of every further line, in points */
  readonly restIndent?: number;
  readonly canHang?: boolean;
}

const NOT_AT_START = new Set('。，、；：？！…—”’）》〉】〕」』％‰℃～·々%.,;:!?)]}元');
const NOT_AT_END = new Set('“‘（《〈【〔「『([{￥¥');
const MAY_HANG = new Set('。，、；：');
const LATIN = /[\p{Script=Latin}0-9.,:/\-_@+*#&=?%'$~]/u;
/** Squeezing up to this much of an em between two glyphs is not visible. */
const SQUEEZE = 0.02;
/** Longer Latin runs (identity numbers, addresses) may be broken, but not near their ends. */
const LONG_RUN = 13;
const RUN_EDGE = 4;
const AMOUNT = /^\d{1,3}(,\d{3})+(\.\d+)?[,.]?$|^\d+\.\d+[,.]?$/;

interface Atom<F> {
  readonly text: string;
  readonly font: F;
  readonly width: number;
  readonly glyphs: number;
  readonly isSpace: boolean;
  /** a piece of a long Latin run: may it be parted from the piece before it? */
  readonly runBreak: 'free' | 'allowed' | 'forbidden';
}

function isLongRun(run: readonly string[]): boolean {
  return run.length >= LONG_RUN && !AMOUNT.test(run.join(''));
}

function atomsOf<F>(
  texts: readonly StyledText<F>[],
  size: number,
  advance: (char: string, font: F) => number,
): Atom<F>[] {
  const atoms: Atom<F>[] = [];
  const width = (chars: readonly string[], font: F): number =>
    chars.reduce((sum, char) => sum + advance(char, font) * size, 0);
  for (const { text, font } of texts) {
    const chars = [...text];
    for (let i = 0; i < chars.length;) {
      const char = chars[i] ?? '';
      let end = i + 1;
      if (LATIN.test(char)) {
        while (end < chars.length && LATIN.test(chars[end] ?? '')) end += 1;
      }
      const run = chars.slice(i, end);
      if (isLongRun(run)) {
        run.forEach((piece, at) => {
          const isNearEdge = at < RUN_EDGE || run.length - at < RUN_EDGE;
          const runBreak = at === 0 ? 'free' : isNearEdge ? 'forbidden' : 'allowed';
          atoms.push({ text: piece, font, width: width([piece], font), glyphs: 1, isSpace: false, runBreak });
        });
      } else {
        const isSpace = char === ' ';
        atoms.push({
          text: run.join(''),
          font,
          width: width(run, font),
          glyphs: run.length,
          isSpace,
          runBreak: 'free',
        });
      }
      i = end;
    }
  }
  return atoms;
}

function canBreakBetween<F>(before: Atom<F>, after: Atom<F>): boolean {
  if (after.runBreak !== 'free') return after.runBreak === 'allowed';
  if (before.isSpace) return true;
  const last = before.text.at(-1) ?? '';
  // an amount keeps its unit: 12,345.60元
  if (after.text === '元' && /\d/.test(last)) return false;
  if (NOT_AT_START.has(after.text)) return false;
  return !NOT_AT_END.has(before.text);
}

export function breakLines<F>(
  texts: readonly StyledText<F>[],
  advance: (char: string, font: F) => number,
  options: BreakOptions,
): Line<F>[] {
  const { size, width, firstIndent = 0, restIndent = 0, canHang = true } = options;
  const atoms = atomsOf(texts, size, advance);
  const lines: Line<F>[] = [];

  const close = (from: number, to: number, hasHangingMark: boolean, isLast: boolean): void => {
    let start = from;
    let end = to;
    while (lines.length > 0 && start < end && atoms[start]?.isSpace) start += 1;
    while (end > start && atoms[end - 1]?.isSpace) end -= 1;
    const taken = atoms.slice(start, end);
    const counted = hasHangingMark ? taken.slice(0, -1) : taken;
    const runs: { text: string; font: F }[] = [];
    for (const atom of taken) {
      const run = runs.at(-1);
      if (run !== undefined && run.font === atom.font) run.text += atom.text;
      else runs.push({ text: atom.text, font: atom.font });
    }
    const indent = lines.length === 0 ? firstIndent : restIndent;
    lines.push({
      runs,
      width: counted.reduce((sum, atom) => sum + atom.width, 0),
      glyphs: counted.reduce((sum, atom) => sum + atom.glyphs, 0),
      hasHangingMark,
      indent,
      measure: width - indent,
      isLast,
    });
  };

  let start = 0;
  while (start < atoms.length) {
    const measure = width - (lines.length === 0 ? firstIndent : restIndent);
    let used = 0;
    let glyphs = 0;
    let i = start;
    for (; i < atoms.length; i += 1) {
      const atom = atoms[i] as Atom<F>;
      used += atom.width;
      glyphs += atom.glyphs;
      if (used - glyphs * size * SQUEEZE > measure) break;
    }
    if (i >= atoms.length) {
      close(start, atoms.length, false, true);
      return lines;
    }
    const overflow = atoms[i] as Atom<F>;
    const next = atoms[i + 1];
    if (overflow.isSpace) {
      close(start, i, false, false);
      start = i + 1;
      continue;
    }
    const hangs = canHang && i > start && MAY_HANG.has(overflow.text);
    if (hangs && (next === undefined || canBreakBetween(overflow, next))) {
      close(start, i + 1, true, next === undefined);
      start = i + 1;
      continue;
    }
    let cut = i;
    while (cut > start && !canBreakBetween(atoms[cut - 1] as Atom<F>, atoms[cut] as Atom<F>)) cut -= 1;
    // nothing may be parted: break where the room ends, and always move on
    if (cut === start) cut = Math.max(i, start + 1);
    close(start, cut, false, false);
    start = cut;
  }
  if (lines.length === 0) close(0, 0, false, true);
  return lines;
}
