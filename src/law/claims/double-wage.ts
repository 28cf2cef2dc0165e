import { addDays, afterMonths, LocalDate, localDate, maxDate, minDate } from '../../kernel/local-date';
import { Fen } from '../../kernel/money';
import { article } from '../articles';
import { workingDaysIn } from '../calendar';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule, LawTables } from './claim';
import { FactReader } from './facts';
import { fullMonths } from './months';
import { byPaidDays } from './wage-period';

export interface DoubleWageFacts {
  /** First day of work (用工之日). */
  readonly startDate: LocalDate;
  /** Day on which a written contract was made; absent when there never was one. */
  readonly signedOn?: LocalDate | null;
  /** Last day of employment; absent while it goes on. */
  readonly endDate?: LocalDate | null;
  /** Day up to which it is claimed while employment goes on without a contract: the day of filing. */
  readonly until: LocalDate;
  readonly monthlyWage: Fen;
}

/** Months 2 to 12 of employment: the second wage is owed for eleven at most. */
const FIRST_MONTH = 1;
const LAST_MONTH = 11;
/** Whoever already worked then had to be given a contract within a month of it (Labour Contract Law 97(2)). */
const LAW_IN_FORCE = localDate('2008-01-01');

export const doubleWage: ClaimRule<DoubleWageFacts> = {
  head: 'double-wage',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'damages',
  titleKey: 'claim.double-wage',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const startDate = read.pastDate('startDate');
    const signedOn = read.pastDate('signedOn', { isOptional: true });
    const endDate = read.pastDate('endDate', { isOptional: true });
    const until = read.pastDate('until');
    read.inOrder(startDate, endDate, 'endDate');
    read.inOrder(startDate, until, 'until');
    if (signedOn && endDate && signedOn > endDate) read.reject('signedOn', 'problem.signed-after-end');
    read.money('monthlyWage', { isPositive: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const basis = [
      article('contract-law', 10),
      article('contract-law', 82, 1),
      article('contract-regulation', 6),
      article('contract-regulation', 7),
      ...(facts.startDate < LAW_IN_FORCE ? [article('contract-law', 97, 2)] : []),
    ];
    const start = maxDate(facts.startDate, LAW_IN_FORCE);
    const first = afterMonths(start, FIRST_MONTH);
    const dayBeforeYear = addDays(afterMonths(start, LAST_MONTH + 1), -1);
    const last = minDate(
      dayBeforeYear,
      facts.until,
      facts.endDate ?? facts.until,
      facts.signedOn ? addDays(facts.signedOn, -1) : facts.until,
    );
    const steps: Step[] = [
      step(
        'double-wage.starts',
        { startedOn: start, firstOn: first },
        { date: first, article: article('contract-regulation', 6, 2) },
      ),
    ];
    if (last < first) {
      steps.push(
        step(
          'double-wage.none',
          { lastOn: last, firstOn: first },
          { article: article('contract-law', 10, 2) },
        ),
      );
      steps.push(step('claim.total', { amountFen: 0 }, { amount: 0 }));
      return finding(0, basis, steps);
    }
    steps.push(endStep(facts, last, dayBeforeYear));

    // Months are those of the employment, so that a full year gives exactly eleven.
    const owed = secondWage(start, FIRST_MONTH, last, facts.monthlyWage, tables);
    const total = owed.amount;
    steps.push(...owed.steps);
    steps.push(step('double-wage.limitation', { lastOn: last }, { article: article('law', 27, 1) }));
    steps.push(step('claim.total', { amountFen: total }, { amount: total }));
    return finding(total, basis, steps);
  },
};

/**
 * A second wage for each full month from the day `skipped` months after `anchor` to `last`; what is left by its
 * working days.
 */
export function secondWage(
  anchor: LocalDate,
  skipped: number,
  last: LocalDate,
  monthlyWage: Fen,
  tables: LawTables,
): { amount: Fen; steps: Step[] } {
  const steps: Step[] = [];
  const { months, restFrom } = fullMonths(anchor, skipped, last);
  const wholeMonths = monthlyWage * months;
  if (months > 0) {
    steps.push(
      step(
        'double-wage.whole-months',
        { months, wageFen: monthlyWage, amountFen: wholeMonths },
        { amount: wholeMonths, article: article('contract-law', 82) },
      ),
    );
  }
  if (restFrom > last) return { amount: wholeMonths, steps };
  const days = workingDaysIn({ from: restFrom, to: last }, tables.calendar);
  const rest = byPaidDays(monthlyWage, days, restFrom);
  steps.push(
    step(
      'double-wage.part-of-month',
      { fromOn: restFrom, toOn: last, days, wageFen: monthlyWage, amountFen: rest },
      { amount: rest, article: article('interpretation-2', 6) },
    ),
  );
  return { amount: wholeMonths + rest, steps };
}

const ENDS: ReadonlySet<string> = new Set([
  'double-wage.ends-employment',
  'double-wage.ends-filing',
  'double-wage.ends-signed',
  'double-wage.ends-year',
]);

/** From the first day of the second wage to the last, as `compute` found it; null where nothing is owed. */
export function doubleWagePeriod({ steps }: Finding<Fen>): { from: LocalDate; to: LocalDate } | null {
  const from = steps.find(({ key }) => key === 'double-wage.starts')?.params['firstOn'];
  const to = steps.find(({ key }) => ENDS.has(key))?.params['lastOn'];
  return from && to ? { from: from as LocalDate, to: to as LocalDate } : null;
}

/** Which of the possible ends came first. */
function endStep(facts: DoubleWageFacts, last: LocalDate, dayBeforeYear: LocalDate): Step {
  const params = { lastOn: last };
  if (last === dayBeforeYear) {
    return step('double-wage.ends-year', params, { date: last, article: article('contract-regulation', 7) });
  }
  if (facts.signedOn && last === addDays(facts.signedOn, -1)) {
    return step('double-wage.ends-signed', params, {
      date: last,
      article: article('contract-regulation', 6, 2),
    });
  }
  return facts.endDate && last === facts.endDate
    ? step('double-wage.ends-employment', params, { date: last })
    : step('double-wage.ends-filing', params, { date: last });
}
