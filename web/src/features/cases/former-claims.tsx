import { useTranslation } from 'react-i18next';
import { dateTime, longDate, yuan } from '../../ui/format';
import type { Case } from './queries';
import styles from './sections/lists.module.css';

/** What was claimed before the claims were changed or given up (Rules 35, 44). */
export function FormerClaims({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  if (labourCase.formerClaims.length === 0) return null;
  return (
    <details style={{ marginTop: 12 }}>
      <summary>{t('claims.former')}</summary>
      <ul className={styles['list']}>
        {labourCase.formerClaims.map((claim) => (
          <li key={`${claim.ordinal} ${claim.until}`}>
            <div className="row-apart">
              <h3>
                {claim.ordinal}. {t(claim.titleKey)}
              </h3>
              {claim.amountFen !== null && <span className="amount">{yuan(claim.amountFen)}</span>}
            </div>
            {claim.fromOn && claim.toOn && (
              <p className="quiet small">
                {t('claims.period', { from: longDate(claim.fromOn), to: longDate(claim.toOn) })}
              </p>
            )}
            <p className="quiet small">
              {t(`claims.former.${claim.outcome}`, { at: dateTime(claim.until) })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The claims as they were at a time: of each number what came to an end first after it, or what stands now. */
export function claimsAt({ claims, formerClaims }: Case, at: string): Case['claims'] {
  const then = formerClaims.filter(({ until }) => until > at);
  const earliest = new Map([...then].reverse().map((claim) => [claim.ordinal, claim]));
  const all = [...claims.filter(({ ordinal }) => !earliest.has(ordinal)), ...earliest.values()];
  return all.sort((a, b) => a.ordinal - b.ordinal);
}
