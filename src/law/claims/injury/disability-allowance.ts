import { LocalDate } from '../../../kernel/local-date';
import { Fen, mulDiv } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { ClaimRule, LawTables } from '../claim';
import { FactReader } from '../facts';
import { atMonthlyRate, Rate } from '../months';
import { minimumOn } from '../minimum';
import { lessPaid } from '../wage-period';
import { fromTheFund, ownWage, OwnWageFacts } from './benefit';

export interface DisabilityAllowanceFacts extends OwnWageFacts {
  /** 1 to 6. */
  readonly grade: number;
  readonly isInsured: boolean;
  /** Grades 5 and 6: the employer could not find suitable work. */
  readonly isWithoutWork?: boolean | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly paid?: Fen | null;
}

/** Percent of the own wage by grade, 1 to 6 (Work Injury Regulation 35(1)(2), 36(1)(2)). */
const PERCENT = [90, 85, 80, 75, 70, 60] as const;
/** Up to this grade the fund pays; above it the employer does. */
const LAST_OF_FUND = 4;

/** 伤残津贴, month by month and never below the minimum wage. */
export const disabilityAllowance: ClaimRule<DisabilityAllowanceFacts> = {
  head: 'disability-allowance',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.disability-allowance',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const grade = read.wholeNumber('grade', 1, PERCENT.length);
    const injuredOn = read.pastDate('injuredOn');
    read.money('ownWage', { isPositive: true });
    read.yesNo('isInsured');
    read.flag('isWithoutWork', { isOptional: grade === null || grade <= LAST_OF_FUND });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(injuredOn, from, 'from');
    read.inOrder(from, to, 'to');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const isFromFund = facts.grade <= LAST_OF_FUND;
    const rule = isFromFund ? article('injury-regulation', 35, 1, 2) : article('injury-regulation', 36, 1, 2);
    const basis = [rule, article('injury-regulation', 54)];
    if (!isFromFund && !facts.isWithoutWork) {
      return finding(0, basis, [
        step('disability-allowance.has-work', {}, { article: rule }),
        step('claim.total', { amountFen: 0 }, { amount: 0 }),
      ]);
    }
    const own = ownWage(facts, tables);
    const percent = PERCENT[facts.grade - 1]!;
    const monthly = mulDiv(own.wage, percent, 100);
    const due = atMonthlyRate(facts, (day) => withFloor(monthly, day, tables));
    const steps: Step[] = [
      ...own.steps,
      step(
        'disability-allowance.percent',
        { grade: facts.grade, percent, wageFen: own.wage, rateFen: monthly },
        { amount: monthly, article: rule },
      ),
      ...due.steps,
    ];
    const left = lessPaid(due.amount, facts.paid, steps);
    const owed = isFromFund ? fromTheFund(left, facts.isInsured, steps) : left;
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, basis, steps);
  },
};

/** The allowance of a month; where it is below the minimum wage the difference is made up. */
function withFloor(monthly: Fen, day: LocalDate, tables: LawTables): Rate {
  const floor = minimumOn(day, tables);
  return floor.rate > monthly
    ? {
        rate: floor.rate,
        steps: [...floor.steps, step('disability-allowance.raised', { rateFen: floor.rate })],
      }
    : { rate: monthly, steps: floor.steps };
}
