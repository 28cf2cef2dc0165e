/** Numbers of people and companies that do not exist, right in every check digit. */

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = '10X98765432';

/**
 * GB 11643: area code of six digits, birth date, serial of three digits (odd for men). Area 810000 and 820000 make
 * a residence permit of Hong Kong and Macau residents.
 */
export function residentId(area: string, birthDate: string, serial: string): string {
  const body = `${area}${birthDate.replaceAll('-', '')}${serial}`;
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + RESIDENT_CHECKS[sum % 11];
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 32100 over GB 11714: a company (91) of an area, with eight characters of one's choice. */
export function uscc(area: string, organisation: string): string {
  if (![...organisation].every((char) => USCC_ALPHABET.includes(char))) {
    throw new RangeError(`${organisation} has characters no such number has`);
  }
  const sum11714 = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) =>
      total + weight * '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(organisation[i] ?? ''),
    0,
  );
  const check11714 =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'][(11 - (sum11714 % 11)) % 11] ?? '';
  const body = `91${area}${organisation}${check11714}`;
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, i) => total + weight * USCC_ALPHABET.indexOf(body[i] ?? ''),
    0,
  );
  return body + USCC_ALPHABET[(31 - (sum % 31)) % 31];
}
