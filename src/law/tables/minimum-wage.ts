import { localDate } from '../../kernel/local-date';
import { TableRow } from './table';

const NOT_CHECKED = '未与公布文件核对';
const IN_2025 = '粤府函〔2025〕23号';
const IN_2026 = '粤府函〔2026〕188号';

/**
 * Monthly minimum wage. The figures of the documents of 2025 and 2026 are checked; where only the class of a city
 * is from memory the row says so with isVerified: false. A commission may replace the table.
 */
export const MINIMUM_WAGE: readonly TableRow[] = [
  row('guangzhou', '2021-12-01', 2300, NOT_CHECKED, false),
  row('shenzhen', '2022-01-01', 2360, NOT_CHECKED, false),
  row('zhuhai', '2021-12-01', 1900, NOT_CHECKED, false),
  row('foshan', '2021-12-01', 1900, NOT_CHECKED, false),
  row('dongguan', '2021-12-01', 1900, NOT_CHECKED, false),
  row('zhongshan', '2021-12-01', 1900, NOT_CHECKED, false),
  row('guangzhou', '2025-03-01', 2500, IN_2025, true),
  row('shenzhen', '2025-03-01', 2520, IN_2025, true),
  row('zhuhai', '2025-03-01', 2080, IN_2025, false),
  row('foshan', '2025-03-01', 2080, IN_2025, true),
  row('dongguan', '2025-03-01', 2080, IN_2025, false),
  row('zhongshan', '2025-03-01', 2080, IN_2025, false),
  row('guangzhou', '2026-09-01', 2680, IN_2026, true),
  row('shenzhen', '2026-09-01', 2700, IN_2026, true),
  row('zhuhai', '2026-09-01', 2300, IN_2026, true),
  row('foshan', '2026-09-01', 2300, IN_2026, false),
  row('dongguan', '2026-09-01', 2300, IN_2026, false),
  row('zhongshan', '2026-09-01', 2300, IN_2026, false),
];

function row(area: string, from: string, yuan: number, source: string, isVerified: boolean): TableRow {
  return { area, from: localDate(from), value: yuan * 100, source, isVerified };
}
