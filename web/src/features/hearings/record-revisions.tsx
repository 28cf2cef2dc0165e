import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { dateTime } from '../../ui/format';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import styles from './record-panel.module.css';

/** What stood in the record before it was changed, and who had signed that; read when somebody opens it. */
export function RecordRevisions({ hearingId, revision }: { hearingId: string; revision: number }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const revisions = useQuery({
    queryKey: ['hearing', hearingId, 'record-revisions', revision],
    queryFn: () =>
      body(api.GET('/api/hearings/{hearingId}/record/revisions', { params: { path: { hearingId } } })),
    enabled: isOpen,
  });
  return (
    <details className={styles['revisions']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('hearings.revisions')}</summary>
      {revisions.isError ? (
        <QueryProblem query={revisions} />
      ) : !revisions.data ? (
        isOpen && <Loading />
      ) : revisions.data.length === 0 ? (
        <p className="quiet small">{t('hearings.revisions.none')}</p>
      ) : (
        <ol>
          {revisions.data.map((former) => (
            <li key={former.id}>
              <p>
                <strong>
                  {former.entryOrdinal === null
                    ? t('hearings.revisions.whole')
                    : t('hearings.revisions.entry', { ordinal: former.entryOrdinal })}
                </strong>{' '}
                <span className="quiet small">
                  {t(`hearings.revisions.cause.${former.cause}`)} ·{' '}
                  {t('hearings.revisions.by', { at: dateTime(former.madeAt), by: former.madeBy })}
                </span>
              </p>
              <p className={styles['former']} lang="zh-CN">
                {former.text}
              </p>
              {former.signatures.length > 0 && (
                <ul>
                  {former.signatures.map(({ role, name, state, note }) => (
                    <li key={`${role} ${name}`} className="small">
                      {t(`hearings.revisions.signature.${state}`, { name })}
                      {note && `（${note}）`}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
