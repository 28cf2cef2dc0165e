import { LocalDate, yearOf } from '../../../kernel/local-date';
import { Fen } from '../../../kernel/money';
import { article } from '../../articles';
import { finding, Finding, Problem, Step, step } from '../../finding';
import { areaKey } from '../../tables/areas';
import { MissingTableRow, nearestRow, unverifiedAmount } from '../../tables/table';
import { ClaimRule, LawTables } from '../claim';
import { FactReader } from '../facts';
import { fromTheFund } from './benefit';

export interface DeathBenefitsFacts {
  readonly diedOn: LocalDate;
  readonly isInsured: boolean;
  /** A worker of grade 1 to 4 who died after the paid leave of absence: no lump sum for the death (39(3)). */
  readonly isAfterLeave?: boolean | null;
}

const FUNERAL_MONTHS = 6;
const INCOME_YEARS = 20;

/** 丧葬补助金 and 一次性工亡补助金 (Work Injury Regulation 39), claimed by the near relatives. */
export const deathBenefits: ClaimRule<DeathBenefitsFacts> = {
  head: 'death-benefits',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'other',
  titleKey: 'claim.death-benefits',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.pastDate('diedOn');
    read.yesNo('isInsured');
    read.flag('isAfterLeave');
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const steps: Step[] = [];
    const funeralSum = funeral(facts, tables, steps);
    const lumpSum = facts.isAfterLeave ? noLumpSum(steps) : deathLumpSum(facts, tables, steps);
    steps.push(step('death.pension', {}, { article: article('injury-regulation', 39, 1, 2) }));
    const owed = fromTheFund(funeralSum + lumpSum, facts.isInsured, steps);
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(owed, [article('injury-regulation', 39), article('injury-regulation', 54)], steps);
  },
};

function funeral({ diedOn }: DeathBenefitsFacts, tables: LawTables, steps: Step[]): Fen {
  const rule = article('injury-regulation', 39, 1, 1);
  const average = nearestRow(tables.averageWage, tables.area, diedOn);
  if (average === null) {
    steps.push(step('death.funeral-not-counted', { areaKey: areaKey(tables.area) }, { article: rule }));
    return 0;
  }
  const amount = average.value * FUNERAL_MONTHS;
  steps.push(
    step(
      'death.funeral',
      {
        areaKey: areaKey(tables.area),
        localFen: average.value,
        months: FUNERAL_MONTHS,
        amountFen: amount,
        source: average.source,
      },
      { amount, article: rule },
    ),
    ...unverifiedAmount(average),
  );
  return amount;
}

/** 上一年度: the income of the year before, and of no other; the row of the year holds it. */
function deathLumpSum({ diedOn }: DeathBenefitsFacts, tables: LawTables, steps: Step[]): Fen {
  const income = nearestRow(tables.disposableIncome, tables.area, diedOn);
  if (income === null || yearOf(income.from) !== yearOf(diedOn)) {
    throw new MissingTableRow('disposable-income', tables.area, diedOn);
  }
  const amount = income.value * INCOME_YEARS;
  steps.push(
    step(
      'death.lump-sum',
      {
        year: yearOf(diedOn) - 1,
        incomeFen: income.value,
        times: INCOME_YEARS,
        amountFen: amount,
        source: income.source,
      },
      { amount, article: article('injury-regulation', 39, 1, 3) },
    ),
    ...unverifiedAmount(income),
  );
  return amount;
}

function noLumpSum(steps: Step[]): 0 {
  steps.push(step('death.after-leave', {}, { article: article('injury-regulation', 39, 3) }));
  return 0;
}
