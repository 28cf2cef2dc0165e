import { calendar } from '../../test/support/law';
import { localDate as d } from '../kernel/local-date';
import {
  decideReview,
  decideReviewApplication,
  lastReviewDay,
  NO_STATEMENT_GROUNDS,
  NoStatementGround,
  REVIEW_WINDOW_DAYS,
  REVIEW_PAPERS,
  ReviewApplication,
  ReviewOutcome,
  ReviewPaper,
} from './mediation-review';

const ALL = Object.keys(REVIEW_PAPERS) as ReviewPaper[];

describe('the window (Rules 74(1), 80)', () => {
  it('is fifteen days', () => {
    expect(REVIEW_WINDOW_DAYS).toBe(15);
  });

  it.each([
    ['fifteen natural days, the day of effect not counted', '2026-11-02', '2026-11-17'],
    ['ends on a Sunday: the Monday after', '2026-11-07', '2026-11-23'],
    ['ends on a Saturday', '2026-11-06', '2026-11-23'],
    ['ends on a Saturday that is worked', '2026-09-25', '2026-10-10'],
    ['ends in the national holidays', '2026-09-16', '2026-10-08'],
  ])('%s', (_name, effectiveOn, lastOn) => {
    const found = lastReviewDay(d(effectiveOn), calendar);
    expect(found.value).toBe(lastOn);
    expect(found.basis.map((each) => each.article)).toEqual(expect.arrayContaining(['74', '80']));
  });
});

describe('taking on a review (Rules 74, 75)', () => {
  const facts: ReviewApplication = {
    isByOrganisation: true,
    isJoint: true,
    papers: ALL,
    effectiveOn: d('2026-11-02'),
    filedOn: d('2026-11-17'),
    isWithinScope: true,
    isOurs: true,
    confirmsRelation: false,
    isConfirmedByCourt: false,
  };
  it.each<[string, Partial<ReviewApplication>, ReviewOutcome, string, string | undefined]>([
    ['last day', {}, { outcome: 'accept' }, 'review.accept', undefined],
    ['day after', { filedOn: d('2026-11-18') }, { outcome: 'refuse', items: [3] }, 'review.late', '3'],
    ['out of scope', { isWithinScope: false }, { outcome: 'refuse', items: [1] }, 'review.out-of-scope', '1'],
    ['no jurisdiction', { isOurs: false }, { outcome: 'refuse', items: [2] }, 'review.no-jurisdiction', '2'],
    [
      'confirms a labour relation',
      { confirmsRelation: true },
      { outcome: 'refuse', items: [4] },
      'review.confirms-relation',
      '4',
    ],
    [
      'confirmed by a court',
      { isConfirmedByCourt: true },
      { outcome: 'refuse', items: [5] },
      'review.confirmed-by-court',
      '5',
    ],
    [
      'all five, and not joint',
      {
        isWithinScope: false,
        isOurs: false,
        filedOn: d('2026-12-01'),
        confirmsRelation: true,
        isConfirmedByCourt: true,
        isJoint: false,
      },
      { outcome: 'refuse', items: [1, 2, 3, 4, 5] },
      'review.late',
      '3',
    ],
    [
      'by one side only',
      { isJoint: false },
      { outcome: 'complete', papers: [] },
      'review.not-joint',
      undefined,
    ],
    [
      'papers missing',
      { papers: ALL.filter((each) => each !== 'identity') },
      { outcome: 'complete', papers: ['identity'] },
      'review.paper-identity',
      undefined,
    ],
    [
      'not made with a mediation organisation',
      { isByOrganisation: false },
      { outcome: 'not-reviewable' },
      'review.not-by-organisation',
      undefined,
    ],
  ])('%s', (_name, change, expected, key, item) => {
    const found = decideReviewApplication({ ...facts, ...change }, calendar);
    expect(found.value).toEqual(expected);
    const step = found.steps.find((each) => each.key === key);
    expect(step).toBeDefined();
    expect(step?.article?.item).toBe(item);
    if (item) expect(step?.article).toMatchObject({ law: 'rules', article: '75', paragraph: '2' });
    expect(found.basis.map((each) => each.article)).toContain('74');
  });

  it('asks for all seven papers (Rules 74(2))', () => {
    const found = decideReviewApplication({ ...facts, papers: [] }, calendar);
    expect(found.value).toEqual({ outcome: 'complete', papers: ALL });
    expect(ALL).toHaveLength(7);
  });
});

describe('how a review ends (Rules 76 to 79)', () => {
  it.each<[NoStatementGround, string]>([
    ['breaks-mandatory-law', '1'],
    ['harms-interests', '2'],
    ['suspected-falsehood', '3'],
    ['not-voluntary', '4'],
    ['content-unclear', '5'],
    ['other', '6'],
  ])('no statement: %s is item %s', (ground, item) => {
    const found = decideReview({ grounds: [ground], isWithdrawn: false, isServed: false });
    expect(found.value).toBe('no-statement');
    expect(found.steps[0]).toMatchObject({
      key: NO_STATEMENT_GROUNDS[ground].key,
      article: { law: 'rules', article: '78', paragraph: '1', item },
    });
    expect(found.steps.slice(1).map((each) => each.key)).toEqual(['review.tell-in-writing', 'review.ends']);
  });

  it.each<[string, NoStatementGround[], boolean, boolean, string, string[]]>([
    ['valid', [], false, false, 'make-statement', ['review.make-statement']],
    ['withdrawn before service', [], true, false, 'withdrawn', ['review.withdrawn', 'review.ends']],
    [
      'withdrawn, and a ground against it',
      ['other'],
      true,
      false,
      'withdrawn',
      ['review.withdrawn', 'review.ends'],
    ],
    ['signed for by both', [], false, true, 'effective', ['review.effective']],
    ['withdrawn after service', [], true, true, 'effective', ['review.withdrawn-late', 'review.effective']],
  ])('%s', (_name, grounds, isWithdrawn, isServed, expected, keys) => {
    const found = decideReview({ grounds, isWithdrawn, isServed });
    expect(found.value).toBe(expected);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.steps.at(-1)?.article?.article).toBe(expected === 'withdrawn' ? '79' : '77');
  });
});
