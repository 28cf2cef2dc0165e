import fc from 'fast-check';
import { ClosingMode, decideSameMatter, EarlierCase, Standing, standingOf } from './same-matter';

const earlier = (change: Partial<EarlierCase> = {}): EarlierCase => ({
  number: '穗南劳人仲案〔2026〕1号',
  hasSameFacts: true,
  hasSameReasons: true,
  hasSameClaims: true,
  closing: 'open',
  isEffective: false,
  court: 'none',
  ...change,
});

describe('the same matter filed again (Rules 34, 35, 39)', () => {
  it.each<[string, Partial<EarlierCase>, Standing, boolean, string]>([
    ['refused by notice', { closing: 'refused' }, 'refused', false, 'rules 34 1'],
    ['open', {}, 'in-arbitration', false, 'rules 34 2'],
    ['transferred', { closing: 'transferred' }, 'in-arbitration', false, 'rules 34 2'],
    ['award not yet effective', { closing: 'awarded' }, 'in-arbitration', false, 'rules 34 2'],
    ['award in force', { closing: 'awarded', isEffective: true }, 'award-effective', false, 'rules 34 2'],
    ['sued on', { closing: 'awarded', court: 'pending' }, 'in-litigation', false, 'rules 34 2'],
    [
      'refused, and the court took it',
      { closing: 'refused', court: 'pending' },
      'in-litigation',
      false,
      'rules 34 2',
    ],
    [
      'judgment in force',
      { closing: 'awarded', court: 'judgment-effective' },
      'judgment-effective',
      false,
      'rules 34 2',
    ],
    [
      'statement in force',
      { closing: 'mediated', isEffective: true },
      'statement-effective',
      false,
      'rules 34 2',
    ],
    ['statement not signed for', { closing: 'mediated' }, 'in-arbitration', false, 'rules 34 2'],
    [
      'reviewed agreement in force',
      { closing: 'review-confirmed', isEffective: true },
      'statement-effective',
      false,
      'rules 34 2',
    ],
    [
      'reviewed agreement not signed for',
      { closing: 'review-confirmed' },
      'in-arbitration',
      false,
      'rules 34 2',
    ],
    [
      'terminated, in court',
      { closing: 'terminated', court: 'pending' },
      'in-litigation',
      false,
      'rules 34 2',
    ],
    ['terminated, no longer in court', { closing: 'terminated' }, 'open-to-refiling', true, 'rules 34 '],
    ['deemed withdrawn', { closing: 'deemed-withdrawn' }, 'deemed-withdrawn', false, 'rules 39 '],
    ['withdrawn', { closing: 'withdrawn' }, 'withdrawn', true, 'rules 35 '],
    ['referred elsewhere', { closing: 'referred' }, 'open-to-refiling', true, 'rules 34 '],
    ['revoked', { closing: 'revoked' }, 'open-to-refiling', true, 'rules 34 '],
    ['review ended', { closing: 'review-ended' }, 'open-to-refiling', true, 'rules 34 '],
  ])('%s', (_name, change, standing, mayAccept, cited) => {
    const each = earlier(change);
    expect(standingOf(each)).toBe(standing);
    const found = decideSameMatter([each]);
    expect(found.value).toEqual({
      mayAccept,
      mustAccept: standing === 'withdrawn',
      bars: mayAccept ? [] : [{ number: each.number, bar: standing }],
    });
    expect(found.basis[0]).toEqual({ law: 'rules', article: '34' });
    expect(found.steps).toHaveLength(1);
    const { law, article, item } = found.steps[0]!.article!;
    expect(`${law} ${article} ${item ?? ''}`).toBe(cited);
    expect(found.steps[0]!.params).toEqual({ number: each.number });
  });

  it.each<[string, Partial<EarlierCase>]>([
    ['new facts', { hasSameFacts: false }],
    ['new reasons', { hasSameReasons: false }],
    ['new claims', { hasSameClaims: false }],
  ])('%s make another matter', (_name, change) => {
    const found = decideSameMatter([earlier({ closing: 'deemed-withdrawn', ...change })]);
    expect(found.value).toEqual({ mayAccept: true, mustAccept: false, bars: [] });
    expect(found.steps.map((each) => each.key)).toEqual(['same-matter.different']);
  });

  it('no earlier case', () => {
    const found = decideSameMatter([]);
    expect(found.value).toEqual({ mayAccept: true, mustAccept: false, bars: [] });
    expect(found.steps.map((each) => each.key)).toEqual(['same-matter.none']);
  });

  it('withdrawn once, refused another time: the refusal stands in the way', () => {
    const list = [
      earlier({ number: 'a', closing: 'withdrawn' }),
      earlier({ number: 'b', closing: 'refused' }),
    ];
    expect(decideSameMatter(list).value).toEqual({
      mayAccept: false,
      mustAccept: false,
      bars: [{ number: 'b', bar: 'refused' }],
    });
  });

  const modes: ClosingMode[] = [
    'open',
    'refused',
    'referred',
    'mediated',
    'awarded',
    'withdrawn',
    'deemed-withdrawn',
    'transferred',
    'revoked',
    'terminated',
    'review-confirmed',
    'review-ended',
  ];
  it('property: one more earlier case never opens what another has barred', () => {
    const any = fc.record({
      number: fc.string(),
      hasSameFacts: fc.boolean(),
      hasSameReasons: fc.boolean(),
      hasSameClaims: fc.boolean(),
      closing: fc.constantFrom(...modes),
      isEffective: fc.boolean(),
      court: fc.constantFrom('none' as const, 'pending' as const, 'judgment-effective' as const),
    });
    fc.assert(
      fc.property(fc.array(any), any, (list, more) => {
        const before = decideSameMatter(list).value;
        const after = decideSameMatter([...list, more]).value;
        expect(after.mayAccept && !before.mayAccept).toBe(false);
        expect(after.bars.length === 0).toBe(after.mayAccept);
      }),
    );
  });
});
