import { LocalDate, monthOf } from '../../kernel/local-date';
import { Fen, sumFen } from '../../kernel/money';
import { wholeDocument } from '../articles';
import { paidDaysIn } from '../calendar';
import { finding, Finding, Problem, Step, step } from '../finding';
import { MissingTableRow, nearestRow, TableRow, unverifiedAmount } from '../tables/table';
import { ClaimRule, LawTables } from './claim';
import { FactReader } from './facts';
import { calendarMonths } from './months';
import { byPaidDays, lessPaid } from './wage-period';

export interface HighTemperatureAllowanceFacts {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Worked outdoors in the heat, or indoors where the temperature could not be brought down. */
  readonly isExposed: boolean;
  readonly paid?: Fen | null;
}

/** 高温津贴: a monthly figure of the province for the months that it names; figure and months are table data. */
export const highTemperatureAllowance: ClaimRule<HighTemperatureAllowanceFacts> = {
  head: 'high-temperature-allowance',
  claimedBy: 'worker',
  remedy: 'money',
  kind: 'labour-remuneration',
  titleKey: 'claim.high-temperature-allowance',

  validate(facts: unknown, filedOn: LocalDate): Problem[] {
    const read = new FactReader(facts, filedOn);
    const from = read.pastDate('from');
    const to = read.pastDate('to');
    read.inOrder(from, to, 'to');
    read.yesNo('isExposed');
    read.money('paid', { isOptional: true });
    return read.done();
  },

  compute(facts, tables): Finding<Fen> {
    const basis = [wholeDocument('gd-heat-measures')];
    if (!facts.isExposed) {
      return finding(0, basis, [
        step('heat.not-exposed', {}, { article: wholeDocument('gd-heat-measures') }),
        step('claim.total', { amountFen: 0 }, { amount: 0 }),
      ]);
    }
    const { amount, steps } = allowance(facts, tables);
    if (amount === 0) steps.push(step('heat.none'));
    const owed = lessPaid(amount, facts.paid, steps);
    steps.push(
      step('heat.conditions', {}, { article: wholeDocument('gd-heat-measures') }),
      step('claim.total', { amountFen: owed }, { amount: owed }),
    );
    return finding(owed, basis, steps);
  },
};

function allowance(
  { from, to }: HighTemperatureAllowanceFacts,
  tables: LawTables,
): { amount: Fen; steps: Step[] } {
  const steps: Step[] = [];
  const amounts: Fen[] = [];
  let told: TableRow | null = null;
  for (const month of calendarMonths({ from, to })) {
    const row = nearestRow(tables.heatAllowance, tables.area, month.from);
    if (row === null) throw new MissingTableRow('heat-allowance', tables.area, month.from);
    if (!isPaidIn(row, monthOf(month.from))) continue;
    if (row !== told) {
      told = row;
      steps.push(
        step('heat.rate', { fromOn: row.from, rateFen: row.value, source: row.source }),
        ...unverifiedAmount(row),
      );
    }
    const days = paidDaysIn(month, tables.calendar);
    const amount = month.isWhole ? row.value : byPaidDays(row.value, days, month.from);
    amounts.push(amount);
    const params = { fromOn: month.from, toOn: month.to, days, rateFen: row.value, amountFen: amount };
    steps.push(
      month.isWhole
        ? step('heat.whole-month', params, { amount })
        : step('heat.part-of-month', params, { amount, article: wholeDocument('paid-days-notice') }),
    );
  }
  return { amount: sumFen(amounts), steps };
}

/** `item` of the table's rows: '6-10'. */
function isPaidIn({ item = '1-12' }: TableRow, month: number): boolean {
  const [first, last] = item.split('-').map(Number);
  return month >= Number(first) && month <= Number(last);
}
