import type { EmploymentDraft, Facts, Head } from './draft-data';
import { today } from './today';

/** What the calculator of a head asks, filled in from what was said about the employment. */
export function firstFacts(head: Head, employment: EmploymentDraft): Facts {
  const { startDate, endDate, monthlyWage, paidUntil, contractSignedOn, contract, endKind } = employment;
  const wages = monthlyWage ? [monthlyWage] : [];
  switch (head) {
    case 'unpaid-wages':
      return {
        monthlyWage,
        from: paidUntil ? dayAfter(paidUntil) : undefined,
        to: endDate ?? undefined,
        paid: undefined,
      };
    case 'overtime':
      return { monthlyWage, from: undefined, to: endDate, workdayHours: 0, restDayHours: 0, holidayHours: 0 };
    case 'double-wage':
      return {
        startDate,
        signedOn: contract === 'none' ? undefined : contractSignedOn,
        endDate,
        until: endDate ?? today(),
        monthlyWage,
      };
    case 'annual-leave':
      return {
        startDate,
        endDate,
        monthlyWages: wages,
        years: [{ year: Number((endDate ?? today()).slice(0, 4)), takenDays: 0 }],
      };
    case 'economic-compensation':
      return { startDate, endDate, endKind, monthlyWages: wages };
    case 'unlawful-dismissal':
      return { startDate, endDate, monthlyWages: wages };
  }
}

/** Whether so much has been answered that it is worth computing. */
export function isAnswered(head: Head, facts: Facts): boolean {
  const has = (...names: string[]): boolean =>
    names.every((name) => facts[name] !== undefined && facts[name] !== null && facts[name] !== '');
  const hasWages =
    Array.isArray(facts['monthlyWages']) && facts['monthlyWages'].some((wage) => typeof wage === 'number');
  switch (head) {
    case 'unpaid-wages':
      return has('monthlyWage', 'from', 'to');
    case 'overtime':
      return has('monthlyWage', 'from', 'to', 'workdayHours', 'restDayHours', 'holidayHours');
    case 'double-wage':
      return has('startDate', 'until', 'monthlyWage');
    case 'annual-leave':
      return (
        has('startDate', 'hasTwelveMonthsBefore') &&
        hasWages &&
        Array.isArray(facts['years']) &&
        facts['years'].length > 0
      );
    case 'economic-compensation':
      return has('startDate', 'endDate', 'endKind') && hasWages;
    case 'unlawful-dismissal':
      return has('startDate', 'endDate') && hasWages;
  }
}

/** The period a claim is for, as the papers state it. */
export function periodOf(head: Head, facts: Facts): { from?: string | undefined; to?: string | undefined } {
  if (head !== 'unpaid-wages' && head !== 'overtime') return {};
  const { from, to } = facts as { from?: string; to?: string };
  return from && to ? { from, to } : {};
}

/** The months whose wages count: twelve before the end, or as many as there were. Newest first, as YYYY-MM. */
export function monthsBefore(startDate: string | undefined, lastDay: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(lastDay.slice(0, 4)), Number(lastDay.slice(5, 7))];
  const first = startDate?.slice(0, 7) ?? '0000-00';
  while (months.length < 12) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name < first) break;
    months.push(name);
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return months;
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
