import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../../api/client';
import { dateTime, fileSize, longDateWithWeekday } from '../../../ui/format';
import { useOpenFile } from '../../../ui/open-file';
import { Tag } from '../../../ui/tags';
import { useEvidence } from '../queries';
import styles from './case-page.module.css';
import { Loaded, Nothing, Section } from './section';

type Evidence = Schemas['EvidenceDto'];

/** What each side relies on, numbered within the side, each file one press away. */
export function EvidenceSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const evidence = useEvidence(caseId);
  const open = useOpenFile();
  return (
    <Section id="evidence" title={t('desk.section.evidence')}>
      <Loaded query={evidence}>
        {({ items, evidenceUntil, isPeriodOver }) => (
          <>
            {evidenceUntil && (
              <p className="quiet">
                {t(isPeriodOver ? 'desk.evidence.over' : 'desk.evidence.until', {
                  on: longDateWithWeekday(evidenceUntil),
                })}
              </p>
            )}
            {items.length === 0 ? (
              <Nothing>{t('desk.evidence.none')}</Nothing>
            ) : (
              bySide(items).map(([name, role, own]) => (
                <div key={own[0]!.partyId}>
                  <h3 className={styles['subhead']}>
                    {t(`desk.party.${role}`)} · {name}
                  </h3>
                  <ol className={styles['rows']}>
                    {own.map((item) => (
                      <li key={item.id}>
                        <div className={styles['clockHead']}>
                          <div>
                            <strong>
                              {item.number}. {item.name}
                            </strong>
                            <span className={styles['inlineTags']}>
                              <Tag tone={item.hasOriginal ? 'ok' : 'neutral'}>
                                {t(item.hasOriginal ? 'desk.evidence.original' : 'desk.evidence.copy')}
                              </Tag>
                              {item.isLate && <Tag tone="warn">{t('desk.evidence.late')}</Tag>}
                              {item.isSetAside && <Tag tone="danger">{t('desk.evidence.set-aside')}</Tag>}
                            </span>
                            <p>{t('desk.evidence.proves', { purpose: item.purpose })}</p>
                            {item.lateReason && (
                              <p>{t('desk.evidence.late-reason', { reason: item.lateReason })}</p>
                            )}
                            <p className="quiet small">
                              {item.source && `${t('desk.evidence.source', { source: item.source })} · `}
                              {dateTime(item.submittedAt)} · {item.file.name} · {fileSize(item.file.size)}
                            </p>
                          </div>
                          <Button
                            aria-label={t('desk.papers.open-named', { title: item.name })}
                            onClick={() =>
                              open(() =>
                                body(
                                  api.POST('/api/cases/{caseId}/evidence/{evidenceId}/tickets', {
                                    params: { path: { caseId, evidenceId: item.id } },
                                  }),
                                ),
                              )
                            }
                          >
                            {t('desk.papers.open')}
                          </Button>
                        </div>
                      </li>
                    ))}
                  </ol>
                </div>
              ))
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function bySide(items: readonly Evidence[]): [name: string, role: string, items: Evidence[]][] {
  const parties = [...new Set(items.map((item) => item.partyId))];
  return parties.map((partyId) => {
    const own = items.filter((item) => item.partyId === partyId);
    return [own[0]!.partyName, own[0]!.partyRole, own];
  });
}
