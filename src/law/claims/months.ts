import { addDays, afterMonths, diffDays, endOfMonth, LocalDate, minDate } from '../../kernel/local-date';
import { Fen, mulDiv, sumFen } from '../../kernel/money';
import { Period } from '../../kernel/period';
import { Step, step } from '../finding';

/** What is due month by month: counting months from a day, and what they come to at a rate that may change. */

/**
 * Full months from the day `skipped` months after `anchor` up to `last`, which counts, and the day after them.
 * Anchored, so that a month that began on the 31st is not lost in February.
 */
export function fullMonths(
  anchor: LocalDate,
  skipped: number,
  last: LocalDate,
): { months: number; restFrom: LocalDate } {
  let months = 0;
  while (afterMonths(anchor, skipped + months + 1) <= addDays(last, 1)) months += 1;
  return { months, restFrom: afterMonths(anchor, skipped + months) };
}

/** The calendar months of a time, the first and the last perhaps in part. */
export function* calendarMonths({ from, to }: Period): Generator<Period & { isWhole: boolean }> {
  for (let first = from; first <= to; first = addDays(endOfMonth(first), 1)) {
    const last = minDate(endOfMonth(first), to);
    yield { from: first, to: last, isWhole: first.endsWith('-01') && last === endOfMonth(first) };
  }
}

export interface Rate {
  readonly rate: Fen;
  /** How it came about; told once, where it begins. */
  readonly steps: readonly Step[];
}

/**
 * What a monthly rate comes to, months counted from the first day. The rate is asked for at the beginning of each
 * month. A part of a month is in proportion to its days: no text says how to divide one.
 */
export function atMonthlyRate(
  { from, to }: Period,
  rateOn: (monthStart: LocalDate) => Rate,
): { amount: Fen; steps: Step[] } {
  const { months, restFrom } = fullMonths(from, 0, to);
  const stretches: Stretch[] = [];
  for (let month = 0; month < months; month += 1) {
    const start = afterMonths(from, month);
    const { rate, steps } = rateOn(start);
    const current = stretches.at(-1);
    if (current?.rate === rate) current.months += 1;
    else stretches.push({ from: start, months: 1, rate, steps });
  }
  const steps: Step[] = [];
  const amounts: Fen[] = [];
  stretches.forEach((each, index) => {
    const toOn = addDays(stretches[index + 1]?.from ?? restFrom, -1);
    const amount = each.rate * each.months;
    amounts.push(amount);
    steps.push(
      ...each.steps,
      step(
        'monthly.whole',
        { fromOn: each.from, toOn, months: each.months, rateFen: each.rate, amountFen: amount },
        { amount },
      ),
    );
  });
  if (restFrom <= to) {
    const { rate, steps: why } = rateOn(restFrom);
    const days = diffDays(restFrom, to) + 1;
    const monthDays = diffDays(restFrom, afterMonths(from, months + 1));
    const amount = mulDiv(rate, days, monthDays);
    amounts.push(amount);
    steps.push(
      ...(stretches.at(-1)?.rate === rate ? [] : why),
      step(
        'monthly.part',
        { fromOn: restFrom, toOn: to, days, monthDays, rateFen: rate, amountFen: amount },
        { amount },
      ),
    );
  }
  return { amount: sumFen(amounts), steps };
}

interface Stretch extends Rate {
  readonly from: LocalDate;
  months: number;
}
