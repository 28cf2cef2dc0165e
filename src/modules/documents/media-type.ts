/** The kinds of file a party may hand in, told by their first bytes. */
interface Kind {
  mediaType: string;
  extensions: readonly string[];
  matches: (head: Buffer) => boolean;
}

const ascii = (head: Buffer, at: number, text: string): boolean =>
  head.subarray(at, at + text.length).toString('latin1') === text;

const ftyp =
  (...brands: string[]) =>
  (head: Buffer): boolean =>
    ascii(head, 4, 'ftyp') && brands.some((brand) => ascii(head, 8, brand));

const zipWith =
  (folder: string) =>
  (head: Buffer): boolean =>
    ascii(head, 0, 'PK\x03\x04') && head.includes(folder);

const KINDS: readonly Kind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], matches: (h) => ascii(h, 0, '%PDF-') },
  {
    mediaType: 'image/jpeg',
    extensions: ['jpg', 'jpeg'],
    matches: (h) => h[0] === 0xff && h[1] === 0xd8 && h[2] === 0xff,
  },
  { mediaType: 'image/png', extensions: ['png'], matches: (h) => ascii(h, 0, '\x89PNG\r\n\x1a\n') },
  {
    mediaType: 'image/webp',
    extensions: ['webp'],
    matches: (h) => ascii(h, 0, 'RIFF') && ascii(h, 8, 'WEBP'),
  },
  { mediaType: 'image/heic', extensions: ['heic', 'heif'], matches: ftyp('heic', 'heix', 'mif1', 'msf1') },
  { mediaType: 'audio/wav', extensions: ['wav'], matches: (h) => ascii(h, 0, 'RIFF') && ascii(h, 8, 'WAVE') },
  { mediaType: 'audio/amr', extensions: ['amr'], matches: (h) => ascii(h, 0, '#!AMR') },
  {
    mediaType: 'audio/mpeg',
    extensions: ['mp3'],
    matches: (h) => ascii(h, 0, 'ID3') || (h[0] === 0xff && (h[1]! & 0xe6) === 0xe2),
  },
  { mediaType: 'audio/mp4', extensions: ['m4a'], matches: ftyp('M4A ') },
  { mediaType: 'video/quicktime', extensions: ['mov'], matches: ftyp('qt  ') },
  {
    mediaType: 'video/mp4',
    extensions: ['mp4', 'm4v', 'm4a'],
    matches: ftyp('isom', 'iso2', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', '3gp'),
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    matches: zipWith('word/'),
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    matches: zipWith('xl/'),
  },
];

/** How many bytes `sniff` wants to see. */
export const SNIFF_BYTES = 8192;

export type SniffResult =
  { mediaType: string } | { problem: 'file.type-not-accepted' | 'file.type-mismatch' };

/** What the content is, if that is accepted and the name's ending says the same. */
export function sniff(head: Buffer, name: string): SniffResult {
  const kind = KINDS.find((candidate) => candidate.matches(head));
  if (!kind) return { problem: 'file.type-not-accepted' };
  const extension = name.includes('.') ? name.split('.').pop()!.toLowerCase() : '';
  return kind.extensions.includes(extension)
    ? { mediaType: kind.mediaType }
    : { problem: 'file.type-mismatch' };
}
