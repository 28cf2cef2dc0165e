import fc from 'fast-check';
import { localDate as d } from '../kernel/local-date';
import {
  ArbitratorFacts,
  candidates,
  checkTribunal,
  composition,
  CompositionFacts,
  RelationKind,
  SeatedTribunal,
  SeatFacts,
} from './tribunal';

const seat: SeatFacts = {
  commissionId: 'nansha',
  on: d('2026-11-23'),
  parties: ['worker', 'company'],
  agents: ['lawyer'],
  recorderIds: ['clerk'],
  recusedIds: ['gone'],
};
const home = { commissionId: 'nansha', kind: 'home', from: d('2024-01-01'), to: d('2028-12-31') } as const;
const able: ArbitratorFacts = {
  id: 'a',
  engagements: [home],
  leaves: [],
  relations: [],
  load: 3,
  loadLimit: 10,
};
const reasons = (change: Partial<ArbitratorFacts>): string[] =>
  candidates([{ ...able, ...change }], seat).value.excluded.flatMap((each) =>
    each.reasons.map((reason) => reason.key),
  );
const related = (kind: RelationKind, to = 'company') => ({ relations: [{ kind, to }] });

describe('who can sit', () => {
  it.each<[string, Partial<ArbitratorFacts>, string[]]>([
    ['nothing against', {}, []],
    ['mutually engaged here', { engagements: [{ ...home, kind: 'mutual' }] }, []],
    ['first day of the term', { engagements: [{ ...home, from: d('2026-11-23') }] }, []],
    ['last day of the term', { engagements: [{ ...home, to: d('2026-11-23') }] }, []],
    [
      'term ended yesterday',
      { engagements: [{ ...home, to: d('2026-11-22') }] },
      ['tribunal.engagement-ended'],
    ],
    [
      'mutual engagement ended yesterday',
      { engagements: [{ ...home, kind: 'mutual', to: d('2026-11-22') }] },
      ['tribunal.mutual-engagement-ended'],
    ],
    [
      'term begins tomorrow',
      { engagements: [{ ...home, from: d('2026-11-24') }] },
      ['tribunal.not-engaged-yet'],
    ],
    [
      'engaged elsewhere only',
      { engagements: [{ ...home, commissionId: 'foshan' }] },
      ['tribunal.not-engaged'],
    ],
    ['on leave', { leaves: [{ from: d('2026-11-20'), to: d('2026-11-23') }] }, ['tribunal.on-leave']],
    ['back from leave', { leaves: [{ from: d('2026-11-20'), to: d('2026-11-22') }] }, []],
    ['is a party', { id: 'worker' }, ['tribunal.is-party']],
    ['is an agent', { id: 'lawyer' }, ['tribunal.is-agent']],
    ['keeps the record', { id: 'clerk' }, ['tribunal.is-recorder']],
    ['has withdrawn from the case', { id: 'gone' }, ['tribunal.recused']],
    ['same person under another key', related('same-person', 'worker'), ['tribunal.is-party']],
    ['relative of a party', related('near-relative', 'worker'), ['tribunal.near-relative']],
    ['relative of an agent', related('near-relative', 'lawyer'), ['tribunal.near-relative']],
    ['employed by the company', related('employed-by'), ['tribunal.employed-by-party']],
    ['interest', related('interest'), ['tribunal.interest']],
    ['other relation', related('other-relation'), ['tribunal.other-relation']],
    ['private contact', related('private-contact', 'lawyer'), ['tribunal.private-contact']],
    ['relation to a stranger', related('near-relative', 'stranger'), []],
    ['one below the limit', { load: 9 }, []],
    ['at the limit', { load: 10 }, ['tribunal.load-limit']],
    ['no limit', { load: 99, loadLimit: null }, []],
    [
      'each ground once',
      {
        relations: [
          { kind: 'interest', to: 'worker' },
          { kind: 'interest', to: 'company' },
        ],
      },
      ['tribunal.interest'],
    ],
    [
      'every reason is given',
      {
        engagements: [],
        leaves: [{ from: d('2026-11-01'), to: d('2026-11-30') }],
        load: 10,
        ...related('interest'),
      },
      ['tribunal.not-engaged', 'tribunal.on-leave', 'tribunal.interest', 'tribunal.load-limit'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(reasons(change)).toEqual(expected);
  });

  it.each<[RelationKind, string]>([
    ['same-person', '1'],
    ['near-relative', '1'],
    ['interest', '2'],
    ['employed-by', '3'],
    ['other-relation', '3'],
    ['private-contact', '4'],
  ])('%s is item %s of Law 33(1)', (kind, number) => {
    const found = candidates([{ ...able, ...related(kind) }], seat);
    expect(found.value.excluded[0]?.reasons[0]?.article).toEqual({
      law: 'law',
      article: '33',
      paragraph: '1',
      item: number,
    });
    expect(found.basis.map((each) => each.article)).toEqual(['20', '31', '33', '24']);
  });

  it('names the nearest future term and the latest past one', () => {
    const term = (from: string, to: string) => ({ ...home, from: d(from), to: d(to) });
    const params = (engagements: ArbitratorFacts['engagements']) =>
      candidates([{ ...able, engagements }], seat).value.excluded[0]?.reasons[0]?.params;
    expect(
      params([
        term('2028-01-01', '2029-01-01'),
        term('2027-01-01', '2027-12-31'),
        term('2029-02-01', '2030-01-01'),
      ]),
    ).toEqual({ fromOn: '2027-01-01' });
    expect(
      params([
        term('2020-01-01', '2021-01-01'),
        term('2022-01-01', '2023-01-01'),
        term('2018-01-01', '2019-01-01'),
      ]),
    ).toEqual({ toOn: '2023-01-01' });
  });

  it('lists the least loaded first and keeps the order of the roster among equals', () => {
    const roster = [
      ['x', 5],
      ['y', 2],
      ['z', 5],
      ['w', 2],
    ].map(([id, load]) => ({ ...able, id: String(id), load: Number(load) }));
    expect(candidates(roster, seat).value.eligible.map((each) => each.id)).toEqual(['y', 'w', 'x', 'z']);
  });

  it('property: everybody is either eligible or excluded with a reason', () => {
    const person = fc.record({
      id: fc.uuid(),
      engagements: fc.constantFrom([home], []),
      leaves: fc.constantFrom([], [{ from: d('2026-11-01'), to: d('2026-12-01') }]),
      relations: fc.constantFrom([], [{ kind: 'interest' as const, to: 'company' }]),
      load: fc.nat(20),
      loadLimit: fc.constantFrom(null, 10),
    });
    fc.assert(
      fc.property(fc.array(person), (roster) => {
        const { eligible, excluded } = candidates(roster, seat).value;
        expect(eligible.length + excluded.length).toBe(roster.length);
        expect(excluded.every((each) => each.reasons.length > 0)).toBe(true);
        expect(
          eligible.every((each, index) => index === 0 || each.load >= (eligible[index - 1]?.load ?? 0)),
        ).toBe(true);
      }),
    );
  });
});

describe('sole arbitrator or three (Law 31, Organisation Rules 13, Rules 56, 57)', () => {
  const facts: CompositionFacts = {
    workers: 1,
    hasCommonClaims: false,
    isCollectiveContract: false,
    isMajorOrDifficult: false,
    isThreeByDecision: false,
    isClear: true,
    amount: 5_000_000,
    averageYearlyWage: null,
    haveBothAgreed: false,
    touchesPublicInterest: false,
    hasMajorSocialEffect: false,
    isRespondentMissing: false,
    isUnfitForSimple: false,
  };
  it.each<[string, Partial<CompositionFacts>, 'sole' | 'three', string[]]>([
    ['clear', {}, 'sole', ['tribunal.simple-clear']],
    ['nothing speaks for simple handling', { isClear: false }, 'three', ['tribunal.three-not-simple']],
    [
      'amount at the yearly wage',
      { isClear: false, averageYearlyWage: 5_000_000 },
      'sole',
      ['tribunal.simple-amount'],
    ],
    [
      'amount above it',
      { isClear: false, averageYearlyWage: 4_999_999 },
      'three',
      ['tribunal.three-not-simple'],
    ],
    ['both agree', { isClear: false, haveBothAgreed: true }, 'sole', ['tribunal.simple-agreed']],
    [
      'ten with common claims',
      { workers: 10, hasCommonClaims: true },
      'three',
      ['tribunal.three-collective'],
    ],
    ['nine with common claims', { workers: 9, hasCommonClaims: true }, 'sole', ['tribunal.simple-clear']],
    ['ten without common claims', { workers: 10 }, 'sole', ['tribunal.simple-clear']],
    [
      'ten, where the commission follows Rules 62(2)',
      { workers: 10, hasCommonClaims: true, mayHandleCollectiveSimply: true },
      'sole',
      ['tribunal.simple-clear'],
    ],
    ['collective contract', { isCollectiveContract: true }, 'three', ['tribunal.three-collective-contract']],
    ['major', { isMajorOrDifficult: true }, 'three', ['tribunal.three-major']],
    ['by decision', { isThreeByDecision: true }, 'three', ['tribunal.three-by-decision']],
    ['public interest', { touchesPublicInterest: true }, 'three', ['tribunal.three-public-interest']],
    ['social effect', { hasMajorSocialEffect: true }, 'three', ['tribunal.three-social-effect']],
    ['respondent missing', { isRespondentMissing: true }, 'three', ['tribunal.three-respondent-missing']],
    ['unfit', { isUnfitForSimple: true, haveBothAgreed: true }, 'three', ['tribunal.three-unfit']],
  ])('%s', (_name, change, expected, keys) => {
    const found = composition({ ...facts, ...change });
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
  });
});

describe('composed as it has to be (Law 31, Organisation Rules 13 to 15, Rules 65)', () => {
  const sole: SeatedTribunal = {
    arbitratorIds: ['a'],
    presidingId: null,
    recorderIds: ['r'],
    needs: 'sole',
    isCollectiveContract: false,
    sides: [],
  };
  const three: SeatedTribunal = {
    ...sole,
    arbitratorIds: ['a', 'b', 'c'],
    presidingId: 'b',
    needs: 'three',
  };
  const wrong = (...keys: string[]): string[] => [...keys, 'tribunal.form-again'];
  it.each<[string, SeatedTribunal, string[], string]>([
    ['one', sole, ['tribunal.proper'], '31'],
    ['three', three, ['tribunal.proper'], '31'],
    ['three where one would do', { ...three, needs: 'sole' }, ['tribunal.proper'], '31'],
    ['one where three are needed', { ...sole, needs: 'three' }, wrong('tribunal.not-three'), '15'],
    [
      'two where three are needed',
      { ...three, arbitratorIds: ['a', 'b'] },
      wrong('tribunal.not-three'),
      '15',
    ],
    [
      'two where one would do',
      { ...three, arbitratorIds: ['a', 'b'], needs: 'sole' },
      wrong('tribunal.neither-one-nor-three'),
      '15',
    ],
    ['nobody', { ...sole, arbitratorIds: [] }, wrong('tribunal.neither-one-nor-three'), '15'],
    ['three, nobody presides', { ...three, presidingId: null }, wrong('tribunal.no-presiding'), '15'],
    ['three, a stranger presides', { ...three, presidingId: 'x' }, wrong('tribunal.no-presiding'), '15'],
    [
      'the same arbitrator twice',
      { ...three, arbitratorIds: ['a', 'b', 'b'] },
      wrong('tribunal.seated-twice'),
      '15',
    ],
    [
      'an arbitrator keeps the record',
      { ...three, recorderIds: ['r', 'c'] },
      wrong('tribunal.is-recorder'),
      '14',
    ],
    [
      'a collective contract, all sides',
      {
        ...three,
        isCollectiveContract: true,
        sides: ['labour-administration', 'union', 'employers'],
      },
      ['tribunal.proper'],
      '31',
    ],
    [
      'a collective contract, one side missing',
      { ...three, isCollectiveContract: true, sides: ['union', 'union', 'employers'] },
      wrong('tribunal.not-tripartite'),
      '65',
    ],
  ])('%s', (_name, tribunal, keys, cited) => {
    const found = checkTribunal(tribunal);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value).toBe(keys[0] === 'tribunal.proper');
    expect(found.basis.slice(0, 2)).toEqual([
      { law: 'law', article: '31' },
      { law: 'org-rules', article: '13' },
    ]);
    expect(found.basis.map((each) => each.article)).toContain(cited);
  });
});
