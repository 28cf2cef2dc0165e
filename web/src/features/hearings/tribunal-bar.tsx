import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AbsenceForm } from './absence-form';
import { Dialog } from './dialog';
import type { Hearing } from './hearing-api';
import { ReasonForm } from './reason-form';
import type { RoomAction } from './protocol';
import type { RoomClient, RoomState } from './room-client';
import styles from './room-view.module.css';

type Asking = 'open-absent' | 'recess' | 'adjourn' | 'close' | null;

/** The course of the hearing, in the hands of the arbitrator. */
export function TribunalBar({
  hearing,
  room,
  state,
  onAsking,
}: {
  hearing: Hearing;
  room: RoomClient;
  state: RoomState;
  /** The hearing is read again: a notice may have been served meanwhile. */
  onAsking: () => void;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const snapshot = state.snapshot!;
  const may = (action: RoomAction): boolean => snapshot.actions.includes(action);
  const isThere = (partyId: string): boolean =>
    snapshot.seats.some(
      (seat) => seat.partyId === partyId && seat.space === 'main' && seat.presence !== 'away',
    );
  const absent = hearing.parties.filter(({ role, id }) => role === 'respondent' && !isThere(id));
  const areClaimantsThere = hearing.parties.every(({ role, id }) => role !== 'claimant' || isThere(id));
  const undecided = (state.record?.corrections ?? []).filter((each) => each.state === 'requested').length;
  const done = (): void => setAsking(null);
  if (
    !['tribunal:open', 'tribunal:recess', 'tribunal:resume', 'tribunal:adjourn', 'tribunal:close'].some((a) =>
      may(a as RoomAction),
    )
  ) {
    return null;
  }
  return (
    <div className={styles['bar']} role="group" aria-label={t('hearings.tribunal.title')}>
      {may('tribunal:open') && (
        <Button
          type="primary"
          onClick={() => {
            if (areClaimantsThere && absent.length > 0) {
              onAsking();
              setAsking('open-absent');
            } else void room.ask('tribunal:open', {});
          }}
        >
          {t('hearings.tribunal.open')}
        </Button>
      )}
      {may('tribunal:resume') && (
        <Button type="primary" onClick={() => void room.ask('tribunal:resume', {})}>
          {t('hearings.tribunal.resume')}
        </Button>
      )}
      {may('tribunal:mute-all') && (
        <Button onClick={() => void room.ask('tribunal:mute-all', {})}>
          {t('hearings.tribunal.mute-all')}
        </Button>
      )}
      {may('tribunal:recess') && (
        <Button onClick={() => setAsking('recess')}>{t('hearings.tribunal.recess')}</Button>
      )}
      {may('tribunal:adjourn') && (
        <Button onClick={() => setAsking('adjourn')}>{t('hearings.tribunal.adjourn')}</Button>
      )}
      {may('tribunal:close') && (
        <Button danger onClick={() => setAsking('close')}>
          {t('hearings.tribunal.close')}
        </Button>
      )}
      {asking === 'open-absent' && (
        <Dialog title={t('hearings.tribunal.open-absent')} onClose={done}>
          <AbsenceForm
            parties={absent}
            onSubmit={(absences) => {
              void room.ask('tribunal:open', { absences });
              done();
            }}
            onCancel={done}
          />
        </Dialog>
      )}
      {(asking === 'recess' || asking === 'adjourn') && (
        <Dialog title={t(`hearings.tribunal.${asking}`)} onClose={done}>
          <ReasonForm
            label={t(`hearings.tribunal.${asking}-reason`)}
            submit={t(`hearings.tribunal.${asking}`)}
            isDanger={asking === 'adjourn'}
            onSubmit={(reason) => {
              void room.ask(`tribunal:${asking}`, { reason });
              done();
            }}
            onCancel={done}
          />
        </Dialog>
      )}
      {asking === 'close' && (
        <Dialog title={t('hearings.tribunal.close')} onClose={done}>
          <div className="stack">
            <p>
              {t(
                state.record?.state === 'typing'
                  ? 'hearings.tribunal.close-typing'
                  : 'hearings.tribunal.close-hint',
              )}
            </p>
            {undecided > 0 && <p>{t('hearings.tribunal.close-corrections', { count: undecided })}</p>}
            <div className="row">
              <Button
                type="primary"
                danger
                onClick={() => {
                  void room.ask('tribunal:close', {});
                  done();
                }}
              >
                {t('hearings.tribunal.close')}
              </Button>
              <Button onClick={done}>{t('hearings.cancel')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
