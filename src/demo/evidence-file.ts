import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { defaultFontPaths } from '../platform/papers/fonts';

const drawn = new Map<string, Promise<Buffer>>();

/** A page as somebody would scan it: a heading and a few lines. The same words give the same page. */
export function evidenceFile(title: string, lines: readonly string[]): Promise<Buffer> {
  const words = JSON.stringify([title, lines]);
  const content = drawn.get(words) ?? draw(title, lines);
  drawn.set(words, content);
  return content;
}

function draw(title: string, lines: readonly string[]): Promise<Buffer> {
  const { title: bold, song } = defaultFontPaths();
  const document = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title } });
  const content = buffer(document);
  document.font(bold).fontSize(18).text(title, { align: 'center' }).moveDown();
  document.font(song).fontSize(12);
  for (const line of lines) document.text(line, { lineGap: 6 });
  document.end();
  return content;
}
