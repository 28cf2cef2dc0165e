import { addDays, endOfMonth, LocalDate, minDate, startOfMonth } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { article, wholeDocument } from '../articles';
import { paidDaysIn } from '../calendar';
import { finding, Finding, Problem, Step, step } from '../finding';
import { ClaimRule, LawTables } from './claim';
import { FactReader } from './facts';

export interface UnpaidWagesFacts {
  readonly monthlyWage: Fen;
  /** First and last day for which wages are owed. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What was paid for this time. */
  readonly paid?: Fen | null;
}

export const unpaidWages: ClaimRule<UnpaidWagesFacts> = {
  head: 'unpaid-wages',
  kind: 'labour-remuneration',
  titleKey: 'claim.unpaid-wages',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    read.money('monthlyWage', { isPositive: true });
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(from, to, 'to');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const steps: Step[] = [];
    const whole = { months: 0, from: facts.from, to: facts.from };
    const amounts: Fen[] = [];
    const closeWhole = (): void => {
      if (whole.months === 0) return;
      const amount = facts.monthlyWage * whole.months;
      amounts.push(amount);
      steps.push(
        step(
          'wages.whole-months',
          {
            fromOn: whole.from,
            toOn: whole.to,
            months: whole.months,
            wageFen: facts.monthlyWage,
            amountFen: amount,
          },
          { amount },
        ),
      );
      whole.months = 0;
    };
    for (let from = facts.from; from <= facts.to; from = addDays(endOfMonth(from), 1)) {
      const to = minDate(endOfMonth(from), facts.to);
      if (from === startOfMonth(from) && to === endOfMonth(from)) {
        if (whole.months === 0) whole.from = from;
        whole.months += 1;
        whole.to = to;
        continue;
      }
      closeWhole();
      const part = partOfMonth(facts.monthlyWage, from, to, tables);
      amounts.push(part.amount);
      steps.push(part.step);
    }
    closeWhole();
    const earned = sumFen(amounts);
    const paid = facts.paid ?? 0;
    const owed = Math.max(0, earned - paid);
    if (paid > 0) steps.push(step('wages.paid', { earnedFen: earned, paidFen: paid }, { amount: paid }));
    steps.push(step('claim.total', { amountFen: owed }, { amount: owed }));
    return finding(
      owed,
      [article('labour-law', 50), article('contract-law', 30), article('wage-provisions', 9)],
      steps,
    );
  },
};

/** Part of a month: paid days × monthly wage ÷ 21.75, never more than the month's wage. */
function partOfMonth(
  monthlyWage: Fen,
  from: LocalDate,
  to: LocalDate,
  tables: LawTables,
): { amount: Fen; step: Step } {
  const days = paidDaysIn({ from, to }, tables.calendar);
  const amount = Math.min(monthlyWage, mulDiv(monthlyWage, days * 100, 2175));
  return {
    amount,
    step: step(
      'wages.part-of-month',
      { fromOn: from, toOn: to, days, wageFen: monthlyWage, amountFen: amount },
      { amount, article: wholeDocument('paid-days-notice') },
    ),
  };
}
