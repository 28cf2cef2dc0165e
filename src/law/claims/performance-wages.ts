import { addDays, LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { lessPaid, wagesOf } from './wage-period';

export interface PerformanceWagesFacts {
  /** What is paid for normal work. */
  readonly monthlyWage: Fen;
  /** Day of the unlawful decision to end the contract. */
  readonly decidedOn: LocalDate;
  /** Last day claimed: the day before work goes on, or the day of filing. */
  readonly to: LocalDate;
  readonly paid?: Fen | null;
}

/** Wages from an unlawful end of the contract to the day before it is performed again (Interpretation II 18). */
export const performanceWages: ClaimRule<PerformanceWagesFacts> = {
  head: 'performance-wages',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.performance-wages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const decidedOn = read.pastDate('decidedOn');
    const to = read.pastDate('to');
    read.inOrder(decidedOn ? addDays(decidedOn, 1) : null, to, 'to');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute({ monthlyWage, decidedOn, to, paid }, tables): Finding<Fen> {
    const from = addDays(decidedOn, 1);
    const wages = wagesOf(monthlyWage, { from, to }, tables);
    const steps = [
      step(
        'performance.time',
        { decidedOn, fromOn: from, toOn: to },
        { article: article('interpretation-2', 18) },
      ),
      ...wages.steps,
    ];
    const owed = lessPaid(wages.amount, paid, steps);
    steps.push(
      step('performance.fault', {}, { article: article('interpretation-2', 18) }),
      step('claim.total', { amountFen: owed }, { amount: owed }),
    );
    return finding(owed, [article('contract-law', 48), article('interpretation-2', 18)], steps);
  },
};
