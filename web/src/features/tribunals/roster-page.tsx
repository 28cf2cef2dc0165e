import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading } from '../../ui/states';
import styles from './roster-page.module.css';

type Arbitrator = Schemas['ArbitratorDto'];

/** The register of arbitrators, open to everybody (Organisation Rules 23). */
export function RosterPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const commissionId = search.get('commission') ?? '';
  const commissions = useQuery({
    queryKey: ['commissions'],
    queryFn: () => body(api.GET('/api/commissions')),
    staleTime: Infinity,
  });
  const roster = useQuery({
    queryKey: ['arbitrators', commissionId],
    queryFn: () =>
      body(api.GET('/api/arbitrators', { params: { query: commissionId ? { commissionId } : {} } })),
  });
  return (
    <Page title={t('roster.title')} lead={t('roster.lead')} width="wide">
      <div className={styles['filter']}>
        <label htmlFor="roster-commission">{t('roster.commission')}</label>
        <select
          id="roster-commission"
          value={commissionId}
          onChange={(event) =>
            setSearch(event.target.value ? { commission: event.target.value } : {}, { replace: true })
          }
        >
          <option value="">{t('roster.all')}</option>
          {(commissions.data ?? []).map((commission) => (
            <option key={commission.id} value={commission.id}>
              {commission.name}
            </option>
          ))}
        </select>
      </div>
      {roster.isPending ? (
        <Loading />
      ) : roster.isError ? (
        <QueryProblem query={roster} />
      ) : roster.data.length === 0 ? (
        <div className="sheet">
          <Empty title={t('roster.empty')} />
        </div>
      ) : (
        <>
          <p role="status" className="quiet">
            {t('roster.count', { count: roster.data.length })}
          </p>
          <ul className={styles['list']}>
            {roster.data.map((arbitrator) => (
              <Entry key={arbitrator.id} arbitrator={arbitrator} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Entry({ arbitrator }: { arbitrator: Arbitrator }) {
  const { t } = useTranslation();
  const comma = t('desk.list.comma');
  const mutual = arbitrator.engagements.filter((each) => each.basis === 'mutual-engagement');
  return (
    <li className={styles['entry']}>
      <h2>
        {arbitrator.name}
        {arbitrator.nameLatin && (
          <span className={styles['latin']} lang="en">
            {arbitrator.nameLatin}
          </span>
        )}
      </h2>
      <p className={styles['kind']}>
        {t(`tribunal.kind.${arbitrator.kind}`)} · {t(`tribunal.region.${arbitrator.region}`)}
      </p>
      <dl className={styles['facts']}>
        <dt>{t('roster.home')}</dt>
        <dd>{arbitrator.homeCommissionName}</dd>
        {mutual.length > 0 && (
          <>
            <dt>{t('roster.mutual')}</dt>
            <dd>{mutual.map((each) => each.commissionName).join(comma)}</dd>
          </>
        )}
        <dt>{t('roster.specialties')}</dt>
        <dd>{arbitrator.specialties.map((each) => t(`tribunal.specialty.${each}`)).join(comma)}</dd>
        <dt>{t('roster.languages')}</dt>
        <dd>{arbitrator.languages.map((each) => t(`tribunal.language.${each}`)).join(comma)}</dd>
        <dt>{t('roster.certificate')}</dt>
        <dd>{arbitrator.certificateNumber}</dd>
        <dt>{t('roster.term')}</dt>
        <dd>
          {longDate(arbitrator.termFrom)} – {longDate(arbitrator.termTo)}
        </dd>
      </dl>
    </li>
  );
}
