import type { TFunction } from 'i18next';
import { yuan } from '../../ui/format';
import type { FigureRow, FigureTable } from './queries';

const KNOWN_AREAS = [
  'guangzhou',
  'shenzhen',
  'zhuhai',
  'foshan',
  'dongguan',
  'zhongshan',
  'guangdong',
  'china',
];

/** A city that a commission added itself goes by its own name. */
export const areaName = (t: TFunction, area: string): string =>
  KNOWN_AREAS.includes(area) ? t(`figures.area.${area}`) : area;

export const valueText = (t: TFunction, unit: FigureTable['unit'], value: number): string =>
  unit === 'fen' ? yuan(value) : t('figures.months', { count: value });

/** What one of several figures of a table is for; empty where there is one. */
export function itemText(t: TFunction, kind: FigureTable['item'], item: FigureRow['item']): string {
  if (kind === 'disability-grade') return t('figures.grade', { grade: item });
  if (kind === 'months-of-year') {
    const [first, last] = item.split('-');
    return t('figures.months-of-year', { first, last });
  }
  return '';
}
