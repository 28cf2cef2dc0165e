import { inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_SIDE = 4000;
/** Samples of a pixel by colour type (PNG, 11.2.1). */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Whether a paper can print this picture: a PNG of sane size, not interlaced, whose pixel data can be unpacked and
 * are as long as its header says. A picture that is not would stop the paper from being drawn.
 */
export function isPrintablePng(content: Buffer): boolean {
  if (!content.subarray(0, 8).equals(SIGNATURE) || content.length < 33) return false;
  const [width, height, depth, colour, interlace] = [
    content.readUInt32BE(16),
    content.readUInt32BE(20),
    content[24]!,
    content[25]!,
    content[28]!,
  ];
  const samples = SAMPLES[colour];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || !samples || interlace !== 0)
    return false;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= content.length;) {
    const length = content.readUInt32BE(at);
    if (at + 12 + length > content.length) return false;
    if (content.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(content.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const expected = height * (1 + Math.ceil((width * samples * depth) / 8));
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: expected }).length === expected;
  } catch {
    return false;
  }
}
