import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from 'antd';
import { api, body } from '../../../api/client';
import { dateTime, fileSize, longDateWithWeekday } from '../../../ui/format';
import { useOpenFile } from '../../../ui/open-file';
import { Tag } from '../../../ui/tags';
import { useEvidence, type Case } from '../queries';
import { Loaded } from '../section';
import styles from './lists.module.css';

/** What each side relies on; both sides see both. */
export function EvidenceSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const open = useOpenFile();
  const evidence = useEvidence(labourCase.id);
  return (
    <Loaded query={evidence}>
      {({ items, evidenceUntil, isPeriodOver, actions }) => (
        <>
          {evidenceUntil && (
            <p style={{ marginBottom: 12 }}>
              {t(isPeriodOver ? 'evidence.period-over' : 'evidence.period', {
                date: longDateWithWeekday(evidenceUntil),
              })}
            </p>
          )}
          {items.length === 0 ? (
            <p className="quiet">{t('evidence.none')}</p>
          ) : (
            <ul className={styles['list']}>
              {items.map((item) => (
                <li key={item.id}>
                  <div className="row-apart">
                    <h3>
                      {t('evidence.of', { party: item.partyName, number: item.number })} {item.name}
                    </h3>
                    {item.isLate && <Tag tone="warn">{t('evidence.late')}</Tag>}
                    {item.isSetAside && <Tag tone="danger">{t('evidence.set-aside')}</Tag>}
                  </div>
                  <p>{item.purpose}</p>
                  <p className="quiet small">
                    {[
                      item.source,
                      t(item.hasOriginal ? 'evidence.has-original' : 'evidence.no-original'),
                      dateTime(item.submittedAt),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {item.lateReason && (
                    <p className="small">{t('evidence.late-reason', { reason: item.lateReason })}</p>
                  )}
                  <Button
                    type="link"
                    style={{ padding: 0 }}
                    onClick={() =>
                      open(() =>
                        body(
                          api.POST('/api/cases/{caseId}/evidence/{evidenceId}/tickets', {
                            params: { path: { caseId: labourCase.id, evidenceId: item.id } },
                          }),
                        ),
                      )
                    }
                  >
                    {item.file.name} ({fileSize(item.file.size)})
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {actions.includes('evidence.add') && (
            <Link to={`/cases/${labourCase.id}/evidence`} className={styles['link']}>
              {t('evidence.add')}
            </Link>
          )}
        </>
      )}
    </Loaded>
  );
}
