import type PDFDocument from 'pdfkit';
import type { FontRole, PaperFont, PaperFonts } from './fonts';
import type { Line, StyledText } from './line-breaker';

type Pdf = InstanceType<typeof PDFDocument>;
type StructureElement = ReturnType<Pdf['struct']>;

export type StructureType = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';

/** One element of the logical structure. It enters the document when its first content is drawn. */
export class StructureNode {
  element: StructureElement | null = null;

  constructor(
    readonly type: StructureType,
    readonly parent: StructureNode | null,
    readonly options: {
      readonly alt?: string;
      readonly scope?: 'Column' | 'Row';
      readonly bbox?: readonly number[];
    } = {},
  ) {}
}

export type Align = 'left' | 'center' | 'right' | 'justify';

/** Beyond this a line of few glyphs looks torn apart: leave it ragged. */
const WIDEST_GAP = 0.16;
/** The mark printers set where a character is missing from every font. */
export const MISSING_GLYPH = '〓';

/** Draws on a pdfkit document: text by baseline, marked content by structure node, artifacts apart. */
export class Canvas {
  private open: { readonly node: StructureNode } | null = null;
  private readonly root: StructureNode;

  constructor(
    readonly doc: Pdf,
    readonly fonts: PaperFonts,
  ) {
    this.root = new StructureNode('Document', null);
    this.root.element = doc.struct('Document');
    doc.addStructure(this.root.element);
  }

  /** Characters the wanted font lacks come from another one; what no font has becomes 〓 rather than an empty box. */
  style(text: string, role: FontRole): StyledText<PaperFont>[] {
    const wanted = this.fonts[role];
    const others = [wanted, this.fonts.song, this.fonts.hei, this.fonts.title];
    const runs: { text: string; font: PaperFont }[] = [];
    for (const char of text) {
      const codePoint = char.codePointAt(0) ?? 0;
      const font = others.find((candidate) => candidate.has(codePoint));
      const glyph = font === undefined ? MISSING_GLYPH : char;
      const run = runs.at(-1);
      if (run !== undefined && run.font === (font ?? wanted)) run.text += glyph;
      else runs.push({ text: glyph, font: font ?? wanted });
    }
    return runs;
  }

  newPage(): void {
    this.closeContent();
    this.doc.addPage();
  }

  /** Content that belongs to `node`; consecutive content of one node on one page is one marked sequence. */
  content(node: StructureNode, draw: () => void): void {
    if (this.open?.node !== node) {
      this.closeContent();
      const element = this.attach(node);
      element.add(this.doc.markStructureContent(node.type));
      this.open = { node };
    }
    draw();
  }

  /** Lines, shading, page numbers, repeated heads: not part of the text. */
  artifact(kind: 'Layout' | 'Pagination', draw: () => void): void {
    this.closeContent();
    this.doc.markContent('Artifact', { type: kind });
    draw();
    this.doc.endMarkedContent();
  }

  closeContent(): void {
    if (this.open === null) return;
    this.doc.endMarkedContent();
    this.open = null;
  }

  private attach(node: StructureNode): StructureElement {
    if (node.element === null) {
      const parent = this.attach(node.parent ?? this.root);
      const { alt, scope, bbox } = node.options;
      const options = {
        ...(alt === undefined ? {} : { alt }),
        ...(scope === undefined ? {} : { scope }),
        ...(bbox === undefined ? {} : { bbox, placement: 'Block' }),
      };
      node.element = this.doc.struct(node.type, options);
      parent.add(node.element);
    }
    return node.element;
  }

  /** One line of broken text, `top` being the upper edge of its line box. */
  line(
    line: Line<PaperFont>,
    box: { readonly x: number; readonly top: number; readonly lineHeight: number },
    size: number,
    align: Align,
  ): void {
    const slack = line.measure - line.width;
    const gaps = line.glyphs - 1;
    let spacing = 0;
    if (gaps > 0 && (slack < 0 || (align === 'justify' && !line.isLast))) {
      const gap = slack / gaps;
      if (gap <= WIDEST_GAP * size) spacing = gap;
    }
    const shift = align === 'center' ? slack / 2 : align === 'right' ? slack : 0;
    const x = box.x + line.indent + (spacing === 0 ? Math.max(0, shift) : 0);
    this.runs(line.runs, x, baseline(box.top, box.lineHeight, size), size, spacing);
  }

  runs(runs: readonly StyledText<PaperFont>[], x: number, y: number, size: number, spacing = 0): void {
    let at = x;
    for (const run of runs) {
      this.useFont(run.font, size);
      this.doc.text(run.text, at, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(spacing === 0 ? {} : { characterSpacing: spacing }),
      });
      for (const char of run.text) at += run.font.advance(char) * size + spacing;
    }
  }

  private useFont(font: PaperFont, size: number): void {
    // pdfkit 0.20 takes a parsed font; its types still know only files and buffers. The key names it in the document.
    this.doc.font(font.font as unknown as Buffer, font.key, size);
  }
}

/** The baseline that sets an ideographic em box of `size` in the middle of its line. */
export function baseline(top: number, lineHeight: number, size: number): number {
  return top + (lineHeight - size) / 2 + size * 0.88;
}

export function widthOf(runs: readonly StyledText<PaperFont>[], size: number): number {
  let width = 0;
  for (const { text, font } of runs) for (const char of text) width += font.advance(char) * size;
  return width;
}
