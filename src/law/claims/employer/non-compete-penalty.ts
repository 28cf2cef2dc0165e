import { addDays, afterMonths, LocalDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';

export interface NonCompetePenaltyFacts {
  /** A senior manager, a senior technician or another who has to keep secrets (Labour Contract Law 24(1)). */
  readonly isBound: boolean;
  /** Last day of employment. */
  readonly endDate: LocalDate;
  /** First day on which the restriction was broken. */
  readonly breachedOn: LocalDate;
  readonly agreedPenalty: Fen;
  /** Compensation paid that the agreement gives back. */
  readonly compensationPaid?: Fen | null;
}

const MOST_MONTHS = 24;

/** 违反竞业限制的违约金 (Labour Contract Law 23(2)). */
export const nonCompetePenalty: ClaimRule<NonCompetePenaltyFacts> = {
  head: 'non-compete-penalty',
  claimedBy: 'employer',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.non-compete-penalty',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.yesNo('isBound');
    read.pastDate('endDate');
    read.pastDate('breachedOn');
    read.money('agreedPenalty', { isPositive: true });
    read.money('compensationPaid', { isOptional: true });
    return read.done();
  },

  compute(facts): Finding<Fen> {
    const { isBound, endDate, breachedOn, agreedPenalty } = facts;
    const basis = [article('contract-law', 23, 2), article('contract-law', 24)];
    const lastOn = addDays(afterMonths(addDays(endDate, 1), MOST_MONTHS), -1);
    const steps: Step[] = [];
    let owed = 0;
    if (!isBound) {
      steps.push(step('non-compete-penalty.not-bound', {}, { article: article('contract-law', 24, 1) }));
    } else if (breachedOn > lastOn) {
      steps.push(
        step(
          'non-compete-penalty.too-late',
          { breachedOn, lastOn },
          { article: article('contract-law', 24, 2) },
        ),
      );
    } else {
      const back = facts.compensationPaid ?? 0;
      owed = agreedPenalty + back;
      steps.push(
        step(
          'non-compete-penalty.agreed',
          { breachedOn, amountFen: agreedPenalty },
          { amount: agreedPenalty, article: article('contract-law', 23, 2) },
        ),
        ...(back > 0
          ? [
              step(
                'non-compete-penalty.back',
                { amountFen: back },
                { amount: back, article: article('interpretation-2', 15) },
              ),
            ]
          : []),
        step('non-compete-penalty.reasonable', {}, { article: article('interpretation-2', 13) }),
        step('non-compete-penalty.goes-on', {}, { article: article('interpretation-1', 40) }),
      );
    }
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, basis, steps);
  },
};
