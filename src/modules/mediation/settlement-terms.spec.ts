import type { CaseClaim, CaseParty } from '../cases';
import { lawTerms, printedTerms } from './settlement-terms';

const claims = ['a', 'b', 'c', 'd'].map((id, i) => ({
  id,
  ordinal: i + 1,
  head: 'unpaid-wages',
  amountFen: 100_00,
  fromOn: null,
  toOn: null,
  note: null,
  facts: {},
})) as unknown as CaseClaim[];
const parties = [
  { id: 'w', role: 'claimant', name: '陈小兰' },
  { id: 'r', role: 'respondent', name: '海韵公司' },
] as unknown as CaseParty[];
const pay = (claimId: string | null, amountFen: number) => ({
  claimId,
  payerId: 'r',
  payeeId: 'w',
  amountFen,
  dueOn: '2026-12-31',
});

describe('terms of a settlement on paper', () => {
  it('name the claims each payment settles, what is done and given up, and what is left', () => {
    const printed = printedTerms(
      {
        claims: [
          { claimId: 'a', result: 'paid' },
          { claimId: 'c', result: 'done', text: '出具离职证明', dueOn: '2026-12-01' },
          { claimId: 'b', result: 'paid' },
        ],
        payments: [pay('b', 50_00), pay(null, 70_00)],
        other: ' 再无其他争议。\n\n双方保密。',
      },
      claims,
      ['a', 'b', 'c', 'd'],
      parties,
    );
    expect(printed.payments.map(({ ordinals, amount }) => [ordinals, amount])).toEqual([
      [[2], 50_00],
      [[1], 70_00],
    ]);
    expect(printed.payments[0]).toMatchObject({
      payer: { role: 'respondent', name: '海韵公司' },
      payee: { role: 'claimant', name: '陈小兰' },
    });
    expect(printed.acts).toEqual([{ ordinal: 3, text: '出具离职证明', dueOn: '2026-12-01' }]);
    expect([printed.dropped, printed.left]).toEqual([[], [4]]);
    expect(printed.other).toEqual(['再无其他争议。', '双方保密。']);
    expect(printed.claims).toHaveLength(4);
  });

  it('a sum for all beside payments on each is a sum for all; nothing else is printed as nothing', () => {
    const printed = printedTerms(
      {
        claims: [
          { claimId: 'a', result: 'paid' },
          { claimId: 'b', result: 'dropped' },
        ],
        payments: [pay('a', 50_00), pay(null, 70_00)],
      },
      claims,
      ['a', 'b'],
      parties,
    );
    expect(printed.payments.map(({ ordinals }) => ordinals)).toEqual([[1], [1]]);
    expect([printed.dropped, printed.left, printed.other, printed.acts]).toEqual([[2], [], [], []]);
  });

  it('reads no act into what is paid, and takes an act without words as one', () => {
    const read = lawTerms({
      claims: [
        { claimId: 'a', result: 'paid', text: '什么', dueOn: '2026-12-01' },
        { claimId: 'b', result: 'done' },
      ],
      payments: [{ payerId: 'r', payeeId: 'w', amountFen: 1, dueOn: '2026-12-31' }],
    });
    expect(read.claims).toEqual([
      { claimId: 'a', result: 'paid', text: null, dueOn: null },
      { claimId: 'b', result: 'done', text: null, dueOn: null },
    ]);
    expect(read.payments[0]).toMatchObject({ claimId: null, amount: 1 });
  });
});
