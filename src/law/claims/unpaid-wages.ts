import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { lessPaid, wagesOf } from './wage-period';

export interface UnpaidWagesFacts {
  readonly monthlyWage: Fen;
  /** First and last day for which wages are owed. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What was paid for this time. */
  readonly paid?: Fen | null;
}

export const unpaidWages: ClaimRule<UnpaidWagesFacts> = {
  head: 'unpaid-wages',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.unpaid-wages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(from, to, 'to');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const { amount: earned, steps } = wagesOf(facts.monthlyWage, facts, tables);
    const owed = lessPaid(earned, facts.paid, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(
      owed,
      [article('labour-law', 50), article('contract-law', 30), article('wage-provisions', 9)],
      steps,
    );
  },
};
