import { addDays, afterMonths, LocalDate, minDate, monthsBetween } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article, wholeDocument } from '../articles';
import { paidDaysIn } from '../calendar';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule, LawTables } from './claim';
import { FactReader } from './facts';
import { fullMonths } from './months';
import { byPaidDays } from './wage-period';

export const CONTRACT_TERMS = ['fixed', 'open-ended', 'task', 'part-time'] as const;

export interface UnlawfulProbationFacts {
  readonly contractTerm: (typeof CONTRACT_TERMS)[number];
  /** First day of the contract, with which the probation began. */
  readonly contractFrom: LocalDate;
  /** Last day of a fixed term; may lie ahead. */
  readonly contractTo?: LocalDate | null;
  /** Last day of the probation as agreed. */
  readonly probationTo: LocalDate;
  /** The same employer had agreed on a probation before (Labour Contract Law 19(2)). */
  readonly isRepeated?: boolean | null;
  /** Nothing but a probation was agreed on (19(4)). */
  readonly isOnlyProbation?: boolean | null;
  /** Last day of employment; absent while it goes on. */
  readonly endDate?: LocalDate | null;
  /** Day up to which it was lived through while employment goes on: the day of filing. */
  readonly until: LocalDate;
  /** The monthly wage after the probation. */
  readonly monthlyWage: Fen;
}

/** Damages for a probation that was not allowed, as far as it was lived through (Labour Contract Law 83). */
export const unlawfulProbation: ClaimRule<UnlawfulProbationFacts> = {
  head: 'unlawful-probation',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'damages',
  titleKey: 'claim.unlawful-probation',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const term = read.choice('contractTerm', CONTRACT_TERMS);
    const contractFrom = read.pastDate('contractFrom');
    const contractTo = term === 'fixed' ? read.agreedDate('contractTo') : null;
    if (term !== 'fixed') read.ignore('contractTo');
    const probationTo = read.agreedDate('probationTo');
    read.inOrder(contractFrom, contractTo, 'contractTo');
    read.inOrder(contractFrom, probationTo, 'probationTo');
    read.flag('isRepeated');
    read.flag('isOnlyProbation');
    const endDate = read.pastDate('endDate', { isOptional: true });
    const until = read.pastDate('until');
    read.inOrder(contractFrom, endDate, 'endDate');
    read.inOrder(contractFrom, until, 'until');
    read.money('monthlyWage', { isPositive: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const { contractFrom, probationTo, endDate, until } = facts;
    const allowed = allowedMonths(facts);
    const steps: Step[] = [allowed.step];
    const first = afterMonths(contractFrom, allowed.months);
    const last = minDate(probationTo, until, endDate ?? until);
    let amount = 0;
    if (last < first) {
      steps.push(step('probation.within', { lastOn: last, firstOn: first }));
    } else {
      steps.push(
        step('probation.beyond', { firstOn: first, lastOn: last }, { article: article('contract-law', 83) }),
      );
      amount = fullWages(facts, allowed.months, last, tables, steps);
    }
    steps.push(step('claim.total', { amountFen: amount }, { amount }));
    return finding(amount, [article('contract-law', 19), article('contract-law', 83)], steps);
  },
};

/** The longest probation that this contract allows, in months. */
function allowedMonths(facts: UnlawfulProbationFacts): { months: 0 | 1 | 2 | 6; step: Step } {
  const none = (key: Step): { months: 0; step: Step } => ({ months: 0, step: key });
  if (facts.isOnlyProbation) {
    return none(step('probation.none-only', {}, { article: article('contract-law', 19, 4) }));
  }
  if (facts.isRepeated) {
    return none(step('probation.none-repeated', {}, { article: article('contract-law', 19, 2) }));
  }
  const to = facts.contractTo;
  const longest = (months: 1 | 2 | 6, termMonths: number) => ({
    months,
    step: step('probation.longest', { termMonths, months }, { article: article('contract-law', 19, 1) }),
  });
  if (facts.contractTerm === 'part-time') {
    return none(step('probation.none-part-time', {}, { article: article('contract-law', 70) }));
  }
  if (facts.contractTerm === 'task') {
    return none(step('probation.none-task', {}, { article: article('contract-law', 19, 3) }));
  }
  if (!to) {
    return {
      months: 6,
      step: step('probation.open-ended', { months: 6 }, { article: article('contract-law', 19, 1) }),
    };
  }
  const term = monthsBetween(facts.contractFrom, addDays(to, 1));
  if (term >= 36) return longest(6, term);
  if (term >= 12) return longest(2, term);
  if (term >= 3) return longest(1, term);
  return none(
    step('probation.none-short', { termMonths: term }, { article: article('contract-law', 19, 3) }),
  );
}

/** The wage after probation for the time beyond it; a part of a month by paid days, as wages are converted. */
function fullWages(
  { contractFrom, monthlyWage }: UnlawfulProbationFacts,
  allowed: number,
  last: LocalDate,
  tables: LawTables,
  steps: Step[],
): Fen {
  const { months, restFrom } = fullMonths(contractFrom, allowed, last);
  const whole = monthlyWage * months;
  if (months > 0) {
    steps.push(
      step(
        'probation.whole-months',
        { months, wageFen: monthlyWage, amountFen: whole },
        { amount: whole, article: article('contract-law', 83) },
      ),
    );
  }
  if (restFrom > last) return whole;
  const days = paidDaysIn({ from: restFrom, to: last }, tables.calendar);
  const rest = byPaidDays(monthlyWage, days, restFrom);
  steps.push(
    step(
      'wages.part-of-month',
      { fromOn: restFrom, toOn: last, days, wageFen: monthlyWage, amountFen: rest },
      { amount: rest, article: wholeDocument('paid-days-notice') },
    ),
  );
  return whole + rest;
}
