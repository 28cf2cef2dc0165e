import fc from 'fast-check';
import { checkDecisions, Decision, documentTotals } from './award';
import { AwardDocument } from './finality';

const claims = [
  { id: 'a', amount: 1000 },
  { id: 'b', amount: 2000 },
];
const granted: Decision = { claimId: 'a', result: 'granted', amount: 1000, reasons: '有工资表为证' };
const refused: Decision = { claimId: 'b', result: 'refused', amount: 0, reasons: '没有证据' };
const partly: Decision = { claimId: 'b', result: 'partly', amount: 1500, reasons: '部分成立' };

describe('decisions before an award (Rules 53)', () => {
  it.each<[string, Decision[], string[]]>([
    ['all decided', [granted, refused], []],
    ['in part', [granted, partly], []],
    ['one undecided', [granted], ['/decisions award.undecided']],
    ['none', [], ['/decisions award.undecided', '/decisions award.undecided']],
    ['twice', [granted, refused, partly], ['/decisions/2/claimId award.decided-twice']],
    [
      'a claim nobody made',
      [granted, refused, { ...granted, claimId: 'x' }],
      ['/decisions/2/claimId award.unknown-claim'],
    ],
    [
      'more than claimed',
      [{ ...granted, amount: 1001 }, refused],
      ['/decisions/0/amount award.more-than-claimed'],
    ],
    [
      'granted, but less',
      [{ ...granted, amount: 999 }, refused],
      ['/decisions/0/amount award.granted-is-less'],
    ],
    [
      'in part, but all',
      [granted, { ...partly, amount: 2000 }],
      ['/decisions/1/amount award.partly-is-not-part'],
    ],
    [
      'in part, but nothing',
      [granted, { ...partly, amount: 0 }],
      ['/decisions/1/amount award.partly-is-not-part'],
    ],
    [
      'refused with an amount',
      [granted, { ...refused, amount: 1 }],
      ['/decisions/1/amount award.refused-has-amount'],
    ],
    ['negative', [granted, { ...partly, amount: -1 }], ['/decisions/1/amount award.amount-invalid']],
    ['half a fen', [granted, { ...partly, amount: 0.5 }], ['/decisions/1/amount award.amount-invalid']],
    ['no reasons', [{ ...granted, reasons: ' \n' }, refused], ['/decisions/0/reasons award.reasons-missing']],
  ])('%s', (_name, decisions, expected) => {
    const found = checkDecisions(claims, decisions);
    expect(found.value.map((each) => `${each.pointer} ${each.key}`)).toEqual(expected);
    expect(found.steps).toHaveLength(expected.length);
  });

  it('property: what passes never awards more than is claimed', () => {
    const result = fc.constantFrom('granted' as const, 'partly' as const, 'refused' as const);
    fc.assert(
      fc.property(result, fc.integer({ min: -5, max: 2005 }), (each, amount) => {
        const decision: Decision = { claimId: 'b', result: each, amount, reasons: '理由' };
        if (checkDecisions(claims, [granted, decision]).value.length > 0) return;
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toBeLessThanOrEqual(2000);
      }),
    );
  });

  it.each<[string, Partial<Decision>, string[]]>([
    ['granted', {}, []],
    ['in part', { result: 'partly' }, []],
    ['refused', { result: 'refused' }, []],
    ['with an amount', { amount: 0 }, ['/decisions/0/amount award.not-for-money']],
    ['no reasons', { reasons: '' }, ['/decisions/0/reasons award.reasons-missing']],
  ])('on a claim that is not for money: %s', (_name, change, expected) => {
    const decision: Decision = { claimId: 'c', result: 'granted', amount: null, reasons: '理由', ...change };
    const found = checkDecisions([{ id: 'c', amount: null }], [decision]);
    expect(found.value.map((each) => `${each.pointer} ${each.key}`)).toEqual(expected);
  });

  it('no amount on a claim for money', () => {
    const found = checkDecisions(claims, [{ ...granted, amount: null }, refused]);
    expect(found.value.map((each) => each.key)).toEqual(['award.amount-invalid']);
  });

  it('adds up each document', () => {
    const document = (kind: AwardDocument['kind'], ...itemIds: string[]): AwardDocument => ({
      kind,
      itemIds,
      rightsKey: '',
      workerSuitDays: 15,
      employerSuitDays: null,
      employerSetAsideDays: null,
    });
    const certificate: Decision = { ...granted, claimId: 'c', amount: null };
    expect(
      documentTotals(
        [document('final', 'a'), document('non-final', 'b', 'c')],
        [granted, partly, certificate],
      ),
    ).toEqual([
      { kind: 'final', total: 1000 },
      { kind: 'non-final', total: 1500 },
    ]);
  });
});
