import fc from 'fast-check';
import {
  checkElection,
  CollectiveAnswer,
  CollectiveFacts,
  COLLECTIVE_FROM,
  COMBINED_NOTICE,
  ContractApplicantFacts,
  decideCollective,
  decideRepresentativeAct,
  DEFAULT_COLLECTIVE_SETTINGS,
  effectPerWorker,
  Election,
  FEWEST_REPRESENTATIVES,
  mayApplyOnCollectiveContract,
  mayOpenCollectiveHearing,
  missingFromCombinedNotice,
  MOST_REPRESENTATIVES,
  RepresentativeAct,
} from './collective';

const people = (count: number, prefix = 'w'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

describe('collective disputes (Law 7, Rules 5, 62, 65)', () => {
  const facts: CollectiveFacts = {
    workers: 10,
    hasCommonClaims: true,
    isCollectiveContract: false,
    isFitForSimple: false,
  };
  const collective: CollectiveAnswer = {
    isCollective: true,
    hasPriority: true,
    procedure: 'collective',
    needsThree: true,
    needsTripartite: false,
    mayElect: true,
  };
  const single: CollectiveAnswer = {
    isCollective: false,
    hasPriority: false,
    procedure: 'ordinary',
    needsThree: false,
    needsTripartite: false,
    mayElect: false,
  };
  const simply = { mayHandleSimply: true };
  it.each<[string, Partial<CollectiveFacts>, typeof simply, CollectiveAnswer, string]>([
    ['ten with common claims', {}, DEFAULT_COLLECTIVE_SETTINGS, collective, 'rules 65 1'],
    ['nine', { workers: 9 }, DEFAULT_COLLECTIVE_SETTINGS, single, 'rules 62 1'],
    [
      'ten without common claims',
      { hasCommonClaims: false },
      DEFAULT_COLLECTIVE_SETTINGS,
      single,
      'rules 62 1',
    ],
    [
      'nine, fit for simple handling',
      { workers: 9, isFitForSimple: true },
      DEFAULT_COLLECTIVE_SETTINGS,
      { ...single, procedure: 'simplified' },
      'rules 62 1',
    ],
    [
      'ten, fit: three by default',
      { isFitForSimple: true },
      DEFAULT_COLLECTIVE_SETTINGS,
      collective,
      'org-rules 13 1',
    ],
    [
      'ten, fit, where the commission follows Rules 62(2)',
      { isFitForSimple: true },
      simply,
      { ...collective, procedure: 'simplified', needsThree: false },
      'rules 62 2',
    ],
    ['ten, not fit, where it does', {}, simply, collective, 'rules 65 1'],
    [
      'a collective contract, one worker',
      { workers: 1, isCollectiveContract: true },
      DEFAULT_COLLECTIVE_SETTINGS,
      { ...collective, needsTripartite: true, mayElect: false },
      'rules 65 2',
    ],
    [
      'a collective contract is never handled by one',
      { isCollectiveContract: true, isFitForSimple: true },
      simply,
      { ...collective, needsTripartite: true },
      'rules 65 2',
    ],
  ])('%s', (_name, change, settings, expected, cited) => {
    const found = decideCollective({ ...facts, ...change }, settings);
    expect(found.value).toEqual(expected);
    expect(found.basis.map((each) => `${each.law} ${each.article} ${each.paragraph ?? ''}`)).toContain(cited);
    expect(found.steps.some((each) => each.article?.article === '5')).toBe(expected.hasPriority);
  });

  it('seats three unless the commission has said otherwise', () => {
    expect(decideCollective({ ...facts, isFitForSimple: true }).value.needsThree).toBe(true);
  });
});

describe('representatives (Rules 63(1))', () => {
  it('are three to five, from ten workers on', () => {
    expect([COLLECTIVE_FROM, FEWEST_REPRESENTATIVES, MOST_REPRESENTATIVES]).toEqual([10, 3, 5]);
  });

  const election: Election = { workers: people(10), hasCommonClaims: true, representatives: people(3) };
  it.each<[string, Partial<Election>, string[]]>([
    ['three', {}, ['collective.election-valid']],
    ['five', { representatives: people(5) }, ['collective.election-valid']],
    ['two', { representatives: people(2) }, ['collective.too-few']],
    ['six', { representatives: people(6) }, ['collective.too-many']],
    [
      'three names, two people',
      { representatives: ['w1', 'w2', 'w2'] },
      ['collective.elected-twice', 'collective.too-few'],
    ],
    ['nine workers', { workers: people(9) }, ['collective.not-collective']],
    ['no common claims', { hasCommonClaims: false }, ['collective.not-collective']],
  ])('%s', (_name, change, keys) => {
    const found = checkElection({ ...election, ...change });
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value).toBe(keys[0] === 'collective.election-valid');
    expect(found.basis.map((each) => each.article)).toEqual(['7', '63']);
  });

  it.each<[RepresentativeAct, boolean]>([
    ['attend', false],
    ['plead', false],
    ['give-evidence', false],
    ['change-claims', true],
    ['waive-claims', true],
    ['admit-claims', true],
    ['settle', true],
  ])('%s needs consent: %s', (act, needsConsent) => {
    const all = people(3);
    const alone = decideRepresentativeAct(act, all, []);
    expect(alone.value).toEqual({ isEffective: !needsConsent, missing: needsConsent ? all : [] });
    expect(alone.steps.map((each) => each.key)).toEqual([
      needsConsent ? 'collective.consent-missing' : 'collective.act-binds',
    ]);
    const one = decideRepresentativeAct(act, all, ['w1', 'w3']);
    expect(one.value).toEqual({ isEffective: !needsConsent, missing: needsConsent ? ['w2'] : [] });
    const agreed = decideRepresentativeAct(act, all, all);
    expect(agreed.value).toEqual({ isEffective: true, missing: [] });
    expect(agreed.basis).toEqual([{ law: 'rules', article: '63', paragraph: '1' }]);
  });

  it('property: more consent never makes an act lose its effect', () => {
    fc.assert(
      fc.property(fc.subarray(people(6)), fc.constantFrom(...people(6)), (consenting, more) => {
        const before = decideRepresentativeAct('settle', people(6), consenting).value.isEffective;
        const after = decideRepresentativeAct('settle', people(6), [...consenting, more]).value.isEffective;
        expect(before && !after).toBe(false);
      }),
    );
  });
});

describe('combined notice (Rules 64)', () => {
  it('lacks all five, one, or none', () => {
    const all = Object.keys(COMBINED_NOTICE) as (keyof typeof COMBINED_NOTICE)[];
    expect(all).toHaveLength(5);
    expect(missingFromCombinedNotice([]).value).toEqual(all);
    expect(missingFromCombinedNotice(all.slice(1)).steps.map((each) => each.key)).toEqual([
      'collective.notice-tribunal',
    ]);
    const whole = missingFromCombinedNotice(all);
    expect(whole.value).toEqual([]);
    expect(whole.basis).toEqual([{ law: 'rules', article: '64' }]);
  });
});

describe('collective contracts: who applies (Rules 63(2))', () => {
  const facts: ContractApplicantFacts = {
    applicant: 'union',
    hasUnion: true,
    isGuidedByUpperUnion: false,
    hasNegotiationFailed: true,
  };
  it.each<[string, Partial<ContractApplicantFacts>, string[]]>([
    ['the union', {}, ['collective.applicant-proper']],
    ['the union before negotiating', { hasNegotiationFailed: false }, ['collective.negotiate-first']],
    [
      'representatives where there is a union',
      { applicant: 'elected-representatives', isGuidedByUpperUnion: true },
      ['collective.union-applies'],
    ],
    [
      'guided representatives where there is none',
      { applicant: 'elected-representatives', hasUnion: false, isGuidedByUpperUnion: true },
      ['collective.applicant-proper'],
    ],
    [
      'representatives nobody guided',
      { applicant: 'elected-representatives', hasUnion: false },
      ['collective.guided-representatives'],
    ],
    [
      'somebody else',
      { applicant: 'other', hasUnion: false, isGuidedByUpperUnion: true },
      ['collective.guided-representatives'],
    ],
  ])('%s', (_name, change, keys) => {
    const found = mayApplyOnCollectiveContract({ ...facts, ...change });
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.value).toBe(keys[0] === 'collective.applicant-proper');
    expect(found.basis).toEqual([{ law: 'rules', article: '63', paragraph: '2' }]);
  });
});

describe('before and after a collective hearing', () => {
  it.each([
    [false, false, false],
    [true, false, true],
    [false, true, true],
    [true, true, true],
  ])('negotiated %s, mediated %s: may open %s (Rules 66)', (hasNegotiated, hasMediated, expected) => {
    const found = mayOpenCollectiveHearing(hasNegotiated, hasMediated);
    expect(found.value).toBe(expected);
    expect(found.basis[0]).toEqual({ law: 'rules', article: '66', paragraph: '1' });
    expect(found.steps.some((each) => each.article?.article === '67')).toBe(expected);
  });

  it('an award takes effect for each worker apart (Interpretation (I) 17)', () => {
    const found = effectPerWorker(['a', 'b', 'c'], ['b', 'x']);
    expect(found.value).toEqual([
      { worker: 'a', hasEffect: true },
      { worker: 'b', hasEffect: false },
      { worker: 'c', hasEffect: true },
    ]);
    expect(found.steps[0]).toMatchObject({
      params: { bound: 2, suing: 1 },
      article: { law: 'interpretation-1', article: '17' },
    });
  });
});
