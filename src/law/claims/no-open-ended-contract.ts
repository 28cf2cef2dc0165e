import { addDays, LocalDate, minDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { Article, article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { secondWage } from './double-wage';
import { FactReader } from './facts';

/** Why an open-ended contract was due (Labour Contract Law 14(2) and (3)). */
export const OPEN_ENDED_GROUNDS = ['ten-years', 'reform', 'two-terms', 'deemed'] as const;

export interface NoOpenEndedContractFacts {
  readonly ground: (typeof OPEN_ENDED_GROUNDS)[number];
  /** The day on which it should have been made. */
  readonly dueOn: LocalDate;
  /** Day on which it was made; absent when it never was. */
  readonly signedOn?: LocalDate | null;
  /** Last day of employment; absent while it goes on. */
  readonly endDate?: LocalDate | null;
  /** Day up to which it is claimed while employment goes on: the day of filing. */
  readonly until: LocalDate;
  readonly monthlyWage: Fen;
}

/** The second wage where an open-ended contract was refused (Labour Contract Law 82(2)). */
export const noOpenEndedContract: ClaimRule<NoOpenEndedContractFacts> = {
  head: 'no-open-ended-contract',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'damages',
  titleKey: 'claim.no-open-ended-contract',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.choice('ground', OPEN_ENDED_GROUNDS);
    const dueOn = read.pastDate('dueOn');
    const signedOn = read.pastDate('signedOn', { isOptional: true });
    const endDate = read.pastDate('endDate', { isOptional: true });
    const until = read.pastDate('until');
    read.inOrder(dueOn, endDate, 'endDate');
    read.inOrder(dueOn, until, 'until');
    if (signedOn && endDate && signedOn > endDate) read.reject('signedOn', 'problem.signed-after-end');
    read.money('monthlyWage', { isPositive: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const { dueOn, signedOn, endDate, until, monthlyWage } = facts;
    const basis = [article('contract-law', 14), article('contract-law', 82, 2)];
    const steps: Step[] = [step('open-ended.due', { dueOn }, { date: dueOn, article: groundOf(facts) })];
    let amount = 0;
    const last = minDate(until, endDate ?? until, signedOn ? addDays(signedOn, -1) : until);
    if (facts.ground === 'deemed') {
      // It is deemed to be made already; only Law 82(1) pays, up to the year (Regulation 7).
      steps.push(
        step('open-ended.deemed', {}, { article: article('contract-regulation', 7) }),
        step('open-ended.use-double-wage', {}, { article: article('contract-law', 82, 1) }),
      );
    } else if (last < dueOn) {
      steps.push(step('open-ended.none', { lastOn: last, dueOn }));
    } else {
      steps.push(step('open-ended.until', { lastOn: last }, { date: last }));
      const owed = secondWage(dueOn, 0, last, monthlyWage, tables);
      amount = owed.amount;
      steps.push(
        ...owed.steps,
        step('double-wage.limitation', { lastOn: last }, { article: article('law', 27, 1) }),
      );
    }
    steps.push(step('claim.total', { amountFen: amount }, { amount }));
    return finding(amount, basis, steps);
  },
};

function groundOf({ ground }: NoOpenEndedContractFacts): Article {
  switch (ground) {
    case 'ten-years':
      return article('contract-law', 14, 2, 1);
    case 'reform':
      return article('contract-law', 14, 2, 2);
    case 'two-terms':
      return article('contract-law', 14, 2, 3);
    case 'deemed':
      return article('contract-law', 14, 3);
  }
}
