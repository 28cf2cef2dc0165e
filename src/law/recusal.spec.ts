import {
  decideRecusal,
  mayActWhileChallenged,
  RECUSAL_GROUNDS,
  RecusalAnswer,
  RecusalFacts,
  RecusalGround,
} from './recusal';

const facts: RecusalFacts = {
  ground: 'interest',
  hasReasons: true,
  stage: 'before-hearing',
  isKnownSinceOpening: false,
  challenged: 'arbitrator',
  isHeadOfCommission: false,
};
const examine: RecusalAnswer = { outcome: 'examine', decider: 'head-or-delegate', suspendsWork: true };
const nothing = { decider: null, suspendsWork: false } as const;

describe('recusal (Law 33, Rules 11, 12)', () => {
  it.each<[string, Partial<RecusalFacts>, RecusalAnswer, string, string]>([
    ['before the hearing', {}, examine, 'recusal.head-decides', '12 1'],
    ['a recorder', { challenged: 'recorder' }, examine, 'recusal.head-decides', '12 1'],
    [
      'the head of the commission as arbitrator',
      { isHeadOfCommission: true },
      { ...examine, decider: 'commission' },
      'recusal.commission-decides',
      '12 1',
    ],
    [
      'the head keeps the record',
      { challenged: 'recorder', isHeadOfCommission: true },
      examine,
      'recusal.head-decides',
      '12 1',
    ],
    [
      'during the hearing, known since it opened',
      { stage: 'before-debate-ends', isKnownSinceOpening: true },
      examine,
      'recusal.three-days',
      '11 3',
    ],
    [
      'during the hearing, known before',
      { stage: 'before-debate-ends' },
      { outcome: 'disregard', ...nothing },
      'recusal.known-before',
      '11 1',
    ],
    [
      'after the debate',
      { stage: 'after-debate' },
      { outcome: 'disregard', ...nothing },
      'recusal.after-debate',
      '11 2',
    ],
    [
      'after the debate, known since the hearing opened',
      { stage: 'after-debate', isKnownSinceOpening: true },
      { outcome: 'disregard', ...nothing },
      'recusal.after-debate',
      '11 2',
    ],
    [
      'no reasons',
      { hasReasons: false },
      { outcome: 'state-reasons', ...nothing },
      'recusal.needs-reasons',
      '11 1',
    ],
    [
      'none of the four grounds',
      { ground: null },
      { outcome: 'state-reasons', ...nothing },
      'recusal.needs-reasons',
      '11 1',
    ],
  ])('%s', (_name, change, expected, key, cited) => {
    const found = decideRecusal({ ...facts, ...change });
    expect(found.value).toEqual(expected);
    const step = found.steps.find((each) => each.key === key);
    expect(`${step?.article?.article} ${step?.article?.paragraph}`).toBe(cited);
    // What comes too late as a challenge may still bind the challenged person.
    expect(found.steps.some((each) => each.key === 'recusal.own-duty')).toBe(
      expected.outcome === 'disregard',
    );
  });

  it.each<[RecusalGround, string]>([
    ['near-relative', '1'],
    ['interest', '2'],
    ['other-relation', '3'],
    ['private-contact', '4'],
  ])('%s is item %s of Law 33', (ground, item) => {
    expect(decideRecusal({ ...facts, ground }).steps[0]).toMatchObject({
      key: RECUSAL_GROUNDS[ground].key,
      article: { law: 'law', article: '33', paragraph: '1', item },
    });
  });

  it.each([
    [true, 'recusal.urgent'],
    [false, 'recusal.work-stops'],
  ])('meanwhile, urgent %s: %s (Rules 12(2))', (isUrgent, key) => {
    const found = mayActWhileChallenged(isUrgent);
    expect(found.value).toBe(isUrgent);
    expect(found.steps.map((each) => each.key)).toEqual([key]);
    expect(found.basis).toEqual([{ law: 'rules', article: '12', paragraph: '2' }]);
  });
});
