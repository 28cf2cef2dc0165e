import { localDate } from '../../kernel/local-date';
import { TableRow } from './table';

/**
 * The two sums on leaving with a disability of grade 5 to 10, in months of the worker's own wage. The State's
 * regulation leaves them to the provinces (Work Injury Regulation 36, 37); Guangdong's are from memory.
 */
export const INJURY_MEDICAL_MONTHS: readonly TableRow[] = months({ 5: 10, 6: 8, 7: 6, 8: 4, 9: 2, 10: 1 });
export const INJURY_EMPLOYMENT_MONTHS: readonly TableRow[] = months({
  5: 50,
  6: 40,
  7: 25,
  8: 15,
  9: 8,
  10: 4,
});

function months(byGrade: Readonly<Record<number, number>>): TableRow[] {
  return Object.entries(byGrade).map(([grade, value]) => ({
    area: 'guangdong',
    from: localDate('2012-01-01'),
    item: grade,
    value,
    source: '《广东省工伤保险条例》，未与公布文件核对',
    isVerified: false,
  }));
}
