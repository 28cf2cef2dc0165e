import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { Dialog } from './dialog';
import { Icon } from './icons';
import type { Source } from './protocol';
import type { RoomClient, RoomState } from './room-client';
import styles from './room-view.module.css';

/** One's own microphone and camera, and the way out. */
export function RoomControls({
  room,
  state,
  hasMedia = true,
}: {
  room: RoomClient;
  state: RoomState;
  /** False in the chamber, where nobody sends pictures of their own. */
  hasMedia?: boolean;
}) {
  const { t } = useTranslation();
  const [isLeaving, setIsLeaving] = useState(false);
  const me = state.snapshot?.seats.find((seat) => seat.seatId === state.seatId);
  const isOver = ['closed', 'adjourned', 'cancelled'].includes(state.snapshot?.state ?? '');
  const toggle = (source: Source) => {
    const isMuted = me?.[source] === 'muted';
    const isOn = state.isOn[source] && state.hasTrack[source] && !isMuted;
    const key = isMuted ? 'muted' : !state.hasTrack[source] ? 'missing' : isOn ? 'on' : 'off';
    return (
      <button
        type="button"
        className={isOn ? styles['control'] : styles['controlOff']}
        aria-pressed={isOn}
        disabled={isMuted || !state.hasTrack[source]}
        onClick={() => void room.switch(source, !state.isOn[source])}
      >
        <Icon name={isOn ? source : `${source}-off`} />
        <span>{t(`hearings.control.${source}-${key}`)}</span>
      </button>
    );
  };
  return (
    <div className={styles['controls']} role="group" aria-label={t('hearings.control.title')}>
      {!isOver && hasMedia && toggle('mic')}
      {!isOver && hasMedia && toggle('cam')}
      <button type="button" className={styles['control']} onClick={() => setIsLeaving(true)}>
        <Icon name="leave" />
        <span>{t('hearings.control.leave')}</span>
      </button>
      {isLeaving && (
        <Dialog title={t('hearings.leave.title')} onClose={() => setIsLeaving(false)}>
          <div className="stack">
            <p>{t(isOver ? 'hearings.leave.over' : 'hearings.leave.hint')}</p>
            <div className="row">
              <Button type="primary" danger={!isOver} onClick={() => void room.leave()}>
                {t('hearings.leave.confirm')}
              </Button>
              <Button onClick={() => setIsLeaving(false)}>{t('hearings.leave.stay')}</Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
