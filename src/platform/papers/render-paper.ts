import PDFDocument from 'pdfkit';
import { baseline, Canvas, StructureNode, widthOf } from './canvas';
import { FRAME, MM, PAGE, SIZE } from './frame';
import { drawPages, paginate, type Placed } from './layout';
import { PaperPage } from './page';
import type { PaperContext, PaperDefinition } from './paper';
import { drawQrCode } from './qr-code';

/** pdfkit writes metadata into XML as it stands. */
const metadata = (text: string): string =>
  text.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞');

/**
 * Draws a paper as tagged PDF/A-2b. The same facts and context give the same bytes (dates and file identifier come
 * from the context), so that a stored paper can be drawn again and compared with its hash.
 */
export function renderPaper<Facts>(
  definition: PaperDefinition<Facts>,
  facts: Facts,
  context: PaperContext,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const title =
      context.caseNumber === null ? definition.title : `${definition.title} ${context.caseNumber}`;
    const doc = new PDFDocument({
      autoFirstPage: false,
      size: [PAGE.width, PAGE.height],
      margin: 0,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      tagged: true,
      lang: 'zh-CN',
      displayTitle: true,
      // no standard font: PDF/A wants every font embedded
      font: '',
      info: {
        Title: metadata(title),
        Author: metadata(context.commission.name),
        Subject: metadata(context.caseNumber ?? definition.title),
        Creator: '云仲裁',
        Producer: '云仲裁',
        CreationDate: context.issuedAt,
      },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    try {
      const canvas = new Canvas(doc, context.fonts);
      const { page, pages } = compose(definition, facts, context, canvas);
      drawPages(
        pages,
        () => canvas.newPage(),
        (index) => {
          canvas.closeContent();
          if (page.runningFoot !== null) runningFoot(canvas, page.runningFoot);
          pageNumber(canvas, index + 1, page.runningFoot === null ? 8.5 * MM : 9.6 * MM);
          if (index === pages.length - 1) verification(canvas, context);
        },
      );
      doc.end();
    } catch (error) {
      reject(error as Error);
    }
  });
}

interface Composition {
  readonly page: PaperPage;
  readonly pages: Placed[][];
}

/** Closer lines that may be tried before a page is spent on a few lines and a seal (GB/T 9704, 7.1 allows it). */
const DENSITIES = [0.95, 0.9, 0.86, 0.82] as const;
const SPARSE_LINES = 0.5;

/** Lays the paper out on the full grid, and closer when that spares a last page that would stay half empty. */
function compose<Facts>(
  definition: PaperDefinition<Facts>,
  facts: Facts,
  context: PaperContext,
  canvas: Canvas,
): Composition {
  const attempt = (density: number): Composition => {
    const page = new PaperPage(context, canvas, density);
    definition.draw(page, facts);
    return { page, pages: paginate(page.strips, FRAME) };
  };
  const full = attempt(1);
  const last = full.pages.at(-1)?.at(-1);
  const isSparse =
    last !== undefined && last.top + last.strip.height < FRAME.top + FRAME.height * SPARSE_LINES;
  if (full.pages.length === 1 || !isSparse) return full;
  for (const density of DENSITIES) {
    const closer = attempt(density);
    if (closer.pages.length < full.pages.length) return closer;
  }
  return full;
}

/** － 1 －, seven millimetres below the text (GB/T 9704, 7.5) */
function pageNumber(canvas: Canvas, number: number, drop: number): void {
  const runs = canvas.style(`－ ${number} －`, 'song');
  const x = FRAME.left + (FRAME.width - widthOf(runs, SIZE.smallNo4)) / 2;
  canvas.artifact('Pagination', () => canvas.runs(runs, x, FRAME.bottom + drop, SIZE.smallNo4));
}

function runningFoot(canvas: Canvas, text: string): void {
  const runs = canvas.style(text, 'song');
  const size = Math.min(SIZE.smallNo5, (SIZE.smallNo5 * FRAME.width) / widthOf(runs, SIZE.smallNo5));
  canvas.artifact('Pagination', () => {
    canvas.doc.save().lineWidth(0.4).strokeColor('#666666');
    canvas.doc
      .moveTo(FRAME.left, FRAME.bottom + 0.8 * MM)
      .lineTo(FRAME.right, FRAME.bottom + 0.8 * MM)
      .stroke()
      .restore();
    canvas.runs(runs, FRAME.left, FRAME.bottom + 4 * MM, size);
  });
}

/** In the lower margin of the last page: the code, its QR, and where to check the file against the one issued. */
function verification(canvas: Canvas, { verification }: PaperContext): void {
  if (verification === null) return;
  const side = 17 * MM;
  const top = FRAME.bottom + 11 * MM;
  drawQrCode(
    canvas,
    verification.url,
    { x: FRAME.left, y: top, size: side },
    `核验二维码：${verification.url}`,
  );
  const node = new StructureNode('P', null);
  const x = FRAME.left + side + 3 * MM;
  const lines = [
    `核验码：${verification.code}`,
    '扫描二维码或登录下列网址，可核对手中文件与存档文件是否一致：',
    verification.url,
  ];
  canvas.content(node, () => {
    lines.forEach((line, i) => {
      const role = i === 0 ? 'hei' : 'song';
      const runs = canvas.style(line, role);
      const room = FRAME.right - x;
      const size = Math.min(SIZE.smallNo5, (SIZE.smallNo5 * room) / widthOf(runs, SIZE.smallNo5));
      canvas.runs(runs, x, baseline(top + 2 + i * 14.5, 14.5, size), size);
    });
  });
  canvas.closeContent();
}
