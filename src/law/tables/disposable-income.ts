import { localDate } from '../../kernel/local-date';
import { TableRow } from './table';

/**
 * National disposable income of urban residents per head and year (Work Injury Regulation 39(1)(3): 上一年度). The
 * row of a year holds the figure of the year before. From memory of the yearly communiqué, so a commission confirms
 * them; a year without a row has no figure, and none is guessed.
 */
export const DISPOSABLE_INCOME: readonly TableRow[] = [
  row(2021, 43_834),
  row(2022, 47_412),
  row(2023, 49_283),
  row(2024, 51_821),
  row(2025, 54_188),
];

function row(year: number, yuan: number): TableRow {
  return {
    area: 'china',
    from: localDate(`${year}-01-01`),
    value: yuan * 100,
    source: `国家统计局 ${year - 1} 年国民经济和社会发展统计公报，未与公布文件核对`,
    isVerified: false,
  };
}
