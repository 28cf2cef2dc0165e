import fc from 'fast-check';
import { AbsenceConsequence, AbsenceFacts, decideAbsence, HearingNotice } from './absence';

const written: HearingNotice = {
  channel: 'written',
  isReceiptProven: true,
  isConfirmed: false,
  isInTime: true,
};
const simple: HearingNotice = { ...written, channel: 'simple', isReceiptProven: false };
const facts: AbsenceFacts = {
  role: 'claimant',
  happened: 'did-not-come',
  hasGoodReason: false,
  notice: written,
  isSimplified: false,
  isTechnicalFailure: false,
};

describe('deemed withdrawal and default (Law 36, Rules 39, 59)', () => {
  it.each<[string, Partial<AbsenceFacts>, AbsenceConsequence | null, string, string]>([
    ['claimant did not come', {}, 'deem-withdrawn', 'absence.did-not-come', 'rules 39'],
    ['claimant left', { happened: 'left-without-leave' }, 'deem-withdrawn', 'absence.left', 'rules 39'],
    ['respondent did not come', { role: 'respondent' }, 'default-award', 'absence.may-default', 'rules 39'],
    [
      'respondent left',
      { role: 'respondent', happened: 'left-without-leave' },
      'default-award',
      'absence.left',
      'rules 39',
    ],
    ['a good reason', { hasGoodReason: true }, null, 'absence.good-reason', 'rules 39'],
    ['no notice', { notice: null }, null, 'absence.no-notice', 'rules 39'],
    [
      'a written notice without a receipt',
      { notice: { ...written, isReceiptProven: false } },
      null,
      'absence.receipt-unproven',
      'rules 39',
    ],
    [
      'a written notice, confirmed by telephone but without a receipt',
      { notice: { ...written, isReceiptProven: false, isConfirmed: true } },
      null,
      'absence.receipt-unproven',
      'rules 39',
    ],
    [
      'a message in the ordinary procedure, confirmed',
      { notice: { ...simple, isConfirmed: true } },
      null,
      'absence.simple-notice',
      'rules 59',
    ],
    [
      'a message in simple handling, not confirmed',
      { notice: simple, isSimplified: true },
      null,
      'absence.not-confirmed',
      'rules 59',
    ],
    [
      'a message in simple handling, confirmed',
      { notice: { ...simple, isConfirmed: true }, isSimplified: true },
      'deem-withdrawn',
      'absence.no-refiling',
      'rules 39',
    ],
    [
      'a message in simple handling, proved otherwise',
      { notice: { ...simple, isReceiptProven: true }, isSimplified: true, role: 'respondent' },
      'default-award',
      'absence.may-default',
      'rules 39',
    ],
    [
      'the network failed',
      { isTechnicalFailure: true, happened: 'left-without-leave' },
      null,
      'absence.technical-failure',
      'online-rules 25',
    ],
    ['a late notice', { notice: { ...written, isInTime: false } }, null, 'absence.notice-late', 'law 35'],
  ])('%s', (_name, change, may, key, cited) => {
    const found = decideAbsence({ ...facts, ...change });
    expect(found.value.may).toBe(may);
    const step = found.steps.find((each) => each.key === key);
    expect(`${step?.article?.law} ${step?.article?.article}`).toBe(cited);
    expect(found.value.bars.length > 0).toBe(may === null);
  });

  it('names every bar', () => {
    const found = decideAbsence({
      ...facts,
      notice: { ...written, isReceiptProven: false, isInTime: false },
      hasGoodReason: true,
      isTechnicalFailure: true,
    });
    expect(found.value.bars.map((each) => each.key)).toEqual([
      'absence.receipt-unproven',
      'absence.good-reason',
      'absence.technical-failure',
      'absence.notice-late',
    ]);
    expect(found.steps).toHaveLength(4);
  });

  it('says nothing of late where no notice was sent', () => {
    expect(decideAbsence({ ...facts, notice: null }).value.bars.map(({ key }) => key)).toEqual([
      'absence.no-notice',
    ]);
  });

  it('only the claimant is barred from filing again', () => {
    const keys = (role: AbsenceFacts['role']) =>
      decideAbsence({ ...facts, role }).steps.map((each) => each.key);
    expect(keys('claimant')).toEqual([
      'absence.did-not-come',
      'absence.may-deem-withdrawn',
      'absence.no-refiling',
    ]);
    expect(keys('respondent')).toEqual(['absence.did-not-come', 'absence.may-default']);
  });

  it('property: without proof or confirmation nothing follows', () => {
    const any = fc.record({
      role: fc.constantFrom('claimant' as const, 'respondent' as const),
      happened: fc.constantFrom('did-not-come' as const, 'left-without-leave' as const),
      hasGoodReason: fc.boolean(),
      isSimplified: fc.boolean(),
      isTechnicalFailure: fc.boolean(),
      notice: fc.record({
        channel: fc.constantFrom('written' as const, 'simple' as const),
        isReceiptProven: fc.constant(false),
        isConfirmed: fc.constant(false),
        isInTime: fc.boolean(),
      }),
    });
    fc.assert(fc.property(any, (each) => expect(decideAbsence(each).value.may).toBeNull()));
  });
});
