import { LocalDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { Article, article } from '../../articles';
import { finding, Finding, Problem, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';
import { fromTheFund, ownWage, OwnWageFacts } from './benefit';

export interface DisabilityLumpSumFacts extends OwnWageFacts {
  /** 1 to 10. */
  readonly grade: number;
  readonly isInsured: boolean;
}

/** Months of the own wage by grade, 1 to 10 (Work Injury Regulation 35 to 37). */
const MONTHS = [27, 25, 23, 21, 18, 16, 13, 11, 9, 7] as const;

/** 一次性伤残补助金: from the fund; from an employer that had not insured the worker. */
export const disabilityLumpSum: ClaimRule<DisabilityLumpSumFacts> = {
  head: 'disability-lump-sum',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.disability-lump-sum',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.wholeNumber('grade', 1, MONTHS.length);
    read.pastDate('injuredOn');
    read.money('ownWage', { isPositive: true });
    read.yesNo('isInsured');
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const own = ownWage(facts, tables);
    const months = MONTHS[facts.grade - 1]!;
    const benefit = own.wage * months;
    const steps = [
      ...own.steps,
      step(
        'disability-lump-sum.months',
        { grade: facts.grade, months, wageFen: own.wage, amountFen: benefit },
        { amount: benefit, article: ruleFor(facts.grade) },
      ),
    ];
    const owed = fromTheFund(benefit, facts.isInsured, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [ruleFor(facts.grade), article('injury-regulation', 54)], steps);
  },
};

function ruleFor(grade: number): Article {
  if (grade <= 4) return article('injury-regulation', 35, 1, 1);
  return grade <= 6 ? article('injury-regulation', 36, 1, 1) : article('injury-regulation', 37, undefined, 1);
}
