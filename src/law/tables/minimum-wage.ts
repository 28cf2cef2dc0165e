import { localDate } from '../../kernel/local-date';
import { TableRow } from './table';

const NOT_CHECKED = '未与公布文件核对';
/** Two figures are remembered for the first class of 2010. */
const IN_DOUBT = '未与公布文件核对，另有 1,100 元之说';
const IN_2025 = '粤府函〔2025〕23号';
const IN_2026 = '粤府函〔2026〕188号';

/**
 * Monthly minimum wage. The figures of the documents of 2025 and 2026 are checked; where only the class of a city
 * is from memory, and for every year before, the row says so with isVerified: false. A commission may change them.
 */
export const MINIMUM_WAGE: readonly TableRow[] = [
  row('guangzhou', '2010-05-01', 1030, IN_DOUBT, false),
  row('guangzhou', '2011-03-01', 1300, NOT_CHECKED, false),
  row('guangzhou', '2013-05-01', 1550, NOT_CHECKED, false),
  row('guangzhou', '2015-05-01', 1895, NOT_CHECKED, false),
  row('guangzhou', '2018-07-01', 2100, NOT_CHECKED, false),
  row('shenzhen', '2010-07-01', 1100, NOT_CHECKED, false),
  row('shenzhen', '2011-04-01', 1320, NOT_CHECKED, false),
  row('shenzhen', '2012-02-01', 1500, NOT_CHECKED, false),
  row('shenzhen', '2013-03-01', 1600, NOT_CHECKED, false),
  row('shenzhen', '2014-02-01', 1808, NOT_CHECKED, false),
  row('shenzhen', '2015-03-01', 2030, NOT_CHECKED, false),
  row('shenzhen', '2017-06-01', 2130, NOT_CHECKED, false),
  row('shenzhen', '2018-08-01', 2200, NOT_CHECKED, false),
  row('zhuhai', '2010-05-01', 920, NOT_CHECKED, false),
  row('zhuhai', '2011-03-01', 1150, NOT_CHECKED, false),
  row('zhuhai', '2013-05-01', 1380, NOT_CHECKED, false),
  row('zhuhai', '2015-05-01', 1650, NOT_CHECKED, false),
  row('zhuhai', '2018-07-01', 1720, NOT_CHECKED, false),
  ...['foshan', 'dongguan', 'zhongshan'].flatMap((city) => [
    row(city, '2010-05-01', 920, NOT_CHECKED, false),
    row(city, '2011-03-01', 1100, NOT_CHECKED, false),
    row(city, '2013-05-01', 1310, NOT_CHECKED, false),
    row(city, '2015-05-01', 1510, NOT_CHECKED, false),
    row(city, '2018-07-01', 1720, NOT_CHECKED, false),
  ]),
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
