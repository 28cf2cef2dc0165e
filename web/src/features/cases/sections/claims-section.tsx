import { useTranslation } from 'react-i18next';
import { FindingView } from '../../../ui/finding';
import { longDate, yuan } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { FormerClaims } from '../former-claims';
import { OralApplication } from '../oral-application';
import type { Case } from '../queries';
import styles from './lists.module.css';

export function ClaimsSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  return (
    <>
      <ol className={styles['list']}>
        {labourCase.claims.map((claim) => (
          <li key={claim.id}>
            <div className="row-apart">
              <h3>
                {claim.ordinal}. {t(claim.titleKey)}
              </h3>
              {claim.amountFen !== null && <span className={styles['big']}>{yuan(claim.amountFen)}</span>}
            </div>
            {claim.fromOn && claim.toOn && (
              <p className="quiet small">
                {t('claims.period', { from: longDate(claim.fromOn), to: longDate(claim.toOn) })}
              </p>
            )}
            {claim.computedFen !== null && claim.computedFen !== claim.amountFen && (
              <p className="small">
                {t('claims.computed', { amount: yuan(claim.computedFen) })}
                {claim.note && <span className="quiet"> {t('claims.note', { note: claim.note })}</span>}
              </p>
            )}
            {claim.finding && (
              <FindingView finding={claim.finding as unknown as Finding} about={t(claim.titleKey)} />
            )}
          </li>
        ))}
      </ol>
      <p className={styles['total']}>
        <span>{t('filing.total')}</span>
        <span className="amount">{yuan(labourCase.claimedFen)}</span>
      </p>
      <FormerClaims labourCase={labourCase} />
      <h3 style={{ marginTop: 20 }}>{t('statement.label')}</h3>
      <p className={styles['text']}>{labourCase.statement}</p>
      <OralApplication labourCase={labourCase} />
    </>
  );
}
