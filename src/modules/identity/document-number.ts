import { stdnum } from 'stdnum';

export const IDENTITY_DOCUMENTS = [
  'resident-id',
  'hk-macau-permit',
  'hk-macau-residence',
  'passport',
] as const;
export type IdentityDocumentKind = (typeof IDENTITY_DOCUMENTS)[number];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** GB 11643: the eighteenth character follows from the seventeen before it. */
function hasGb11643CheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return CHECK_DIGITS[sum % 11] === number[17];
}

/** Null when the number can be right; otherwise the code of what is wrong with it. */
export function documentNumberProblem(kind: IdentityDocumentKind, number: string): string | null {
  const text = compactDocumentNumber(number);
  switch (kind) {
    case 'resident-id':
      if (!/^\d{17}[\dX]$/.test(text)) return 'field.resident-id-length';
      if (!hasGb11643CheckDigit(text)) return 'field.check-digit';
      return stdnum.CN!.ric!.validate(text).isValid && birthDateIn(text)
        ? null
        : 'field.resident-id-impossible';
    case 'hk-macau-residence':
      // 港澳台居民居住证: address code 810000 or 820000, then as the identity card.
      if (!/^8[12]0000\d{11}[\dX]$/.test(text)) return 'field.residence-permit-format';
      return !hasGb11643CheckDigit(text) || !birthDateIn(text) ? 'field.check-digit' : null;
    case 'hk-macau-permit':
      // 港澳居民来往内地通行证: H or M and eight digits; two more count the renewals on older permits.
      return /^[HM]\d{8}(\d{2})?$/.test(text) ? null : 'field.travel-permit-format';
    case 'passport':
      return /^(?=.*\d)[A-Z0-9]{6,9}$/.test(text) ? null : 'field.passport-format';
  }
}

export function compactDocumentNumber(number: string): string {
  return number.replace(/[\s\-()（）]/g, '').toUpperCase();
}

/** Birth date and sex as the number states them (identity card and residence permit only). */
export function factsInDocumentNumber(
  kind: IdentityDocumentKind,
  number: string,
): { birthDate: string; sex: 'female' | 'male' } | null {
  if (kind !== 'resident-id' && kind !== 'hk-macau-residence') return null;
  const text = compactDocumentNumber(number);
  const birthDate = birthDateIn(text);
  return birthDate ? { birthDate, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' } : null;
}

function birthDateIn(number: string): string | null {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 ? date.toISOString().slice(0, 10) : null;
}

/** 统一社会信用代码 (GB 32100). Null when it can be right; otherwise the code of what is wrong with it. */
export function usccProblem(code: string): string | null {
  const text = code.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return 'field.uscc-format';
  return hasGb32100CheckDigit(text) ? null : 'field.check-digit';
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * GB 32100: the eighteenth character follows from the seventeen before it. Counted here and not by stdnum, which
 * refuses every code that ends in 0 and those of bodies whose register has a letter (N, Y).
 */
function hasGb32100CheckDigit(code: string): boolean {
  const sum = USCC_WEIGHTS.reduce((total, weight, i) => total + weight * USCC_ALPHABET.indexOf(code[i]!), 0);
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}

export function maskDocumentNumber(number: string): string {
  return number.length <= 6
    ? `${number.slice(0, 1)}****`
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
}
