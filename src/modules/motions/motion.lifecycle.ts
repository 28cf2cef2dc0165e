import { Lifecycle } from '../../kernel/lifecycle';
import { article, citation } from '../../law/articles';

/** lapsed: the case ended, or the hearing it was about took place, before anybody decided. */
export type MotionState = 'filed' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';

// A type and not an interface: the lifecycle wants an index signature.
export type MotionFacts = {
  grant: Record<string, never>;
  refuse: { isRefusable: boolean; reason: string };
  withdraw: Record<string, never>;
  lapse: Record<string, never>;
};

const cite = (number: number): string => citation(article('rules', number), 'zh-CN');

/** One life for all kinds; what granting does to the case is the row of the kind (motion.kinds.ts). */
export const motionLifecycle = new Lifecycle<MotionState, MotionFacts, never>(
  'motion',
  'filed',
  ['granted', 'refused', 'withdrawn', 'lapsed'],
  [
    { on: 'grant', from: ['filed'], to: 'granted', basis: [cite(35), cite(38), cite(45), cite(47)] },
    {
      on: 'refuse',
      from: ['filed'],
      to: 'refused',
      guards: [
        ({ isRefusable }) => (isRefusable ? null : 'motion.not-refusable'),
        ({ reason }) => (reason.trim() === '' ? 'motion.refusal-needs-reason' : null),
      ],
      basis: [cite(15), cite(38)],
    },
    { on: 'withdraw', from: ['filed'], to: 'withdrawn', basis: [cite(35)] },
    { on: 'lapse', from: ['filed'], to: 'lapsed', basis: [cite(38)] },
  ],
);
