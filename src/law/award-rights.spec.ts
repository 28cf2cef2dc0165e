import { localDate as d } from '../kernel/local-date';
import { awardRights, Courts, employersSetAside, Remedy, SetAsideFacts } from './award-rights';

const final = {
  kind: 'final',
  workerSuitDays: 15,
  employerSuitDays: null,
  employerSetAsideDays: 30,
} as const;
const nonFinal = {
  kind: 'non-final',
  workerSuitDays: 15,
  employerSuitDays: 15,
  employerSetAsideDays: null,
} as const;
const courts: Courts = { intermediate: '广州市中级人民法院' };
const NONE: Courts = { intermediate: null };

describe('remedies (Law 47 to 51)', () => {
  it.each<[string, typeof final | typeof nonFinal, Courts, Remedy[], string[], string[]]>([
    [
      'final, courts named',
      final,
      courts,
      [
        { who: 'worker', remedy: 'sue', days: 15 },
        { who: 'employer', remedy: 'apply-to-set-aside', days: 30 },
      ],
      ['rights.final', 'rights.worker-sues', 'rights.set-aside-at', 'rights.enforce'],
      ['law 47', 'law 48', 'law 49', 'law 51'],
    ],
    [
      'final, courts not named',
      final,
      NONE,
      [
        { who: 'worker', remedy: 'sue', days: 15 },
        { who: 'employer', remedy: 'apply-to-set-aside', days: 30 },
      ],
      ['rights.final', 'rights.worker-sues', 'rights.set-aside', 'rights.enforce'],
      ['law 47', 'law 48', 'law 49', 'law 51'],
    ],
    [
      'non-final',
      nonFinal,
      courts,
      [
        { who: 'worker', remedy: 'sue', days: 15 },
        { who: 'employer', remedy: 'sue', days: 15 },
      ],
      ['rights.non-final', 'rights.worker-sues', 'rights.employer-sues', 'rights.part', 'rights.enforce'],
      ['law 50', 'law 50', 'law 50', 'interpretation-1 16', 'law 51'],
    ],
  ])('%s', (_name, document, named, remedies, keys, cited) => {
    const found = awardRights(document, named);
    expect(found.value).toEqual(remedies);
    expect(found.steps.map((each) => each.key)).toEqual(keys);
    expect(found.steps.map((each) => `${each.article?.law} ${each.article?.article}`)).toEqual(cited);
    expect(found.basis[0]).toEqual({ law: 'rules', article: '50', paragraph: '4' });
  });

  it('names the court that sets aside, and leaves the choice of the others to who sues', () => {
    expect(awardRights(final, courts).steps.map((each) => each.params['court'])).toEqual([
      undefined,
      undefined,
      courts.intermediate,
      undefined,
    ]);
  });
});

describe('setting aside beside a suit of the worker (Interpretation (I) 21)', () => {
  it.each<[string, SetAsideFacts['workersSuit'], boolean, string | null, string, string]>([
    ['no suit', { state: 'none' }, true, '2026-11-23', 'rights.set-aside-from', 'law 49 1'],
    ['pending', { state: 'pending' }, false, null, 'rights.set-aside-waits', 'interpretation-1 21 1'],
    [
      'dismissed or withdrawn',
      { state: 'ended', rulingReceivedOn: d('2027-01-15') },
      true,
      '2027-01-15',
      'rights.set-aside-again',
      'interpretation-1 21 2',
    ],
  ])('%s', (_name, workersSuit, mayApply, countedFrom, key, cited) => {
    const found = employersSetAside({ receivedOn: d('2026-11-23'), workersSuit });
    expect(found.value).toEqual({ mayApply, countedFrom });
    expect(found.steps.map((each) => each.key)).toEqual([key]);
    expect(found.basis.map((each) => `${each.law} ${each.article} ${each.paragraph}`)).toEqual([cited]);
  });
});
