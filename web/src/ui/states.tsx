import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

/** `isPage`: nothing else is there yet, so the page has its heading from here. */
export function Loading({ text, isPage = false }: { text?: string; isPage?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles['loading']} role="status">
      {isPage && <h1 className="visually-hidden">{t('ui.loading')}</h1>}
      <span className={styles['bars']} aria-hidden="true">
        <span />
        <span />
        <span />
      </span>
      <span>{text ?? t('ui.loading')}</span>
    </div>
  );
}

/** Nothing here yet, said kindly, with what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles['empty']}>
      <svg
        viewBox="0 0 64 48"
        width="72"
        height="54"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M12 6h28l12 12v24H12z" fill="var(--paper)" />
        <path d="M40 6v12h12M20 24h24M20 31h24" />
      </svg>
      <p className={styles['emptyTitle']}>{title}</p>
      {children}
    </div>
  );
}

type Tone = 'info' | 'ok' | 'warn' | 'danger';

const SIGNS: Record<Tone, string> = { info: 'i', ok: '✓', warn: '!', danger: '!' };

/** A message that stays on the page. `live` announces one that appears by itself. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  return (
    <div
      className={`${styles['notice']} ${styles[tone]}`}
      {...(live ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}
    >
      <span className={styles['sign']} aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <div>
        {title && <p className={styles['noticeTitle']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

export function Failure({
  title,
  detail,
  onRetry,
}: {
  title: string;
  detail?: string;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Notice tone="danger" title={title} live>
      {detail && <p>{detail}</p>}
      {onRetry && (
        <Button onClick={onRetry} style={{ marginTop: 12 }}>
          {t('ui.retry')}
        </Button>
      )}
    </Notice>
  );
}
