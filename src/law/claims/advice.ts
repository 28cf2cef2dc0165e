import type { Article } from '../articles';
import type { Finding, Step } from '../finding';

/**
 * Steps that advise the claimant: what to prove, what else could be claimed, what the other side may plead. They are
 * for the claimant's eyes: no paper and no other screen repeats them.
 */
const ADVICE: ReadonlySet<string> = new Set([
  'certificate.loss',
  'double-wage.limitation',
  'economic-compensation.choose-cause',
  'economic-compensation.if-unlawful',
  'economic-compensation.years-before',
  'extra-damages.no-order',
  'non-compete.may-rescind',
  'notice-pay.besides',
  'notice-pay.damages-instead',
  'open-ended.use-double-wage',
  'overtime.proof',
  'performance.fault',
  'reinstatement.impossible',
  'reinstatement.instead',
  'relation.proof',
  'severance.cap-not-checked',
  'unlawful-dismissal.instead',
  'unlawful-dismissal.proof',
]);

export const ADVICE_KEYS: readonly string[] = [...ADVICE];

/** The working alone, without the advice and without the articles that only the advice names. */
export function withoutAdvice<T>({ value, basis, steps }: Finding<T>): Finding<T> {
  const isAdvice = (step: Step): boolean => ADVICE.has(step.key);
  const kept = steps.filter((step) => !isAdvice(step));
  const named = (of: readonly Step[]): string[] =>
    of.flatMap((step) => (step.article ? [name(step.article)] : []));
  const inWorking = new Set(named(kept));
  const inAdvice = new Set(named(steps.filter(isAdvice)));
  return {
    value,
    basis: basis.filter((each) => !inAdvice.has(name(each)) || inWorking.has(name(each))),
    steps: kept,
  };
}

function name({ law, article, paragraph, item }: Article): string {
  return [law, article, paragraph, item].join('/');
}
