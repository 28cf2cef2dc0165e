import { useTranslation } from 'react-i18next';
import type { Case } from '../queries';
import styles from './case-page.module.css';

/** The one sentence on what comes next, and the way there. */
export function NextSteps({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  return (
    <section className={styles['next']} aria-labelledby="next-title">
      <h2 id="next-title">{t('desk.next.title')}</h2>
      <p>{t(`desk.next.${labourCase.state}`)}</p>
    </section>
  );
}
