import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { Button } from 'antd';
import { Dialog } from './dialog';
import { ReasonForm } from './reason-form';
import type { SeatView, Source } from './protocol';
import type { RoomClient } from './room-client';
import styles from './room-view.module.css';

/** What the arbitrator may do about one seat. */
export function SeatMenu({
  seat,
  room,
  hasMedia,
}: {
  seat: SeatView;
  room: RoomClient;
  /** False where nothing is sent over the network that could be silenced. */
  hasMedia: boolean;
}) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [isReturning, setIsReturning] = useState(false);
  const role = t(`hearings.role.${seat.role}`);
  const isParty = seat.role === 'claimant' || seat.role === 'respondent';
  const close = (): void => {
    setIsOpen(false);
    setIsReturning(false);
  };
  const toggle = (source: Source): void => {
    void room.ask(seat[source] === 'muted' ? 'tribunal:unmute' : 'tribunal:mute', {
      seatId: seat.seatId,
      source,
    });
    close();
  };
  return (
    <>
      <button
        type="button"
        className={styles['more']}
        aria-label={t('hearings.tribunal.manage', { role, name: seat.name })}
        onClick={() => setIsOpen(true)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {isOpen && (
        <Dialog title={`${role} · ${seat.name}`} onClose={close}>
          {isReturning ? (
            <ReasonForm
              label={t('hearings.tribunal.return-reason')}
              submit={t('hearings.tribunal.return')}
              onSubmit={(reason) => {
                void room.ask('tribunal:return', { seatId: seat.seatId, reason });
                close();
              }}
              onCancel={close}
            />
          ) : (
            <div className="stack-s">
              {hasMedia && (
                <>
                  <Button block onClick={() => toggle('mic')}>
                    {t(seat.mic === 'muted' ? 'hearings.tribunal.unmute-mic' : 'hearings.tribunal.mute-mic')}
                  </Button>
                  <Button block onClick={() => toggle('cam')}>
                    {t(seat.cam === 'muted' ? 'hearings.tribunal.unmute-cam' : 'hearings.tribunal.mute-cam')}
                  </Button>
                </>
              )}
              {isParty && (
                <Button block onClick={() => setIsReturning(true)}>
                  {t('hearings.tribunal.return')}
                </Button>
              )}
              <Button block type="text" onClick={close}>
                {t('hearings.cancel')}
              </Button>
            </div>
          )}
        </Dialog>
      )}
    </>
  );
}
