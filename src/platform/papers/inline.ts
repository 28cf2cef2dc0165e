import type { FontRole } from './fonts';

export interface Run {
  readonly text: string;
  readonly font?: FontRole;
}

/** Text of one font, or runs of several. A line break in the text starts a new paragraph. */
export type Inline = string | readonly Run[];

export const hei = (text: string): Run => ({ text, font: 'hei' });
export const plain = (text: string): Run => ({ text });

/**
 * What people type is made printable: composed (NFC), tabs and odd spaces to a space, control, zero-width and
 * direction-changing characters dropped (they could make a printed sum read otherwise than it is stored).
 */
export function printable(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[\t\v\f\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
      // eslint-disable-next-line no-misleading-character-class -- variation selectors are meant one by one
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufe00-\ufe0f]/gu, '')
  );
}

/** The paragraphs of an inline text, each as runs with their fonts. */
export function toRuns(inline: Inline, base: FontRole): { text: string; font: FontRole }[][] {
  const runs = typeof inline === 'string' ? [{ text: inline }] : inline;
  const paragraphs: { text: string; font: FontRole }[][] = [[]];
  for (const run of runs) {
    const parts = printable(run.text).split('\n');
    parts.forEach((part, i) => {
      if (i > 0) paragraphs.push([]);
      paragraphs.at(-1)?.push({ text: part, font: ('font' in run && run.font) || base });
    });
  }
  return paragraphs;
}
