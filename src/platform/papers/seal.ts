import { MM } from './frame';
import type { Canvas } from './canvas';
import { StructureNode } from './canvas';
import type { PaperFont } from './fonts';

export interface SealFacts {
  /** the name that runs along the arc */
  readonly name: string;
  /** 仲裁专用章, or 演示专用 in demonstration mode */
  readonly purpose: string;
}

/** A commission's round seal measures 42 mm. */
export const SEAL_DIAMETER = 42 * MM;

const RED = '#d7191c';
const RING = 1.2 * MM;

/** Red ring, name on the arc, five-pointed star, purpose below. Drawn as outlines: a picture, not text to be extracted. */
export function drawSeal(
  canvas: Canvas,
  seal: SealFacts,
  centre: { readonly x: number; readonly y: number },
): void {
  const { doc, fonts } = canvas;
  const r = SEAL_DIAMETER / 2;
  const { x, y } = centre;
  const figure = new StructureNode('Figure', null, {
    alt: `印章：${seal.name}（${seal.purpose}）`,
    bbox: [x - r, y - r, x + r, y + r],
  });
  canvas.content(figure, () => {
    doc.save();
    doc
      .circle(x, y, r - RING / 2)
      .lineWidth(RING)
      .stroke(RED);
    star(canvas, x, y, 6.6 * MM);
    arcText(canvas, seal.name, x, y, r - RING - 1.1 * MM, fonts.title);
    straightText(canvas, seal.purpose, x, y + 12.8 * MM, 3.6 * MM, fonts.title);
    doc.restore();
  });
  canvas.closeContent();
}

function star({ doc }: Canvas, x: number, y: number, outer: number): void {
  const inner = outer * 0.381966;
  for (let i = 0; i < 10; i += 1) {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    const px = x + radius * Math.cos(angle);
    const py = y + radius * Math.sin(angle);
    if (i === 0) doc.moveTo(px, py);
    else doc.lineTo(px, py);
  }
  doc.closePath().fill(RED);
}

/**
 * Characters stand on the arc with their heads outward; a long name takes a longer arc and narrower characters. The arc
 * ends above the date, which runs through the lower half: red under its strokes would make it hard to read.
 */
function arcText(canvas: Canvas, text: string, x: number, y: number, outer: number, font: PaperFont): void {
  const chars = [...text];
  const height = 5.4 * MM;
  const middle = outer - height / 2;
  const spread = Math.min(200, Math.max(150, chars.length * 15));
  const step = chars.length > 1 ? spread / (chars.length - 1) : 0;
  const pitch = (step * Math.PI * middle) / 180;
  const squeeze = chars.length > 1 ? Math.min(1, (pitch * 0.94) / height) : 1;
  chars.forEach((char, i) => {
    const angle = -spread / 2 + step * i;
    glyph(canvas, char, font, { x, y, angle, offset: -middle, size: height, squeeze });
  });
}

function straightText(
  canvas: Canvas,
  text: string,
  x: number,
  y: number,
  size: number,
  font: PaperFont,
): void {
  const chars = [...text];
  chars.forEach((char, i) => {
    const at = x + (i - (chars.length - 1) / 2) * size * 1.06;
    glyph(canvas, char, font, { x: at, y, angle: 0, offset: 0, size, squeeze: 1 });
  });
}

/** One glyph's outline, its em box centred `offset` below (x, y) after turning by `angle` degrees. */
function glyph(
  { doc }: Canvas,
  char: string,
  font: PaperFont,
  at: { x: number; y: number; angle: number; offset: number; size: number; squeeze: number },
): void {
  if (char.trim() === '') return;
  const units = font.font.unitsPerEm;
  const scale = at.size / units;
  doc.save();
  doc.translate(at.x, at.y).rotate(at.angle).translate(0, at.offset);
  doc.transform(scale * at.squeeze, 0, 0, -scale, 0, 0);
  // the ideographic em box reaches from −0.12 to 0.88 em: its centre lies 0.38 em above the baseline
  doc.translate((-font.advance(char) * units) / 2, -0.38 * units);
  doc.path(font.outline(char)).fill(RED);
  doc.restore();
}
