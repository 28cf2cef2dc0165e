import { localDate as d } from '../../kernel/local-date';
import type { ApplicationDraftData } from './application-check';
import { competenceOf } from './competence';

const at = (workplace: string, ...respondents: object[]) =>
  competenceOf(
    { employment: { workplace }, respondents } as unknown as ApplicationDraftData,
    d('2026-11-23'),
  );

describe('which commission the places of an application lead to (Law 21, Rules 8)', () => {
  it.each<[string, ReturnType<typeof at>, string[]]>([
    ['workplace and seat in one area', at('广州市南沙区', { address: '广州市南沙区' }), ['nansha']],
    ['the place of performance first', at('佛山市顺德区', { address: '广州市南沙区' }), ['foshan', 'nansha']],
    ['several respondents', at('', { address: '佛山市' }, { address: '东莞市' }), ['foshan', 'dongguan']],
    ['the main office too', at('', { address: '佛山市', mailingAddress: '中山市' }), ['foshan', 'zhongshan']],
    [
      'without a licence, the place of who stands behind it',
      at('', { registration: 'unlicensed', address: '佛山市' }, { kind: 'person', address: '中山市' }),
      ['zhongshan'],
    ],
    ['a place no row names', at('广州市天河区', { address: '香港' }), []],
  ])('%s', (_name, found, competent) => {
    expect(found?.value.competent).toEqual(competent);
    expect(found?.steps.length).toBeGreaterThan(0);
  });

  it('says nothing while no place is named', () => {
    expect(competenceOf({}, d('2026-11-23'))).toBeNull();
  });

  it('says each thing once', () => {
    const keys = at('广州市南沙区', { address: '佛山市' }, { address: '佛山市' })?.steps.map(
      ({ key, params }) => `${key} ${JSON.stringify(params)}`,
    );
    expect(new Set(keys).size).toBe(keys?.length);
  });
});
