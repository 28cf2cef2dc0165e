import { localDate as d } from '../../kernel/local-date';
import { areasOf, FIGURE_KINDS, figureProblems, levelOf, TABLE_NAMES } from './figure-kinds';
import { FIGURES } from '../../law/tables/figures';
import type { TableName } from '../../law/tables/table';

const TODAY = d('2026-03-10');

describe('what a row of a table may look like', () => {
  it('every row that comes with the program is one', () => {
    const rows = TABLE_NAMES.flatMap((table) =>
      FIGURES[table].flatMap((row) => figureProblems(table, { ...row, item: row.item ?? '' }, TODAY)),
    );
    expect(rows).toEqual([]);
    expect(TABLE_NAMES.sort()).toEqual(Object.keys(FIGURES).sort());
  });

  const whole = { area: 'guangzhou', from: d('2026-09-01'), item: '', value: 2680_00, source: '粤府函' };
  it.each<[string, TableName, Partial<typeof whole>, string[]]>([
    ['a whole row', 'minimum-wage', {}, []],
    ['the minimum wage of a province', 'minimum-wage', { area: 'guangdong' }, ['area figure.not-of-area']],
    ['the average wage of a province', 'average-wage', { area: 'guangdong' }, []],
    ['the income of a city', 'disposable-income', {}, ['area figure.not-of-area']],
    ['the income of the country', 'disposable-income', { area: 'china' }, []],
    ['a city of the commission’s own', 'minimum-wage', { area: 'huizhou' }, []],
    ['the first day', 'minimum-wage', { from: d('1995-01-01') }, []],
    ['the day before it', 'minimum-wage', { from: d('1994-12-31') }, ['from field.long-ago']],
    ['two years ahead', 'minimum-wage', { from: d('2028-03-10') }, []],
    ['a day more', 'minimum-wage', { from: d('2028-03-11') }, ['from figure.too-far-ahead']],
    ['nothing', 'minimum-wage', { value: 0 }, ['value field.amount-zero']],
    ['one fen', 'minimum-wage', { value: 1 }, []],
    ['less than nothing', 'minimum-wage', { value: -1 }, ['value field.amount-zero']],
    ['half a fen', 'minimum-wage', { value: 0.5 }, ['value field.amount']],
    ['just under the bound', 'minimum-wage', { value: 100_000_00 - 1 }, []],
    ['the bound', 'minimum-wage', { value: 100_000_00 }, ['value field.too-big']],
    ['no source', 'minimum-wage', { source: '  ' }, ['source field.required']],
    ['an item where there is none', 'minimum-wage', { item: '6-10' }, ['item field.choice']],
    ['months of the year', 'heat-allowance', { item: '6-10' }, []],
    ['one month', 'heat-allowance', { item: '7-7' }, []],
    ['no month', 'heat-allowance', { item: '' }, ['item field.choice']],
    ['months the wrong way round', 'heat-allowance', { item: '10-6' }, ['item field.choice']],
    ['a thirteenth month', 'heat-allowance', { item: '6-13' }, ['item field.choice']],
    ['a month nought', 'heat-allowance', { item: '0-3' }, ['item field.choice']],
    ['grade 10', 'injury-medical-months', { area: 'guangdong', item: '10', value: 1 }, []],
    ['grade 4', 'injury-medical-months', { area: 'guangdong', item: '4', value: 1 }, ['item field.choice']],
    ['no months', 'injury-medical-months', { item: '5', value: 0 }, ['value field.too-small']],
    ['half a month', 'injury-medical-months', { item: '5', value: 1.5 }, ['value field.whole-number']],
    ['twenty years', 'injury-employment-months', { item: '5', value: 240 }, []],
    ['a month more', 'injury-employment-months', { item: '5', value: 241 }, ['value field.too-big']],
  ])('%s', (_name, table, change, problems) => {
    const found = figureProblems(table, { ...whole, ...change }, TODAY);
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(problems);
  });
});

describe('whose figures a commission may change', () => {
  it.each<[TableName, string, string[]]>([
    ['minimum-wage', 'foshan', ['foshan']],
    ['average-wage', 'foshan', ['foshan', 'guangdong']],
    ['disposable-income', 'foshan', ['china']],
    ['minimum-wage', 'huizhou', ['huizhou']],
  ])('%s, from %s', (table, area, places) => {
    expect(areasOf(table, area)).toEqual(places);
  });

  it.each([
    ['shenzhen', 'city'],
    ['guangdong', 'province'],
    ['china', 'country'],
    ['huizhou', 'city'],
  ])('%s is a %s', (area, level) => {
    expect(levelOf(area)).toBe(level);
    expect(FIGURE_KINDS['minimum-wage'].unit).toBe('fen');
  });
});
