import { DomainError } from '../../kernel/domain-error';
import { caseLifecycle, type DecidingFacts } from './case.lifecycle';

const READY: DecidingFacts = {
  areAllClaimsDecided: true,
  areRecordsConfirmed: true,
  unheard: [],
  mayStillAnswer: [],
  isSettlementPending: false,
};

function refusalOf(step: () => unknown): string | null {
  try {
    step();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, ...Object.values(error.params ?? {})].join(' ');
  }
}

describe('the case', () => {
  it.each<[string, Partial<DecidingFacts>, string | null]>([
    ['everything is there', {}, null],
    ['a record is not confirmed', { areRecordsConfirmed: false }, 'award.record-unconfirmed'],
    ['a claim is left out', { areAllClaimsDecided: false }, 'award.claims-undecided'],
    [
      'somebody else was heard in its name (Law 38)',
      { unheard: ['甲公司', '乙公司'] },
      'award.party-unheard 甲公司、乙公司',
    ],
    [
      'a respondent that did not come may still answer (Rules 33)',
      { mayStillAnswer: [{ who: '甲公司', until: '2026-12-04' }] },
      'award.defence-open 甲公司 2026-12-04',
    ],
    [
      'terms agreed wait to be signed for (Law 42)',
      { isSettlementPending: true },
      'award.settlement-pending',
    ],
  ])('is decided: %s', (_name, change, expected) => {
    expect(refusalOf(() => caseLifecycle.step('heard', 'decide', { ...READY, ...change }))).toBe(expected);
  });

  it('that another commission sent here is accepted, and never refused or sent on (Rules 9)', () => {
    const state = 'received';
    for (const isTransferred of [true, false]) {
      const expected = isTransferred ? 'case.transferred-must-be-accepted' : null;
      expect(refusalOf(() => caseLifecycle.step(state, 'refuse', { groundCount: 1, isTransferred }))).toBe(
        expected,
      );
      expect(
        refusalOf(() => caseLifecycle.step(state, 'refer', { hasCompetentCommission: true, isTransferred })),
      ).toBe(expected);
      expect(
        refusalOf(() =>
          caseLifecycle.step(state, 'request-correction', { hasBeenRequestedBefore: false, isTransferred }),
        ),
      ).toBe(expected);
    }
    expect(caseLifecycle.step(state, 'accept', { areConditionsMet: true }).to).toBe('accepted');
  });

  it('is transferred to a commission with a name, from acceptance to the award (Rules 9, 10)', () => {
    for (const state of ['accepted', 'constituted', 'set-down', 'heard'] as const) {
      expect(caseLifecycle.step(state, 'transfer', { competent: '佛山' }).to).toBe('transferred');
    }
    expect(refusalOf(() => caseLifecycle.step('accepted', 'transfer', { competent: ' ' }))).toBe(
      'case.referral-needs-commission',
    );
    expect(refusalOf(() => caseLifecycle.step('decided', 'transfer', { competent: '佛山' }))).toContain(
      'lifecycle.not-now',
    );
  });

  it('waits for another tribunal when somebody of it has withdrawn (Law 33)', () => {
    expect(caseLifecycle.step('constituted', 'dissolve', {}).to).toBe('accepted');
    expect(caseLifecycle.step('heard', 'dissolve', {}).to).toBe('accepted');
    expect(refusalOf(() => caseLifecycle.step('set-down', 'dissolve', {}))).toContain('lifecycle.not-now');
  });

  it('is heard again with a reason, as long as nothing is decided', () => {
    expect(caseLifecycle.step('heard', 'reopen-hearing', { reason: '遗漏当事人' }).to).toBe('constituted');
    expect(refusalOf(() => caseLifecycle.step('heard', 'reopen-hearing', { reason: ' ' }))).toBe(
      'hearing.reason-missing',
    );
    expect(refusalOf(() => caseLifecycle.step('decided', 'reopen-hearing', { reason: '遗漏' }))).toContain(
      'lifecycle.not-now',
    );
  });

  it.each([
    [true, true, null],
    [true, false, 'settlement.not-all-signed'],
    [false, true, 'settlement.claims-open'],
  ])('is settled: all claims %s, signed by all %s', (areAllClaimsSettled, haveAllSigned, expected) => {
    const facts = { areAllClaimsSettled, haveAllSigned };
    expect(refusalOf(() => caseLifecycle.step('heard', 'settle', facts))).toBe(expected);
  });
});
