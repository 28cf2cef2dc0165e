import { cited, lawTables, stepKeys, told, yuan } from '../../../../test/support/law';
import { localDate as d } from '../../../kernel/local-date';
import { employerDamages, EmployerDamagesFacts } from './employer-damages';
import { nonCompetePenalty, NonCompetePenaltyFacts } from './non-compete-penalty';
import { trainingPenalty, TrainingPenaltyFacts } from './training-penalty';

const filedOn = d('2026-11-23');
const tables = lawTables();

describe('breach of a period of service (Contract Law 22, Regulation 16, 26)', () => {
  const facts: TrainingPenaltyFacts = {
    trainingCost: yuan(36500),
    agreedPenalty: yuan(20000),
    serviceFrom: d('2025-01-01'),
    serviceTo: d('2025-12-31'),
    leftOn: d('2025-06-30'),
    leftHow: 'resigned',
  };
  it.each<[string, Partial<TrainingPenaltyFacts>, number, string[]]>([
    // 184 of 365 days were not served: 18,400 yuan
    [
      'more was agreed than falls on the rest',
      {},
      18400,
      ['training.resigned', 'training.share', 'training.capped'],
    ],
    [
      'less was agreed',
      { agreedPenalty: yuan(10000) },
      10000,
      ['training.resigned', 'training.share', 'training.as-agreed'],
    ],
    [
      'exactly as much was agreed',
      { agreedPenalty: yuan(18400) },
      18400,
      ['training.resigned', 'training.share', 'training.as-agreed'],
    ],
    [
      'the last day but one',
      { leftOn: d('2025-12-30') },
      100,
      ['training.resigned', 'training.share', 'training.capped'],
    ],
    ['the last day', { leftOn: d('2025-12-31') }, 0, ['training.served']],
    ['after it', { leftOn: d('2026-01-01') }, 0, ['training.served']],
    [
      'a leap year has 366 days',
      {
        trainingCost: yuan(36600),
        serviceFrom: d('2024-01-01'),
        serviceTo: d('2024-12-31'),
        leftOn: d('2024-12-30'),
      },
      100,
      ['training.resigned', 'training.share', 'training.capped'],
    ],
    [
      'dismissed for a fault',
      { leftHow: 'dismissed-for-fault' },
      18400,
      ['training.for-fault', 'training.share', 'training.capped'],
    ],
    ['left for a fault of the employer', { leftHow: 'resigned-for-cause' }, 0, ['training.for-cause']],
    ['dismissed otherwise', { leftHow: 'otherwise' }, 0, ['training.no-breach']],
  ])('%s', (_name, change, expected, lines) => {
    const found = trainingPenalty.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing wrong', {}, []],
    ['service that ends years ahead', { serviceTo: '2031-12-31' }, []],
    ['service that ends first', { serviceTo: '2024-12-31' }, ['/serviceTo problem.ends-before-it-starts']],
    ['left before it began', { leftOn: '2024-12-31' }, ['/leftOn problem.ends-before-it-starts']],
    ['no cost', { trainingCost: 0 }, ['/trainingCost problem.not-positive']],
  ])('validate: %s', (_name, change, expected) => {
    expect(told(trainingPenalty.validate({ ...facts, ...change }, filedOn))).toEqual(expected);
  });
});

describe('breach of a non-compete restriction (Contract Law 23, 24)', () => {
  const facts: NonCompetePenaltyFacts = {
    isBound: true,
    endDate: d('2024-11-22'),
    breachedOn: d('2026-11-22'),
    agreedPenalty: yuan(50000),
  };
  const rest = ['non-compete-penalty.reasonable', 'non-compete-penalty.goes-on'];
  it.each<[string, Partial<NonCompetePenaltyFacts>, number, string[]]>([
    ['on the last day of two years', {}, 50000, ['non-compete-penalty.agreed', ...rest]],
    ['on the day after', { breachedOn: d('2026-11-23') }, 0, ['non-compete-penalty.too-late']],
    ['while employed', { breachedOn: d('2024-06-01') }, 50000, ['non-compete-penalty.agreed', ...rest]],
    [
      'compensation comes back',
      { compensationPaid: yuan(12000) },
      62000,
      ['non-compete-penalty.agreed', 'non-compete-penalty.back', ...rest],
    ],
    ['somebody who knows no secrets', { isBound: false }, 0, ['non-compete-penalty.not-bound']],
  ])('%s', (_name, change, expected, lines) => {
    const found = nonCompetePenalty.compute({ ...facts, ...change }, tables, filedOn);
    expect(found.value).toBe(yuan(expected));
    expect(stepKeys(found)).toEqual([...lines, 'claim.total']);
  });

  it('validates', () => {
    expect(told(nonCompetePenalty.validate(facts, filedOn))).toEqual([]);
    expect(told(nonCompetePenalty.validate({ ...facts, breachedOn: '2026-11-24' }, filedOn))).toEqual([
      '/breachedOn problem.in-the-future',
    ]);
  });
});

describe('damages owed to an employer (Contract Law 90)', () => {
  it.each<[EmployerDamagesFacts['breach'], string]>([
    ['unlawful-resignation', '《劳动合同法》第三十七条'],
    ['confidentiality', '《劳动合同法》第二十三条第一款'],
    ['non-compete', '《劳动合同法》第二十三条第二款'],
  ])('%s (%s)', (breach, citation) => {
    const found = employerDamages.compute({ breach, loss: yuan(7000) }, tables, filedOn);
    expect(found.value).toBe(yuan(7000));
    expect(cited(found)).toEqual(expect.arrayContaining(['《劳动合同法》第九十条', citation]));
    expect(stepKeys(found).slice(1)).toEqual([
      'employer-damages.loss',
      'employer-damages.proof',
      'claim.total',
    ]);
  });

  it('validates', () => {
    expect(told(employerDamages.validate({ breach: 'rudeness', loss: 0 }, filedOn))).toEqual([
      '/breach problem.not-a-choice',
      '/loss problem.not-positive',
    ]);
  });
});
