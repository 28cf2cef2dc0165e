import { LocalDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';
import { lessPaid } from '../wage-period';
import { fromTheFund } from './benefit';

export interface InjuryMedicalFacts {
  /** Costs of treatment with receipts, within the lists of the insurance. */
  readonly expenses: Fen;
  /** What the employer or the fund has paid of them. */
  readonly paid?: Fen | null;
  readonly isInsured: boolean;
}

/** 工伤医疗费 (Work Injury Regulation 30). */
export const injuryMedical: ClaimRule<InjuryMedicalFacts> = {
  head: 'injury-medical',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'work-injury-medical',
  titleKey: 'claim.injury-medical',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('expenses', { isPositive: true });
    read.money('paid', { isOptional: true });
    read.yesNo('isInsured');
    return read.done();
  },

  compute({ expenses, paid, isInsured }): Finding<Fen> {
    const steps: Step[] = [
      step(
        'injury-medical.expenses',
        { amountFen: expenses },
        { amount: expenses, article: article('injury-regulation', 30, 3) },
      ),
    ];
    const owed = fromTheFund(lessPaid(expenses, paid, steps), isInsured, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [article('injury-regulation', 30), article('injury-regulation', 54)], steps);
  },
};
