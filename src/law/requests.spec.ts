import fc from 'fast-check';
import { addDays, localDate as d } from '../kernel/local-date';
import { calendar } from '../../test/support/law';
import {
  AwardCorrectionFacts,
  decideAwardCorrection,
  decideEvidenceExtension,
  decidePostponement,
  decidePrivateHearing,
  decideRevocation,
  decideWithdrawal,
  PrivacyGround,
  RevocationGround,
} from './requests';
import { isWorkingDay } from './calendar';

const keys = (found: { steps: readonly { key: string }[] }): string[] => found.steps.map(({ key }) => key);

describe('withdrawal (Rules 35)', () => {
  it('is free until the result, and may be followed by the same application', () => {
    const found = decideWithdrawal({ isResultMade: false });
    expect(found.value).toBe(true);
    expect(keys(found)).toEqual(['withdrawal.free', 'withdrawal.refiling']);
    expect(found.basis).toEqual([{ law: 'rules', article: '35' }]);
  });

  it('is too late once the result is made', () => {
    const found = decideWithdrawal({ isResultMade: true });
    expect(found.value).toBe(false);
    expect(keys(found)).toEqual(['withdrawal.too-late']);
  });
});

describe('postponement (Law 35, Rules 38, 80)', () => {
  it.each<[string, string, string, 'in-time' | 'late']>([
    ['the last day: Friday, three working days before Wednesday', '2026-03-13', '2026-03-18', 'in-time'],
    ['the day after', '2026-03-14', '2026-03-18', 'late'],
    ['on the day itself', '2026-03-18', '2026-03-18', 'late'],
    // Rules 80: working days. 9 May is one, made up for the holiday.
    ['a make-up Saturday counts: the last day', '2026-05-07', '2026-05-11', 'in-time'],
    ['a make-up Saturday counts: the day after', '2026-05-08', '2026-05-11', 'late'],
    ['over the National Day holiday: the last day', '2026-09-29', '2026-10-09', 'in-time'],
    ['over the National Day holiday: in it', '2026-10-01', '2026-10-09', 'late'],
  ])('%s', (_name, requestedOn, hearingOn, expected) => {
    const found = decidePostponement({ requestedOn: d(requestedOn), hearingOn: d(hearingOn) }, calendar);
    expect(found.value).toBe(expected);
    expect(found.steps.at(-1)?.key).toBe(`postponement.${expected}`);
    expect(found.basis).toContainEqual({ law: 'rules', article: '38' });
  });

  it('never becomes timely again by waiting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), (before, later) => {
        const hearingOn = d('2026-06-10');
        const on = addDays(hearingOn, -before);
        fc.pre(isWorkingDay(on, calendar));
        const at = (requestedOn: typeof on) => decidePostponement({ requestedOn, hearingOn }, calendar).value;
        return at(on) === 'in-time' || at(addDays(on, later)) === 'late';
      }),
    );
  });
});

describe('more time for evidence (Rules 15)', () => {
  const endsOn = d('2026-03-20');
  it.each([
    ['on the last day', '2026-03-20', endsOn, '2026-03-27', 'allowed'],
    ['the day after', '2026-03-21', endsOn, '2026-03-27', 'late'],
    ['no day named yet', '2026-03-18', endsOn, null, 'allowed'],
    ['one day more', '2026-03-18', endsOn, '2026-03-21', 'allowed'],
    ['the same day', '2026-03-18', endsOn, '2026-03-20', 'not-later'],
    ['an earlier day', '2026-03-18', endsOn, '2026-03-19', 'not-later'],
    ['no period set', '2026-03-18', null, '2026-03-19', 'no-period'],
  ] as const)('%s: %s', (_name, on, end, until, expected) => {
    const found = decideEvidenceExtension({
      requestedOn: d(on),
      endsOn: end,
      until: until === null ? null : d(until),
    });
    expect(found.value).toBe(expected);
    expect(keys(found)).toEqual([`evidence-extension.${expected}`]);
    expect(found.basis).toEqual([{ law: 'rules', article: '15' }]);
  });
});

describe('revocation (Rules 32)', () => {
  it.each<[RevocationGround, 'revoke' | 'transfer', string[]]>([
    ['scope', 'revoke', ['acceptance.scope-not-met', 'revocation.tell-within-five']],
    ['claims', 'revoke', ['acceptance.claims-not-met', 'revocation.tell-within-five']],
    ['parties', 'revoke', ['acceptance.parties-not-met', 'revocation.tell-within-five']],
    ['same-matter', 'revoke', ['revocation.same-matter', 'revocation.tell-within-five']],
    // 除本规则第九条规定外
    ['jurisdiction', 'transfer', ['revocation.transfer-instead']],
  ])('%s: %s', (ground, expected, steps) => {
    const found = decideRevocation(ground);
    expect(found.value).toBe(expected);
    expect(keys(found)).toEqual(steps);
  });

  it('cites the item that fails and the article of the revocation', () => {
    expect(decideRevocation('parties').basis).toEqual([
      { law: 'rules', article: '30', item: '3' },
      { law: 'rules', article: '32' },
    ]);
    expect(decideRevocation('jurisdiction').basis).toEqual([{ law: 'rules', article: '9' }]);
  });
});

describe('correction of an award (Rules 54)', () => {
  const facts: AwardCorrectionFacts = {
    error: 'writing',
    isAwardMade: true,
    wasDecided: false,
    wrong: '林秀英（身份证）',
    right: '林秀瑛（身份证）',
  };
  it.each<[string, Partial<AwardCorrectionFacts>, string, string]>([
    ['a slip of the pen', {}, 'correct', 'award-correction.allowed'],
    ['an error of arithmetic', { error: 'arithmetic' }, 'correct', 'award-correction.allowed'],
    [
      'decided and left out',
      { error: 'left-out', wasDecided: true, wrong: '' },
      'correct',
      'award-correction.allowed',
    ],
    ['never decided', { error: 'left-out', wrong: '' }, 'new-decision', 'award-correction.new-decision'],
    ['nothing changes', { right: ' 林秀英（身份证） ' }, 'unchanged', 'award-correction.unchanged'],
    ['no award', { isAwardMade: false }, 'no-award', 'award-correction.no-award'],
  ])('%s', (_name, change, expected, key) => {
    const found = decideAwardCorrection({ ...facts, ...change });
    expect(found.value).toBe(expected);
    expect(keys(found)).toEqual([key]);
    expect(found.basis).toEqual([{ law: 'rules', article: '54' }]);
  });
});

describe('a hearing in private (Law 26, Rules 25)', () => {
  it.each<[PrivacyGround, boolean, boolean, string[]]>([
    ['agreement', true, true, ['private-hearing.agreement', 'private-hearing.must']],
    ['agreement', false, false, ['private-hearing.one-side-only']],
    ['trade-secret', false, true, ['private-hearing.trade-secret', 'private-hearing.must']],
    ['personal-privacy', false, true, ['private-hearing.personal-privacy', 'private-hearing.must']],
  ])('%s, both agree: %s', (ground, doBothAgree, expected, steps) => {
    const found = decidePrivateHearing({ ground, doBothAgree });
    expect(found.value).toBe(expected);
    expect(keys(found)).toEqual(steps);
    expect(found.basis).toEqual([
      { law: 'law', article: '26' },
      { law: 'rules', article: '25', paragraph: '2' },
    ]);
  });
});
