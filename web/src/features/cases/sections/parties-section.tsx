import { useTranslation } from 'react-i18next';
import { Tag } from '../../../ui/tags';
import type { Case } from '../queries';
import styles from './lists.module.css';

export function PartiesSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['list']}>
      {labourCase.parties.map((party) => (
        <li key={party.id}>
          <div className="row-apart">
            <h3>
              <span className="quiet">{t(`party.role.${party.role}`)}</span>{' '}
              <span lang="zh-CN">{party.name}</span>
            </h3>
            {party.isMine ? (
              <Tag tone="active">{t('party.you')}</Tag>
            ) : (
              <Tag>{t(party.hasJoined ? 'party.joined' : 'party.not-joined')}</Tag>
            )}
          </div>
          <dl className={styles['facts']}>
            {party.documentKind && (
              <>
                <dt>
                  {party.documentKind === 'uscc' ? t('respondent.uscc') : t(`document.${party.documentKind}`)}
                </dt>
                <dd>{party.documentNumber}</dd>
              </>
            )}
            <dt>{t('claimant.address')}</dt>
            <dd>{party.address}</dd>
            {party.phone && (
              <>
                <dt>{t('claimant.phone')}</dt>
                <dd>{party.phone}</dd>
              </>
            )}
            {party.legalRepresentative && (
              <>
                <dt>{t('respondent.representative')}</dt>
                <dd>
                  {party.legalRepresentative} · {party.legalRepresentativePost}
                </dd>
              </>
            )}
            {party.representativeName && (
              <>
                <dt>{t('party.acting')}</dt>
                <dd>
                  {party.representativeName} ·{' '}
                  {t(`party.capacity.${party.representativeCapacity ?? 'agent'}`)}
                </dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ul>
  );
}
