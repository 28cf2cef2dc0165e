import type { EmploymentDraft } from './draft-data';
import type { EmployerHead, Head } from './heads';
import type { Facts } from './questions';
import { today } from './today';

/** What the calculator of a head asks, filled in from what was said about the employment. */
export function firstFacts(head: Head | EmployerHead, employment: EmploymentDraft): Facts {
  const { startDate, endDate, monthlyWage, paidUntil, contractSignedOn, contract, endKind } = employment;
  const months = monthsBefore(startDate, endDate ?? today());
  const wages = monthlyWage ? months.map(() => monthlyWage) : [];
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
        years: [{ year: lastLeaveYear(startDate, endDate), takenDays: 0 }],
      };
    case 'economic-compensation':
      return { startDate, endDate, endKind, monthlyWages: wages };
    case 'unlawful-dismissal':
      return { startDate, endDate, monthlyWages: wages };
    case 'notice-pay':
      return { endDate, lastMonthWage: monthlyWage };
    case 'unlawful-probation':
      return {
        contractTerm: employment.contractTo ? 'fixed' : undefined,
        contractFrom: employment.contractFrom ?? startDate,
        contractTo: employment.contractTo,
        endDate,
        until: endDate ?? today(),
        monthlyWage,
      };
    case 'no-open-ended-contract':
      return { endDate, until: endDate ?? today(), monthlyWage };
    case 'performance-wages':
      return { monthlyWage, decidedOn: endDate, to: today() };
    case 'suspension-pay':
    case 'injury-wages':
      return { monthlyWage };
    case 'non-compete-compensation':
      return { endDate, to: today(), monthlyWages: wages };
    case 'relation-confirmation':
      return { from: startDate, to: endDate };
    case 'injury-leaving-subsidies':
    case 'reinstatement':
    case 'leaving-certificate':
    case 'file-transfer':
      return { endDate };
    case 'high-temperature-allowance':
    case 'extra-damages':
    case 'injury-medical':
    case 'disability-lump-sum':
    case 'disability-allowance':
    case 'death-benefits':
    case 'training-penalty':
    case 'non-compete-penalty':
    case 'employer-damages':
      return {};
  }
}

/** The year of leaving or, while employment goes on, the last one that is over: this year's leave can still be taken. */
function lastLeaveYear(startDate: string | undefined, endDate: string | undefined): number {
  if (endDate) return Number(endDate.slice(0, 4));
  const before = Number(today().slice(0, 4)) - 1;
  return startDate ? Math.max(before, Number(startDate.slice(0, 4))) : before;
}

/** The period a claim is for, as the papers state it. */
export function periodOf(head: Head, facts: Facts): { from?: string | undefined; to?: string | undefined } {
  const day = (name: string): string | undefined => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const between = (from: string | undefined, to: string | undefined) => (from && to ? { from, to } : {});
  const next = (date: string | undefined): string | undefined => date && dayAfter(date);
  switch (head) {
    case 'unpaid-wages':
    case 'overtime':
    case 'suspension-pay':
    case 'high-temperature-allowance':
    case 'injury-wages':
    case 'disability-allowance':
    case 'relation-confirmation':
      return between(day('from'), day('to'));
    case 'performance-wages':
      return between(next(day('decidedOn')), day('to'));
    case 'non-compete-compensation':
      return between(next(day('endDate')), day('to'));
    default:
      return {};
  }
}

/** Where every month was the same, it is the same for as many months as count by the dates given now. */
export function settledWages(facts: Facts): Facts {
  const wages = facts['monthlyWages'];
  const [wage] = Array.isArray(wages) ? (wages as (number | null)[]) : [];
  if (!wage || (wages as (number | null)[]).some((each) => each !== wage)) return facts;
  const day = (name: string): string | undefined => (facts[name] as string | undefined) || undefined;
  const months = monthsBefore(day('startDate'), day('endDate') ?? today());
  return { ...facts, monthlyWages: months.map(() => wage) };
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
