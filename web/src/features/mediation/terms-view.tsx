import { useTranslation } from 'react-i18next';
import { longDate, yuan } from '../../ui/format';
import styles from './mediation.module.css';
import type { Terms } from './queries';
import type { Claim, Party } from './terms-form';

/** Terms in words: claim by claim, then who pays what by which day, then the rest. */
export function TermsView({
  terms,
  claims,
  parties,
}: {
  terms: Terms;
  claims: readonly Claim[];
  parties: readonly Party[];
}) {
  const { t } = useTranslation();
  const nameOf = (partyId: string): string => parties.find(({ id }) => id === partyId)?.name ?? '';
  const ordinalOf = (claimId: string): number => claims.find(({ id }) => id === claimId)?.ordinal ?? 0;
  return (
    <ul className={styles['terms']}>
      {terms.claims.map(({ claimId, result, text, dueOn }) => {
        const claim = claims.find(({ id }) => id === claimId);
        return (
          <li key={claimId}>
            {ordinalOf(claimId)}. {claim ? t(claim.titleKey) : ''}
            {t('ui.colon')}
            <strong>{t(`mediation.settled.${result}`)}</strong>
            {text && <span lang="zh-CN"> {text}</span>}
            {dueOn && ` ${t('mediation.until', { date: longDate(dueOn) })}`}
          </li>
        );
      })}
      {terms.payments.map((payment, index) => (
        <li key={index}>
          {t(payment.claimId ? 'mediation.payment-on' : 'mediation.payment', {
            payer: nameOf(payment.payerId),
            payee: nameOf(payment.payeeId),
            amount: yuan(payment.amountFen),
            date: longDate(payment.dueOn),
            ordinal: payment.claimId ? ordinalOf(payment.claimId) : '',
          })}
        </li>
      ))}
      {terms.other && (
        <li className={styles['other']} lang="zh-CN">
          {terms.other}
        </li>
      )}
    </ul>
  );
}
