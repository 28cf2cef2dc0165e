import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { dateTime } from '../../../ui/format';
import { useRecordSentence } from '../record-sentence';
import { useTimeline } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

const NEWEST = 6;

/** The case as its record tells it: newest first, and nothing can be taken out of it. */
export function TimelineSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const timeline = useTimeline(caseId);
  return (
    <Loaded query={timeline}>
      {(entries) => {
        const newestFirst = [...entries].reverse();
        const older = newestFirst.slice(NEWEST);
        return (
          <>
            <Entries entries={newestFirst.slice(0, NEWEST)} />
            {older.length > 0 && (
              <details>
                <summary className={styles['link']}>{t('record.earlier', { count: older.length })}</summary>
                <Entries entries={older} />
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Entries({ entries }: { entries: readonly Schemas['TimelineEntryDto'][] }) {
  const { t } = useTranslation();
  const sentence = useRecordSentence();
  return (
    <ol className={styles['timeline']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <p>{sentence(entry)}</p>
          <p className="quiet small">
            <time dateTime={entry.at}>{dateTime(entry.at)}</time> ·{' '}
            {['staff', 'commission'].includes(entry.actorKind)
              ? t('record.by.commission')
              : (entry.actorName ?? t('record.by.system'))}
          </p>
        </li>
      ))}
    </ol>
  );
}
