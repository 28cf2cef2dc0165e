import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { dateTime, longDate, yuan } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading } from '../../ui/states';
import { CaseStateTag, ClockBadge } from '../../ui/tags';
import styles from './cases-page.module.css';

/** Where a party starts: what is under way, and what was begun. */
export function CasesPage() {
  const { t } = useTranslation();
  const cases = useQuery({
    queryKey: ['cases'],
    queryFn: () => body(api.GET('/api/cases', { params: { query: { view: 'mine' } } })),
  });
  const drafts = useQuery({
    queryKey: ['drafts'],
    queryFn: () => body(api.GET('/api/drafts')),
    staleTime: 0,
  });
  return (
    <Page
      title={t('cases.title')}
      aside={
        <Link to="/file" className={styles['file']}>
          {t('app.nav.file')}
        </Link>
      }
    >
      <div className="stack-l">
        {drafts.data && drafts.data.length > 0 && (
          <section aria-labelledby="my-drafts" className="stack-s">
            <h2 id="my-drafts">{t('cases.drafts')}</h2>
            <ul className={styles['drafts']}>
              {drafts.data.map((draft) => (
                <li key={draft.id}>
                  <Link to={`/file/${draft.id}`}>
                    {draft.respondents.length > 0
                      ? t('filing.start.against', { names: draft.respondents.join(t('ui.list-comma')) })
                      : t('filing.start.unnamed')}
                  </Link>
                  <span className="quiet small">
                    {t('filing.start.saved-at', { at: dateTime(draft.updatedAt) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {cases.isPending && <Loading />}
        {cases.isError && <QueryProblem query={cases} />}
        {cases.data?.items.length === 0 && (
          <div className="sheet">
            <Empty title={t('cases.none')}>
              <p>{t('cases.none.text')}</p>
              <p className="row">
                <Link to="/file">{t('app.nav.file')}</Link>
                <Link to="/join">{t('home.door.respond')}</Link>
              </p>
            </Empty>
          </div>
        )}
        {cases.data && cases.data.items.length > 0 && (
          <ul className={styles['cases']}>
            {cases.data.items.map((item) => (
              <li key={item.id}>
                <CaseCard item={item} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}

function CaseCard({ item }: { item: Schemas['CaseSummaryDto'] }) {
  const { t } = useTranslation();
  const clock = item.nextClock;
  return (
    <article className={styles['card']}>
      <div className={styles['head']}>
        <h2 className={styles['number']} lang="zh-CN">
          <Link to={`/cases/${item.id}`}>{item.number ?? item.receiptNumber}</Link>
        </h2>
        <CaseStateTag state={item.state} isSuspended={item.suspendedOn !== null} />
      </div>
      <p lang="zh-CN">
        {t('case.parties', { claimant: item.claimantNames, respondent: item.respondentNames })}
      </p>
      <p className="quiet">
        {item.heads.map((head) => t(`claim.${head}`)).join(t('ui.list-comma'))}{' '}
        <span className="amount">{yuan(item.claimedFen)}</span>
      </p>
      {clock?.dueOn && (
        <p className={styles['clock']}>
          <ClockBadge remaining={clock.remaining} state={clock.state} />
          <span>
            {t(clock.titleKey)} · {longDate(clock.dueOn)}
          </span>
        </p>
      )}
    </article>
  );
}
