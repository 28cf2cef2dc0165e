import { LocalDate } from '../../kernel/local-date';
import { Fen, mulDiv } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';

export interface ExtraDamagesFacts {
  /** The labour administration has ordered payment by a day. Without it nothing is owed under art. 85. */
  readonly hasOrder: boolean;
  readonly orderedOn?: LocalDate | null;
  /** The last day the order gave, which has passed. */
  readonly payBy?: LocalDate | null;
  /** What the order told the employer to pay. */
  readonly due?: Fen | null;
  /** What was paid of it by that day. */
  readonly paid?: Fen | null;
  /** 50 to 100, the share that is claimed; 100 when absent. */
  readonly percent?: number | null;
}

const LEAST = 50;
const MOST = 100;

/** 加付赔偿金 (Labour Contract Law 85). */
export const extraDamages: ClaimRule<ExtraDamagesFacts> = {
  head: 'extra-damages',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'damages',
  titleKey: 'claim.extra-damages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    // What belongs to an order is asked where there was one.
    const isOptional = read.yesNo('hasOrder') !== true;
    const orderedOn = read.pastDate('orderedOn', { isOptional });
    const payBy = read.pastDate('payBy', { isOptional });
    read.inOrder(orderedOn, payBy, 'payBy');
    if (payBy === filedOn) read.reject('payBy', 'problem.deadline-not-over');
    read.money('due', { isOptional, isPositive: true });
    read.money('paid', { isOptional: true });
    read.wholeNumber('percent', LEAST, MOST, { isOptional: true });
    return read.done();
  },

  compute(facts): Finding<Fen> {
    const rule = { article: article('contract-law', 85) };
    const steps: Step[] = [];
    let amount = 0;
    if (facts.hasOrder && facts.orderedOn && facts.payBy && facts.due) {
      const percent = facts.percent ?? MOST;
      const left = Math.max(0, facts.due - (facts.paid ?? 0));
      // On the amount due, 应付金额, not on what is left of it; where nothing was left nothing is overdue.
      amount = left > 0 ? mulDiv(facts.due, percent, 100) : 0;
      steps.push(
        step('extra-damages.order', { orderedOn: facts.orderedOn, payByOn: facts.payBy }, rule),
        step('extra-damages.left', { dueFen: facts.due, paidFen: facts.paid ?? 0, leftFen: left }),
      );
      if (left > 0) {
        steps.push(
          step(
            'extra-damages.range',
            { leastFen: mulDiv(facts.due, LEAST, 100), mostFen: mulDiv(facts.due, MOST, 100) },
            rule,
          ),
          step('extra-damages.share', { dueFen: facts.due, percent, amountFen: amount }, { amount }),
        );
      } else {
        steps.push(step('extra-damages.paid-in-time', {}, rule));
      }
    } else {
      steps.push(step('extra-damages.no-order', {}, rule));
    }
    steps.push(step('claim.total', { amountFen: amount }, { amount }));
    return finding(amount, [article('contract-law', 85)], steps);
  },
};
