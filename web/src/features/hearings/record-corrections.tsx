import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import type { CorrectionView, RecordView } from './protocol';
import { ReasonForm } from './reason-form';
import type { RoomClient } from './room-client';
import styles from './record-panel.module.css';

/** Requests for correction (Rules 42): open ones are decided by the arbitrator, decided ones stay in sight. */
export function RecordCorrections({
  record,
  room,
  canDecide,
}: {
  record: RecordView;
  room: RoomClient;
  canDecide: boolean;
}) {
  const { t } = useTranslation();
  const [deciding, setDeciding] = useState<{ correction: CorrectionView; isGranted: boolean } | null>(null);
  if (record.corrections.length === 0) return null;
  const done = (): void => setDeciding(null);
  return (
    <section className={styles['corrections']} aria-labelledby="corrections-title">
      <h3 id="corrections-title">{t('hearings.correction.title')}</h3>
      <ul>
        {record.corrections.map((correction) => (
          <li key={correction.id}>
            <p>
              <strong>{t(`hearings.role.${correction.role}`)}</strong> {correction.name}{' '}
              {t('hearings.correction.asks', { ordinal: correction.entryOrdinal })}
            </p>
            <p className="small quiet">
              {t(
                correction.state === 'granted'
                  ? 'hearings.correction.original-was'
                  : 'hearings.correction.original',
              )}
            </p>
            <blockquote>{correction.originalText}</blockquote>
            <p className="small quiet">{t('hearings.correction.proposed')}</p>
            <blockquote>{correction.proposedText}</blockquote>
            <p className="small quiet">{t('hearings.correction.reason', { reason: correction.reason })}</p>
            <p className="small">
              {t(`hearings.correction.state.${correction.state}`)}
              {correction.decisionReason && `：${correction.decisionReason}`}
            </p>
            {canDecide && correction.state === 'requested' && (
              <div className="row">
                <Button onClick={() => setDeciding({ correction, isGranted: true })}>
                  {t('hearings.correction.grant')}
                </Button>
                <Button onClick={() => setDeciding({ correction, isGranted: false })}>
                  {t('hearings.correction.refuse')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {deciding && (
        <Dialog
          title={t(deciding.isGranted ? 'hearings.correction.grant' : 'hearings.correction.refuse')}
          onClose={done}
        >
          <ReasonForm
            label={t('hearings.correction.decision-reason')}
            isOptional={deciding.isGranted}
            submit={t(deciding.isGranted ? 'hearings.correction.grant' : 'hearings.correction.refuse')}
            onSubmit={(reason) => {
              void room.ask('record:decide-correction', {
                correctionId: deciding.correction.id,
                isGranted: deciding.isGranted,
                reason: reason === '' ? null : reason,
              });
              done();
            }}
            onCancel={done}
          />
        </Dialog>
      )}
    </section>
  );
}
