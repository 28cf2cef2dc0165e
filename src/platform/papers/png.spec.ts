import { deflateSync } from 'node:zlib';
import { isPrintablePng } from './png';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function png(width: number, height: number, pixels: Buffer, interlace = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const rows = (width: number, height: number): Buffer => deflateSync(Buffer.alloc(height * (1 + width * 4)));

describe('isPrintablePng', () => {
  it.each([
    ['a whole picture', png(3, 2, rows(3, 2)), true],
    ['pixel data that are no zlib stream', png(3, 2, Buffer.from('nonsense')), false],
    ['fewer rows than the header says', png(3, 3, rows(3, 2)), false],
    ['more rows than the header says', png(3, 1, rows(3, 2)), false],
    ['cut off in the middle', png(3, 2, rows(3, 2)).subarray(0, 45), false],
    ['interlaced', png(3, 2, rows(3, 2), 1), false],
    ['without width', png(0, 2, rows(0, 2)), false],
    ['a poster', png(5000, 1, rows(5000, 1)), false],
    ['another kind of file', Buffer.from('%PDF-1.7 and more than thirty-three bytes of it'), false],
  ])('%s', (_name, content, isPrintable) => {
    expect(isPrintablePng(content)).toBe(isPrintable);
  });
});
