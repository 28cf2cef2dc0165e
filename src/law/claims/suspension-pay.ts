import { addDays, afterMonths, LocalDate, minDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { minimumOn } from './minimum';
import { atMonthlyRate } from './months';
import { lessPaid, partOfMonth } from './wage-period';

export interface SuspensionPayFacts {
  /** The wage the contract says. */
  readonly monthlyWage: Fen;
  /** First and last day of the stoppage, which the worker did not cause. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** After the first pay period the worker did normal work. */
  readonly hasWorked?: boolean | null;
  readonly paid?: Fen | null;
}

/** Wages while the employer's work stands still (Wage Provisions 12). Wages are paid by the month. */
export const suspensionPay: ClaimRule<SuspensionPayFacts> = {
  head: 'suspension-pay',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.suspension-pay',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(from, to, 'to');
    const isLonger = from !== null && to !== null && to >= afterMonths(from, 1);
    read.flag('hasWorked', { isOptional: !isLonger });
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const { from, to, monthlyWage, paid } = facts;
    const rule = { article: article('wage-provisions', 12) };
    const lastOfFirst = addDays(afterMonths(from, 1), -1);
    const first = { from, to: minDate(to, lastOfFirst) };
    const part =
      to < lastOfFirst
        ? partOfMonth(monthlyWage, first, tables)
        : {
            amount: monthlyWage,
            step: step('suspension.month', { wageFen: monthlyWage }, { amount: monthlyWage }),
          };
    const steps: Step[] = [
      step('suspension.first-period', { fromOn: first.from, toOn: first.to }, rule),
      part.step,
    ];
    const later = { from: afterMonths(from, 1), to };
    const isLonger = later.from <= to;
    let earned = part.amount;
    if (isLonger && facts.hasWorked) {
      const least = atMonthlyRate(later, (day) => minimumOn(day, tables));
      steps.push(step('suspension.worked', { fromOn: later.from }, rule), ...least.steps);
      earned += least.amount;
    } else if (isLonger) {
      steps.push(step('suspension.not-worked', { fromOn: later.from }, rule));
    }
    const owed = lessPaid(earned, paid, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [article('wage-provisions', 12)], steps);
  },
};
