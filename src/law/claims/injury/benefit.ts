import { LocalDate } from '../../../kernel/local-date';
import { Fen, mulDiv } from '../../../kernel/money';
import { article } from '../../articles';
import { Step, step } from '../../finding';
import { areaKey } from '../../tables/areas';
import { nearestRow, unverifiedAmount } from '../../tables/table';
import { LawTables } from '../claim';

/** What the benefits of a work injury have in common: whose wage, and who pays. */

export interface OwnWageFacts {
  /** Day of the accident, or of the diagnosis of the disease. */
  readonly injuredOn: LocalDate;
  /** 本人工资: the average monthly wage on which contributions were paid in the twelve months before (64(2)). */
  readonly ownWage: Fen;
}

/** The worker's own wage, not under 60 % and not over 300 % of the average wage of the pooling area (64(2)). */
export function ownWage(facts: OwnWageFacts, tables: LawTables): { wage: Fen; steps: Step[] } {
  const rule = { article: article('injury-regulation', 64, 2) };
  const average = nearestRow(tables.averageWage, tables.area, facts.injuredOn);
  const area = areaKey(tables.area);
  if (average === null) {
    return {
      wage: facts.ownWage,
      steps: [step('injury.own-wage-unchecked', { wageFen: facts.ownWage, areaKey: area }, rule)],
    };
  }
  const lowest = mulDiv(average.value, 60, 100);
  const highest = average.value * 3;
  const wage = Math.min(highest, Math.max(lowest, facts.ownWage));
  const params = {
    areaKey: area,
    localFen: average.value,
    wageFen: wage,
    givenFen: facts.ownWage,
    source: average.source,
  };
  const key =
    wage > facts.ownWage
      ? step('injury.own-wage-raised', params, rule)
      : wage < facts.ownWage
        ? step('injury.own-wage-capped', params, rule)
        : step('injury.own-wage', params, rule);
  return { wage, steps: [key, ...unverifiedAmount(average)] };
}

/**
 * What an employer owes of a benefit that the fund pays: nothing, unless it had not insured the worker (62(2)). With
 * the fund one disputes before its administration, not here (55(5)).
 */
export function fromTheFund(benefit: Fen, isInsured: boolean, steps: Step[]): Fen {
  if (!isInsured) {
    steps.push(
      step(
        'injury.employer-pays',
        { amountFen: benefit },
        { amount: benefit, article: article('injury-regulation', 62, 2) },
      ),
    );
    return benefit;
  }
  steps.push(
    step(
      'injury.fund-pays',
      { amountFen: benefit },
      { amount: benefit, article: article('injury-regulation', 55, undefined, 5) },
    ),
  );
  return 0;
}
