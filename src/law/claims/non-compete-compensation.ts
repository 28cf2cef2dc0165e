import { addDays, afterMonths, LocalDate, minDate } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { article } from '../articles';
import { finding, Finding, Problem, Step, step } from '../finding';
import { areaKey } from '../tables/areas';
import { rowOn, unverifiedAmount } from '../tables/table';
import { ClaimRule, LawTables } from './claim';
import { FactReader } from './facts';
import { atMonthlyRate, fullMonths, Rate } from './months';
import { lessPaid } from './wage-period';

export interface NonCompeteCompensationFacts {
  /** Last day of employment. */
  readonly endDate: LocalDate;
  /** Last day for which compensation is claimed. */
  readonly to: LocalDate;
  /** The worker kept to the restriction. */
  readonly hasKept: boolean;
  /** What was agreed for a month; absent when nothing was. */
  readonly agreedMonthly?: Fen | null;
  /** Wages of the twelve months before the end, where nothing was agreed; one figure if all the same. */
  readonly monthlyWages?: readonly Fen[] | null;
  /** Day on which the employer put an end to the restriction; absent when it did not. */
  readonly releasedOn?: LocalDate | null;
  readonly paid?: Fen | null;
}

/** A restriction lasts two years at most (Labour Contract Law 24(2)). */
const MOST_MONTHS = 24;
const SHARE_PERCENT = 30;
const MONTHS_ON_RELEASE = 3;

export const nonCompeteCompensation: ClaimRule<NonCompeteCompensationFacts> = {
  head: 'non-compete-compensation',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'economic-compensation',
  titleKey: 'claim.non-compete-compensation',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const endDate = read.pastDate('endDate');
    const to = read.pastDate('to');
    const releasedOn = read.pastDate('releasedOn', { isOptional: true });
    const dayAfter = endDate ? addDays(endDate, 1) : null;
    read.inOrder(dayAfter, to, 'to');
    read.inOrder(dayAfter, releasedOn, 'releasedOn');
    read.yesNo('hasKept');
    const agreed = read.money('agreedMonthly', { isOptional: true, isPositive: true });
    read.monthlyAmounts('monthlyWages', { isOptional: agreed !== null });
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const basis = [article('contract-law', 23, 2), article('interpretation-1', 36)];
    if (!facts.hasKept) {
      return finding(0, basis, [
        step('non-compete.not-kept', {}, { article: article('interpretation-1', 36, 1) }),
        step('claim.total', { amountFen: 0 }, { amount: 0 }),
      ]);
    }
    const from = addDays(facts.endDate, 1);
    const lastAllowed = addDays(afterMonths(from, MOST_MONTHS), -1);
    const to = minDate(facts.to, lastAllowed, facts.releasedOn ?? facts.to);
    const base = monthlyBase(facts);
    const steps: Step[] = [base.step];
    if (facts.to > lastAllowed) {
      steps.push(
        step('non-compete.two-years', { lastOn: lastAllowed }, { article: article('contract-law', 24, 2) }),
      );
    }
    const rateOn = (day: LocalDate): Rate =>
      base.isAgreed ? { rate: base.monthly, steps: [] } : withFloor(base.monthly, day, tables);
    const due = atMonthlyRate({ from, to }, rateOn);
    steps.push(...due.steps);
    let earned = due.amount;
    if (facts.releasedOn) {
      const { rate } = rateOn(facts.releasedOn);
      const extra = rate * MONTHS_ON_RELEASE;
      earned += extra;
      steps.push(
        step(
          'non-compete.released',
          { releasedOn: facts.releasedOn, rateFen: rate, amountFen: extra },
          { amount: extra, article: article('interpretation-1', 39, 2) },
        ),
      );
    }
    const owed = lessPaid(earned, facts.paid, steps);
    if (owed > 0 && fullMonths(from, 0, to).months >= MONTHS_ON_RELEASE) {
      steps.push(step('non-compete.may-rescind', {}, { article: article('interpretation-1', 38) }));
    }
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, basis, steps);
  },
};

/** The figure of a month as agreed; else 30 % of the average wage of twelve months. */
function monthlyBase({ agreedMonthly, monthlyWages }: NonCompeteCompensationFacts): {
  monthly: Fen;
  isAgreed: boolean;
  step: Step;
} {
  if (agreedMonthly) {
    return {
      monthly: agreedMonthly,
      isAgreed: true,
      step: step(
        'non-compete.agreed',
        { rateFen: agreedMonthly },
        { amount: agreedMonthly, article: article('contract-law', 23, 2) },
      ),
    };
  }
  const wages = monthlyWages!; // asked for where nothing was agreed
  const sum = sumFen(wages);
  const monthly = mulDiv(sum, SHARE_PERCENT, 100 * wages.length);
  return {
    monthly,
    isAgreed: false,
    step: step(
      'non-compete.share',
      { averageFen: mulDiv(sum, 1, wages.length), rateFen: monthly },
      { amount: monthly, article: article('interpretation-1', 36, 1) },
    ),
  };
}

/** Never below the minimum wage of the place of performance (Interpretation I 36(2)). */
function withFloor(monthly: Fen, day: LocalDate, { area, minimumWage }: LawTables): Rate {
  const row = rowOn(minimumWage, area, day);
  if (row === null) {
    return {
      rate: monthly,
      steps: [step('severance.floor-not-checked', { areaKey: areaKey(area), endOn: day })],
    };
  }
  const params = { areaKey: areaKey(area), minimumFen: row.value, source: row.source };
  return monthly < row.value
    ? {
        rate: row.value,
        steps: [
          step('severance.floor-applied', params, {
            amount: row.value,
            article: article('interpretation-1', 36, 2),
          }),
          ...unverifiedAmount(row),
        ],
      }
    : { rate: monthly, steps: [step('severance.floor-met', params), ...unverifiedAmount(row)] };
}
