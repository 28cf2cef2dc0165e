import { localDate as d } from '../kernel/local-date';
import { citation } from './articles';
import {
  checkTerms,
  isInEffect,
  mayBind,
  mayRetract,
  mediationBeforeAward,
  performBy,
  scopeOf,
  type ActingAs,
  type Payment,
  type SettledClaim,
  type SettlementCase,
  type StatedMediation,
} from './settlement';

const CASE: SettlementCase = {
  openClaimIds: ['wages', 'dismissal', 'certificate'],
  parties: [
    { id: 'worker', side: 'claimant' },
    { id: 'company', side: 'respondent' },
    { id: 'agency', side: 'respondent' },
  ],
  on: d('2026-03-10'),
};

const claim = (claimId: string, change: Partial<SettledClaim> = {}): SettledClaim => ({
  claimId,
  result: 'paid',
  text: null,
  dueOn: null,
  ...change,
});

const payment = (change: Partial<Payment> = {}): Payment => ({
  claimId: 'wages',
  payerId: 'company',
  payeeId: 'worker',
  amount: 1_000_000,
  dueOn: d('2026-03-31'),
  ...change,
});

describe('terms of a settlement (Law 42(3))', () => {
  it.each<[string, SettledClaim[], Payment[], string[]]>([
    ['one claim paid', [claim('wages')], [payment()], []],
    ['due today', [claim('wages')], [payment({ dueOn: d('2026-03-10') })], []],
    [
      'due yesterday',
      [claim('wages')],
      [payment({ dueOn: d('2026-03-09') })],
      ['/payments/0/dueOn settlement.day-past'],
    ],
    ['one sum for two claims', [claim('wages'), claim('dismissal')], [payment({ claimId: null })], []],
    ['in instalments', [claim('wages')], [payment(), payment({ dueOn: d('2026-04-30') })], []],
    ['all dropped', [claim('wages', { result: 'dropped' })], [], []],
    [
      'something done',
      [claim('certificate', { result: 'done', text: '出具离职证明', dueOn: d('2026-03-10') })],
      [],
      [],
    ],
    ['something done, no day', [claim('certificate', { result: 'done', text: '出具离职证明' })], [], []],
    [
      'something done, by a day gone by, in no words',
      [claim('certificate', { result: 'done', text: ' ', dueOn: d('2026-03-09') })],
      [],
      ['/claims/0/text settlement.act-missing', '/claims/0/dueOn settlement.day-past'],
    ],
    [
      'something done that nobody wrote down',
      [claim('certificate', { result: 'done' })],
      [],
      ['/claims/0/text settlement.act-missing'],
    ],
    ['the worker pays back', [claim('wages')], [payment({ payerId: 'worker', payeeId: 'company' })], []],
    ['nothing', [], [], ['/claims settlement.no-claims']],
    [
      'a claim of another case, or one settled before',
      [claim('other')],
      [payment({ claimId: null })],
      ['/claims/0/claimId settlement.unknown-claim'],
    ],
    [
      'a claim twice',
      [claim('wages'), claim('wages', { result: 'dropped' })],
      [payment()],
      ['/claims/1/claimId settlement.claim-twice'],
    ],
    [
      'paid, by no payment',
      [claim('wages'), claim('dismissal')],
      [payment()],
      ['/claims/1/result settlement.not-paid'],
    ],
    [
      'paid on what is dropped',
      [claim('wages', { result: 'dropped' })],
      [payment()],
      ['/payments/0/claimId settlement.paid-on-nothing'],
    ],
    [
      'a sum for all where nothing is paid',
      [claim('wages', { result: 'dropped' })],
      [payment({ claimId: null })],
      ['/payments/0/claimId settlement.paid-on-nothing'],
    ],
    [
      'one respondent pays the other',
      [claim('wages')],
      [payment({ payeeId: 'agency' })],
      ['/payments/0/payerId settlement.payer'],
    ],
    [
      'paid by somebody else',
      [claim('wages')],
      [payment({ payerId: 'bank' })],
      ['/payments/0/payerId settlement.payer'],
    ],
    [
      'paid to somebody else',
      [claim('wages')],
      [payment({ payeeId: 'bank' })],
      ['/payments/0/payerId settlement.payer'],
    ],
    ['nothing paid', [claim('wages')], [payment({ amount: 0 })], ['/payments/0/amountFen settlement.amount']],
  ])('%s', (_name, claims, payments, expected) => {
    const { value, basis } = checkTerms({ claims, payments }, CASE);
    expect(value.map(({ pointer, key }) => `${pointer} ${key}`)).toEqual(expected);
    expect(basis.map((each) => citation(each, 'zh-CN'))).toContain('《劳动争议调解仲裁法》第四十二条第三款');
  });

  it.each<[string, string[], string, string]>([
    ['all that are open', ['wages', 'dismissal', 'certificate'], 'whole', '72 1'],
    ['one of three', ['wages'], 'part', '73 '],
  ])('settle %s', (_name, claimIds, expected, rule) => {
    const { value, basis } = scopeOf(claimIds, CASE.openClaimIds);
    expect(value).toBe(expected);
    expect(basis.map(({ article, paragraph }) => `${article} ${paragraph ?? ''}`)).toEqual([rule]);
  });

  it('name the last day to perform, of the last instalment, where they name one', () => {
    const claims = [claim('wages'), claim('certificate', { result: 'done', dueOn: d('2026-05-01') })];
    const payments = [payment(), payment({ dueOn: d('2026-04-30') })];
    expect(performBy({ claims, payments })).toBe('2026-05-01');
    expect(performBy({ claims: [claim('wages')], payments })).toBe('2026-04-30');
    expect(performBy({ claims: [claim('wages', { result: 'dropped' })], payments: [] })).toBeNull();
  });
});

describe('who is bound, and when (Law 42(3), (4))', () => {
  it.each<[ActingAs, boolean, boolean]>([
    ['in-person', false, true],
    ['legal-representative', false, true],
    ['agent', true, true],
    ['agent', false, false],
  ])('%s, special authority %s', (actingAs, hasAuthority, expected) => {
    expect(mayBind(actingAs, hasAuthority).value).toBe(expected);
  });

  it.each<[string, string[], boolean]>([
    ['nobody', [], false],
    ['one of two', ['worker'], false],
    ['both', ['company', 'worker'], true],
  ])('signed for by %s', (_name, signed, expected) => {
    expect(isInEffect(['worker', 'company'], signed).value).toBe(expected);
  });

  it.each<[string, string[], boolean]>([
    ['before anybody signed', [], true],
    ['when the other side has signed', ['company'], true],
    ['when it has signed itself', ['worker'], false],
  ])('may be gone back on %s', (_name, signed, expected) => {
    expect(mayRetract('worker', signed).value).toBe(expected);
  });
});

describe('mediation before the award (Law 42(1))', () => {
  it.each<[string, string[], StatedMediation | null, StatedMediation | null, string]>([
    ['never tried', [], null, null, 'settlement.untried'],
    ['tried in a hearing', ['2026-03-20'], null, 'failed', 'settlement.tried'],
    ['stated only', [], 'failed', 'failed', 'settlement.failed'],
    ['nobody wanted it', [], 'unwilling', 'unwilling', 'settlement.unwilling'],
    ['nobody came', ['2026-03-20'], 'impossible', 'impossible', 'settlement.impossible'],
  ])('%s', (_name, triedOn, stated, expected, key) => {
    const { value, steps } = mediationBeforeAward({ triedOn: triedOn.map(d), stated });
    expect(value).toBe(expected);
    expect(steps.map((each) => each.key)).toContain(key);
  });
});
