import { LocalDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, step } from '../finding';
import { ClaimRule } from './claim';
import { FactReader } from './facts';
import { readSeverance, severance, SeveranceFacts } from './severance';

export type UnlawfulDismissalFacts = SeveranceFacts;

export const unlawfulDismissal: ClaimRule<UnlawfulDismissalFacts> = {
  head: 'unlawful-dismissal',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'damages',
  titleKey: 'claim.unlawful-dismissal',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    readSeverance(read);
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    // Counted from the first day of work, years before 2008 included (Regulation 25).
    const owed = severance(facts, facts.startDate, 2, tables);
    return finding(
      owed.amount,
      [
        article('contract-law', 48),
        article('contract-law', 87),
        article('contract-law', 47),
        article('contract-regulation', 25),
      ],
      [
        ...owed.steps,
        step('unlawful-dismissal.instead', {}, { article: article('contract-regulation', 25) }),
        step('unlawful-dismissal.proof', {}, { article: article('interpretation-1', 44) }),
        step('claim.total', { amountFen: owed.amount }, { amount: owed.amount }),
      ],
    );
  },
};
