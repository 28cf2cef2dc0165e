import fc from 'fast-check';
import { localDate as d } from '../kernel/local-date';
import { commissionFor, LocatedPlace } from './commission-area';
import {
  CompetingApplication,
  ConnectedPlace,
  decideCompetence,
  doesMoveCount,
  EmployerSeat,
  JurisdictionFacts,
  seatOf,
} from './jurisdiction';
import { COMMISSION_AREAS, CommissionArea, isArea } from './tables/areas';

const place = (name: string, commission: string | null = name): ConnectedPlace => ({ name, commission });
const seat = (change: Partial<EmployerSeat> = {}): EmployerSeat => ({
  isRegistered: true,
  registered: place('foshan'),
  mainOffice: null,
  sponsors: [],
  ...change,
});
const applied = (
  by: CompetingApplication['by'],
  commission: string,
  acceptedOn: string | null = null,
): CompetingApplication => ({ by, commission, acceptedOn: acceptedOn === null ? null : d(acceptedOn) });
const facts = (change: Partial<JurisdictionFacts> = {}): JurisdictionFacts => ({
  workplaces: [place('nansha')],
  seat: seat(),
  applications: [],
  ...change,
});
const cited = (found: { basis: readonly { law: string; article: string; paragraph?: string }[] }): string[] =>
  found.basis.map((each) => [each.law, each.article, each.paragraph].filter(Boolean).join(' '));

describe('seat of the employer (Rules 8(1))', () => {
  it.each<[string, Partial<EmployerSeat>, string[], string[]]>([
    ['registered', {}, ['foshan'], ['jurisdiction.seat-registered']],
    [
      'registered here, main office there: both',
      { mainOffice: place('shenzhen') },
      ['foshan', 'shenzhen'],
      ['jurisdiction.seat-registered', 'jurisdiction.seat-office'],
    ],
    [
      'main office where it is registered',
      { mainOffice: place('foshan') },
      ['foshan'],
      ['jurisdiction.seat-registered'],
    ],
    [
      'only the main office is known',
      { registered: null, mainOffice: place('shenzhen') },
      ['shenzhen'],
      ['jurisdiction.seat-office'],
    ],
    ['nothing is known', { registered: null }, [], []],
    [
      'not registered: the place of those behind it, not its office',
      { isRegistered: false, registered: null, mainOffice: place('shenzhen'), sponsors: [place('zhuhai')] },
      ['zhuhai'],
      ['jurisdiction.seat-sponsor'],
    ],
    [
      'not registered, nobody behind it is known',
      { isRegistered: false, registered: null },
      [],
      ['jurisdiction.seat-sponsor-needed'],
    ],
  ])('%s', (_name, change, expected, keys) => {
    const found = seatOf(seat(change));
    expect(found.value.map((each) => each.name)).toEqual(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(cited(found)).toEqual(['rules 8 1']);
  });
});

describe('which commission (Law 21, Rules 8)', () => {
  it.each<[string, Partial<JurisdictionFacts>, string[]]>([
    ['place of performance and seat', {}, ['nansha', 'foshan']],
    ['both in one area', { seat: seat({ registered: place('nansha') }) }, ['nansha']],
    [
      'several places of performance',
      { workplaces: [place('nansha'), place('zhongshan')] },
      ['nansha', 'zhongshan', 'foshan'],
    ],
    ['place of performance unclear', { workplaces: [] }, ['foshan']],
    ['a place that no row names', { workplaces: [place('jiangmen', null)] }, ['foshan']],
  ])('%s', (_name, change, competent) => {
    const found = decideCompetence(facts(change));
    expect(found.value).toEqual({ competent, prevailing: null, needsAgreement: false });
    expect(cited(found)).toEqual(expect.arrayContaining(['law 21 2', 'rules 8']));
  });

  it.each<[string, Partial<JurisdictionFacts>, string | null, boolean, string | null, string | null]>([
    ['one application', { applications: [applied('worker', 'foshan')] }, 'foshan', false, null, null],
    [
      'both sides at one commission',
      { applications: [applied('worker', 'foshan'), applied('employer', 'foshan')] },
      'foshan',
      false,
      null,
      null,
    ],
    [
      'an application where nobody has jurisdiction does not count',
      { applications: [applied('worker', 'shenzhen', '2026-11-02')] },
      null,
      false,
      null,
      null,
    ],
    [
      'worker at the place of performance, employer at the seat, although the seat accepted first',
      {
        applications: [
          applied('employer', 'foshan', '2026-11-02'),
          applied('worker', 'nansha', '2026-11-09'),
        ],
      },
      'nansha',
      false,
      'jurisdiction.performance-prevails',
      'law 21 2',
    ],
    [
      'the other way about',
      { applications: [applied('worker', 'foshan'), applied('employer', 'nansha')] },
      'nansha',
      false,
      'jurisdiction.performance-prevails',
      'law 21 2',
    ],
    [
      'both at the place of performance, one of them at the seat as well',
      {
        applications: [
          applied('employer', 'foshan', '2026-11-02'),
          applied('employer', 'nansha', '2026-11-09'),
          applied('worker', 'nansha', '2026-11-09'),
        ],
      },
      'nansha',
      false,
      'jurisdiction.performance-prevails',
      'law 21 2',
    ],
    [
      'both at the seat, one of them at the place of performance as well',
      {
        applications: [
          applied('employer', 'foshan', '2026-11-02'),
          applied('worker', 'foshan', '2026-11-02'),
          applied('worker', 'nansha', '2026-11-09'),
        ],
      },
      'nansha',
      false,
      'jurisdiction.performance-prevails',
      'law 21 2',
    ],
    [
      'two places of performance: the first to accept',
      {
        workplaces: [place('nansha'), place('zhongshan')],
        applications: [
          applied('worker', 'zhongshan', '2026-11-09'),
          applied('employer', 'nansha', '2026-11-10'),
        ],
      },
      'zhongshan',
      false,
      'jurisdiction.first-to-accept',
      'rules 8 2',
    ],
    [
      'two places of performance, one has not accepted',
      {
        workplaces: [place('nansha'), place('zhongshan')],
        applications: [applied('worker', 'zhongshan'), applied('employer', 'nansha', '2026-11-10')],
      },
      'nansha',
      false,
      'jurisdiction.first-to-accept',
      'rules 8 2',
    ],
    [
      'two places of performance, none has accepted',
      {
        workplaces: [place('nansha'), place('zhongshan')],
        applications: [applied('worker', 'zhongshan'), applied('employer', 'nansha')],
      },
      null,
      false,
      'jurisdiction.nobody-accepted-yet',
      'rules 8 2',
    ],
    [
      'two places of performance accepted on one day',
      {
        workplaces: [place('nansha'), place('zhongshan')],
        applications: [
          applied('worker', 'zhongshan', '2026-11-10'),
          applied('employer', 'nansha', '2026-11-10'),
        ],
      },
      null,
      true,
      'jurisdiction.accepted-same-day',
      'rules 9 2',
    ],
    [
      'two places of performance and the seat: the first to accept among the places',
      {
        workplaces: [place('nansha'), place('zhongshan')],
        applications: [
          applied('employer', 'foshan', '2026-11-01'),
          applied('worker', 'zhongshan', '2026-11-09'),
          applied('worker', 'nansha', '2026-11-10'),
        ],
      },
      'zhongshan',
      false,
      'jurisdiction.performance-prevails',
      'rules 8 2',
    ],
    [
      'one side applied twice: what was accepted first stays',
      {
        applications: [applied('worker', 'nansha', '2026-11-09'), applied('worker', 'foshan', '2026-11-06')],
      },
      'foshan',
      false,
      'jurisdiction.first-to-accept',
      'rules 34',
    ],
    [
      'two seats, no place of performance: the text names nobody',
      {
        workplaces: [],
        seat: seat({ mainOffice: place('shenzhen') }),
        applications: [applied('worker', 'foshan', '2026-11-02'), applied('employer', 'shenzhen')],
      },
      null,
      true,
      'jurisdiction.seats-compete',
      'rules 9 2',
    ],
  ])('%s', (_name, change, prevailing, needsAgreement, key, article) => {
    const found = decideCompetence(facts(change));
    expect(found.value).toMatchObject({ prevailing, needsAgreement });
    if (key !== null) expect(found.steps.map((each) => each.key)).toContain(key);
    if (article !== null) expect(cited(found)).toContain(article);
  });

  it('says where the place of performance is not clear, and where the table has no row', () => {
    const found = decideCompetence(
      facts({ workplaces: [], seat: seat({ registered: place('jiangmen', null) }) }),
    );
    expect(found.value.competent).toEqual([]);
    expect(found.steps.map((each) => each.key)).toEqual([
      'jurisdiction.workplace-unclear',
      'jurisdiction.seat-registered',
      'jurisdiction.area-unknown',
    ]);
  });

  const names = fc.constantFrom('nansha', 'foshan', 'zhongshan', 'shenzhen');
  const applications = fc.array(
    fc.record({
      by: fc.constantFrom('worker' as const, 'employer' as const),
      commission: names,
      acceptedOn: fc.constantFrom(null, d('2026-11-02'), d('2026-11-03')),
    }),
    { maxLength: 5 },
  );
  it('property: what prevails was applied to and is competent, and nothing else decides', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), names, applications, (workplaces, registered, list) => {
        const { competent, prevailing } = decideCompetence({
          workplaces: workplaces.map((each) => place(each)),
          seat: seat({ registered: place(registered) }),
          applications: list,
        }).value;
        if (prevailing === null) return;
        expect(competent).toContain(prevailing);
        expect(list.map((each) => each.commission)).toContain(prevailing);
      }),
    );
  });
  it('property: the order in which applications are listed does not matter', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), applications, (workplaces, list) => {
        const decide = (each: CompetingApplication[]) =>
          decideCompetence(facts({ workplaces: workplaces.map((name) => place(name)), applications: each }))
            .value;
        expect(decide([...list].reverse())).toEqual(decide(list));
      }),
    );
  });
});

describe('moves (Rules 8(3))', () => {
  it.each<[string, string, string | null, boolean]>([
    ['day before acceptance', '2026-11-22', '2026-11-23', true],
    ['day of acceptance', '2026-11-23', '2026-11-23', false],
    ['day after acceptance', '2026-11-24', '2026-11-23', false],
    ['not accepted yet', '2026-11-24', null, true],
  ])('%s', (_name, movedOn, acceptedOn, expected) => {
    const found = doesMoveCount(d(movedOn), acceptedOn === null ? null : d(acceptedOn));
    expect(found.value).toBe(expected);
    expect(cited(found)).toEqual(['rules 8 3']);
  });
});

describe('the table between a city and its districts', () => {
  const row = (change: Partial<CommissionArea>): CommissionArea => ({
    city: 'guangzhou',
    district: null,
    employers: null,
    commission: 'city',
    from: d('2017-07-01'),
    source: '区域表',
    isVerified: true,
    ...change,
  });
  const rows = [
    row({}),
    row({ district: 'nansha', commission: 'nansha', isVerified: false }),
    row({ district: 'nansha', employers: '市属', commission: 'city-for-its-own' }),
    row({ employers: '市属', commission: 'city-for-all-its-own' }),
    row({ district: 'panyu', commission: 'panyu' }),
    row({ district: 'panyu', commission: 'panyu-new', from: d('2026-01-01') }),
  ];
  const at = (change: Partial<LocatedPlace>): LocatedPlace => ({
    name: '广州市',
    city: 'guangzhou',
    district: null,
    ...change,
  });

  it.each<[string, Partial<LocatedPlace>, string, string | null, string[]]>([
    ['the city', {}, '2026-11-23', 'city', ['jurisdiction.area']],
    [
      'a district without a row of its own',
      { district: 'tianhe' },
      '2026-11-23',
      'city',
      ['jurisdiction.area'],
    ],
    [
      'a district, its row not verified',
      { district: 'nansha' },
      '2026-11-23',
      'nansha',
      ['jurisdiction.area', 'jurisdiction.area-not-verified'],
    ],
    [
      'an employer of a kind, in a district with a row for it',
      { district: 'nansha', employerKinds: ['市属'] },
      '2026-11-23',
      'city-for-its-own',
      ['jurisdiction.area'],
    ],
    [
      'an employer of a kind goes before a district',
      { district: 'panyu', employerKinds: ['市属'] },
      '2026-11-23',
      'city-for-all-its-own',
      ['jurisdiction.area'],
    ],
    [
      'an employer of another kind',
      { district: 'panyu', employerKinds: ['省属'] },
      '2026-11-23',
      'panyu-new',
      ['jurisdiction.area'],
    ],
    ['the day before a new row', { district: 'panyu' }, '2025-12-31', 'panyu', ['jurisdiction.area']],
    ['the first day of a new row', { district: 'panyu' }, '2026-01-01', 'panyu-new', ['jurisdiction.area']],
    ['before all rows', {}, '2017-06-30', null, ['jurisdiction.area-unknown']],
    ['another city', { city: 'jiangmen' }, '2026-11-23', null, ['jurisdiction.area-unknown']],
  ])('%s', (_name, change, on, commission, keys) => {
    const found = commissionFor(at(change), d(on), rows);
    expect(found.value.commission).toBe(commission);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value.isVerified).toBe(
      commission !== null && !keys.includes('jurisdiction.area-not-verified'),
    );
    expect(cited(found)).toEqual(['law 21 1']);
  });

  it('answers nothing where two equal rows contradict each other, and does not mind the same row twice', () => {
    const twice = commissionFor(at({}), d('2026-11-23'), [row({}), row({})]);
    expect(twice.value.commission).toBe('city');
    const conflict = commissionFor(at({}), d('2026-11-23'), [row({}), row({ commission: 'other' })]);
    expect(conflict.value).toEqual({ commission: null, isVerified: false });
    expect(conflict.steps.map((each) => each.key)).toEqual(['jurisdiction.area-conflict']);
  });

  it('carries rows for the cities of the tables only, none of them verified', () => {
    expect(COMMISSION_AREAS.every((each) => isArea(each.city) && !each.isVerified)).toBe(true);
    const nansha = at({ name: '广州市南沙区', district: 'nansha' });
    expect(commissionFor(nansha, d('2026-11-23'), COMMISSION_AREAS).value.commission).toBe('nansha');
    expect(commissionFor(at({}), d('2026-11-23'), COMMISSION_AREAS).value.commission).toBeNull();
    const chancheng = at({ name: '佛山市禅城区', city: 'foshan', district: 'chancheng' });
    expect(commissionFor(chancheng, d('2026-11-23'), COMMISSION_AREAS).value.commission).toBe('foshan');
  });
});
