import { createHash, randomInt } from 'node:crypto';

/** No 0/O, 1/I/L: codes are read aloud and typed from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Eight characters printed on the notice: with them the respondent finds the case, and only it. */
export function newJoinCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** However it was typed. */
export function joinCodeHash(code: string): string {
  return createHash('sha256')
    .update(`join:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)
    .digest('hex');
}
