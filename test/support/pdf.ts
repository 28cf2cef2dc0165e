import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PdfReport {
  readonly text: string;
  /** the text without any white space */
  readonly words: string;
  readonly pageTexts: readonly string[];
  readonly fonts: readonly {
    readonly name: string;
    readonly isEmbedded: boolean;
    readonly hasUnicode: boolean;
  }[];
  readonly pages: number;
  readonly info: string;
  readonly isClean: boolean;
}

/** Looks at a PDF with the tools a reader would use: poppler-utils and qpdf (Debian packages of these names). */
export function inspectPdf(pdf: Buffer): Promise<PdfReport> {
  return withFile(pdf, async (file) => {
    const [text, fonts, info, check] = await Promise.all([
      tool('pdftotext', ['-enc', 'UTF-8', file, '-']),
      tool('pdffonts', [file]),
      tool('pdfinfo', [file]),
      tool('qpdf', ['--check', file]),
    ]);
    return {
      text,
      words: text.replace(/\s+/g, ''),
      pageTexts: text.split('\f').slice(0, -1),
      fonts: fonts
        .trim()
        .split('\n')
        .slice(2)
        .map((line) => {
          const columns = line.trim().split(/\s+/).reverse();
          return {
            name: columns.at(-1) ?? '',
            isEmbedded: columns[4] === 'yes',
            hasUnicode: columns[2] === 'yes',
          };
        }),
      pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
      info,
      isClean: check.includes('No syntax or stream encoding errors found'),
    };
  });
}

/** The structure tree, and the text in its order: what assistive technology reads. Takes a second a page. */
export function readStructure(pdf: Buffer): Promise<{ readonly tree: string; readonly reading: string }> {
  return withFile(pdf, async (file) => {
    const tree = await tool('pdfinfo', ['-struct-text', file]);
    const reading = [...tree.matchAll(/^\s*"(.*)"$/gm)].map((match) => match[1]).join('');
    return { tree, reading };
  });
}

/** What pdfsig says of the signature in a file. */
export function inspectSignature(pdf: Buffer): Promise<string> {
  return withFile(pdf, (file) => tool('pdfsig', [file]));
}

async function withFile<T>(pdf: Buffer, look: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    return await look(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function tool(name: string, args: string[]): Promise<string> {
  try {
    const { stdout } = await run(name, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stdout?: string; stderr?: string };
    if (failure.code === 'ENOENT') throw new Error(`${name} is missing: apt-get install poppler-utils qpdf`);
    throw new Error(`${name} failed: ${failure.stdout ?? ''}${failure.stderr ?? failure.message}`);
  }
}
