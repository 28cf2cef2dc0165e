import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '../../ui/format';
import { Tag } from '../../ui/tags';
import styles from './motions.module.css';
import { usePendingMotions } from './queries';

/** 待决事项 above the list of cases: what somebody waits for, one's own to decide first. */
export function PendingPanel() {
  const { t } = useTranslation();
  const pending = usePendingMotions();
  const items = pending.data ?? [];
  if (items.length === 0) return null;
  const sorted = [...items.filter((item) => item.canDecide), ...items.filter((item) => !item.canDecide)];
  return (
    <section className={`sheet ${styles['pending']}`} aria-labelledby="pending-motions">
      <h2 id="pending-motions">{t('motions.pending', { count: items.length })}</h2>
      <ul>
        {sorted.map((item) => (
          <li key={item.id}>
            <Link to={`/desk/cases/${item.caseId}#motions`}>
              {t(`motion.kind.${item.kind}`)}
              {t('ui.colon')}
              {item.caseNumber}
            </Link>
            {item.canDecide && <Tag tone="warn">{t('motions.yours')}</Tag>}
            <span>
              {t('case.parties', { claimant: item.claimantNames, respondent: item.respondentNames })}
            </span>
            <span className="quiet small">{dateTime(item.filedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
