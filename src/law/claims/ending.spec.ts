import { cited, lawTables, stepKeys, told, yuan } from '../../../test/support/law';
import { localDate as d } from '../../kernel/local-date';
import { extraDamages, ExtraDamagesFacts } from './extra-damages';
import { noOpenEndedContract, NoOpenEndedContractFacts } from './no-open-ended-contract';
import { nonCompeteCompensation, NonCompeteCompensationFacts } from './non-compete-compensation';
import { noticePay, NoticePayFacts } from './notice-pay';
import { unlawfulProbation, UnlawfulProbationFacts } from './unlawful-probation';

const filedOn = d('2026-11-23');
const tables = lawTables();

describe('pay in lieu of notice (Contract Law 40, Regulation 20)', () => {
  const facts: NoticePayFacts = {
    ground: 'incompetent',
    endDate: d('2026-07-01'),
    lastMonthWage: yuan(8000),
  };
  const month = ['notice-pay.month', 'notice-pay.besides'];
  it.each<[string, Partial<NoticePayFacts>, number, string[]]>([
    ['no notice: the wage of the month before', {}, 8000, ['notice-pay.none', ...month]],
    ['29 days before', { noticedOn: d('2026-06-02') }, 8000, ['notice-pay.too-short', ...month]],
    ['30 days before', { noticedOn: d('2026-06-01') }, 0, ['notice-pay.in-time']],
    ['31 days before', { noticedOn: d('2026-05-31') }, 0, ['notice-pay.in-time']],
    [
      'over a February of 29 days',
      { noticedOn: d('2024-01-31'), endDate: d('2024-03-01') },
      0,
      ['notice-pay.in-time'],
    ],
    [
      'over a February of 28 days',
      { noticedOn: d('2023-01-31'), endDate: d('2023-03-01') },
      8000,
      ['notice-pay.too-short', ...month],
    ],
    ['on the day itself', { noticedOn: d('2026-07-01') }, 8000, ['notice-pay.too-short', ...month]],
    ['paid in part', { paid: yuan(3000) }, 5000, ['notice-pay.none', ...month, 'wages.paid']],
    ['paid more than that', { paid: yuan(9000) }, 0, ['notice-pay.none', ...month, 'wages.paid']],
  ])('%s', (_name, change, expected, lines) => {
    const found = noticePay.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['notice-pay.ground', ...lines, 'claim.total']);
  });

  it.each<[NoticePayFacts['ground'], string]>([
    ['illness', '《劳动合同法》第四十条第（一）项'],
    ['incompetent', '《劳动合同法》第四十条第（二）项'],
    ['circumstances', '《劳动合同法》第四十条第（三）项'],
  ])('%s rests on %s', (ground, citation) => {
    expect(cited(noticePay.compute({ ...facts, ground }, tables, filedOn))).toContain(citation);
  });

  it('any other ground has none', () => {
    const found = noticePay.compute({ ...facts, ground: 'other' }, tables, filedOn);
    expect([found.value, stepKeys(found)]).toEqual([
      0,
      ['notice-pay.other-ground', 'notice-pay.damages-instead', 'claim.total'],
    ]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['notice after the end', { noticedOn: '2026-07-02' }, ['/endDate problem.ends-before-it-starts']],
    ['no ground', { ground: undefined }, ['/ground problem.missing']],
    ['a ground of its own', { ground: 'mood' }, ['/ground problem.not-a-choice']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(noticePay.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('unlawful probation (Contract Law 19, 70, 83)', () => {
  const facts: UnlawfulProbationFacts = {
    contractTerm: 'fixed',
    contractFrom: d('2025-01-01'),
    contractTo: d('2027-12-31'),
    probationTo: d('2025-06-30'),
    until: filedOn,
    monthlyWage: yuan(6000),
  };
  const whole = ['probation.beyond', 'probation.whole-months'];
  const upTo = (contractTo: string, probationTo: string) => ({
    contractTo: d(contractTo),
    probationTo: d(probationTo),
  });
  it.each<[string, Partial<UnlawfulProbationFacts>, number, string[]]>([
    ['three years, six months', {}, 0, ['probation.longest', 'probation.within']],
    ['three years, seven months', { probationTo: d('2025-07-31') }, 6000, ['probation.longest', ...whole]],
    [
      'a day short of three years: two months',
      upTo('2027-12-30', '2025-06-30'),
      24000,
      ['probation.longest', ...whole],
    ],
    ['exactly one year: two months', upTo('2025-12-31', '2025-03-31'), 6000, ['probation.longest', ...whole]],
    [
      'a day short of one year: one month',
      upTo('2025-12-30', '2025-03-31'),
      12000,
      ['probation.longest', ...whole],
    ],
    [
      'exactly three months: one month',
      upTo('2025-03-31', '2025-01-31'),
      0,
      ['probation.longest', 'probation.within'],
    ],
    [
      'a day short of three months: none',
      upTo('2025-03-30', '2025-01-31'),
      6000,
      ['probation.none-short', ...whole],
    ],
    [
      'without an end: six months',
      { contractTerm: 'open-ended', contractTo: null, probationTo: d('2025-07-31') },
      6000,
      ['probation.open-ended', ...whole],
    ],
    [
      'for a task: none',
      { contractTerm: 'task', contractTo: null, probationTo: d('2025-01-31') },
      6000,
      ['probation.none-task', ...whole],
    ],
    [
      'part-time: none',
      { contractTerm: 'part-time', contractTo: null, probationTo: d('2025-01-31') },
      6000,
      ['probation.none-part-time', ...whole],
    ],
    ['a second one', { isRepeated: true }, 36000, ['probation.none-repeated', ...whole]],
    ['nothing but a probation', { isOnlyProbation: true }, 36000, ['probation.none-only', ...whole]],
    // 1 to 10 July 2025: eight paid days, 6000 ÷ 21.75 × 8
    [
      'left in the time beyond',
      { probationTo: d('2025-07-31'), endDate: d('2025-07-10') },
      2206.9,
      ['probation.longest', 'probation.beyond', 'wages.part-of-month'],
    ],
    [
      'left on the last lawful day',
      { probationTo: d('2025-07-31'), endDate: d('2025-06-30') },
      0,
      ['probation.longest', 'probation.within'],
    ],
    [
      'still going on at filing',
      { probationTo: d('2025-09-30'), until: d('2025-07-31') },
      6000,
      ['probation.longest', ...whole],
    ],
    [
      'a month and a day beyond: 1 August 2025 is a Friday',
      { probationTo: d('2025-08-01') },
      6275.86,
      ['probation.longest', ...whole, 'wages.part-of-month'],
    ],
  ])('%s', (_name, change, expected, lines) => {
    const found = unlawfulProbation.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['a term that ends years ahead', { contractTo: '2035-12-31' }, []],
    ['no end of a fixed term', { contractTo: undefined }, ['/contractTo problem.missing']],
    ['an end of no day', { contractTo: '2027-02-29' }, ['/contractTo problem.not-a-date']],
    ['an end too far', { contractTo: '2100-01-01' }, ['/contractTo problem.too-late']],
    ['an end on the last day there is', { contractTo: '2099-12-31' }, []],
    ['an end before all', { contractTo: '1900-01-01' }, ['/contractTo problem.too-early']],
    ['an end left over from another term', { contractTerm: 'open-ended', contractTo: '2027-12-31' }, []],
    [
      'a probation that ends first',
      { probationTo: '2024-12-31' },
      ['/probationTo problem.ends-before-it-starts'],
    ],
    ['left first', { endDate: '2024-12-31' }, ['/endDate problem.ends-before-it-starts']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(unlawfulProbation.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('no open-ended contract (Contract Law 14, 82(2))', () => {
  const facts: NoOpenEndedContractFacts = {
    ground: 'two-terms',
    dueOn: d('2025-06-01'),
    until: filedOn,
    monthlyWage: yuan(5000),
  };
  it.each<[string, Partial<NoOpenEndedContractFacts>, number, string[]]>([
    // 17 months and the 16 working days of 1 to 23 November 2026; no limit of eleven months here
    [
      'never made',
      {},
      88678.16,
      ['open-ended.until', 'double-wage.whole-months', 'double-wage.part-of-month', 'double-wage.limitation'],
    ],
    [
      'made after three months',
      { signedOn: d('2025-09-01') },
      15000,
      ['open-ended.until', 'double-wage.whole-months', 'double-wage.limitation'],
    ],
    ['made on the day', { signedOn: d('2025-06-01') }, 0, ['open-ended.none']],
    [
      'made on the day after: 1 June 2025 is the Sunday of a holiday',
      { signedOn: d('2025-06-02') },
      0,
      ['open-ended.until', 'double-wage.part-of-month', 'double-wage.limitation'],
    ],
    [
      'left after a month',
      { endDate: d('2025-06-30') },
      5000,
      ['open-ended.until', 'double-wage.whole-months', 'double-wage.limitation'],
    ],
    ['deemed to be made', { ground: 'deemed' }, 0, ['open-ended.deemed', 'open-ended.use-double-wage']],
  ])('%s', (_name, change, expected, lines) => {
    const found = noOpenEndedContract.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual(['open-ended.due', ...lines, 'claim.total']);
  });

  it.each<[NoOpenEndedContractFacts['ground'], string]>([
    ['ten-years', '《劳动合同法》第十四条第二款第（一）项'],
    ['reform', '《劳动合同法》第十四条第二款第（二）项'],
    ['two-terms', '《劳动合同法》第十四条第二款第（三）项'],
    ['deemed', '《劳动合同法》第十四条第三款'],
  ])('%s rests on %s', (ground, citation) => {
    expect(cited(noOpenEndedContract.compute({ ...facts, ground }, tables, filedOn))).toContain(citation);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['left before it was due', { endDate: '2025-05-31' }, ['/endDate problem.ends-before-it-starts']],
    [
      'made after leaving',
      { endDate: '2025-07-01', signedOn: '2025-07-02' },
      ['/signedOn problem.signed-after-end'],
    ],
    ['made and left on one day', { endDate: '2025-07-01', signedOn: '2025-07-01' }, []],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(noOpenEndedContract.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('extra damages (Contract Law 85)', () => {
  const facts: ExtraDamagesFacts = {
    hasOrder: true,
    orderedOn: d('2026-06-01'),
    payBy: d('2026-06-15'),
    due: yuan(10000),
  };
  it.each<[string, Partial<ExtraDamagesFacts>, number]>([
    ['the most, when nothing is said', {}, 10000],
    ['half, the least', { percent: 50 }, 5000],
    ['three quarters', { percent: 75 }, 7500],
    ['on the amount due, a part of it paid in time', { paid: yuan(4000) }, 10000],
    ['half of the amount due, all but a fen paid in time', { paid: yuan(9999.99), percent: 50 }, 5000],
    ['half a fen rounds up', { due: 1, percent: 50 }, 0.01],
  ])('%s', (_name, change, expected) => {
    const found = extraDamages.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([
      'extra-damages.order',
      'extra-damages.left',
      'extra-damages.range',
      'extra-damages.share',
      'claim.total',
    ]);
  });

  it.each([
    ['all paid in time', yuan(10000)],
    ['more paid than due', yuan(12000)],
  ])('%s: nothing is overdue', (_name, paid) => {
    const found = extraDamages.compute({ ...facts, paid }, tables, filedOn);
    expect([found.value, stepKeys(found)]).toEqual([
      0,
      ['extra-damages.order', 'extra-damages.left', 'extra-damages.paid-in-time', 'claim.total'],
    ]);
  });

  it('nothing without an order of the labour administration', () => {
    const found = extraDamages.compute({ hasOrder: false }, tables, filedOn);
    expect([found.value, stepKeys(found)]).toEqual([0, ['extra-damages.no-order', 'claim.total']]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', facts as unknown as Record<string, unknown>, []],
    ['no order, nothing more asked', { hasOrder: false }, []],
    [
      'an order without its days and sum',
      { hasOrder: true },
      ['/orderedOn problem.missing', '/payBy problem.missing', '/due problem.missing'],
    ],
    ['silence about the order', {}, ['/hasOrder problem.missing']],
    ['the last day to pay is today', { ...facts, payBy: '2026-11-23' }, ['/payBy problem.deadline-not-over']],
    ['the last day to pay was yesterday', { ...facts, payBy: '2026-11-22' }, []],
    ['ordered after it', { ...facts, payBy: '2026-05-31' }, ['/payBy problem.ends-before-it-starts']],
    ['49 %', { ...facts, percent: 49 }, ['/percent problem.out-of-range']],
    ['50 %', { ...facts, percent: 50 }, []],
    ['100 %', { ...facts, percent: 100 }, []],
    ['101 %', { ...facts, percent: 101 }, ['/percent problem.out-of-range']],
  ])('validate: %s', (_name, given, expected) => {
    expect(told(extraDamages.validate(given, filedOn))).toEqual(expected);
  });
});

describe('non-compete compensation (Contract Law 23, 24; Interpretation I 36, 38, 39)', () => {
  const facts: NonCompeteCompensationFacts = {
    endDate: d('2026-02-28'),
    to: d('2026-08-31'),
    hasKept: true,
    monthlyWages: [yuan(10000)],
  };
  const floor = ['severance.floor-met', 'monthly.whole'];
  it.each<[string, Partial<NonCompeteCompensationFacts>, number, string[]]>([
    [
      '30 % of the average of twelve months',
      {},
      18000,
      ['non-compete.share', ...floor, 'non-compete.may-rescind'],
    ],
    [
      'of several months',
      { monthlyWages: [yuan(9000), yuan(10000), yuan(11000)] },
      18000,
      ['non-compete.share', ...floor, 'non-compete.may-rescind'],
    ],
    [
      'below the minimum wage of 2,500, and of 2,680 from September',
      { monthlyWages: [yuan(8000)], to: d('2026-10-31') },
      20360,
      [
        'non-compete.share',
        'severance.floor-applied',
        'monthly.whole',
        'severance.floor-applied',
        'monthly.whole',
        'non-compete.may-rescind',
      ],
    ],
    [
      'exactly the minimum wage',
      { monthlyWages: [yuan(8333.34)] },
      15000,
      ['non-compete.share', ...floor, 'non-compete.may-rescind'],
    ],
    [
      'as agreed, be it less than the minimum wage: art. 36(2) speaks of the 30 %',
      { agreedMonthly: yuan(1000) },
      6000,
      ['non-compete.agreed', 'monthly.whole', 'non-compete.may-rescind'],
    ],
    [
      'two months give no right to end it',
      { agreedMonthly: yuan(1000), to: d('2026-04-30') },
      2000,
      ['non-compete.agreed', 'monthly.whole'],
    ],
    [
      'three months do',
      { agreedMonthly: yuan(1000), to: d('2026-05-31') },
      3000,
      ['non-compete.agreed', 'monthly.whole', 'non-compete.may-rescind'],
    ],
    [
      'three months, all paid',
      { agreedMonthly: yuan(1000), to: d('2026-05-31'), paid: yuan(3000) },
      0,
      ['non-compete.agreed', 'monthly.whole', 'wages.paid'],
    ],
    [
      'part of a month by its days: 10 of 31',
      { agreedMonthly: yuan(1000), to: d('2026-03-10') },
      322.58,
      ['non-compete.agreed', 'monthly.part'],
    ],
    [
      'the last day of two years',
      { agreedMonthly: yuan(1000), endDate: d('2024-03-31'), to: d('2026-03-31') },
      24000,
      ['non-compete.agreed', 'monthly.whole', 'non-compete.may-rescind'],
    ],
    [
      'a day after two years',
      { agreedMonthly: yuan(1000), endDate: d('2024-03-31'), to: d('2026-04-01') },
      24000,
      ['non-compete.agreed', 'non-compete.two-years', 'monthly.whole', 'non-compete.may-rescind'],
    ],
    [
      'ended by the employer: three months more',
      { agreedMonthly: yuan(1000), releasedOn: d('2026-05-31') },
      6000,
      ['non-compete.agreed', 'monthly.whole', 'non-compete.released', 'non-compete.may-rescind'],
    ],
    ['not kept', { hasKept: false }, 0, ['non-compete.not-kept']],
  ])('%s', (_name, change, expected, lines) => {
    const found = nonCompeteCompensation.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
  });

  it('says where no minimum wage is known, and where it is not confirmed', () => {
    const keys = (area: string, wage: number) =>
      stepKeys(
        nonCompeteCompensation.compute({ ...facts, monthlyWages: [yuan(wage)] }, lawTables(area), filedOn),
      );
    expect(keys('jiangmen', 10000)).toContain('severance.floor-not-checked');
    expect(keys('zhongshan', 10000)).toContain('table.not-verified');
    expect(keys('zhongshan', 5000)).toEqual(
      expect.arrayContaining(['severance.floor-applied', 'table.not-verified']),
    );
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['wages are not asked where a figure was agreed', { agreedMonthly: 1, monthlyWages: undefined }, []],
    ['neither', { monthlyWages: undefined }, ['/monthlyWages problem.missing']],
    ['claimed up to the last day of employment', { to: '2026-02-28' }, ['/to problem.ends-before-it-starts']],
    ['released while employed', { releasedOn: '2026-02-28' }, ['/releasedOn problem.ends-before-it-starts']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(nonCompeteCompensation.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});
