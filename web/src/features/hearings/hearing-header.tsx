import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LanguageSwitch } from '../../app/language-switch';
import { Mark } from '../../app/mark';
import type { Hearing } from './hearing-api';
import styles from './hearing-header.module.css';

/** Whose tribunal this is, which case, and in which state: always in sight. */
export function HearingHeader({ hearing, children }: { hearing: Hearing; children?: ReactNode }) {
  const { t } = useTranslation();
  const back = hearing.role === 'claimant' || hearing.role === 'respondent' ? '/cases' : '/desk/cases';
  return (
    <header className={styles['header']}>
      <Link
        to={`${back}/${hearing.caseId}`}
        className={styles['brand']}
        aria-label={t('hearings.header.back')}
      >
        <Mark size={30} />
      </Link>
      <div className={styles['what']}>
        <p className={styles['commission']}>{hearing.commissionName}</p>
        <p className={styles['case']}>
          {hearing.caseNumber} · {hearing.placeName}
          {hearing.ordinal > 1 && (
            <span> · {t('hearings.header.ordinal', { ordinal: hearing.ordinal })}</span>
          )}
        </p>
      </div>
      <div className={styles['end']}>
        {children}
        <LanguageSwitch />
      </div>
    </header>
  );
}
