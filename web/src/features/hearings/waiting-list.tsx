import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SeatView } from './protocol';
import type { RoomClient } from './room-client';
import styles from './room-view.module.css';

/** Those at the door; the tribunal lets them in. */
export function WaitingList({ seats, room }: { seats: SeatView[]; room: RoomClient }) {
  const { t } = useTranslation();
  return (
    <section className={styles['waiting']} aria-label={t('hearings.waiting.title')}>
      <h2>
        <span role="status">{t('hearings.waiting.list', { count: seats.length })}</span>
      </h2>
      <ul>
        {seats.map((seat) => {
          const who = `${t(`hearings.role.${seat.role}`)} · ${seat.name}`;
          return (
            <li key={seat.seatId}>
              <span>{who}</span>
              <Button
                type="primary"
                aria-label={t('hearings.tribunal.admit-who', { who })}
                onClick={() => void room.ask('tribunal:admit', { seatId: seat.seatId })}
              >
                {t('hearings.tribunal.admit')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
