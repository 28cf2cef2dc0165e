import { LocalDate } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { article, wholeDocument } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { monthDays, PAID_DAYS } from '../tables/month-days';
import { ClaimRule } from './claim';
import { FactReader } from './facts';

export interface OvertimeFacts {
  /** Wage for normal hours in a month, the base of the hourly wage. */
  readonly monthlyWage: Fen;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly workdayHours: number;
  /** On Saturdays, Sundays or other rest days for which no other rest was given. */
  readonly restDayHours: number;
  readonly holidayHours: number;
  /** Overtime pay received for these hours. */
  readonly paid?: Fen | null;
}

const HOURS_PER_DAY = 8;
const MOST_HOURS = 24 * 366 * 10;

export const overtime: ClaimRule<OvertimeFacts> = {
  head: 'overtime',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.overtime',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(from, to, 'to');
    const hours = [
      read.quantity('workdayHours', MOST_HOURS),
      read.quantity('restDayHours', MOST_HOURS),
      read.quantity('holidayHours', MOST_HOURS),
    ];
    if (hours.every((each) => each === 0)) read.reject('workdayHours', 'problem.no-hours');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts): Finding<Fen> {
    const hourly = mulDiv(facts.monthlyWage, 100, hundredthsOfHours(facts.from));
    const workday = pay(facts, facts.workdayHours, 150);
    const restDay = pay(facts, facts.restDayHours, 200);
    const holiday = pay(facts, facts.holidayHours, 300);
    const total = sumFen([workday, restDay, holiday]);
    const steps: Step[] = [
      step(
        'overtime.hourly',
        { wageFen: facts.monthlyWage, hourlyFen: hourly },
        { amount: hourly, article: wholeDocument('paid-days-notice') },
      ),
    ];
    if (facts.workdayHours > 0) {
      steps.push(
        step(
          'overtime.workday',
          { hours: facts.workdayHours, amountFen: workday },
          { amount: workday, article: article('labour-law', 44, undefined, 1) },
        ),
      );
    }
    if (facts.restDayHours > 0) {
      steps.push(
        step(
          'overtime.rest-day',
          { hours: facts.restDayHours, amountFen: restDay },
          { amount: restDay, article: article('labour-law', 44, undefined, 2) },
        ),
      );
    }
    if (facts.holidayHours > 0) {
      steps.push(
        step(
          'overtime.holiday',
          { hours: facts.holidayHours, amountFen: holiday },
          { amount: holiday, article: article('labour-law', 44, undefined, 3) },
        ),
      );
    }
    const paid = facts.paid ?? 0;
    const owed = Math.max(0, total - paid);
    if (paid > 0) steps.push(step('overtime.paid', { paidFen: paid, totalFen: total }, { amount: paid }));
    steps.push(step('overtime.proof', {}, { article: article('interpretation-1', 42) }));
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [article('labour-law', 44), article('wage-provisions', 13)], steps);
  },
};

/** 21.75 paid days of 8 hours make a month of 174 hours. */
function hundredthsOfHours(on: LocalDate): number {
  return monthDays(PAID_DAYS, on) * HOURS_PER_DAY;
}

/** Straight from the monthly wage, rounded once; the hourly wage shown in the working is for the reader. */
function pay({ monthlyWage, from }: OvertimeFacts, hours: number, percent: number): Fen {
  return mulDiv(monthlyWage, Math.round(hours * 100) * percent, hundredthsOfHours(from) * 100);
}
