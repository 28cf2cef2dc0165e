import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { dateTime, longDate } from '../../ui/format';
import { useOpenFile } from '../../ui/open-file';
import styles from './archives.module.css';
import type { Archive, ArchiveEntry } from './queries';

/** When it was filed away, by whom, and until when it is kept at least. */
export function Filed({ archive }: { archive: Archive }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['filed']}>
      {archive.revisions.map(({ revision, archivedAt, archivedBy, keptUntil }) => (
        <li key={revision}>
          {t(revision === 1 ? 'archive.filed' : 'archive.filed-again', {
            at: dateTime(archivedAt),
            who: archivedBy,
          })}{' '}
          <span className="quiet">{t('archive.kept', { on: longDate(keptUntil) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** 卷内目录: each line opens what it names. */
export function Catalogue({ caseId, entries }: { caseId: string; entries: readonly ArchiveEntry[] }) {
  const { t } = useTranslation();
  const open = useOpenFile();
  return (['main', 'sub'] as const).map((volume) => {
    const lines = entries.filter((entry) => entry.volume === volume);
    if (lines.length === 0) return null;
    return (
      <details key={volume} className={styles['volume']} open={volume === 'main'}>
        <summary>{t(`archive.volume.${volume}`, { count: lines.length })}</summary>
        <ol className={styles['entries']}>
          {lines.map((entry) => (
            <li key={entry.id} value={entry.ordinal}>
              <button
                type="button"
                className={styles['open']}
                onClick={() =>
                  open(() =>
                    body(
                      api.POST('/api/cases/{caseId}/archive/entries/{entryId}/tickets', {
                        params: { path: { caseId, entryId: entry.id } },
                      }),
                    ),
                  )
                }
              >
                {entry.title}
              </button>{' '}
              <span className="quiet small">{longDate(entry.on)}</span>
            </li>
          ))}
        </ol>
      </details>
    );
  });
}
