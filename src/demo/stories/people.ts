import { addMonths, endOfMonth, startOfMonth, type LocalDate } from '../../kernel/local-date';
import { residentId, uscc } from '../invented';
import type { Matter } from '../matter';

type Worker = Matter['claimant'];
type Company = Matter['respondents'][number];

export function mainlander(
  name: string,
  sex: Worker['sex'],
  birthDate: string,
  place: { area: string; address: string; phone: string },
): Worker {
  const serial = sex === 'male' ? '131' : '128';
  const number = residentId(place.area, birthDate, serial);
  return {
    name,
    sex,
    birthDate,
    document: { kind: 'resident-id', number },
    address: place.address,
    phone: place.phone,
  };
}

export function company(
  name: string,
  organisation: string,
  area: string,
  more: Pick<Company, 'address' | 'legalRepresentative' | 'legalRepresentativePost' | 'phone'>,
): Company {
  return { name, uscc: uscc(area, organisation), ...more };
}

/** First and last day of a month so many months before a day. */
export const monthsBefore = (day: LocalDate, months: number): { first: LocalDate; last: LocalDate } => {
  const within = addMonths(startOfMonth(day), -months);
  return { first: within, last: endOfMonth(within) };
};

/** 2026年9月30日 */
export const spoken = (day: LocalDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
