import fc from 'fast-check';
import { localDate as d } from '../kernel/local-date';
import {
  ConversionFacts,
  DEFENCE_DAYS,
  decideConversion,
  decideSimplified,
  defencePeriods,
  maySimplyServe,
  ServedPaper,
  SimplifiedFacts,
} from './simplified-procedure';
import { TableRow } from './tables/table';
import { AVERAGE_YEARLY_WAGE } from './tables/yearly-wage';

const none = {
  touchesPublicInterest: false,
  hasMajorSocialEffect: false,
  isRespondentMissing: false,
  isUnfitForSimple: false,
};
const row = (from: string, value: number, isVerified = true): TableRow => ({
  area: 'guangdong',
  from: d(from),
  value,
  source: '测试用数',
  isVerified,
});
const rows = [row('2025-06-01', 9_000_000), row('2026-06-01', 10_000_000)];
const facts: SimplifiedFacts = {
  ...none,
  isClear: false,
  amount: 10_000_000,
  haveBothAgreed: false,
  province: 'guangdong',
  on: d('2026-11-23'),
};

describe('whether a case may be handled simply (Rules 56, 57)', () => {
  it.each<[string, Partial<SimplifiedFacts>, boolean, string[]]>([
    ['amount at the average', {}, true, ['tribunal.simple-amount', 'simplified.tell-parties']],
    ['one fen above it', { amount: 10_000_001 }, false, ['simplified.no-ground']],
    ['the average of the year before a new one', { on: d('2026-05-31') }, false, ['simplified.no-ground']],
    [
      'the first day of a new average',
      { on: d('2026-06-01') },
      true,
      ['tribunal.simple-amount', 'simplified.tell-parties'],
    ],
    [
      'no average for the day',
      { on: d('2025-05-31') },
      false,
      ['simplified.no-ground', 'simplified.average-missing'],
    ],
    [
      'another province',
      { province: 'guangxi' },
      false,
      ['simplified.no-ground', 'simplified.average-missing'],
    ],
    [
      'clear, without an average',
      { isClear: true, on: d('2025-05-31') },
      true,
      ['tribunal.simple-clear', 'simplified.tell-parties', 'simplified.average-missing'],
    ],
    [
      'both agree, above the average',
      { haveBothAgreed: true, amount: 99_000_000 },
      true,
      ['tribunal.simple-agreed', 'simplified.tell-parties'],
    ],
    [
      'all three',
      { isClear: true, haveBothAgreed: true },
      true,
      [
        'tribunal.simple-clear',
        'tribunal.simple-amount',
        'tribunal.simple-agreed',
        'simplified.tell-parties',
      ],
    ],
    [
      'public interest, whoever agrees',
      { haveBothAgreed: true, touchesPublicInterest: true },
      false,
      ['tribunal.simple-amount', 'tribunal.simple-agreed', 'tribunal.three-public-interest'],
    ],
    [
      'social effect',
      { hasMajorSocialEffect: true },
      false,
      ['tribunal.simple-amount', 'tribunal.three-social-effect'],
    ],
    [
      'respondent missing',
      { isRespondentMissing: true },
      false,
      ['tribunal.simple-amount', 'tribunal.three-respondent-missing'],
    ],
    ['unfit', { isUnfitForSimple: true }, false, ['tribunal.simple-amount', 'tribunal.three-unfit']],
  ])('%s', (_name, change, expected, keys) => {
    const found = decideSimplified({ ...facts, ...change }, rows);
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.basis.map((each) => `${each.law} ${each.article}`)).toEqual(
      expect.arrayContaining(['rules 56', 'rules 57']),
    );
  });

  it('says when the average has not been verified, and carries none of its own', () => {
    const found = decideSimplified(facts, [row('2026-06-01', 10_000_000, false)]);
    expect(found.steps.map((each) => each.key)).toContain('table.not-verified');
    expect(AVERAGE_YEARLY_WAGE).toEqual([]);
  });

  it('property: one of Rules 57 bars it, whatever speaks for it', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.nat(20_000_000),
        fc.constantFrom(
          'touchesPublicInterest',
          'hasMajorSocialEffect',
          'isRespondentMissing',
          'isUnfitForSimple',
        ),
        (isClear, haveBothAgreed, amount, blocker) => {
          const each = { ...facts, isClear, haveBothAgreed, amount, [blocker]: true };
          expect(decideSimplified(each, rows).value).toBe(false);
        },
      ),
    );
  });
});

describe('defence period (Rules 33, 58)', () => {
  it('is ten working days where nothing else is agreed', () => {
    expect(DEFENCE_DAYS).toBe(10);
  });

  it.each<[string, boolean, number | null, number, string]>([
    ['nothing agreed', true, null, 10, 'simplified.defence-whole'],
    ['shortened', true, 3, 3, 'simplified.defence-agreed'],
    ['left whole', true, 10, 10, 'simplified.defence-agreed'],
    ['given up', true, 0, 0, 'simplified.defence-given-up'],
    ['agreed, but not handled simply', false, 0, 10, 'simplified.defence-not-simple'],
    ['ordinary', false, null, 10, 'simplified.defence-whole'],
  ])('%s', (_name, isSimplified, agreedDays, days, key) => {
    const found = defencePeriods(isSimplified, [{ respondent: '甲公司', agreedDays }]);
    expect(found.value).toEqual([{ respondent: '甲公司', days }]);
    expect(found.basis.map((each) => each.article)).toEqual(['33', '58']);
    expect(found.steps.map((each) => each.key)).toEqual([key]);
  });

  it('belongs to each respondent', () => {
    const agreed = [
      { respondent: '甲公司', agreedDays: 0 },
      { respondent: '乙公司', agreedDays: null },
    ];
    expect(defencePeriods(true, agreed).value.map((each) => each.days)).toEqual([0, 10]);
  });

  it.each([-1, 11, 2.5])('refuses %d days', (agreedDays) => {
    expect(() => defencePeriods(true, [{ respondent: '甲公司', agreedDays }])).toThrow(RangeError);
  });
});

describe('simple service (Rules 59)', () => {
  it.each<[ServedPaper, boolean, boolean, string[]]>([
    ['other', true, true, ['simplified.service-allowed']],
    ['hearing-notice', true, true, ['simplified.service-allowed', 'simplified.service-confirm']],
    ['award', true, false, ['simplified.service-barred']],
    ['mediation-statement', true, false, ['simplified.service-barred']],
    ['other', false, false, ['simplified.service-not-simple']],
    ['hearing-notice', false, false, ['simplified.service-not-simple']],
  ])('%s, simple: %s', (paper, isSimplified, expected, keys) => {
    const found = maySimplyServe(isSimplified, paper);
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.basis[0]).toEqual({ law: 'rules', article: '59', paragraph: '1' });
  });
});

describe('conversion (Rules 61)', () => {
  const conversion: ConversionFacts = {
    ...none,
    isUnfitForSimple: true,
    isSimplified: true,
    decidedOn: d('2026-11-20'),
    periodEndsOn: d('2026-11-23'),
  };
  it.each<[string, Partial<ConversionFacts>, string, string]>([
    ['unfit', {}, 'convert', 'simplified.convert'],
    ['last day of the period', { decidedOn: d('2026-11-23') }, 'convert', 'simplified.convert'],
    ['day after it', { decidedOn: d('2026-11-24') }, 'too-late', 'simplified.convert-late'],
    ['nothing against simple handling', { isUnfitForSimple: false }, 'stay', 'simplified.still-fit'],
    [
      'respondent cannot be found any more',
      { isUnfitForSimple: false, isRespondentMissing: true },
      'convert',
      'simplified.convert',
    ],
    ['ordinary already', { isSimplified: false }, 'stay', 'simplified.is-ordinary'],
  ])('%s', (_name, change, expected, key) => {
    const found = decideConversion({ ...conversion, ...change });
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toContain(key);
    expect(found.basis.map((each) => each.article)).toContain('61');
  });

  it('goes on counting from acceptance, with what both have confirmed', () => {
    expect(decideConversion(conversion).steps.slice(-2)).toMatchObject([
      { key: 'simplified.period-goes-on', article: { article: '61', paragraph: '2' } },
      { key: 'simplified.confirmed-facts', article: { article: '61', paragraph: '2' } },
    ]);
  });
});
