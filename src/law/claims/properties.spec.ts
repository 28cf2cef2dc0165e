import fc from 'fast-check';
import { lawTables } from '../../../test/support/law';
import { localDate } from '../../kernel/local-date';
import { checkDecisions } from '../award';
import { ClaimHead } from './claim';
import { CLAIM_HEADS, claimRule, computeClaim } from './index';

/** Answers to every head for money, with a wage (a cost, a loss) that can be turned up. */
const ANSWERS: Partial<Record<ClaimHead, (wage: number) => Record<string, unknown>>> = {
  'unpaid-wages': (monthlyWage) => ({ monthlyWage, from: '2026-01-10', to: '2026-04-20' }),
  overtime: (monthlyWage) => ({
    monthlyWage,
    from: '2026-01-01',
    to: '2026-06-30',
    workdayHours: 12.5,
    restDayHours: 8,
    holidayHours: 4,
  }),
  'double-wage': (monthlyWage) => ({ monthlyWage, startDate: '2025-03-15', until: '2026-11-23' }),
  'annual-leave': (wage) => ({
    startDate: '2020-05-01',
    hasTwelveMonthsBefore: true,
    monthlyWages: [wage],
    years: [{ year: 2025, cumulativeYears: 12, takenDays: 2 }],
  }),
  'economic-compensation': (wage) => ({
    startDate: '2020-05-01',
    endDate: '2026-06-30',
    endKind: 'laid-off',
    monthlyWages: [wage],
  }),
  'unlawful-dismissal': (wage) => ({
    startDate: '2020-05-01',
    endDate: '2026-06-30',
    monthlyWages: [wage],
  }),
  'notice-pay': (lastMonthWage) => ({ ground: 'illness', endDate: '2026-06-30', lastMonthWage }),
  'unlawful-probation': (monthlyWage) => ({
    contractTerm: 'fixed',
    contractFrom: '2025-01-01',
    contractTo: '2025-12-31',
    probationTo: '2025-05-14',
    until: '2026-11-23',
    monthlyWage,
  }),
  'no-open-ended-contract': (monthlyWage) => ({
    ground: 'ten-years',
    dueOn: '2026-01-10',
    until: '2026-11-23',
    monthlyWage,
  }),
  'performance-wages': (monthlyWage) => ({ monthlyWage, decidedOn: '2026-02-10', to: '2026-11-20' }),
  'suspension-pay': (monthlyWage) => ({
    monthlyWage,
    from: '2026-05-10',
    to: '2026-09-30',
    hasWorked: true,
  }),
  'high-temperature-allowance': () => ({ from: '2026-06-10', to: '2026-09-30', isExposed: true }),
  'extra-damages': (due) => ({ hasOrder: true, orderedOn: '2026-01-01', payBy: '2026-02-01', due }),
  'non-compete-compensation': (wage) => ({
    endDate: '2026-01-31',
    to: '2026-10-20',
    hasKept: true,
    monthlyWages: [wage],
  }),
  'injury-wages': (monthlyWage) => ({ monthlyWage, from: '2026-01-10', to: '2026-08-31' }),
  'injury-medical': (expenses) => ({ expenses, isInsured: false }),
  'disability-lump-sum': (ownWage) => ({ grade: 8, injuredOn: '2026-01-01', ownWage, isInsured: false }),
  'disability-allowance': (ownWage) => ({
    grade: 5,
    injuredOn: '2025-01-01',
    ownWage,
    isInsured: true,
    isWithoutWork: true,
    from: '2026-01-10',
    to: '2026-10-31',
  }),
  'injury-leaving-subsidies': (ownWage) => ({
    grade: 9,
    injuredOn: '2025-01-01',
    endDate: '2026-01-01',
    endedHow: 'by-worker',
    ownWage,
    isInsured: false,
  }),
  'death-benefits': () => ({ diedOn: '2025-05-01', isInsured: false }),
  'training-penalty': (trainingCost) => ({
    trainingCost,
    agreedPenalty: 10_000_000_000,
    serviceFrom: '2025-01-01',
    serviceTo: '2027-12-31',
    leftOn: '2026-03-31',
    leftHow: 'resigned',
  }),
  'non-compete-penalty': (agreedPenalty) => ({
    isBound: true,
    endDate: '2026-01-01',
    breachedOn: '2026-02-01',
    agreedPenalty,
  }),
  'employer-damages': (loss) => ({ breach: 'confidentiality', loss }),
};

const MONEY_HEADS = CLAIM_HEADS.filter((head) => claimRule(head).remedy === 'money');
const compute = (head: ClaimHead, wage: number) => {
  const { finding, problems } = computeClaim(
    head,
    ANSWERS[head]!(wage),
    lawTables(),
    localDate('2026-11-23'),
  );
  expect(problems).toEqual([]);
  return finding!;
};

describe('every claim for money', () => {
  it('has answers here', () => {
    expect(Object.keys(ANSWERS).sort()).toEqual([...MONEY_HEADS].sort());
  });

  it.each(MONEY_HEADS)(
    '%s: never negative, never less for a higher wage, the last step is the sum',
    (head) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 5_000_000 }),
          fc.integer({ min: 0, max: 1_000_000 }),
          (wage, more) => {
            const found = compute(head, wage);
            expect(found.value).toBeGreaterThanOrEqual(0);
            expect(found.steps.at(-1)).toMatchObject({ key: 'claim.total', amount: found.value });
            expect(compute(head, wage + more).value).toBeGreaterThanOrEqual(found.value!);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it.each(MONEY_HEADS)('%s: an award of more than is claimed is refused, one of less is not', (head) => {
    const claimed = compute(head, 800_000).value!;
    const problemsOf = (amount: number) =>
      checkDecisions(
        [{ id: 'a', amount: claimed }],
        [{ claimId: 'a', result: amount === claimed ? 'granted' : 'partly', amount, reasons: '理由' }],
      ).value.map((each) => each.key);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (over) => {
        expect(problemsOf(claimed + over)).toEqual(['award.more-than-claimed']);
      }),
      { numRuns: 20 },
    );
    expect(problemsOf(claimed)).toEqual([]);
    expect(problemsOf(claimed - 1)).toEqual([]);
  });
});
