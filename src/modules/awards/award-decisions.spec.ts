import fc from 'fast-check';
import { localDate as d } from '../../kernel/local-date';
import { DEFAULT_FINALITY_SETTINGS } from '../../law/finality';
import { MINIMUM_WAGE } from '../../law/tables/minimum-wage';
import { MissingTableRow } from '../../law/tables/table';
import {
  draftProblems,
  madeDecisions,
  planAward,
  type ClaimRow,
  type DraftContent,
  type DraftDecision,
  type Terms,
} from './award-decisions';
import { documentNumber } from '../cases';

const wages: ClaimRow = { id: 'wages', ordinal: 1, head: 'unpaid-wages', amountFen: 1_600_000 };
const dismissal: ClaimRow = { id: 'dismissal', ordinal: 2, head: 'unlawful-dismissal', amountFen: 4_800_000 };
const compensation: ClaimRow = {
  id: 'compensation',
  ordinal: 3,
  head: 'economic-compensation',
  amountFen: 2_400_000,
};
const claims = [wages, dismissal];
const terms: Terms = {
  claims,
  respondentIds: ['r1', 'r2'],
  performanceDays: 10,
  mediatedOn: [d('2026-11-01')],
};

const granted: DraftDecision = {
  claimId: 'wages',
  outcome: 'granted',
  reasons: '应当支付。',
  liability: 'joint',
};
const partly: DraftDecision = {
  claimId: 'dismissal',
  outcome: 'partly',
  amountFen: 3_200_000,
  reasons: '部分支持。',
  liability: 'joint',
};
const content = (decisions: readonly DraftDecision[], facts = '查明。'): DraftContent => ({
  facts,
  decisions,
});
const problems = (...decisions: DraftDecision[]): [string, string][] =>
  draftProblems(content(decisions), terms).map(({ pointer, code }) => [pointer, code]);

describe('a claim that is not for money', () => {
  const certificate: ClaimRow = { id: 'act', ordinal: 1, head: 'leaving-certificate', amountFen: null };
  const act: Terms = { ...terms, claims: [certificate] };
  const decided = (decision: Partial<DraftDecision>): DraftContent =>
    content([{ claimId: 'act', outcome: 'granted', reasons: '应当出具。', ...decision }]);
  it.each<[string, Partial<DraftDecision>, [string, string][]]>([
    ['granted', {}, []],
    ['refused', { outcome: 'refused' }, []],
    ['with an amount', { amountFen: 100 }, [['/decisions/0/amountFen', 'law.award.not-for-money']]],
    ['in part without words', { outcome: 'partly' }, [['/decisions/0/order', 'field.required']]],
    ['in part with blanks', { outcome: 'partly', order: ' ' }, [['/decisions/0/order', 'field.required']]],
    ['in part', { outcome: 'partly', order: '出具证明' }, []],
  ])('%s', (_name, decision, expected) => {
    const found = draftProblems(decided(decision), act);
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual(expected);
  });

  it('is in a non-final document and adds nothing to it', () => {
    const facts = {
      area: 'guangzhou',
      appliedOn: d('2026-10-08'),
      awardedOn: d('2026-11-23'),
      caseNumber: '穗〔2026〕1号',
      statements: 0,
    };
    const made = madeDecisions(decided({}), act);
    expect(made[0]).toMatchObject({ amount: null, order: null });
    const plan = planAward(made, [certificate], facts, DEFAULT_FINALITY_SETTINGS, MINIMUM_WAGE);
    expect(plan.documents).toMatchObject([{ document: { kind: 'non-final' }, total: 0 }]);
  });
});

describe('what stands in the way of issuing', () => {
  it.each<[string, readonly string[], DraftContent['mediation'], string[]]>([
    ['nothing shows that mediation was tried', [], null, ['/mediation award.mediation-missing']],
    ['the record shows it', ['2026-11-01'], null, []],
    ['the tribunal states that nobody wanted it', [], 'unwilling', []],
  ])('%s (Law 42(1))', (_name, mediatedOn, mediation, expected) => {
    const found = draftProblems(
      { ...content([granted, partly]), ...(mediation ? { mediation } : {}) },
      { ...terms, mediatedOn: mediatedOn.map(d) },
    );
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });

  it.each<[string, DraftDecision[], [string, string][]]>([
    ['nothing', [granted, partly], []],
    ['a claim is left out', [granted], [['/decisions', 'law.award.undecided']]],
    [
      'no outcome chosen; the pointer is that of the draft',
      [{ claimId: 'dismissal' }, { ...granted, reasons: ' ' }],
      [
        ['/decisions/1/reasons', 'law.award.reasons-missing'],
        ['/decisions', 'law.award.undecided'],
        ['/decisions/0/outcome', 'award.outcome-missing'],
      ],
    ],
    [
      'part without an amount',
      [granted, { ...partly, amountFen: null }],
      [['/decisions/1/amountFen', 'field.required']],
    ],
    [
      'part of nothing',
      [granted, { ...partly, amountFen: 0 }],
      [['/decisions/1/amountFen', 'law.award.partly-is-not-part']],
    ],
    [
      'part that is all',
      [granted, { ...partly, amountFen: 4_800_000 }],
      [['/decisions/1/amountFen', 'law.award.partly-is-not-part']],
    ],
    [
      'more than was claimed',
      [granted, { ...partly, amountFen: 4_800_001 }],
      [['/decisions/1/amountFen', 'law.award.more-than-claimed']],
    ],
    [
      'granted, but less',
      [{ ...granted, amountFen: 1 }, partly],
      [['/decisions/0/amountFen', 'law.award.granted-is-less']],
    ],
    [
      'refused, but something',
      [{ ...granted, outcome: 'refused', amountFen: 1 }, partly],
      [['/decisions/0/amountFen', 'law.award.refused-has-amount']],
    ],
    ['decided twice', [granted, granted, partly], [['/decisions/1/claimId', 'law.award.decided-twice']]],
    [
      'a claim of another case',
      [granted, partly, { ...granted, claimId: 'other', amountFen: 1 }],
      [['/decisions/2/claimId', 'law.award.unknown-claim']],
    ],
    [
      'a payer who is no respondent',
      [granted, { ...partly, payerIds: ['r1', 'stranger'] }],
      [['/decisions/1/payerIds', 'award.payer-unknown']],
    ],
  ])('%s', (_name, decisions, expected) => {
    expect(problems(...decisions)).toEqual(expected);
  });

  it.each<[string, Partial<DraftDecision>, string[]]>([
    ['several owe it, and how is not said', { liability: null }, ['/decisions/0/liability']],
    ['together', { liability: 'joint' }, []],
    ['each for the whole', { liability: 'solidary' }, []],
    ['one alone owes it', { liability: null, payerIds: ['r1'] }, []],
    ['nobody owes anything', { liability: null, outcome: 'refused' }, []],
  ])('how respondents are liable: %s', (_name, change, expected) => {
    const found = draftProblems(content([{ ...granted, ...change }, partly]), terms);
    expect(found.map(({ pointer }) => pointer)).toEqual(expected);
  });

  it('facts found are part of every award (Rules 53)', () => {
    expect(draftProblems({ decisions: [granted, partly] }, terms)).toEqual([
      { pointer: '/facts', code: 'award.facts-missing' },
    ]);
  });
});

describe('decisions as they count', () => {
  it('take from the claim what follows from it, and from the commission what was not said', () => {
    const made = madeDecisions(
      content([
        granted,
        { ...partly, performanceDays: 5, payerIds: ['r2'] },
        { claimId: 'compensation', outcome: 'refused' },
        { claimId: 'undecided', outcome: null },
      ]),
      terms,
    );
    expect(made).toEqual([
      {
        claimId: 'wages',
        result: 'granted',
        amount: 1_600_000,
        reasons: '应当支付。',
        performanceDays: 10,
        payerIds: ['r1', 'r2'],
        liability: 'joint',
        order: null,
      },
      {
        claimId: 'dismissal',
        result: 'partly',
        amount: 3_200_000,
        reasons: '部分支持。',
        performanceDays: 5,
        payerIds: ['r2'],
        liability: null,
        order: null,
      },
      {
        claimId: 'compensation',
        result: 'refused',
        amount: 0,
        reasons: '',
        performanceDays: 10,
        payerIds: ['r1', 'r2'],
        liability: null,
        order: null,
      },
    ]);
  });
});

describe('documents', () => {
  const facts = {
    area: 'guangzhou',
    appliedOn: d('2026-09-01'),
    awardedOn: d('2026-11-23'),
    caseNumber: '穗南劳人仲案〔2026〕1号',
    statements: 0,
  };
  const plan = (rows: readonly ClaimRow[], ...decisions: DraftDecision[]) =>
    planAward(
      madeDecisions(content(decisions), { ...terms, claims: rows }),
      rows,
      facts,
      DEFAULT_FINALITY_SETTINGS,
      [
        {
          area: 'guangzhou',
          from: d('2026-09-01'),
          value: 268_000,
          source: '粤府函〔2026〕188号',
          isVerified: true,
        },
      ],
    );

  it.each<[string, DraftDecision[], [string, string, string[], number][]]>([
    // Twelve times 2,680 yuan is 32,160.
    [
      'all within the limit: one, with the number of the case',
      [granted, partly],
      [['final', '穗南劳人仲案〔2026〕1号', ['wages', 'dismissal'], 4_800_000]],
    ],
    [
      'one above it: two, numbered apart',
      [granted, { ...partly, amountFen: 3_216_001 }],
      [
        ['final', '穗南劳人仲案〔2026〕1号之一', ['wages'], 1_600_000],
        ['non-final', '穗南劳人仲案〔2026〕1号之二', ['dismissal'], 3_216_001],
      ],
    ],
    [
      'exactly the limit is within it',
      [granted, { ...partly, amountFen: 3_216_000 }],
      [['final', '穗南劳人仲案〔2026〕1号', ['wages', 'dismissal'], 4_816_000]],
    ],
    [
      'what is not decided yet is in none',
      [granted, { ...partly, amountFen: null }],
      [['final', '穗南劳人仲案〔2026〕1号', ['wages'], 1_600_000]],
    ],
    ['nothing decided, no document', [], []],
  ])('%s', (_name, decisions, expected) => {
    const { documents } = plan(claims, ...decisions);
    expect(
      documents.map(({ document, number, total }) => [document.kind, number, [...document.itemIds], total]),
    ).toEqual(expected);
  });

  it('adds up: each decided claim is in one document, and the totals are the sum of what is awarded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_600_000 }), fc.integer({ min: 0, max: 4_800_000 }), (a, b) => {
        const of = (claim: ClaimRow, amountFen: number): DraftDecision => ({
          claimId: claim.id,
          outcome: amountFen === 0 ? 'refused' : amountFen === claim.amountFen ? 'granted' : 'partly',
          amountFen,
          reasons: '理由。',
        });
        const { documents } = plan(claims, of(wages, a), of(dismissal, b));
        expect(documents.flatMap(({ document }) => document.itemIds).sort()).toEqual(['dismissal', 'wages']);
        expect(documents.reduce((sum, { total }) => sum + total, 0)).toBe(a + b);
      }),
    );
  });

  it('points at awards that cannot stand beside each other', () => {
    const rows = [dismissal, compensation];
    const both = plan(rows, { ...partly }, { claimId: 'compensation', outcome: 'granted', reasons: '。' });
    expect(both.warnings.steps.map(({ key }) => key)).toEqual(['claim.compensation-or-damages']);
    const one = plan(rows, { ...partly }, { claimId: 'compensation', outcome: 'refused', reasons: '。' });
    expect(one.warnings.steps).toEqual([]);
  });

  it('an employer’s claim is not decided finally, however little it is', () => {
    const loss: ClaimRow = { id: 'loss', ordinal: 3, head: 'employer-damages', amountFen: 100 };
    const { documents } = plan([loss], { claimId: 'loss', outcome: 'granted', reasons: '理由。' });
    expect(documents.map(({ document }) => document.kind)).toEqual(['non-final']);
  });

  it('says so when no minimum wage is loaded, instead of taking a near one', () => {
    expect(() =>
      planAward(
        madeDecisions(content([granted]), terms),
        claims,
        { ...facts, appliedOn: d('2020-01-01') },
        DEFAULT_FINALITY_SETTINGS,
        [],
      ),
    ).toThrow(MissingTableRow);
  });

  it('counts the statements on settled claims: each document of a case has a number of its own', () => {
    const numbers = (statements: number): string[] =>
      planAward(
        madeDecisions(content([granted]), { ...terms, claims: [wages] }),
        [wages],
        { ...facts, statements },
        DEFAULT_FINALITY_SETTINGS,
        MINIMUM_WAGE,
      ).documents.map(({ number }) => number);
    expect(numbers(0)).toEqual(['穗南劳人仲案〔2026〕1号']);
    expect(numbers(1)).toEqual(['穗南劳人仲案〔2026〕1号之二']);
  });

  it.each([
    [null, '穗〔2026〕1号'],
    [1, '穗〔2026〕1号之一'],
    [2, '穗〔2026〕1号之二'],
  ])('number %s', (part, expected) => {
    expect(documentNumber('穗〔2026〕1号', part)).toBe(expected);
  });
});
