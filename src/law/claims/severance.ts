import { addDays, afterMonths, LocalDate, monthOf, monthsBetween, yearOf } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { article } from '../articles';
import { Step, step } from '../finding';
import { areaKey } from '../tables/areas';
import { rowOn, unverifiedAmount } from '../tables/table';
import { LawTables } from './claim';
import { FactReader } from './facts';

/** The formula of Labour Contract Law 47, shared by compensation (N) and damages for unlawful dismissal (2N). */

export interface SeveranceFacts {
  readonly startDate: LocalDate;
  /** Last day of employment. */
  readonly endDate: LocalDate;
  /**
   * Wages due for the last twelve months or, if employed for less, for each month there was; one figure when
   * they were all the same. Bonuses and allowances included (Regulation 27).
   */
  readonly monthlyWages: readonly Fen[];
}

export function readSeverance(read: FactReader): void {
  const startDate = read.pastDate('startDate');
  const endDate = read.pastDate('endDate');
  read.inOrder(startDate, endDate, 'endDate');
  const wages = read.monthlyAmounts('monthlyWages');
  if (
    startDate &&
    endDate &&
    startDate <= endDate &&
    wages &&
    wages.length > monthsTouched(startDate, endDate)
  ) {
    read.reject('monthlyWages', 'problem.more-months-than-worked', {
      months: monthsTouched(startDate, endDate),
    });
  }
}

/** Calendar months in which at least one day was worked. */
export function monthsTouched(from: LocalDate, to: LocalDate): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}

export interface Severance {
  readonly amount: Fen;
  readonly steps: readonly Step[];
}

/** `times` × N: months of pay for the service from `countFrom` on, at the wage of art. 47(3) within its bounds. */
export function severance(
  facts: SeveranceFacts,
  countFrom: LocalDate,
  times: 1 | 2,
  tables: LawTables,
): Severance {
  const service = halfYears(countFrom, facts.endDate);
  const wage = boundedWage(facts, tables);
  const isCut = wage.maxHalves !== null && service.halves > wage.maxHalves;
  const halves = isCut && wage.maxHalves !== null ? wage.maxHalves : service.halves;
  const amount = mulDiv(wage.sum, halves * times, 2 * wage.months);
  const steps: Step[] = [
    step(
      'severance.service',
      {
        fromOn: countFrom,
        toOn: facts.endDate,
        years: Math.floor(service.months / 12),
        months: service.months % 12,
        monthsOfPay: service.halves / 2,
      },
      { article: article('contract-law', 47, 1) },
    ),
    ...wage.steps,
  ];
  if (isCut) {
    steps.push(step('severance.years-capped', { years: 12 }, { article: article('contract-law', 47, 2) }));
  }
  const wageFen = mulDiv(wage.sum, 1, wage.months);
  steps.push(
    times === 1
      ? step('severance.once', { wageFen, monthsOfPay: halves / 2, amountFen: amount }, { amount })
      : step(
          'severance.twice',
          { wageFen, monthsOfPay: halves / 2, amountFen: amount },
          { amount, article: article('contract-law', 87) },
        ),
  );
  return { amount, steps };
}

/**
 * Months of pay, counted in halves so that they stay whole numbers: a full year gives one, six months and more
 * of a year one, anything less a half. First and last day of employment both count.
 */
export function halfYears(from: LocalDate, to: LocalDate): { halves: number; months: number } {
  const end = addDays(to, 1);
  const months = monthsBetween(from, end);
  const halves = Math.floor(months / 12) * 2;
  const restMonths = months % 12;
  if (restMonths >= 6) return { halves: halves + 2, months };
  const hasRest = restMonths > 0 || afterMonths(from, months) < end;
  return { halves: hasRest ? halves + 1 : halves, months };
}

interface BoundedWage {
  /** The monthly wage as a fraction, sum ÷ months, so that nothing is rounded before the end. */
  readonly sum: Fen;
  readonly months: number;
  readonly maxHalves: number | null;
  readonly steps: readonly Step[];
}

function boundedWage(facts: SeveranceFacts, tables: LawTables): BoundedWage {
  const sum = sumFen(facts.monthlyWages);
  const months = facts.monthlyWages.length;
  const averageFen = mulDiv(sum, 1, months);
  const steps: Step[] = [
    step(
      'severance.average',
      { months, sumFen: sum, averageFen },
      { amount: averageFen, article: article('contract-regulation', 27) },
    ),
  ];
  const area = areaKey(tables.area);
  const minimum = rowOn(tables.minimumWage, tables.area, facts.endDate);
  if (minimum === null) {
    steps.push(step('severance.floor-not-checked', { areaKey: area, endOn: facts.endDate }));
  } else if (sum < minimum.value * months) {
    steps.push(
      step(
        'severance.floor-applied',
        { areaKey: area, minimumFen: minimum.value, source: minimum.source },
        { amount: minimum.value, article: article('contract-regulation', 27) },
      ),
      ...unverifiedAmount(minimum),
    );
    return { sum: minimum.value, months: 1, maxHalves: null, steps };
  } else {
    steps.push(
      step('severance.floor-met', { areaKey: area, minimumFen: minimum.value, source: minimum.source }),
      ...unverifiedAmount(minimum),
    );
  }

  const average = rowOn(tables.averageWage, tables.area, facts.endDate);
  if (average === null) {
    steps.push(
      step('severance.cap-not-checked', { areaKey: area }, { article: article('contract-law', 47, 2) }),
    );
    return { sum, months, maxHalves: null, steps };
  }
  const cap = average.value * 3;
  const capParams = { areaKey: area, localFen: average.value, capFen: cap, source: average.source };
  if (sum <= cap * months) {
    steps.push(step('severance.cap-not-reached', capParams), ...unverifiedAmount(average));
    return { sum, months, maxHalves: null, steps };
  }
  steps.push(
    step('severance.cap-applied', capParams, { amount: cap, article: article('contract-law', 47, 2) }),
    ...unverifiedAmount(average),
  );
  return { sum: cap, months: 1, maxHalves: 24, steps };
}
