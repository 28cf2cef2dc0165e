import { useTranslation } from 'react-i18next';
import { dateTime, longDate } from '../../ui/format';
import { Tag } from '../../ui/tags';
import styles from './mediation.module.css';
import type { Offer, Settlement } from './queries';
import type { Claim, Party } from './terms-form';
import { TermsView } from './terms-view';

const TONES = {
  offered: 'active',
  agreed: 'warn',
  stated: 'warn',
  effective: 'ok',
  failed: 'neutral',
  retracted: 'neutral',
  lapsed: 'neutral',
} as const;

export function SettlementStateTag({ settlement }: { settlement: Settlement }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[settlement.state]}>{t(`mediation.state.${settlement.state}`)}</Tag>;
}

/** Where it stands, the terms the reader may see, and who has accepted or signed. */
export function SettlementFacts({
  settlement,
  claims,
  parties,
}: {
  settlement: Settlement;
  claims: readonly Claim[];
  parties: readonly Party[];
}) {
  const { t } = useTranslation();
  const { offers, state } = settlement;
  const last = offers.at(-1);
  const earlier = offers.slice(0, -1);
  const isBound = state === 'stated' || state === 'effective';
  return (
    <>
      <p className="quiet">{t(`mediation.about.${state}`)}</p>
      {settlement.number && (
        <p>
          {t('mediation.number')}
          {t('ui.colon')}
          <span lang="zh-CN">{settlement.number}</span>
        </p>
      )}
      {settlement.scope && <p>{t(`mediation.scope.${settlement.scope}`)}</p>}
      {settlement.performBy && <p>{t('mediation.perform-by', { date: longDate(settlement.performBy) })}</p>}
      {settlement.endReason && (
        <p>
          {t('mediation.end-reason')}
          {t('ui.colon')}
          <span lang="zh-CN">{settlement.endReason}</span>
        </p>
      )}
      {last && <OfferView offer={last} claims={claims} parties={parties} />}
      {settlement.hiddenOffers > 0 && (
        <p className="quiet small">{t('mediation.hidden', { count: settlement.hiddenOffers })}</p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('mediation.earlier', { count: earlier.length })}</summary>
          {[...earlier].reverse().map((offer) => (
            <OfferView key={offer.ordinal} offer={offer} claims={claims} parties={parties} />
          ))}
        </details>
      )}
      {state !== 'failed' && state !== 'retracted' && state !== 'lapsed' && (
        <ul className={styles['parties']}>
          {settlement.parties
            .filter(({ hasAccepted }) => isBound || hasAccepted !== null)
            .map((party) => {
              const isDone = isBound ? party.hasSigned : party.hasAccepted === true;
              return (
                <li key={party.partyId}>
                  <span lang="zh-CN">{party.name}</span>
                  {t('ui.colon')}
                  {isDone ? '✓ ' : ''}
                  {t(`mediation.${isBound ? 'signed' : 'accepted'}.${isDone ? 'yes' : 'no'}`)}
                  {!isBound && party.actingAs === 'agent' && ` ${t('mediation.by-agent')}`}
                </li>
              );
            })}
        </ul>
      )}
    </>
  );
}

function OfferView({
  offer,
  claims,
  parties,
}: {
  offer: Offer;
  claims: readonly Claim[];
  parties: readonly Party[];
}) {
  const { t } = useTranslation();
  return (
    <div className={styles['offer']}>
      <p>
        <strong>
          {t('mediation.offer', {
            number: offer.ordinal,
            who: offer.isMine ? t('mediation.me') : offer.offererName,
          })}
        </strong>{' '}
        <span className="quiet small">{dateTime(offer.offeredAt)}</span>
      </p>
      <TermsView terms={offer.terms} claims={claims} parties={parties} />
      <p className="quiet small">{t(offer.isShownToTribunal ? 'mediation.shown' : 'mediation.not-shown')}</p>
    </div>
  );
}
