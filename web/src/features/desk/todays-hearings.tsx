import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { timeOfDay } from '../../ui/format';
import { QueryProblem } from '../../ui/query-problem';
import { Tag } from '../../ui/tags';
import styles from './todays-hearings.module.css';

/** Nobody reloads a list to learn that a hearing was moved. */
const REFRESH_SECONDS = 60;

/** The hearings of the day that the person sits in, above all other work: when, where, and the door. */
export function TodaysHearings() {
  const { t } = useTranslation();
  const hearings = useQuery({
    queryKey: ['hearings-today'],
    queryFn: () => body(api.GET('/api/hearings-today')),
    refetchInterval: REFRESH_SECONDS * 1000,
  });
  if (hearings.isError) return <QueryProblem query={hearings} />;
  if (!hearings.data || hearings.data.length === 0) return null;
  return (
    <section className={styles['today']} aria-labelledby="today-title">
      <h2 id="today-title">{t('desk.today.title')}</h2>
      <ul>
        {hearings.data.map((hearing) => (
          <li key={hearing.id}>
            <p className={styles['time']}>
              {timeOfDay(hearing.startsAt)}–{timeOfDay(hearing.endsAt)}
            </p>
            <div className={styles['what']}>
              <p>
                <Link to={`/desk/cases/${hearing.caseId}`}>{hearing.caseNumber}</Link>{' '}
                <Tag tone={hearing.state === 'scheduled' ? 'active' : 'warn'}>
                  {t(`desk.hearings.state.${hearing.state}`)}
                </Tag>
              </p>
              <p>
                {hearing.claimantNames} {t('desk.list.against')} {hearing.respondentNames}
              </p>
              <p className="quiet small">
                {[hearing.placeName, hearing.chamberAddress].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Link
              to={`/hearings/${hearing.id}`}
              className={styles['door']}
              aria-label={t('desk.today.enter-which', { number: hearing.caseNumber })}
            >
              {t('desk.today.enter')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
