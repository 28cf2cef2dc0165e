import texts from '../../../web/src/i18n/law.zh-CN.json';
import { article } from '../articles';
import { finding, step } from '../finding';
import { ADVICE_KEYS, withoutAdvice } from './advice';

describe('advice to the claimant', () => {
  it.each(ADVICE_KEYS)('%s is a sentence of the library', (key) => {
    expect(texts).toHaveProperty([key]);
  });

  it('is left out with the articles that it alone names', () => {
    const working = step('double-wage.starts', {}, { article: article('contract-regulation', 6, 2) });
    const plain = step('claim.total', { amountFen: 1 });
    const advice = step('double-wage.limitation', {}, { article: article('law', 27, 1) });
    const shared = step('overtime.proof', {}, { article: article('contract-regulation', 6, 2) });
    const all = finding(1, [article('contract-law', 82, 1)], [working, advice, shared, plain]);
    expect(withoutAdvice(all)).toEqual({
      value: 1,
      basis: [article('contract-law', 82, 1), article('contract-regulation', 6, 2)],
      steps: [working, plain],
    });
  });
});
