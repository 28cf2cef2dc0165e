/** Days as 'YYYY-MM-DD', months as 'YYYY-MM'; reckoned in UTC, since a legal day has no zone. */
const iso = (date: Date): string => date.toISOString().slice(0, 10);

export const monthOf = (day: string): string => day.slice(0, 7);

export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return iso(new Date(Date.UTC(year, number - 1 + by, 1))).slice(0, 7);
}

/** The weeks that a month touches, Monday to Sunday, with the days of its neighbours. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const start = new Date(first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000);
  const weeks: string[][] = [];
  for (let at = start; monthOf(iso(at)) <= month; at = new Date(at.getTime() + 7 * 86_400_000)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => iso(new Date(at.getTime() + n * 86_400_000))));
  }
  return weeks;
}
