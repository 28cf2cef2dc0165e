import { addDays, afterMonths, LocalDate, minDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';
import { lessPaid, wagesOf } from '../wage-period';

export interface InjuryWagesFacts {
  /** The wage and benefits of a month before the injury, which go on unchanged. */
  readonly monthlyWage: Fen;
  /** First and last day off work for treatment (停工留薪期). */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The committee for the assessment of working capacity has prolonged it. */
  readonly isExtended?: boolean | null;
  /** Day on which the grade of disability was assessed: from then on other benefits take its place. */
  readonly gradedOn?: LocalDate | null;
  readonly paid?: Fen | null;
}

const MONTHS = 12;
const MONTHS_EXTENDED = 24;

/** 停工留薪期工资 (Work Injury Regulation 33): the employer's own debt, insured or not. */
export const injuryWages: ClaimRule<InjuryWagesFacts> = {
  head: 'injury-wages',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.injury-wages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    const gradedOn = read.pastDate('gradedOn', { isOptional: true });
    read.inOrder(from, to, 'to');
    read.inOrder(from, gradedOn, 'gradedOn');
    read.flag('isExtended');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const { from, monthlyWage, paid } = facts;
    const months = facts.isExtended ? MONTHS_EXTENDED : MONTHS;
    const longest = addDays(afterMonths(from, months), -1);
    const to = minDate(facts.to, longest, facts.gradedOn ?? facts.to);
    const steps: Step[] = [
      step('injury-wages.unchanged', {}, { article: article('injury-regulation', 33, 1) }),
    ];
    if (to < facts.to) {
      steps.push(
        to === longest
          ? step(
              'injury-wages.longest',
              { months, lastOn: to },
              { date: to, article: article('injury-regulation', 33, 2) },
            )
          : step(
              'injury-wages.graded',
              { lastOn: to },
              { date: to, article: article('injury-regulation', 33, 2) },
            ),
      );
    }
    const wages = wagesOf(monthlyWage, { from, to }, tables);
    steps.push(...wages.steps);
    const owed = lessPaid(wages.amount, paid, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [article('injury-regulation', 33), article('injury-regulation', 54)], steps);
  },
};
