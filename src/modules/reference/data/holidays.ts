import { getDayDetail, getSolarDateFromLunar, getSolarTermDate } from 'chinese-days';

export interface HolidaySeed {
  day: string;
  /** off: free by the State Council's notice; make-up: worked in exchange; statutory: one of the 13 days of 300 % pay. */
  kind: 'off' | 'make-up' | 'statutory';
  name: string;
}

function years(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Claims reach back: wages for days years ago are counted on the calendar of those years. Years whose notice the library holds. A later year it does not know comes back as plain weekdays, so it is not asked. */
export const ANNOUNCED_YEARS = years(2008, 2026);
/** Lunar days can be computed ahead; which days are exchanged for them cannot. */
const STATUTORY_YEARS = years(2008, 2028);

export function holidays(): HolidaySeed[] {
  return [...ANNOUNCED_YEARS.flatMap(announced), ...STATUTORY_YEARS.flatMap(movingStatutory)];
}

function announced(year: number): HolidaySeed[] {
  const days: HolidaySeed[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
    const text = new Date(day).toISOString().slice(0, 10);
    const detail = getDayDetail(text);
    // The library names a holiday as `English,中文,days`; ordinary days carry the weekday alone.
    const name = detail.name.split(',')[1];
    if (name) days.push({ day: text, kind: detail.work ? 'make-up' : 'off', name });
  }
  return days;
}

function movingStatutory(year: number): HolidaySeed[] {
  const lunar = (month: string, day: string): string => getSolarDateFromLunar(`${year}-${month}-${day}`).date;
  const springFestival = lunar('01', '01');
  return [
    ...springFestivalOffsets(year).map((offset) => ({
      day: shift(springFestival, offset),
      name: offset < 0 ? '除夕' : '春节',
    })),
    { day: getSolarTermDate(year, 4, 'pure_brightness'), name: '清明节' },
    { day: lunar('05', '05'), name: '端午节' },
    { day: lunar('08', '15'), name: '中秋节' },
  ].map((day) => ({ ...day, kind: 'statutory' as const }));
}

/** Which days around the first of the first month are statutory (全国年节及纪念日放假办法, 2007, 2013 and 2024 versions). */
function springFestivalOffsets(year: number): number[] {
  if (year >= 2025) return [-1, 0, 1, 2];
  return year >= 2014 ? [0, 1, 2] : [-1, 0, 1];
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
