import { LocalDate } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { Period } from '../../kernel/period';
import { wholeDocument } from '../articles';
import { paidDaysIn } from '../calendar';
import { Step, step } from '../finding';
import { monthDays, PAID_DAYS } from '../tables/month-days';
import { LawTables } from './claim';
import { calendarMonths } from './months';

/** The monthly wage of a time: calendar months whole, the rest by paid days. */
export function wagesOf(monthlyWage: Fen, span: Period, tables: LawTables): { amount: Fen; steps: Step[] } {
  const steps: Step[] = [];
  const amounts: Fen[] = [];
  let run: { from: LocalDate; to: LocalDate; months: number } | null = null;
  const closeRun = (): void => {
    if (run === null) return;
    const amount = monthlyWage * run.months;
    amounts.push(amount);
    steps.push(
      step(
        'wages.whole-months',
        { fromOn: run.from, toOn: run.to, months: run.months, wageFen: monthlyWage, amountFen: amount },
        { amount },
      ),
    );
    run = null;
  };
  for (const { from, to, isWhole } of calendarMonths(span)) {
    if (isWhole) {
      const before: { from: LocalDate; months: number } = run ?? { from, months: 0 };
      run = { from: before.from, to, months: before.months + 1 };
      continue;
    }
    closeRun();
    const part = partOfMonth(monthlyWage, { from, to }, tables);
    amounts.push(part.amount);
    steps.push(part.step);
  }
  closeRun();
  return { amount: sumFen(amounts), steps };
}

/** Part of a month: paid days × monthly wage ÷ 21.75, never more than the month's wage. */
export function partOfMonth(
  monthlyWage: Fen,
  { from, to }: Period,
  tables: LawTables,
): { amount: Fen; step: Step } {
  const days = paidDaysIn({ from, to }, tables.calendar);
  const amount = byPaidDays(monthlyWage, days, from);
  return {
    amount,
    step: step(
      'wages.part-of-month',
      { fromOn: from, toOn: to, days, wageFen: monthlyWage, amountFen: amount },
      { amount, article: wholeDocument('paid-days-notice') },
    ),
  };
}

/** So many days of a month's pay, the month's at most. */
export function byPaidDays(monthly: Fen, days: number, on: LocalDate): Fen {
  return Math.min(monthly, mulDiv(monthly, days * 100, monthDays(PAID_DAYS, on)));
}

/** What remains after what was paid for the same time. */
export function lessPaid(earned: Fen, paid: Fen | null | undefined, steps: Step[]): Fen {
  if (paid) steps.push(step('wages.paid', { earnedFen: earned, paidFen: paid }, { amount: paid }));
  return Math.max(0, earned - (paid ?? 0));
}
