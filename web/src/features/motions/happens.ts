import type { TFunction } from 'i18next';
import type { Motion, MotionKind } from './queries';

const ENDS: readonly MotionKind[] = [
  'withdrawal',
  'deemed-withdrawal',
  'revocation',
  'termination',
  'jurisdiction-objection',
  'transfer',
];

/** What a decision sets in motion, in plain words, before it does. */
export function happensOf(
  t: TFunction,
  kind: MotionKind,
  outcome: 'granted' | 'refused',
  side: Motion['side'],
): string[] {
  if (outcome === 'refused') {
    if (kind === 'recusal' && side !== 'commission') return [t('motion.happens.refused.recusal')];
    if (kind === 'jurisdiction-objection') return [t('motion.happens.refused.jurisdiction-objection')];
    return [t(side === 'commission' ? 'motion.happens.refused-inside' : 'motion.happens.refused')];
  }
  return [
    t(`motion.happens.${kind}`),
    ...(ENDS.includes(kind) ? [t('motion.happens.ends')] : []),
    t(`motion.happens.paper.${kind}`),
  ];
}
