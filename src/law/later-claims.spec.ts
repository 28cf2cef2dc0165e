import { localDate as d } from '../kernel/local-date';
import {
  ClaimChange,
  ComparedClaim,
  compareClaims,
  CounterclaimFacts,
  CounterclaimOutcome,
  decideClaimsWaiver,
  decideCounterclaim,
  decideNewClaims,
  DEFAULT_NEW_CLAIMS_SETTINGS,
  NewClaimsAnswer,
  NewClaimsFacts,
  requireNewClaims,
} from './later-claims';

describe('counterclaim (Rules 36)', () => {
  const facts: CounterclaimFacts = {
    filedOn: d('2026-11-20'),
    defenceEndsOn: d('2026-11-23'),
    isAcceptable: true,
    mustBeSeparate: false,
    isJoined: true,
  };
  it.each<[string, Partial<CounterclaimFacts>, CounterclaimOutcome, string]>([
    ['joined', {}, 'accept-joined', '2'],
    ['last day of the defence period', { filedOn: d('2026-11-23') }, 'accept-joined', '2'],
    ['day after it', { filedOn: d('2026-11-24') }, 'separate-case', '4'],
    [
      'day after it, and not acceptable',
      { filedOn: d('2026-11-24'), isAcceptable: false },
      'separate-case',
      '4',
    ],
    ['before the period has begun', { defenceEndsOn: null }, 'accept-joined', '2'],
    ['accepted, not joined', { isJoined: false }, 'accept-apart', '2'],
    ['to be applied for on its own', { mustBeSeparate: true }, 'advise-separate', '3'],
    ['not acceptable', { isAcceptable: false }, 'refuse', '3'],
    ['not acceptable goes before separate', { isAcceptable: false, mustBeSeparate: true }, 'refuse', '3'],
  ])('%s', (_name, change, expected, paragraph) => {
    const found = decideCounterclaim({ ...facts, ...change });
    expect(found.value).toBe(expected);
    expect(found.steps.at(-1)?.article).toEqual({ law: 'rules', article: '36', paragraph });
    expect(found.steps[0]?.key).toBe(
      expected === 'separate-case' ? 'counterclaim.late' : 'counterclaim.in-time',
    );
  });
});

describe('added and changed claims (Rules 44)', () => {
  const facts: NewClaimsFacts = {
    proposedOn: d('2026-11-20'),
    evidenceEndsOn: d('2026-11-23'),
    isAcceptable: true,
    hasWaivedDefence: false,
    isCompensationToDamages: false,
    isDebateOver: false,
  };
  const late = { proposedOn: d('2026-11-24') };
  const on = { mayChangeIntoDamagesUntilDebateEnds: true };
  const accept = (givesDefencePeriod: boolean): NewClaimsAnswer => ({
    outcome: 'accept',
    givesDefencePeriod,
  });
  const separate: NewClaimsAnswer = { outcome: 'separate-case', givesDefencePeriod: false };

  it.each<[string, Partial<NewClaimsFacts>, typeof on, NewClaimsAnswer, string]>([
    ['in time', {}, DEFAULT_NEW_CLAIMS_SETTINGS, accept(true), 'rules 44 1'],
    [
      'last day of the evidence period',
      { proposedOn: d('2026-11-23') },
      DEFAULT_NEW_CLAIMS_SETTINGS,
      accept(true),
      'rules 44 1',
    ],
    ['day after it', late, DEFAULT_NEW_CLAIMS_SETTINGS, separate, 'rules 44 2'],
    [
      'no evidence period set',
      { evidenceEndsOn: null },
      DEFAULT_NEW_CLAIMS_SETTINGS,
      accept(true),
      'rules 44 1',
    ],
    [
      'defence period expressly given up',
      { hasWaivedDefence: true },
      DEFAULT_NEW_CLAIMS_SETTINGS,
      accept(false),
      'rules 44 1',
    ],
    [
      'not acceptable',
      { isAcceptable: false },
      DEFAULT_NEW_CLAIMS_SETTINGS,
      { outcome: 'not-accepted', givesDefencePeriod: false },
      'rules 44 1',
    ],
    [
      'into damages, late: the text counts',
      { ...late, isCompensationToDamages: true },
      DEFAULT_NEW_CLAIMS_SETTINGS,
      separate,
      'rules 44 2',
    ],
    [
      'into damages, late, switched on',
      { ...late, isCompensationToDamages: true },
      on,
      accept(true),
      'joint-opinion-1 5 ',
    ],
    [
      'into damages, switched on, after the debate',
      { ...late, isCompensationToDamages: true, isDebateOver: true },
      on,
      separate,
      'rules 44 2',
    ],
    ['another late change, switched on', late, on, separate, 'rules 44 2'],
  ])('%s', (_name, change, settings, expected, cited) => {
    const found = decideNewClaims({ ...facts, ...change }, settings);
    expect(found.value).toEqual(expected);
    expect(found.basis.map((each) => `${each.law} ${each.article} ${each.paragraph ?? ''}`)).toContain(cited);
  });

  it('says what has not been compared with its text, and is off unless a commission switches it on', () => {
    const change = { ...facts, ...late, isCompensationToDamages: true };
    expect(decideNewClaims(change).value).toEqual(separate);
    expect(decideNewClaims(change, on).steps.map((each) => each.key)).toEqual([
      'new-claims.into-damages',
      'new-claims.into-damages-not-verified',
      'new-claims.defence-period',
    ]);
  });
});

describe('what becomes of the claims', () => {
  const claim: ComparedClaim = {
    id: 'a',
    head: 'unpaid-wages',
    facts: '{"monthlyWage":800000}',
    amount: 1_600_000,
    from: d('2025-12-01'),
    to: d('2026-01-31'),
  };
  const act: ComparedClaim = { ...claim, id: 'b', head: 'leaving-certificate', amount: null };

  it.each<[string, readonly ComparedClaim[], string]>([
    ['all as it was', [claim, act], 'a kept, b kept'],
    ['one more fen', [{ ...claim, amount: 1_600_001 }, act], 'a changed, b kept'],
    ['one fen less', [{ ...claim, amount: 1_599_999 }, act], 'a reduced, b kept'],
    ['less on other facts', [{ ...claim, facts: '{}', amount: 1 }, act], 'a changed, b kept'],
    ['another first day', [{ ...claim, from: d('2025-12-02') }, act], 'a changed, b kept'],
    ['another last day', [{ ...claim, to: null }, act], 'a changed, b kept'],
    ['another head', [{ ...claim, head: 'overtime' }, act], 'a changed, b kept'],
    ['money for an act', [claim, { ...act, amount: 1 }], 'a kept, b changed'],
    ['an act for money', [{ ...claim, amount: null }, act], 'a changed, b kept'],
    ['one more', [claim, act, { ...claim, id: 'c' }], 'a kept, b kept, c added'],
    ['one less', [act], 'b kept, a given-up'],
    ['nothing left', [], 'a given-up, b given-up'],
  ])('%s', (_name, after, expected) => {
    const found = compareClaims([claim, act], after).map(({ id, change }) => `${id} ${change}`);
    expect(found.join(', ')).toBe(expected);
  });

  it.each<[ClaimChange[], string | null]>([
    [['kept', 'added'], null],
    [['changed', 'given-up'], null],
    [['kept', 'kept'], 'new-claims.nothing-changed'],
    [['kept', 'given-up'], 'new-claims.only-given-up'],
    [['reduced'], 'new-claims.only-given-up'],
  ])('added or changed (Rules 44): %s', (changes, key) => {
    const found = requireNewClaims(changes);
    expect(found.value).toBe(key === null);
    expect(found.steps[0]?.key ?? null).toBe(key);
  });

  it.each<[string, boolean, ClaimChange[] | null, string, string]>([
    ['before anything is named', false, null, 'free', 'claims-waiver.free 35'],
    ['one of two', false, ['kept', 'given-up'], 'free', 'claims-waiver.free 35'],
    ['less of the only one', false, ['reduced'], 'free', 'claims-waiver.free 35'],
    ['after the result', true, ['kept', 'given-up'], 'too-late', 'claims-waiver.too-late 35'],
    ['something more as well', false, ['added', 'given-up'], 'adds', 'claims-waiver.adds 44'],
    ['another one instead', false, ['changed', 'given-up'], 'adds', 'claims-waiver.adds 44'],
    ['nothing', false, ['kept', 'kept'], 'nothing', 'claims-waiver.nothing 35'],
    ['everything', false, ['given-up'], 'withdraw-instead', 'claims-waiver.withdraw-instead 35'],
  ])('claims given up: %s', (_name, isResultMade, changes, expected, first) => {
    const found = decideClaimsWaiver({ isResultMade, changes });
    expect(found.value).toBe(expected);
    expect(`${found.steps[0]?.key} ${found.steps[0]?.article?.article}`).toBe(first);
  });
});
