import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tags.module.css';

export type Tone = 'neutral' | 'active' | 'ok' | 'warn' | 'danger';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles['tag']} ${styles[tone]}`}>{children}</span>;
}

const CASE_TONES: Record<string, Tone> = {
  received: 'active',
  correcting: 'warn',
  accepted: 'active',
  constituted: 'active',
  'set-down': 'active',
  heard: 'active',
  decided: 'ok',
  refused: 'danger',
  referred: 'neutral',
  withdrawn: 'neutral',
  'deemed-withdrawn': 'danger',
  revoked: 'danger',
  terminated: 'neutral',
  transferred: 'neutral',
  mediated: 'ok',
};

/** The state of a case, and whether it stands still in it. */
export function CaseStateTag({ state, isSuspended = false }: { state: string; isSuspended?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={CASE_TONES[state] ?? 'neutral'}>{t(`case.state.${state}`)}</Tag>{' '}
      {isSuspended && <Tag tone="warn">‖ {t('case.suspended')}</Tag>}
    </>
  );
}

export interface Remaining {
  days: number;
  unit: 'working' | 'natural';
  isDueToday: boolean;
  isPast: boolean;
  isOverdue: boolean;
}

const SIGNS = { calm: '◷', soon: '◔', today: '●', past: '▲', done: '✓' } as const;

/** How long there is: in words, with a sign and a colour; none of the three alone. */
export function ClockBadge({ remaining, state }: { remaining: Remaining | null; state: string }) {
  const { t } = useTranslation();
  if (state === 'suspended') return <Tag tone="neutral">‖ {t('clock.badge.suspended')}</Tag>;
  if (!remaining)
    return (
      <Tag tone={state === 'missed' ? 'danger' : 'ok'}>
        {state === 'missed' ? `${SIGNS.past} ` : `${SIGNS.done} `}
        {t(`clock.badge.${state}`)}
      </Tag>
    );
  const { days, unit, isDueToday, isPast, isOverdue } = remaining;
  const [kind, tone]: [keyof typeof SIGNS, Tone] = isPast
    ? ['past', isOverdue ? 'danger' : 'neutral']
    : isDueToday
      ? ['today', 'warn']
      : days <= 2
        ? ['soon', 'warn']
        : ['calm', 'active'];
  const text = isPast
    ? t(isOverdue ? `clock.badge.overdue.${unit}` : 'clock.badge.past', { count: Math.abs(days) })
    : isDueToday
      ? t('clock.badge.today')
      : t(`clock.badge.left.${unit}`, { count: days });
  return (
    <Tag tone={tone}>
      <span aria-hidden="true">{SIGNS[kind]} </span>
      {text}
    </Tag>
  );
}
