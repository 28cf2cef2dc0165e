import { create } from 'qrcode';
import { StructureNode, type Canvas } from './canvas';

/** The code's modules as filled rectangles: sharp at any size, nothing to decode. Includes the quiet zone of 2 modules. */
export function drawQrCode(
  canvas: Canvas,
  text: string,
  box: { readonly x: number; readonly y: number; readonly size: number },
  alt: string,
): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 2;
  const unit = box.size / (modules.size + quiet * 2);
  const figure = new StructureNode('Figure', null, {
    alt,
    bbox: [box.x, box.y, box.x + box.size, box.y + box.size],
  });
  canvas.content(figure, () => {
    canvas.doc.save();
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        let end = column;
        while (end < modules.size && modules.get(row, end)) end += 1;
        if (end > column) {
          canvas.doc.rect(
            box.x + (column + quiet) * unit,
            box.y + (row + quiet) * unit,
            (end - column) * unit,
            unit,
          );
          column = end;
        }
      }
    }
    canvas.doc.fill('black');
    canvas.doc.restore();
  });
  canvas.closeContent();
}
