import { afterMonths, LocalDate, localDate, maxDate, minDate, yearOf } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { daysIn } from '../../kernel/period';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { monthDays, PAID_DAYS } from '../tables/month-days';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { monthsTouched } from './severance';

export interface LeaveYear {
  readonly year: number;
  /** Full years worked in all, with every employer, by the end of that year or of the employment. */
  readonly cumulativeYears: number;
  /** Days of annual leave taken in that year. */
  readonly takenDays: number;
  /** The worker gave the leave up in writing for reasons of his own (Measures 10(2)). */
  readonly isWaived?: boolean | null;
}

export interface AnnualLeaveFacts {
  readonly startDate: LocalDate;
  /** Last day of employment; absent while it goes on. */
  readonly endDate?: LocalDate | null;
  /** Had worked twelve months without a break, elsewhere, when this employment began (Measures 3). */
  readonly hasTwelveMonthsBefore: boolean;
  /** Wages without overtime pay of the last twelve months, or of as many as there were; one figure if all the same. */
  readonly monthlyWages: readonly Fen[];
  readonly years: readonly LeaveYear[];
}

export const annualLeave: ClaimRule<AnnualLeaveFacts> = {
  head: 'annual-leave',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.annual-leave',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const startDate = read.pastDate('startDate');
    const endDate = read.pastDate('endDate', { isOptional: true });
    read.inOrder(startDate, endDate, 'endDate');
    read.yesNo('hasTwelveMonthsBefore');
    const wages = read.monthlyAmounts('monthlyWages');
    const lastDay = endDate ?? filedOn;
    if (startDate && startDate <= lastDay && wages && wages.length > monthsTouched(startDate, lastDay)) {
      read.reject('monthlyWages', 'problem.more-months-than-worked', {
        months: monthsTouched(startDate, lastDay),
      });
    }
    const years = read.list('years', 20, (each) => {
      const year = each.wholeNumber('year', 2008, yearOf(filedOn));
      if (year !== null && startDate && (year < yearOf(startDate) || year > yearOf(lastDay))) {
        each.reject('year', 'problem.not-employed-that-year');
      }
      each.wholeNumber('cumulativeYears', 0, 70);
      each.quantity('takenDays', 366);
      each.flag('isWaived');
      return year;
    });
    if (years.some((year, index) => year !== null && years.indexOf(year) !== index)) {
      read.reject('years', 'problem.year-twice');
    }
    return read.done();
  },

  compute(facts, _tables, filedOn): Finding<Fen> {
    const sum = sumFen(facts.monthlyWages);
    const months = facts.monthlyWages.length;
    const paidDays = monthDays(PAID_DAYS, facts.endDate ?? facts.startDate);
    const dailyFen = mulDiv(sum, 100, months * paidDays);
    const steps: Step[] = [
      step(
        'annual-leave.daily',
        { averageFen: mulDiv(sum, 1, months), dailyFen },
        { amount: dailyFen, article: article('leave-measures', 11) },
      ),
    ];
    const amounts = facts.years.map((each) => {
      const unused = unusedDays(facts, each, filedOn, steps);
      if (unused <= 0) return 0;
      if (each.isWaived) {
        steps.push(
          step('annual-leave.waived', { year: each.year }, { article: article('leave-measures', 10, 2) }),
        );
        return 0;
      }
      // 300 % less the normal pay already received for the days worked leaves 200 %.
      const amount = mulDiv(sum, Math.round(unused * 100) * 2, months * paidDays);
      steps.push(
        step(
          'annual-leave.extra',
          { year: each.year, days: unused, dailyFen, amountFen: amount },
          { amount, article: article('leave-measures', 10, 1) },
        ),
      );
      return amount;
    });
    const total = sumFen(amounts);
    steps.push(step('claim.total', { amountFen: total }, { amount: total }));
    return finding(
      total,
      [article('leave-regulation', 3), article('leave-regulation', 5), article('leave-measures', 10)],
      steps,
    );
  },
};

/** Days of leave a year of service in all gives (Regulation 3). */
export function entitlement(cumulativeYears: number): 0 | 5 | 10 | 15 {
  if (cumulativeYears < 1) return 0;
  if (cumulativeYears < 10) return 5;
  return cumulativeYears < 20 ? 10 : 15;
}

function unusedDays(facts: AnnualLeaveFacts, leave: LeaveYear, filedOn: LocalDate, steps: Step[]): number {
  const { year, takenDays: taken } = leave;
  if (!facts.endDate && year === yearOf(filedOn)) {
    // The employer has until the end of the year to give the leave or to pay for it (Measures 10).
    steps.push(step('annual-leave.running-year', { year }, { article: article('leave-measures', 10, 1) }));
    return 0;
  }
  const full = entitlement(leave.cumulativeYears);
  // Leave begins with the twelfth month of unbroken work.
  const earned = facts.hasTwelveMonthsBefore ? facts.startDate : afterMonths(facts.startDate, 12);
  const from = maxDate(localDate(`${year}-01-01`), earned);
  const yearEnd = localDate(`${year}-12-31`);
  const to = facts.endDate ? minDate(yearEnd, facts.endDate) : yearEnd;
  if (full === 0 || to < from) {
    steps.push(step('annual-leave.not-yet', { year }, { article: article('leave-measures', 3) }));
    return 0;
  }
  const isWholeYear = from === `${year}-01-01` && to === yearEnd;
  if (isWholeYear) {
    steps.push(
      step(
        'annual-leave.whole-year',
        { year, entitled: full, taken },
        { article: article('leave-regulation', 3, 1) },
      ),
    );
    return full - taken;
  }
  const days = daysIn({ from, to });
  if (to < yearEnd) {
    // Leaving: days gone ÷ 365 × entitlement − days taken, and only then are fractions dropped (Measures 12).
    const unused = Math.floor((days * full * 100 - Math.round(taken * 100) * 365) / 36_500);
    steps.push(
      step(
        'annual-leave.year-of-leaving',
        { year, days, entitled: full, taken, unused: Math.max(0, unused) },
        { article: article('leave-measures', 12) },
      ),
    );
    return unused;
  }
  const share = Math.floor((days * full) / 365);
  steps.push(
    step(
      'annual-leave.year-of-joining',
      { year, days, entitled: full, share, taken },
      { article: article('leave-measures', 5) },
    ),
  );
  return share - taken;
}
