import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateTime } from '../../ui/format';
import { Tag } from '../../ui/tags';
import styles from './mediation.module.css';
import { useWaitingSettlements } from './queries';

/** 待办调解 above the list of cases: statements to be made, and to be served and signed for. */
export function WaitingSettlementsPanel() {
  const { t } = useTranslation();
  const waiting = useWaitingSettlements();
  const items = waiting.data ?? [];
  if (items.length === 0) return null;
  const sorted = [...items.filter((item) => item.isYours), ...items.filter((item) => !item.isYours)];
  return (
    <section className={`sheet ${styles['waiting']}`} aria-labelledby="waiting-settlements">
      <h2 id="waiting-settlements">{t('mediation.waiting', { count: items.length })}</h2>
      <ul>
        {sorted.map((item) => (
          <li key={item.id}>
            <Link to={`/desk/cases/${item.caseId}#${item.state === 'agreed' ? 'mediation' : 'services'}`}>
              {t(`mediation.waiting.${item.state}`)}
              {t('ui.colon')}
              {item.caseNumber}
            </Link>
            {item.isYours && <Tag tone="warn">{t('motions.yours')}</Tag>}
            <span>
              {t('case.parties', { claimant: item.claimantNames, respondent: item.respondentNames })}
            </span>
            <span className="quiet small">{dateTime(item.since)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
