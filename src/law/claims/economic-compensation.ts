import { LocalDate, localDate, maxDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { readSeverance, severance, SeveranceFacts } from './severance';

export const END_KINDS = [
  'dismissed',
  'resigned',
  'resigned-for-cause',
  'agreed-by-employer',
  'agreed-by-worker',
  'expired',
] as const;

export type EndKind = (typeof END_KINDS)[number];

export interface EconomicCompensationFacts extends SeveranceFacts {
  readonly endKind: EndKind;
  /** The employer offered to renew on the same or better terms and the worker declined (art. 46(5)). */
  readonly hasDeclinedRenewal?: boolean | null;
}

/** The Labour Contract Law counts years from the day it came into force (art. 97(3)). */
const LAW_IN_FORCE = localDate('2008-01-01');

export const economicCompensation: ClaimRule<EconomicCompensationFacts> = {
  head: 'economic-compensation',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'economic-compensation',
  titleKey: 'claim.economic-compensation',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    readSeverance(read);
    read.choice('endKind', END_KINDS);
    read.flag('hasDeclinedRenewal');
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const basis = [
      article('contract-law', 46),
      article('contract-law', 47),
      article('contract-regulation', 27),
    ];
    const ground = groundFor(facts);
    const steps: Step[] = [ground.step];
    if (!ground.isOwed) {
      steps.push(step('claim.total', { amountFen: 0 }, { amount: 0 }));
      return finding(0, basis, steps);
    }
    const countFrom = maxDate(facts.startDate, LAW_IN_FORCE);
    if (facts.startDate < LAW_IN_FORCE) {
      steps.push(
        step(
          'economic-compensation.before-2008',
          { startedOn: facts.startDate },
          { article: article('contract-law', 97, 3) },
        ),
      );
    }
    const owed = severance(facts, countFrom, 1, tables);
    steps.push(...owed.steps, step('claim.total', { amountFen: owed.amount }, { amount: owed.amount }));
    return finding(owed.amount, basis, steps);
  },
};

/** Whether the way the contract ended is one of art. 46. */
function groundFor(facts: EconomicCompensationFacts): { isOwed: boolean; step: Step } {
  const at = (item: number) => ({ article: article('contract-law', 46, undefined, item) });
  switch (facts.endKind) {
    case 'resigned-for-cause':
      return { isOwed: true, step: step('economic-compensation.for-cause', {}, at(1)) };
    case 'agreed-by-employer':
      return { isOwed: true, step: step('economic-compensation.agreed', {}, at(2)) };
    case 'dismissed':
      return { isOwed: true, step: step('economic-compensation.dismissed', {}, at(3)) };
    case 'expired':
      return facts.hasDeclinedRenewal
        ? { isOwed: false, step: step('economic-compensation.declined-renewal', {}, at(5)) }
        : { isOwed: true, step: step('economic-compensation.expired', {}, at(5)) };
    case 'resigned':
    case 'agreed-by-worker':
      return {
        isOwed: false,
        step: step('economic-compensation.own-wish', {}, { article: article('contract-law', 46) }),
      };
  }
}
