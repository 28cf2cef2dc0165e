import { decideScope, DISPUTE_KINDS, DisputeKind, Exclusion, EXCLUSIONS, ScopeFacts } from './scope';

const items = (facts: ScopeFacts): string[] =>
  decideScope(facts).steps.map((each) => `${each.key} ${each.article?.law} ${each.article?.item}`);

describe('scope (Law 2, Rules 2)', () => {
  it.each<[DisputeKind, number]>([
    ['labour', 1],
    ['appointed-civil-servant', 2],
    ['public-institution', 3],
    ['social-organisation', 4],
    ['military-civilian', 5],
    ['other-by-law', 6],
  ])('%s is item %d', (kind, item) => {
    const found = decideScope({ kind, exclusions: [] });
    expect(found.value).toBe(true);
    expect(items({ kind, exclusions: [] })).toEqual([`acceptance.scope-met rules ${item}`]);
  });

  it.each<[Exclusion, number]>([
    ['insurance-agency', 1],
    ['public-housing', 2],
    ['appraisal-conclusion', 3],
    ['domestic-service', 4],
    ['craftsman-apprentice', 5],
    ['farm-household', 6],
  ])('%s is no labour dispute (Interpretation (I) 2(%d))', (exclusion, item) => {
    expect(decideScope({ kind: 'labour', exclusions: [exclusion] }).value).toBe(false);
    expect(items({ kind: 'labour', exclusions: [exclusion] })).toEqual([
      `scope.${exclusion} interpretation-1 ${item}`,
    ]);
  });

  it('knows the six kinds and the six exclusions', () => {
    expect(Object.values(DISPUTE_KINDS)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.values(EXCLUSIONS).map((each) => each.item)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is of none of the kinds', () => {
    const found = decideScope({ kind: null, exclusions: [] });
    expect(found.value).toBe(false);
    expect(found.steps.map((each) => each.key)).toEqual(['acceptance.scope-not-met']);
    expect(found.basis).toEqual([
      { law: 'law', article: '2' },
      { law: 'rules', article: '30', item: '1' },
      { law: 'rules', article: '2' },
    ]);
  });

  it('names every ground, local guidance with its source', () => {
    const found = decideScope({
      kind: null,
      exclusions: ['domestic-service'],
      localExclusions: [
        { name: '住房公积金', source: '广东指导意见第三条', isVerified: false },
        { name: '其他', source: '本委规定', isVerified: true },
      ],
    });
    expect(found.steps.map((each) => [each.key, each.params['source']])).toEqual([
      ['acceptance.scope-not-met', undefined],
      ['scope.domestic-service', undefined],
      ['scope.local', '广东指导意见第三条'],
      ['scope.local-not-verified', '广东指导意见第三条'],
      ['scope.local', '本委规定'],
    ]);
    const local = [{ name: '住房公积金', source: '广东', isVerified: true }];
    expect(decideScope({ kind: 'labour', exclusions: [], localExclusions: local }).value).toBe(false);
  });
});
