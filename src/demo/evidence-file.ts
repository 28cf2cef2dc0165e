import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { defaultFontPaths } from '../platform/papers/fonts';

/** A page as somebody would scan it: a heading and a few lines. */
export async function evidenceFile(title: string, lines: readonly string[]): Promise<Buffer> {
  const { title: bold, song } = defaultFontPaths();
  const document = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title } });
  const content = buffer(document);
  document.font(bold).fontSize(18).text(title, { align: 'center' }).moveDown();
  document.font(song).fontSize(12);
  for (const line of lines) document.text(line, { lineGap: 6 });
  document.end();
  return content;
}
