/**
 * Pages are filled in two steps: strips (a line, a table row, a signature block) are first dealt out to pages under
 * their break rules, then drawn. So page totals, repeated heads and what stands last are known before ink.
 */
export interface Edges {
  /** first strip on its page */
  readonly opensPage: boolean;
  /** last strip on its page */
  readonly closesPage: boolean;
}

export interface Strip {
  readonly height: number;
  /** white space above; dropped at the head of a page */
  readonly spaceAbove: number;
  /** may not be parted from the strip above */
  readonly isGlued: boolean;
  /** drawn again above this strip when it opens a page (table heads) */
  readonly repeat?: { readonly height: number; readonly draw: (top: number) => void };
  readonly draw: (top: number, edges: Edges) => void;
}

export interface Placed {
  readonly strip: Strip;
  readonly top: number;
  readonly repeatTop: number | null;
}

export class UnbreakableError extends Error {}

export function paginate(
  strips: readonly Strip[],
  frame: { readonly top: number; readonly height: number },
): Placed[][] {
  const pages: Placed[][] = [];
  let page: Placed[] = [];
  let y = frame.top;
  const bottom = frame.top + frame.height + 0.01;

  const heightOf = (group: readonly Strip[], opensPage: boolean): number =>
    group.reduce((sum, strip, i) => sum + strip.height + (opensPage && i === 0 ? 0 : strip.spaceAbove), 0) +
    (opensPage ? (group[0]?.repeat?.height ?? 0) : 0);

  for (let from = 0; from < strips.length;) {
    let to = from + 1;
    while (to < strips.length && strips[to]?.isGlued) to += 1;
    // a run of glued strips longer than a page must part somewhere: let go at the page's end
    while (to - from > 1 && heightOf(strips.slice(from, to), true) > frame.height) to -= 1;
    const group = strips.slice(from, to);
    if (page.length > 0 && y + heightOf(group, false) > bottom) {
      pages.push(page);
      page = [];
      y = frame.top;
    }
    for (const strip of group) {
      const opensPage = page.length === 0;
      if (!opensPage) y += strip.spaceAbove;
      let repeatTop: number | null = null;
      if (opensPage && pages.length > 0 && strip.repeat !== undefined) {
        repeatTop = y;
        y += strip.repeat.height;
      }
      if (y + strip.height > bottom && opensPage)
        throw new UnbreakableError('a strip is higher than the page');
      page.push({ strip, top: y, repeatTop });
      y += strip.height;
    }
    from = to;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

export function drawPages(
  pages: readonly (readonly Placed[])[],
  onPage: (index: number) => void,
  onPageEnd: (index: number) => void,
): void {
  pages.forEach((placed, index) => {
    onPage(index);
    placed.forEach(({ strip, top, repeatTop }, at) => {
      if (repeatTop !== null) strip.repeat?.draw(repeatTop);
      strip.draw(top, { opensPage: at === 0, closesPage: at === placed.length - 1 });
    });
    onPageEnd(index);
  });
}
