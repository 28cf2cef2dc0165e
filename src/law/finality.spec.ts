import fc from 'fast-check';
import { localDate as d } from '../kernel/local-date';
import { ClaimKind } from './claims/claim';
import {
  courtView,
  DecidedItem,
  decideFinality,
  DEFAULT_FINALITY_SETTINGS,
  FinalityFacts,
  StatedKind,
} from './finality';
import { areaKey, AREAS, isArea } from './tables/areas';
import { MINIMUM_WAGE } from './tables/minimum-wage';
import { MissingTableRow, rowOn } from './tables/table';

const item = (id: string, kind: ClaimKind, yuan: number): DecidedItem => ({ id, kind, awarded: yuan * 100 });
const facts = (...items: DecidedItem[]): FinalityFacts => ({
  items,
  area: 'guangzhou',
  appliedOn: d('2026-10-08'),
  awardedOn: d('2026-11-23'),
});
const decide = (each: FinalityFacts, settings = DEFAULT_FINALITY_SETTINGS) =>
  decideFinality(each, settings, MINIMUM_WAGE);

describe('final or not (Law 47, Rules 50)', () => {
  it.each<[string, DecidedItem, boolean, string]>([
    // 12 × 2,680 = 32,160 yuan
    ['wages at the threshold', item('a', 'labour-remuneration', 32160), true, 'finality.within-threshold'],
    [
      'wages one fen above',
      { ...item('a', 'labour-remuneration', 32160), awarded: 3216001 },
      false,
      'finality.above-threshold',
    ],
    ['compensation below', item('a', 'economic-compensation', 100), true, 'finality.within-threshold'],
    ['damages above', item('a', 'damages', 40000), false, 'finality.above-threshold'],
    [
      'medical costs of an injury',
      item('a', 'work-injury-medical', 32160),
      true,
      'finality.within-threshold',
    ],
    ['a refused claim awards nothing', item('a', 'damages', 0), true, 'finality.within-threshold'],
    [
      'labour standard, whatever the amount',
      item('a', 'labour-standard', 99999),
      true,
      'finality.labour-standard',
    ],
    ['another kind', item('a', 'other', 1), false, 'finality.other-kind'],
    ['labour relation', item('a', 'relation-confirmation', 0), false, 'finality.relation-confirmed'],
  ])('%s', (_name, each, isFinal, key) => {
    const found = decide(facts(each));
    expect(found.value.items[0]).toMatchObject({ isFinal, reasons: [{ key }] });
    expect(found.value.documents.map((document) => document.kind)).toEqual([isFinal ? 'final' : 'non-final']);
  });

  it('looks at each item, not at the sum, and writes mixed awards apart (Rules 50(1), (4))', () => {
    const { value } = decide(
      facts(
        item('a', 'labour-remuneration', 30000),
        item('b', 'damages', 50000),
        item('c', 'economic-compensation', 30000),
      ),
    );
    expect(value.threshold).toBe(3_216_000);
    expect(value.documents).toEqual([
      {
        kind: 'final',
        itemIds: ['a', 'c'],
        rightsKey: 'award.rights-final',
        workerSuitDays: 15,
        employerSuitDays: null,
        employerSetAsideDays: 30,
      },
      {
        kind: 'non-final',
        itemIds: ['b'],
        rightsKey: 'award.rights-non-final',
        workerSuitDays: 15,
        employerSuitDays: 15,
        employerSetAsideDays: null,
      },
    ]);
  });

  it('a confirmed labour relation makes the whole case non-final, unless the commission says otherwise', () => {
    const both = facts(item('a', 'relation-confirmation', 0), item('b', 'labour-remuneration', 100));
    expect(decide(both).value.items.map((each) => each.isFinal)).toEqual([false, false]);
    const settings = { ...DEFAULT_FINALITY_SETTINGS, isRelationConfirmationNonFinal: false };
    expect(decide(both, settings).value.items.map((each) => each.isFinal)).toEqual([false, true]);
  });

  it('says that the rule on labour relations has not been compared with its text', () => {
    const keys = (kind: ClaimKind) => decide(facts(item('a', kind, 0))).steps.map((each) => each.key);
    expect(keys('relation-confirmation')).toContain('finality.relation-not-verified');
    expect(keys('other')).not.toContain('finality.relation-not-verified');
  });

  it.each<[string, Partial<DecidedItem>, boolean, string, string]>([
    ['wages', {}, true, 'finality.within-threshold', 'rules 50 1'],
    ['medical costs', { kind: 'work-injury-medical' }, true, 'finality.within-threshold', 'rules 50 1'],
    ['compensation', { kind: 'economic-compensation' }, true, 'finality.within-threshold', 'rules 50 2'],
    ['damages', { kind: 'damages' }, true, 'finality.within-threshold', 'rules 50 2'],
    ['a labour standard', { kind: 'labour-standard' }, true, 'finality.labour-standard', 'rules 50 3'],
    ['the worker’s own', { claimedBy: 'worker' }, true, 'finality.within-threshold', 'rules 50 1'],
    [
      'damages that the employer claims',
      { kind: 'damages', claimedBy: 'employer' },
      false,
      'finality.employers-claim',
      'interpretation-1 19',
    ],
    [
      'another kind of the employer',
      { kind: 'other', claimedBy: 'employer' },
      false,
      'finality.other-kind',
      'law 50',
    ],
  ])('%s: the article', (_name, change, isFinal, key, cited) => {
    const [found] = decide(facts({ ...item('a', 'labour-remuneration', 100), ...change })).value.items;
    expect(found).toMatchObject({ isFinal, reasons: [{ key }] });
    const { law, article, paragraph } = found!.reasons[0]!.article!;
    expect([law, article, paragraph].filter(Boolean).join(' ')).toBe(cited);
  });

  it('goes by the day of acceptance where the commission does, and asks for it', () => {
    const settings = { ...DEFAULT_FINALITY_SETTINGS, referenceDate: 'acceptance-date' as const };
    const days = { ...facts(), appliedOn: d('2026-08-28'), awardedOn: d('2026-10-12') };
    expect(decide({ ...days, acceptedOn: d('2026-08-31') }, settings).value.threshold).toBe(3_000_000);
    expect(decide({ ...days, acceptedOn: d('2026-09-01') }, settings).value.threshold).toBe(3_216_000);
    expect(() => decide(days, settings)).toThrow(RangeError);
  });

  it.each([
    ['application-date', '2026-08-31', '2026-09-30', 3_000_000],
    ['award-date', '2026-08-31', '2026-09-30', 3_216_000],
    ['application-date', '2026-09-01', '2026-09-30', 3_216_000],
    ['application-date', '2025-02-28', '2026-09-30', 2_760_000],
  ] as const)(
    'takes the minimum wage of the %s (%s / %s): %d',
    (referenceDate, appliedOn, awardedOn, threshold) => {
      const each = { ...facts(), appliedOn: d(appliedOn), awardedOn: d(awardedOn) };
      expect(decide(each, { ...DEFAULT_FINALITY_SETTINGS, referenceDate }).value.threshold).toBe(threshold);
    },
  );

  it('says when the figure has not been verified', () => {
    const keys = (area: string) => decide({ ...facts(), area }).steps.map((step) => step.key);
    expect(keys('dongguan')).toEqual(['finality.threshold', 'table.not-verified']);
    expect(keys('guangzhou')).toEqual(['finality.threshold']);
  });

  it('decides nothing without a minimum wage', () => {
    expect(() => decide({ ...facts(), area: 'jiangmen' })).toThrow(MissingTableRow);
    expect(() => decide({ ...facts(), appliedOn: d('2010-04-30') })).toThrow(
      'no minimum-wage for guangzhou on 2010-04-30',
    );
  });

  it('property: every item is in exactly one document', () => {
    const kind = fc.constantFrom<ClaimKind>(
      'labour-remuneration',
      'damages',
      'labour-standard',
      'other',
      'relation-confirmation',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, fc.nat(60000))), (list) => {
        const items = list.map(([each, yuan], index) => item(String(index), each, yuan));
        const { documents } = decide(facts(...items)).value;
        expect(documents.flatMap((document) => document.itemIds).sort()).toEqual(
          items.map((each) => each.id).sort(),
        );
      }),
    );
  });
});

describe('how a court will treat a document (Interpretation (I) 18 to 20)', () => {
  it.each<[StatedKind, boolean[], 'final' | 'non-final', string, string]>([
    ['final', [true, true], 'final', 'finality.says-final', '18'],
    ['non-final', [true], 'non-final', 'finality.says-non-final', '18'],
    ['final', [false], 'final', 'finality.says-final', '18'],
    ['final', [true, false], 'non-final', 'finality.mixed-document', '20'],
    [null, [true, false], 'non-final', 'finality.mixed-document', '20'],
    [null, [true, true], 'final', 'finality.says-nothing-final', '19'],
    [null, [false], 'non-final', 'finality.says-nothing-non-final', '18'],
    [null, [], 'non-final', 'finality.says-nothing-non-final', '18'],
  ])('says %s, items final %j: %s', (stated, items, expected, key, number) => {
    const found = courtView(
      stated,
      items.map((isFinal) => ({ isFinal })),
    );
    expect(found.value).toBe(expected);
    expect(found.steps).toMatchObject([{ key, article: { law: 'interpretation-1', article: number } }]);
  });
});

describe('tables', () => {
  it.each([
    ['guangzhou', '2010-04-30', null],
    ['guangzhou', '2010-05-01', 103_000],
    ['guangzhou', '2018-06-30', 189_500],
    ['guangzhou', '2018-07-01', 210_000],
    ['guangzhou', '2021-11-30', 210_000],
    ['guangzhou', '2021-12-01', 230_000],
    ['guangzhou', '2025-02-28', 230_000],
    ['guangzhou', '2025-03-01', 250_000],
    ['guangzhou', '2026-08-31', 250_000],
    ['guangzhou', '2026-09-01', 268_000],
    ['shenzhen', '2010-06-30', null],
    ['shenzhen', '2021-12-31', 220_000],
    ['shenzhen', '2022-01-01', 236_000],
    ['shenzhen', '2026-09-01', 270_000],
    ['zhuhai', '2026-11-23', 230_000],
    ['foshan', '2025-06-01', 208_000],
  ])('minimum wage of %s on %s: %j', (area, on, value) => {
    expect(rowOn(MINIMUM_WAGE, area, d(on))?.value ?? null).toBe(value);
  });

  it('finds the row whatever the order', () => {
    expect(rowOn([...MINIMUM_WAGE].reverse(), 'guangzhou', d('2026-11-23'))?.value).toBe(268_000);
  });

  it('a figure before 2025 waits for a commission to confirm it', () => {
    expect(MINIMUM_WAGE.filter((row) => row.from < '2025-01-01' && row.isVerified)).toEqual([]);
    expect(MINIMUM_WAGE.every((row) => row.source !== '')).toBe(true);
  });

  it('names areas', () => {
    expect(areaKey('zhuhai')).toBe('area.zhuhai');
    expect(areaKey('jiangmen')).toBe('area.local');
    expect(Object.keys(AREAS).every(isArea)).toBe(true);
    expect(MINIMUM_WAGE.every((row) => isArea(row.area))).toBe(true);
  });
});
