import { localDate as d } from '../../kernel/local-date';
import { placesAround } from './areas';
import { FIGURES } from './figures';
import { monthDays, PAID_DAYS, WORKING_DAYS } from './month-days';
import { nearestRow, rowOn, TableName, TableRow } from './table';

describe('figures', () => {
  const all = Object.entries(FIGURES) as [TableName, readonly TableRow[]][];

  it.each(all)('%s: every row has a source, and no two are for the same', (_name, rows) => {
    expect(rows.filter((row) => row.source.trim() === '' || row.value <= 0)).toEqual([]);
    const places = rows.map((row) => [row.area, row.from, row.item].join('/'));
    expect(new Set(places).size).toBe(rows.length);
  });

  it('what is from memory is not taken for checked', () => {
    for (const name of [
      'heat-allowance',
      'disposable-income',
      'injury-medical-months',
      'injury-employment-months',
    ] as const) {
      expect(FIGURES[name].filter((row) => row.isVerified)).toEqual([]);
    }
    // No average wage could be checked, and a figure that caps compensation is not invented.
    expect(FIGURES['average-wage']).toEqual([]);
  });

  it.each([
    ['2007-12-31', 2175, 2083],
    ['2008-01-03', 2175, 2083],
    ['2024-12-31', 2175, 2083],
    ['2025-01-01', 2175, 2067],
    ['2026-11-23', 2175, 2067],
  ])('a month of %s has %d hundredths of paid and %d of working days', (on, paid, working) => {
    expect([monthDays(PAID_DAYS, d(on)), monthDays(WORKING_DAYS, d(on))]).toEqual([paid, working]);
  });
});

describe('the nearest figure', () => {
  const row = (area: string, from: string, value: number, item?: string): TableRow => ({
    area,
    from: d(from),
    value,
    source: '样例',
    isVerified: true,
    ...(item ? { item } : {}),
  });
  const rows = [
    row('china', '2020-01-01', 1),
    row('guangdong', '2021-01-01', 2),
    row('shenzhen', '2022-01-01', 3),
    row('guangdong', '2021-01-01', 4, '5'),
  ];
  it.each([
    ['the city', 'shenzhen', '2022-01-01', undefined, 3],
    ['the province, before the city had its own', 'shenzhen', '2021-12-31', undefined, 2],
    ['the country, before the province had its own', 'shenzhen', '2020-12-31', undefined, 1],
    ['none', 'shenzhen', '2019-12-31', undefined, null],
    ['a place outside the province', 'beijing', '2026-01-01', undefined, 1],
    ['one of several', 'guangzhou', '2026-01-01', '5', 4],
    ['none of several', 'guangzhou', '2026-01-01', '6', null],
  ])('%s', (_name, area, on, item, expected) => {
    const among = item === undefined ? rows.slice(0, 3) : rows;
    expect(nearestRow(among, area, d(on), item)?.value ?? null).toBe(expected);
  });

  it('is of the place alone where the place is asked for', () => {
    expect(rowOn(rows, 'guangzhou', d('2026-01-01'))).toBeNull();
    expect(placesAround('guangzhou')).toEqual(['guangzhou', 'guangdong', 'china']);
    expect(placesAround('beijing')).toEqual(['beijing', 'china']);
  });
});
