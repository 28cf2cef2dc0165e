import { cited, lawTables, stepKeys, told, yuan } from '../../../../test/support/law';
import { localDate as d } from '../../../kernel/local-date';
import { MissingTableRow, TableRow } from '../../tables/table';
import { ownWage } from './benefit';
import { deathBenefits, DeathBenefitsFacts } from './death-benefits';
import { disabilityAllowance, DisabilityAllowanceFacts } from './disability-allowance';
import { disabilityLumpSum } from './disability-lump-sum';
import { injuryLeavingSubsidies, InjuryLeavingSubsidiesFacts } from './injury-leaving-subsidies';
import { injuryMedical } from './injury-medical';
import { injuryWages, InjuryWagesFacts } from './injury-wages';

const filedOn = d('2026-11-23');
const tables = lawTables();
const averageRow: TableRow = {
  area: 'guangzhou',
  from: d('2025-01-01'),
  value: yuan(10000),
  source: '样例',
  isVerified: true,
};
const withAverage = { ...tables, averageWage: [averageRow] };

describe('the own wage (Work Injury Regulation 64(2))', () => {
  it.each([
    ['under 60 %', 5999.99, 6000, 'injury.own-wage-raised'],
    ['exactly 60 %', 6000, 6000, 'injury.own-wage'],
    ['between', 12345.67, 12345.67, 'injury.own-wage'],
    ['exactly 300 %', 30000, 30000, 'injury.own-wage'],
    ['over 300 %', 30000.01, 30000, 'injury.own-wage-capped'],
  ])('%s', (_name, given, counted, key) => {
    const found = ownWage({ injuredOn: d('2026-03-01'), ownWage: yuan(given) }, withAverage);
    expect([found.wage, found.steps.map((step) => step.key)]).toEqual([yuan(counted), [key]]);
  });

  it('is not checked where no average is loaded, and says where one is not confirmed', () => {
    const facts = { injuredOn: d('2026-03-01'), ownWage: yuan(1) };
    expect(ownWage(facts, tables).steps.map((step) => step.key)).toEqual(['injury.own-wage-unchecked']);
    const unconfirmed = { ...tables, averageWage: [{ ...averageRow, isVerified: false }] };
    expect(ownWage(facts, unconfirmed).steps.map((step) => step.key)).toEqual([
      'injury.own-wage-raised',
      'table.not-verified',
    ]);
  });
});

describe('lump sum for disability (Work Injury Regulation 35 to 37, 62(2))', () => {
  const facts = { grade: 9, injuredOn: d('2026-03-01'), ownWage: yuan(5000), isInsured: false };
  it.each([
    [1, 27, '《工伤保险条例》第三十五条第一款第（一）项'],
    [2, 25, '《工伤保险条例》第三十五条第一款第（一）项'],
    [3, 23, '《工伤保险条例》第三十五条第一款第（一）项'],
    [4, 21, '《工伤保险条例》第三十五条第一款第（一）项'],
    [5, 18, '《工伤保险条例》第三十六条第一款第（一）项'],
    [6, 16, '《工伤保险条例》第三十六条第一款第（一）项'],
    [7, 13, '《工伤保险条例》第三十七条第（一）项'],
    [8, 11, '《工伤保险条例》第三十七条第（一）项'],
    [9, 9, '《工伤保险条例》第三十七条第（一）项'],
    [10, 7, '《工伤保险条例》第三十七条第（一）项'],
  ])('grade %d: %d months (%s)', (grade, months, citation) => {
    const found = disabilityLumpSum.compute({ ...facts, grade }, tables, filedOn);
    expect(found.value).toBe(yuan(5000) * months);
    expect(cited(found)[0]).toBe(citation);
    expect(stepKeys(found)).toEqual([
      'injury.own-wage-unchecked',
      'disability-lump-sum.months',
      'injury.employer-pays',
      'claim.total',
    ]);
  });

  it('is the fund’s to pay where the worker was insured', () => {
    const found = disabilityLumpSum.compute({ ...facts, isInsured: true }, tables, filedOn);
    expect(found.value).toBe(0);
    expect(found.steps.at(-2)).toMatchObject({ key: 'injury.fund-pays', amount: yuan(45000) });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['grade 0', { grade: 0 }, ['/grade problem.out-of-range']],
    ['grade 11', { grade: 11 }, ['/grade problem.out-of-range']],
    ['grade nine and a half', { grade: 9.5 }, ['/grade problem.not-a-number']],
    ['silence about insurance', { isInsured: undefined }, ['/isInsured problem.missing']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(disabilityLumpSum.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('disability allowance (Work Injury Regulation 35(1)(2), 36(1)(2))', () => {
  const facts: DisabilityAllowanceFacts = {
    grade: 5,
    injuredOn: d('2025-03-01'),
    ownWage: yuan(10000),
    isInsured: true,
    isWithoutWork: true,
    from: d('2026-09-01'),
    to: d('2026-10-31'),
  };
  const lines = [
    'injury.own-wage-unchecked',
    'disability-allowance.percent',
    'minimum-wage.of-month',
    'monthly.whole',
  ];
  it.each([
    [1, 90],
    [2, 85],
    [3, 80],
    [4, 75],
  ])('grade %d: %d %%, from an employer that had not insured', (grade, percent) => {
    const found = disabilityAllowance.compute({ ...facts, grade, isInsured: false }, tables, filedOn);
    expect(found.value).toBe(yuan(2 * percent * 100));
    expect(stepKeys(found)).toEqual([...lines, 'injury.employer-pays', 'claim.total']);
    expect(cited(found)[0]).toBe('《工伤保险条例》第三十五条第一款第（二）项');
  });

  it.each([
    [5, 70],
    [6, 60],
  ])('grade %d: %d %%, from the employer, insured or not', (grade, percent) => {
    for (const isInsured of [true, false]) {
      const found = disabilityAllowance.compute({ ...facts, grade, isInsured }, tables, filedOn);
      expect(found.value).toBe(yuan(2 * percent * 100));
      expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
      expect(cited(found)[0]).toBe('《工伤保险条例》第三十六条第一款第（二）项');
    }
  });

  it('of grade 1 to 4 is the fund’s where the worker was insured', () => {
    const found = disabilityAllowance.compute({ ...facts, grade: 4 }, tables, filedOn);
    expect([found.value, stepKeys(found).at(-2)]).toEqual([0, 'injury.fund-pays']);
  });

  it.each<[string, Partial<DisabilityAllowanceFacts>, number, string[]]>([
    [
      'made up to the minimum wage, month by month',
      { ownWage: yuan(3500), from: d('2026-08-01') },
      7860,
      [
        'injury.own-wage-unchecked',
        'disability-allowance.percent',
        'minimum-wage.of-month',
        'disability-allowance.raised',
        'monthly.whole',
        'minimum-wage.of-month',
        'disability-allowance.raised',
        'monthly.whole',
      ],
    ],
    ['exactly the minimum wage', { ownWage: yuan(3828.57) }, 5360, lines],
    ['less what was paid', { paid: yuan(4000) }, 10000, [...lines, 'wages.paid']],
    ['with suitable work', { isWithoutWork: false }, 0, ['disability-allowance.has-work']],
  ])('%s', (_name, change, expected, keys) => {
    const found = disabilityAllowance.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...keys, 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['grade 7 has none', { grade: 7 }, ['/grade problem.out-of-range']],
    ['grade 4: work is not asked', { grade: 4, isWithoutWork: undefined }, []],
    ['grade 5: it is', { isWithoutWork: undefined }, ['/isWithoutWork problem.missing']],
    ['no grade', { grade: undefined, isWithoutWork: undefined }, ['/grade problem.missing']],
    ['before the injury', { from: '2025-02-28' }, ['/from problem.ends-before-it-starts']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(disabilityAllowance.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('lump sums on leaving (Work Injury Regulation 36(2), 37(2); months from the table)', () => {
  const facts: InjuryLeavingSubsidiesFacts = {
    grade: 10,
    injuredOn: d('2025-03-01'),
    endDate: d('2026-10-31'),
    endedHow: 'by-worker',
    ownWage: yuan(5000),
    isInsured: true,
  };
  it.each([
    [5, 10, 50],
    [6, 8, 40],
    [7, 6, 25],
    [8, 4, 15],
    [9, 2, 8],
    [10, 1, 4],
  ])('grade %d: %d and %d months', (grade, medical, employment) => {
    expect(injuryLeavingSubsidies.compute({ ...facts, grade }, tables, filedOn).value).toBe(
      yuan(5000) * employment,
    );
    expect(injuryLeavingSubsidies.compute({ ...facts, grade, isInsured: false }, tables, filedOn).value).toBe(
      yuan(5000) * (medical + employment),
    );
  });

  it('says that the months wait for confirmation, until they are confirmed', () => {
    const lines = (isVerified: boolean) => {
      const rows = (all: readonly TableRow[]) => all.map((row) => ({ ...row, isVerified }));
      return stepKeys(
        injuryLeavingSubsidies.compute(
          facts,
          {
            ...tables,
            injuryMedicalMonths: rows(tables.injuryMedicalMonths),
            injuryEmploymentMonths: rows(tables.injuryEmploymentMonths),
          },
          filedOn,
        ),
      );
    };
    expect(lines(false)).toEqual([
      'injury-leaving.ended',
      'injury.own-wage-unchecked',
      'injury-leaving.medical',
      'table.months-not-verified',
      'injury.fund-pays',
      'injury-leaving.employment',
      'table.months-not-verified',
      'claim.total',
    ]);
    expect(lines(true)).not.toContain('table.months-not-verified');
  });

  it.each<[number, InjuryLeavingSubsidiesFacts['endedHow'], string]>([
    [5, 'by-worker', '《工伤保险条例》第三十六条第二款'],
    [6, 'by-worker', '《工伤保险条例》第三十六条第二款'],
    [6, 'expired', '《劳动合同法实施条例》第二十三条'],
    [7, 'expired', '《工伤保险条例》第三十七条第（二）项'],
    [7, 'by-worker', '《工伤保险条例》第三十七条第（二）项'],
    [10, 'by-employer', '《劳动合同法实施条例》第二十三条'],
  ])('grade %d, ended %s, rests on %s', (grade, endedHow, citation) => {
    expect(cited(injuryLeavingSubsidies.compute({ ...facts, grade, endedHow }, tables, filedOn))[0]).toBe(
      citation,
    );
  });

  it('no months, no figure', () => {
    expect(() => injuryLeavingSubsidies.compute(facts, lawTables('beijing'), filedOn)).toThrow(
      MissingTableRow,
    );
    expect(() =>
      injuryLeavingSubsidies.compute({ ...facts, endDate: d('2011-12-31') }, tables, filedOn),
    ).toThrow(MissingTableRow);
    expect(() =>
      injuryLeavingSubsidies.compute(facts, { ...tables, injuryEmploymentMonths: [] }, filedOn),
    ).toThrow('injury-employment-months');
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['grade 4 keeps the employment', { grade: 4 }, ['/grade problem.out-of-range']],
    ['left before the injury', { endDate: '2025-02-28' }, ['/endDate problem.ends-before-it-starts']],
    ['how it ended', { endedHow: 'somehow' }, ['/endedHow problem.not-a-choice']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(injuryLeavingSubsidies.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('death at work (Work Injury Regulation 39)', () => {
  const facts: DeathBenefitsFacts = { diedOn: d('2025-12-31'), isInsured: false };
  it.each<[string, Partial<DeathBenefitsFacts>, boolean, number, string[]]>([
    // 20 × 54,188 and 6 × 10,000
    [
      'both sums',
      {},
      true,
      1_143_760,
      ['death.funeral', 'death.lump-sum', 'table.not-verified', 'death.pension', 'injury.employer-pays'],
    ],
    [
      'no local average: the lump sum alone',
      {},
      false,
      1_083_760,
      [
        'death.funeral-not-counted',
        'death.lump-sum',
        'table.not-verified',
        'death.pension',
        'injury.employer-pays',
      ],
    ],
    [
      'after the leave of a grade 1 to 4: the funeral alone',
      { isAfterLeave: true },
      true,
      60_000,
      ['death.funeral', 'death.after-leave', 'death.pension', 'injury.employer-pays'],
    ],
    [
      'insured: the fund pays',
      { isInsured: true },
      true,
      0,
      ['death.funeral', 'death.lump-sum', 'table.not-verified', 'death.pension', 'injury.fund-pays'],
    ],
  ])('%s', (_name, change, hasAverage, expected, lines) => {
    const found = deathBenefits.compute({ ...facts, ...change }, hasAverage ? withAverage : tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
  });

  it.each([
    ['2020-12-31', null],
    ['2021-01-01', 876_680],
    ['2021-12-31', 876_680],
    ['2022-01-01', 948_240],
    ['2023-06-30', 985_660],
    ['2024-02-29', 1_036_420],
    ['2025-12-31', 1_083_760],
    ['2026-01-01', null],
  ])('died on %s: twenty times the income of the year before is %j', (diedOn, expected) => {
    const compute = () => deathBenefits.compute({ ...facts, diedOn: d(diedOn) }, tables, filedOn).value;
    if (expected === null) expect(compute).toThrow(MissingTableRow);
    else expect(compute()).toBe(yuan(expected));
  });

  it('an average that is not confirmed says so', () => {
    const unconfirmed = { ...tables, averageWage: [{ ...averageRow, isVerified: false }] };
    expect(stepKeys(deathBenefits.compute(facts, unconfirmed, filedOn)).slice(0, 2)).toEqual([
      'death.funeral',
      'table.not-verified',
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['no day', { diedOn: undefined }, ['/diedOn problem.missing']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(deathBenefits.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('wages during leave for a work injury (Work Injury Regulation 33)', () => {
  const facts: InjuryWagesFacts = {
    monthlyWage: yuan(6000),
    from: d('2025-01-01'),
    to: d('2025-12-31'),
  };
  it.each<[string, Partial<InjuryWagesFacts>, number, string[]]>([
    ['twelve months, the longest', {}, 72000, ['wages.whole-months']],
    [
      'a day longer counts twelve',
      { to: d('2026-01-01') },
      72000,
      ['injury-wages.longest', 'wages.whole-months'],
    ],
    ['prolonged', { to: d('2026-01-31'), isExtended: true }, 78000, ['wages.whole-months']],
    [
      'prolonged by twelve months at most',
      { from: d('2024-01-01'), to: d('2026-01-31'), isExtended: true },
      144000,
      ['injury-wages.longest', 'wages.whole-months'],
    ],
    [
      'until the assessment',
      { gradedOn: d('2025-06-30') },
      36000,
      ['injury-wages.graded', 'wages.whole-months'],
    ],
    ['assessed later', { gradedOn: d('2026-06-30') }, 72000, ['wages.whole-months']],
    ['less what was paid', { paid: yuan(70000) }, 2000, ['wages.whole-months', 'wages.paid']],
  ])('%s', (_name, change, expected, lines) => {
    const found = injuryWages.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['injury-wages.unchanged', ...lines, 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['assessed before', { gradedOn: '2024-12-31' }, ['/gradedOn problem.ends-before-it-starts']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(injuryWages.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('medical costs of a work injury (Work Injury Regulation 30, 62(2))', () => {
  it.each([
    ['not insured', { isInsured: false }, 5000, ['injury.employer-pays']],
    [
      'not insured, paid in part',
      { isInsured: false, paid: yuan(2000) },
      3000,
      ['wages.paid', 'injury.employer-pays'],
    ],
    ['insured', { isInsured: true }, 0, ['injury.fund-pays']],
  ])('%s', (_name, change, expected, lines) => {
    const found = injuryMedical.compute({ expenses: yuan(5000), ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['injury-medical.expenses', ...lines, 'claim.total']);
  });

  it('validates', () => {
    expect(told(injuryMedical.validate({ expenses: 0 }, filedOn))).toEqual([
      '/expenses problem.not-positive',
      '/isInsured problem.missing',
    ]);
  });
});
