import { useTranslation } from 'react-i18next';
import { dateTime } from '../../../ui/format';
import { useRecordSentence } from '../record-sentence';
import { useTimeline } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

/** The case as its record tells it: newest first, and nothing can be taken out of it. */
export function TimelineSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const sentence = useRecordSentence();
  const timeline = useTimeline(caseId);
  return (
    <Loaded query={timeline}>
      {(entries) => (
        <ol className={styles['timeline']} reversed>
          {[...entries].reverse().map((entry) => (
            <li key={entry.id}>
              <p>{sentence(entry)}</p>
              <p className="quiet small">
                <time dateTime={entry.at}>{dateTime(entry.at)}</time> ·{' '}
                {entry.actorKind === 'staff'
                  ? t('record.by.commission')
                  : (entry.actorName ?? t('record.by.system'))}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
