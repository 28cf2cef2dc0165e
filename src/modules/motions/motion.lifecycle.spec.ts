import { DomainError } from '../../kernel/domain-error';
import { motionLifecycle, type MotionFacts, type MotionState } from './motion.lifecycle';

const FACTS: MotionFacts = {
  grant: {},
  refuse: { isRefusable: true, reason: '可以在线参加庭审。' },
  withdraw: {},
  lapse: {},
};

const code = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('motion lifecycle', () => {
  it.each<[MotionState, string]>([
    ['filed', 'granted refused withdrawn lapsed'],
    ['granted', 'not not not not'],
    ['refused', 'not not not not'],
    ['withdrawn', 'not not not not'],
    ['lapsed', 'not not not not'],
  ])('from %s: %s', (state, expected) => {
    const events = ['grant', 'refuse', 'withdraw', 'lapse'] as const;
    const reached = events.map((event) => {
      let to = 'not';
      const outcome = code(() => (to = motionLifecycle.step(state, event, FACTS[event]).to));
      return outcome === 'lifecycle.not-now' ? 'not' : to;
    });
    expect(reached.join(' ')).toBe(expected);
  });

  it.each([
    [true, '有理由', 'done'],
    [true, ' ', 'motion.refusal-needs-reason'],
    [false, '有理由', 'motion.not-refusable'],
  ])('refusing what may be refused: %s, with the reason “%s”: %s', (isRefusable, reason, expected) => {
    expect(code(() => motionLifecycle.step('filed', 'refuse', { isRefusable, reason }))).toBe(expected);
  });
});
