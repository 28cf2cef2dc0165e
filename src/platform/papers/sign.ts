import { createHash } from 'node:crypto';
import { SignPdf } from '@signpdf/signpdf';
import { CommissionSigner, openP12 } from './signing-key';

export interface SignatureFacts {
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
  /** who signs, as readers show it; what the certificate says counts */
  readonly name?: string;
}

/** Bytes kept for the CMS: certificate chain and signature of usual P12 files fit several times over. */
const CONTENTS_BYTES = 8192;
const BYTE_RANGE = '/ByteRange [0 /********** /********** /**********]';

/**
 * Signs a paper with the commission's P12 (电子签名法 13, 14): a detached CMS over the whole file, in an incremental
 * update after what was drawn. The drawn bytes stay untouched in front.
 *
 * The placeholder is our own: @signpdf/placeholder-plain garbles Chinese in its strings and drops the file identifier
 * from the trailer, which PDF/A requires (ISO 19005-2, 6.1.3).
 */
export async function sign(
  pdf: Buffer,
  p12: Buffer,
  password: string,
  facts: SignatureFacts,
): Promise<Buffer> {
  const prepared = addPlaceholder(pdf, facts);
  return new SignPdf().sign(prepared, new CommissionSigner(openP12(p12, password)), facts.at);
}

interface Trailer {
  readonly size: number;
  readonly root: number;
  readonly info: string;
  readonly id: string;
  readonly startxref: number;
}

class NotOurPdf extends Error {}

function find(text: string, pattern: RegExp, what: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new NotOurPdf(`cannot sign this file: no ${what}`);
  return found;
}

function readTrailer(text: string): Trailer {
  const tail = text.slice(text.lastIndexOf('\ntrailer'));
  return {
    size: Number(find(tail, /\/Size (\d+)/, 'trailer size')),
    root: Number(find(tail, /\/Root (\d+) 0 R/, 'catalog')),
    info: find(tail, /\/Info (\d+ 0 R)/, 'information dictionary'),
    id: find(tail, /\/ID \[<([0-9a-f]+)>/, 'file identifier'),
    startxref: Number(find(tail, /startxref\n(\d+)/, 'cross-reference table')),
  };
}

/** The dictionary of an object, read through the cross-reference table as the kit writes it (one section, no streams). */
function readDictionary(text: string, { startxref }: Trailer, object: number): string {
  const table = text.indexOf('\n', text.indexOf('\n', startxref) + 1) + 1;
  const offset = Number(text.slice(table + object * 20, table + object * 20 + 10));
  const end = text.indexOf('\nendobj', offset);
  const start = text.indexOf('<<', offset);
  if (!text.startsWith(`${object} 0 obj`, offset) || start === -1 || start > end) {
    throw new NotOurPdf(`cannot sign this file: object ${object} is not where the table says`);
  }
  return text.slice(start, end);
}

const withEntry = (dictionary: string, entry: string): string => dictionary.replace(/>>\s*$/, `${entry}\n>>`);

function pdfText(text: string): string {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex')}>`;
}

function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
}

function addPlaceholder(pdf: Buffer, facts: SignatureFacts): Buffer {
  const text = pdf.toString('latin1');
  const trailer = readTrailer(text);
  const catalog = readDictionary(text, trailer, trailer.root);
  if (catalog.includes('/AcroForm')) throw new NotOurPdf('cannot sign this file: it already holds a form');
  const pages = readDictionary(text, trailer, Number(find(catalog, /\/Pages (\d+) 0 R/, 'pages')));
  const kids = find(pages, /\/Kids \[([^\]]*)\]/, 'page').match(/\d+(?= 0 R)/g) ?? [];
  const lastPage = Number(kids.at(-1));
  const page = readDictionary(text, trailer, lastPage);
  if (page.includes('/Annots')) throw new NotOurPdf('cannot sign this file: its last page holds annotations');

  const signature = trailer.size;
  const widget = trailer.size + 1;
  const form = trailer.size + 2;
  const objects: [number, string][] = [
    [trailer.root, withEntry(catalog, `/AcroForm ${form} 0 R`)],
    [lastPage, withEntry(page, `/Annots [${widget} 0 R]`)],
    [
      signature,
      [
        '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached',
        BYTE_RANGE,
        `/Contents <${'0'.repeat(CONTENTS_BYTES * 2)}>`,
        `/Reason ${pdfText(facts.reason)}`,
        `/Location ${pdfText(facts.location)}`,
        ...(facts.name === undefined ? [] : [`/Name ${pdfText(facts.name)}`]),
        `/M ${pdfDate(facts.at)} >>`,
      ].join('\n'),
    ],
    // invisible (empty rectangle: needs no appearance, ISO 19005-2, 6.3.3), printed, locked
    [
      widget,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 /T (Signature1) /V ${signature} 0 R /P ${lastPage} 0 R >>`,
    ],
    // SigFlags: signatures exist, append only
    [form, `<< /Fields [${widget} 0 R] /SigFlags 3 >>`],
  ];

  let body = text.endsWith('\n') ? '' : '\n';
  const offsets = new Map<number, number>();
  for (const [id, dictionary] of objects) {
    offsets.set(id, text.length + body.length);
    body += `${id} 0 obj\n${dictionary}\nendobj\n`;
  }
  const startxref = text.length + body.length;
  const sections = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([id, offset]) => `${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  const changed = createHash('md5').update(pdf).update(facts.at.toISOString()).digest('hex');
  const end = [
    `trailer\n<< /Size ${form + 1} /Root ${trailer.root} 0 R /Info ${trailer.info} /Prev ${trailer.startxref}`,
    `/ID [<${trailer.id}> <${changed}>] >>`,
    `startxref\n${startxref}\n%%EOF`,
  ].join('\n');
  return Buffer.concat([pdf, Buffer.from(`${body}xref\n${sections.join('')}${end}\n`, 'latin1')]);
}
