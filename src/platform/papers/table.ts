import { StructureNode, type Align, type Canvas } from './canvas';
import { FRAME } from './frame';
import type { PaperFont } from './fonts';
import type { Edges, Strip } from './layout';
import { breakLines, type Line } from './line-breaker';
import { toRuns, type Inline } from './inline';

export interface Cell {
  readonly text: Inline;
  readonly span?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** a label: set in 黑体 and tagged TH */
  readonly isHead?: boolean;
}

export type CellLike = Inline | Cell;

export interface TableSpec {
  /** share of the width per column; the sum is 1 */
  readonly widths: readonly number[];
  /** column titles, repeated on each page */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly CellLike[])[];
  /** per column; left when not given */
  readonly aligns?: readonly ('left' | 'center' | 'right')[];
}

export interface TableStyle {
  readonly size: number;
  readonly lineHeight: number;
}

const PADDING = 4.5;
const RULE = 0.6;
/** A row higher than this may be parted between its lines. */
const SPLIT_ABOVE = FRAME.height * 0.4;

interface LaidCell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line<PaperFont>[];
  readonly align: Align;
  readonly node: StructureNode;
}

function isCell(cell: CellLike): cell is Cell {
  return typeof cell === 'object' && !Array.isArray(cell);
}

/** A ruled table as strips: a row each, tall rows line by line, column titles repeated where it goes on. */
export function tableStrips(canvas: Canvas, spec: TableSpec, style: TableStyle): Strip[] {
  const table = new StructureNode('Table', null);
  const edges = spec.widths.reduce<number[]>(
    (xs, width) => [...xs, (xs.at(-1) ?? 0) + width * FRAME.width],
    [FRAME.left],
  );

  const layRow = (cells: readonly CellLike[], scope: 'Column' | 'Row', allHeads: boolean): LaidCell[] => {
    const row = new StructureNode('TR', table);
    let column = 0;
    return cells.map((cellLike) => {
      const cell: Cell = isCell(cellLike) ? cellLike : { text: cellLike };
      const isHead = allHeads || cell.isHead === true;
      const span = cell.span ?? 1;
      const left = edges[column] ?? FRAME.left;
      const right = edges[Math.min(column + span, edges.length - 1)] ?? FRAME.right;
      const align = cell.align ?? (isHead ? 'center' : (spec.aligns?.[column] ?? 'left'));
      column += span;
      const lines = toRuns(cell.text, isHead ? 'hei' : 'song').flatMap((runs) =>
        breakLines(
          runs.flatMap((run) => canvas.style(run.text, run.font)),
          (char, font) => font.advance(char),
          { size: style.size, width: right - left - 2 * PADDING, canHang: false },
        ),
      );
      const node = new StructureNode(isHead ? 'TH' : 'TD', row, isHead ? { scope } : {});
      return { x: left, width: right - left, lines, align, node };
    });
  };

  const heightOf = (lines: number): number => lines * style.lineHeight + 2 * PADDING;
  const linesOf = (cells: readonly LaidCell[]): number =>
    Math.max(1, ...cells.map((cell) => cell.lines.length));

  const rules = (
    cells: readonly LaidCell[],
    top: number,
    bottom: number,
    above: boolean,
    below: boolean,
  ): void =>
    canvas.artifact('Layout', () => {
      const { doc } = canvas;
      doc.save().lineWidth(RULE).strokeColor('black');
      const right = cells.at(-1);
      const end = right === undefined ? FRAME.right : right.x + right.width;
      for (const x of [...cells.map((cell) => cell.x), end]) doc.moveTo(x, top).lineTo(x, bottom);
      if (above) doc.moveTo(FRAME.left, top).lineTo(end, top);
      if (below) doc.moveTo(FRAME.left, bottom).lineTo(end, bottom);
      doc.stroke().restore();
    });

  const cellLines = (cell: LaidCell, from: number, to: number, top: number): void => {
    cell.lines.slice(from, to).forEach((line, i) => {
      canvas.line(
        line,
        { x: cell.x + PADDING, top: top + i * style.lineHeight, lineHeight: style.lineHeight },
        style.size,
        cell.align,
      );
    });
  };

  const wholeRow =
    (cells: readonly LaidCell[], isFirst: boolean) =>
    (top: number, { opensPage }: Edges, isRepeat = false): void => {
      const height = heightOf(linesOf(cells));
      rules(cells, top, top + height, isFirst || opensPage, true);
      for (const cell of cells) {
        const y = top + (height - cell.lines.length * style.lineHeight) / 2;
        const draw = (): void => cellLines(cell, 0, cell.lines.length, y);
        if (isRepeat) draw();
        else canvas.content(cell.node, draw);
      }
      canvas.closeContent();
    };

  const strips: Strip[] = [];
  const head = spec.head === undefined ? null : layRow(spec.head, 'Column', true);
  const repeat =
    head === null
      ? undefined
      : {
          height: heightOf(linesOf(head)),
          draw: (top: number): void => {
            rules(head, top, top + heightOf(linesOf(head)), true, true);
            canvas.artifact('Pagination', () => {
              for (const cell of head) {
                const y = top + (heightOf(linesOf(head)) - cell.lines.length * style.lineHeight) / 2;
                cellLines(cell, 0, cell.lines.length, y);
              }
            });
          },
        };
  if (head !== null) {
    strips.push({
      height: heightOf(linesOf(head)),
      spaceAbove: 0,
      isGlued: false,
      draw: wholeRow(head, true),
    });
  }

  spec.rows.forEach((row, index) => {
    const cells = layRow(row, 'Row', false);
    const count = linesOf(cells);
    const isFirst = index === 0 && head === null;
    // the first row stays with the column titles
    const isGlued = index === 0 && head !== null;
    const common = { spaceAbove: 0, ...(repeat === undefined ? {} : { repeat }) };
    if (heightOf(count) <= SPLIT_ABOVE) {
      strips.push({ ...common, isGlued, height: heightOf(count), draw: wholeRow(cells, isFirst) });
      return;
    }
    for (let at = 0; at < count; at += 1) {
      const opens = at === 0;
      const closes = at === count - 1;
      strips.push({
        ...common,
        // never one line alone before or after the break
        isGlued: opens ? isGlued : at === 1 || closes,
        height: style.lineHeight + (opens ? PADDING : 0) + (closes ? PADDING : 0),
        draw: (top, { opensPage, closesPage }) => {
          const bottom = top + style.lineHeight + (opens ? PADDING : 0) + (closes ? PADDING : 0);
          rules(cells, top, bottom, (opens && isFirst) || opensPage, closes || closesPage);
          for (const cell of cells) {
            if (at < cell.lines.length) {
              canvas.content(cell.node, () => cellLines(cell, at, at + 1, top + (opens ? PADDING : 0)));
            }
          }
          canvas.closeContent();
        },
      });
    }
  });
  return strips;
}
