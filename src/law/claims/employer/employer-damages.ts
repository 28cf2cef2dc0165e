import { LocalDate } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, step } from '../../finding';
import { ClaimRule } from '../claim';
import { FactReader } from '../facts';

/** The breaches for which Labour Contract Law 90 makes a worker liable. */
export const EMPLOYER_LOSSES = ['unlawful-resignation', 'confidentiality', 'non-compete'] as const;

export interface EmployerDamagesFacts {
  readonly breach: (typeof EMPLOYER_LOSSES)[number];
  /** The loss as the employer reckons it. */
  readonly loss: Fen;
}

/** 劳动者赔偿用人单位损失. */
export const employerDamages: ClaimRule<EmployerDamagesFacts> = {
  head: 'employer-damages',
  claimedBy: 'employer',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.employer-damages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.choice('breach', EMPLOYER_LOSSES);
    read.money('loss', { isPositive: true });
    return read.done();
  },

  compute({ breach, loss }): Finding<Fen> {
    const rule = article('contract-law', 90);
    const duty = {
      'unlawful-resignation': step(
        'employer-damages.resignation',
        {},
        { article: article('contract-law', 37) },
      ),
      confidentiality: step(
        'employer-damages.confidentiality',
        {},
        { article: article('contract-law', 23, 1) },
      ),
      'non-compete': step('employer-damages.non-compete', {}, { article: article('contract-law', 23, 2) }),
    }[breach];
    return finding(
      loss,
      [rule],
      [
        duty,
        step('employer-damages.loss', { amountFen: loss }, { amount: loss, article: rule }),
        step('employer-damages.proof', {}, { article: article('law', 6) }),
        step('claim.total', { amountFen: loss }, { amount: loss }),
      ],
    );
  },
};
