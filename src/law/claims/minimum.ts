import { LocalDate } from '../../kernel/local-date';
import { step } from '../finding';
import { areaKey } from '../tables/areas';
import { MissingTableRow, rowOn, unverifiedAmount } from '../tables/table';
import { LawTables } from './claim';
import { Rate } from './months';

/** The minimum wage of a month. @throws MissingTableRow when none is loaded. */
export function minimumOn(day: LocalDate, { area, minimumWage }: LawTables): Rate {
  const row = rowOn(minimumWage, area, day);
  if (row === null) throw new MissingTableRow('minimum-wage', area, day);
  return {
    rate: row.value,
    steps: [
      step('minimum-wage.of-month', {
        areaKey: areaKey(area),
        fromOn: row.from,
        minimumFen: row.value,
        source: row.source,
      }),
      ...unverifiedAmount(row),
    ],
  };
}
