import { baseline, StructureNode, widthOf, type Align, type Canvas } from './canvas';
import { FRAME, MM, SCALES, SIZE, type ScaleName, type TextScale } from './frame';
import type { FontRole, PaperFont } from './fonts';
import { hei, toRuns, type Inline } from './inline';
import type { Strip } from './layout';
import { breakLines, type Line } from './line-breaker';
import type { PaperContext } from './paper';
import { partyParagraphs, type PartyFacts } from './party-block';
import { drawQrCode } from './qr-code';
import { drawSeal, SEAL_DIAMETER } from './seal';
import { tableStrips, type CellLike, type TableSpec } from './table';
import { chineseDate, chineseNumber } from './chinese-dates';
import type { LocalDate } from '../../kernel/local-date';

/** The date runs between the star of the seal and the words below it. */
const DATE_BELOW_CENTRE = 8 * MM;

type MutableStrip = { -readonly [K in keyof Strip]: Strip[K] };

interface TextOptions {
  readonly node: StructureNode;
  readonly size: number;
  readonly lineHeight: number;
  readonly font: FontRole;
  readonly align: Align;
  /** indent of the first and of further lines, in characters */
  readonly indent?: number;
  readonly restIndent?: number;
  readonly spaceAbove?: number;
  /** extra width between characters, in em: titles */
  readonly tracking?: number;
}

export interface Signatory {
  /** 仲裁员, 首席仲裁员, 申请人（签名） */
  readonly label: string;
  readonly name: string;
  /** PNG of a handwritten signature, base64 */
  readonly image?: string | null;
}

export interface SealedSignature {
  /** lines above the date; the commission's name when not given */
  readonly signatories?: readonly Signatory[];
  /** how the date is written; figures when not given */
  readonly dateText?: string;
  /** 本件与原本核对无异, at the left below the date */
  readonly certification?: string;
  /** 书记员, below the date */
  readonly below?: readonly Signatory[];
}

/** What a definition draws with. Calls are collected as strips; pages are made when the drawing is complete. */
export class PaperPage {
  readonly strips: MutableStrip[] = [];
  /** small print above the page number on every page */
  runningFoot: string | null = null;
  private scale: TextScale;
  private gluesNext = false;
  private gap = 0;

  constructor(
    readonly context: PaperContext,
    private readonly canvas: Canvas,
    /** 1 sets lines on the full grid; less draws them closer, to spare a page that would hold little */
    private readonly density = 1,
  ) {
    this.scale = this.scaled('official');
  }

  useScale(name: ScaleName): void {
    this.scale = this.scaled(name);
  }

  private scaled(name: ScaleName): TextScale {
    const scale = SCALES[name];
    return {
      ...scale,
      lineHeight: scale.lineHeight * this.density,
      tableLineHeight: scale.tableLineHeight * Math.max(this.density, 0.9),
    };
  }

  /** Head of a paper of the commission: its full name on one line, the paper's title below. */
  masthead(title: string, subtitle?: string): void {
    const h1 = new StructureNode('H1', null);
    this.text(this.context.commission.name, {
      node: h1,
      size: this.fit(this.context.commission.name, 'title', SIZE.no2),
      lineHeight: 37,
      font: 'title',
      align: 'center',
    });
    this.heading1(title, subtitle, h1);
  }

  /** Head of a paper that a party submits. */
  title(title: string, subtitle?: string): void {
    this.heading1(title, subtitle, new StructureNode('H1', null));
  }

  private heading1(title: string, subtitle: string | undefined, h1: StructureNode): void {
    // wider than a tenth of an em would read as spaces to text extraction
    const tracking = [...title].length <= 6 ? 0.09 : 0;
    this.text(title, { node: h1, size: SIZE.no1, lineHeight: 44, font: 'title', align: 'center', tracking });
    if (subtitle !== undefined) {
      const node = new StructureNode('P', null);
      this.text(subtitle, { node, size: SIZE.no3, lineHeight: 26, font: 'kai', align: 'center' });
    }
    this.gap = 8;
  }

  /** 案号 at the right; nothing before a case has a number. `suffix` tells split documents apart: …123号之一 */
  caseNumber(): void {
    if (this.context.caseNumber !== null) this.reference(this.context.caseNumber);
  }

  /** A number at the right, where the 案号 stands. */
  reference(text: string): void {
    this.paragraph(text, { align: 'right', indent: 0 });
    this.gap = this.scale.lineHeight * 0.5;
  }

  /** 某某： without indent */
  addressee(name: string): void {
    this.paragraph(`${name}：`, { indent: 0, align: 'left' });
    this.gluesNext = true;
  }

  /** A body paragraph, first line indented by two characters; line breaks in the text make further paragraphs. */
  paragraph(
    inline: Inline,
    options: {
      indent?: number;
      restIndent?: number;
      align?: Align;
      font?: FontRole;
      spaceAbove?: number;
    } = {},
  ): void {
    this.text(inline, {
      node: new StructureNode('P', null),
      size: this.scale.size,
      lineHeight: this.scale.lineHeight,
      font: options.font ?? 'body',
      align: options.align ?? 'justify',
      indent: options.indent ?? 2,
      restIndent: options.restIndent ?? 0,
      spaceAbove: options.spaceAbove ?? 0,
    });
  }

  paragraphs(inlines: readonly Inline[]): void {
    for (const inline of inlines) this.paragraph(inline);
  }

  /** A section heading in 黑体; it never stands last on a page. */
  heading(text: string, level: 2 | 3 = 2): void {
    this.text(text, {
      node: new StructureNode(level === 2 ? 'H2' : 'H3', null),
      size: this.scale.size,
      lineHeight: this.scale.lineHeight,
      font: level === 2 ? 'hei' : 'kai',
      align: 'left',
      indent: 2,
      spaceAbove: this.scale.size === SCALES.official.size ? 0 : 6,
    });
    this.gluesNext = true;
  }

  /** 一、 二、 in words, （一） in brackets, 1. in figures: each item a paragraph of its own. */
  numbered(items: readonly Inline[], style: 'words' | 'brackets' | 'figures' = 'figures'): void {
    items.forEach((item, i) => {
      const label =
        style === 'words'
          ? `${chineseNumber(i + 1)}、`
          : style === 'brackets'
            ? `（${chineseNumber(i + 1)}）`
            : `${i + 1}.`;
      this.paragraph(typeof item === 'string' ? `${label}${item}` : [{ text: label }, ...item]);
    });
  }

  parties(parties: readonly PartyFacts[]): void {
    this.paragraphs(partyParagraphs(parties));
  }

  table(spec: TableSpec, options: { spaceAbove?: number; spaceBelow?: number } = {}): void {
    const style = { size: this.scale.tableSize, lineHeight: this.scale.tableLineHeight };
    const strips = tableStrips(this.canvas, spec, style);
    const [first] = strips;
    if (first === undefined) return;
    this.push({ ...first, spaceAbove: options.spaceAbove ?? 6 });
    for (const strip of strips.slice(1)) this.push(strip);
    this.gap = options.spaceBelow ?? 8;
  }

  /** Rows of label and value, two pairs or one to a row. */
  fields(rows: readonly (readonly (readonly [label: string, value: string])[])[]): void {
    const widths = [0.16, 0.34, 0.16, 0.34];
    this.table({
      widths,
      rows: rows.map((pairs): CellLike[] =>
        pairs.flatMap(([label, value]): CellLike[] => [
          { text: label, isHead: true },
          { text: value, span: pairs.length === 1 ? 3 : 1 },
        ]),
      ),
    });
  }

  /** Small print. */
  note(inline: Inline): void {
    this.text(inline, {
      node: new StructureNode('P', null),
      size: SIZE.no5,
      lineHeight: 17,
      font: 'song',
      align: 'justify',
      indent: 2,
    });
  }

  space(lines: number): void {
    this.gap += lines * this.scale.lineHeight;
  }

  /** A QR code beside a few lines: how to join, where to look something up. */
  qrCard(card: { url: string; alt: string; heading: string; lines: readonly string[] }): void {
    const size = 30 * MM;
    const node = new StructureNode('P', null);
    const x = FRAME.left + size + 5 * MM;
    const width = FRAME.right - x;
    const lines = [
      ...this.broken([hei(card.heading)], { size: SIZE.no4, width, font: 'hei' }).map((line) => ({
        line,
        size: SIZE.no4,
        height: 24,
      })),
      ...card.lines.flatMap((text) =>
        this.broken(text, { size: SIZE.smallNo4, width, font: 'song' }).map((line) => ({
          line,
          size: SIZE.smallNo4,
          height: 20,
        })),
      ),
    ];
    const textHeight = lines.reduce((sum, { height }) => sum + height, 0);
    const height = Math.max(size, textHeight);
    this.push({
      height,
      spaceAbove: 8,
      isGlued: false,
      draw: (top) => {
        drawQrCode(this.canvas, card.url, { x: FRAME.left, y: top, size }, card.alt);
        let y = top + (height - textHeight) / 2;
        this.canvas.content(node, () => {
          for (const { line, size: fontSize, height: lineHeight } of lines) {
            this.canvas.line(line, { x, top: y, lineHeight }, fontSize, 'left');
            y += lineHeight;
          }
        });
        this.canvas.closeContent();
      },
    });
    this.gap = 8;
  }

  /** Signature lines at the right of a paper a party hands in: the name, what was drawn beside it, then the date. */
  partySignature(signatories: readonly Signatory[], date: LocalDate): void {
    const lineHeight = 34;
    const node = new StructureNode('P', null);
    const rows = [...signatories.map((signatory) => ({ signatory })), { date: chineseDate(date) }];
    this.push({
      height: rows.length * lineHeight + 10,
      spaceAbove: 10,
      isGlued: true,
      draw: (top) => {
        rows.forEach((row, i) => {
          const box = { top: top + 10 + i * lineHeight, lineHeight };
          if ('date' in row) this.rightAligned(node, row.date, box, 2);
          else this.signatory(node, row.signatory, box);
        });
        this.canvas.closeContent();
      },
    });
    this.glueTail();
  }

  /**
   * The commission's end of a paper: who signs, the date, and the seal set straight and in the middle over both
   * (端正、居中下压). Never alone on a page: at least two lines of the body come along (此页无正文 is not used).
   */
  sealed(signature: SealedSignature = {}): void {
    const { lineHeight, size } = this.scale;
    const name = this.context.commission.name;
    const dateText = signature.dateText ?? chineseDate(this.context.issuedOn);
    const style = (text: string): number => widthOf(this.canvas.style(text, 'body'), size);
    const signatories = signature.signatories ?? [];
    const isBySignatories = signatories.length > 0;
    // the name sits above the date, both centred on the seal, the longer one four characters off the right edge
    const blockWidth = isBySignatories ? style(dateText) : Math.max(style(name), style(dateText));
    const centre =
      FRAME.right - (isBySignatories ? 3 : 2) * size - Math.max(blockWidth, SEAL_DIAMETER * 0.8) / 2;
    const radius = SEAL_DIAMETER / 2;

    // the date runs between the star and the words below it; the ring's top meets the end of what stands above
    const dateDrop = radius + DATE_BELOW_CENTRE - lineHeight / 2;
    const signHeight = signatories.length * lineHeight * 1.15;
    const dateTop = isBySignatories ? 4 + signHeight + dateDrop : dateDrop + 2;
    const sealY = dateTop + lineHeight / 2 - DATE_BELOW_CENTRE;
    const belowTop = dateTop + lineHeight * 2;
    const below = signature.below ?? [];
    const height = Math.max(sealY + radius + 2, below.length > 0 ? belowTop + below.length * lineHeight : 0);

    const node = new StructureNode('P', null);
    this.push({
      height,
      spaceAbove: 0,
      isGlued: true,
      draw: (top) => {
        const purpose = this.context.isDemo ? '演示专用' : '仲裁专用章';
        // under the text, so that every character of names and date stays black
        drawSeal(
          this.canvas,
          { name: this.context.commission.sealName, purpose },
          { x: centre, y: top + sealY },
        );
        signatories.forEach((signatory, i) => {
          this.signatory(node, signatory, { top: top + 8 + i * lineHeight * 1.15, lineHeight }, centre);
        });
        if (!isBySignatories)
          this.centred(node, name, centre, { top: top + dateTop - lineHeight, lineHeight });
        this.centred(node, dateText, centre, { top: top + dateTop, lineHeight });
        if (signature.certification !== undefined) {
          const runs = this.canvas.style(signature.certification, 'kai');
          this.canvas.content(node, () =>
            this.canvas.runs(
              runs,
              FRAME.left + 2 * size,
              baseline(top + dateTop + lineHeight * 1.15, lineHeight, size),
              size,
            ),
          );
        }
        below.forEach((signatory, i) => {
          this.signatory(node, signatory, { top: top + belowTop + i * lineHeight, lineHeight }, centre);
        });
        this.canvas.closeContent();
      },
    });
    this.glueTail();
  }

  private signatory(
    node: StructureNode,
    signatory: Signatory,
    box: { top: number; lineHeight: number },
    centre?: number,
  ): void {
    const { size } = this.scale;
    const hasImage = typeof signatory.image === 'string';
    const label = this.canvas.style(`${signatory.label}：`, 'body');
    const name = this.canvas.style(signatory.name, 'body');
    const imageBox: [number, number] = [30 * MM, box.lineHeight - 2];
    const nameWidth = Math.max(widthOf(name, size), 3 * size);
    const width = widthOf(label, size) + nameWidth + (hasImage ? imageBox[0] + 4 : 0);
    const x =
      centre === undefined
        ? FRAME.right - 2 * size - width
        : Math.min(centre - width / 2, FRAME.right - width);
    const y = baseline(box.top, box.lineHeight, size);
    this.canvas.content(node, () => this.canvas.runs(label, x, y, size));
    const nameX = x + widthOf(label, size);
    this.canvas.content(node, () => this.canvas.runs(name, nameX, y, size));
    if (typeof signatory.image === 'string') {
      const imageX = nameX + nameWidth + 4;
      const figure = new StructureNode('Figure', null, {
        alt: `${signatory.label}${signatory.name}的签名`,
        bbox: [imageX, box.top, imageX + imageBox[0], box.top + box.lineHeight],
      });
      const image = Buffer.from(signatory.image, 'base64');
      this.canvas.content(figure, () => {
        this.canvas.doc.image(image, imageX, box.top + 1, { fit: imageBox, valign: 'center' });
      });
    }
  }

  private centred(
    node: StructureNode,
    text: string,
    centre: number,
    box: { top: number; lineHeight: number },
  ): void {
    const { size } = this.scale;
    const runs = this.canvas.style(text, 'body');
    this.canvas.content(node, () =>
      this.canvas.runs(runs, centre - widthOf(runs, size) / 2, baseline(box.top, box.lineHeight, size), size),
    );
  }

  private rightAligned(
    node: StructureNode,
    text: string,
    box: { top: number; lineHeight: number },
    indent: number,
  ): void {
    const { size } = this.scale;
    const runs = this.canvas.style(text, 'body');
    const x = FRAME.right - indent * size - widthOf(runs, size);
    this.canvas.content(node, () => this.canvas.runs(runs, x, baseline(box.top, box.lineHeight, size), size));
  }

  /** The last two strips of the body stay with the signature that follows them. */
  private glueTail(): void {
    const last = this.strips.at(-2);
    if (last !== undefined && this.strips.length > 2) last.isGlued = true;
  }

  private fit(text: string, font: FontRole, size: number): number {
    const width = widthOf(this.canvas.style(text, font), size);
    return width <= FRAME.width ? size : Math.floor((size * FRAME.width * 10) / width) / 10;
  }

  private broken(
    inline: Inline,
    options: { size: number; width: number; font: FontRole },
  ): Line<PaperFont>[] {
    return toRuns(inline, options.font).flatMap((runs) =>
      breakLines(
        runs.flatMap((run) => this.canvas.style(run.text, run.font)),
        (char, font) => font.advance(char),
        { size: options.size, width: options.width },
      ),
    );
  }

  private text(inline: Inline, options: TextOptions): void {
    const { size, lineHeight, align, tracking = 0 } = options;
    toRuns(inline, options.font).forEach((runs, nth) => {
      const node = nth === 0 ? options.node : new StructureNode(options.node.type, options.node.parent);
      const texts = runs.flatMap((run) => this.canvas.style(run.text, run.font));
      const lines = breakLines(texts, (char, font) => font.advance(char) + tracking, {
        size,
        width: FRAME.width,
        firstIndent: (options.indent ?? 0) * size,
        restIndent: (options.restIndent ?? 0) * size,
      });
      lines.forEach((line, i) => {
        // a paragraph of three lines or more never leaves its last line alone on the next page
        const isWidow = lines.length > 2 && i === lines.length - 1;
        this.push({
          height: lineHeight,
          spaceAbove: i === 0 ? (options.spaceAbove ?? 0) : 0,
          isGlued: isWidow,
          draw: (top) =>
            this.canvas.content(node, () => {
              const box = { x: FRAME.left, top, lineHeight };
              if (tracking === 0) this.canvas.line(line, box, size, align);
              else this.tracked(line, box, size, tracking * size);
            }),
        });
      });
    });
  }

  /** A centred title set wide: the last character carries no space. */
  private tracked(
    line: Line<PaperFont>,
    box: { top: number; lineHeight: number },
    size: number,
    spacing: number,
  ): void {
    const x = FRAME.left + (FRAME.width - (line.width - spacing)) / 2;
    this.canvas.runs(line.runs, x, baseline(box.top, box.lineHeight, size), size, spacing);
  }

  private push(strip: Strip): void {
    this.strips.push({
      ...strip,
      spaceAbove: strip.spaceAbove + this.gap,
      isGlued: strip.isGlued || this.gluesNext,
    });
    this.gap = 0;
    this.gluesNext = false;
  }
}
