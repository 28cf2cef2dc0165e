import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useStatutes } from '../../ui/cited';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { Tag } from '../../ui/tags';
import styles from './statutes.module.css';

/** Every statute whose words are carried here. */
export function StatutesPage() {
  const { t } = useTranslation();
  const statutes = useStatutes();
  return (
    <Page title={t('statutes.title')} lead={t('statutes.lead')}>
      {statutes.isPending && <Loading />}
      {statutes.isError && <QueryProblem query={statutes} />}
      {statutes.data && (
        <ul className={styles['list']}>
          {statutes.data.map(({ instrument, title, enacted, isWhole, articleCount }) => (
            <li key={instrument}>
              <Link to={`/statutes/${instrument}`} lang="zh-CN">
                {title}
              </Link>
              <span className="quiet small">
                <span lang="zh-CN">{enacted.at(-1)}</span> ·{' '}
                {isWhole ? (
                  t('statutes.articles', { count: articleCount })
                ) : (
                  <Tag tone="warn">{t('statutes.part')}</Tag>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
