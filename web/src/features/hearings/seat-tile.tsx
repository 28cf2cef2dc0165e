import { useTranslation } from 'react-i18next';
import { Icon } from './icons';
import type { SeatView } from './protocol';
import { TrackVideo } from './video';
import styles from './seat-tile.module.css';

/** A seat before the tribunal: title and name as on the plate, the picture, and how the person is there. */
export function SeatTile({
  seat,
  track,
  isSpeaking,
  isSelf,
  isPlacard,
  menu,
}: {
  seat: SeatView;
  track: MediaStreamTrack | null;
  isSpeaking: boolean;
  isSelf: boolean;
  /** In a recess: the plate without a picture. */
  isPlacard: boolean;
  menu?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const role = t(`hearings.role.${seat.role}`);
  const hasPicture = track !== null && seat.cam === 'on' && !isPlacard;
  const away = seat.presence === 'online' ? null : t(`hearings.presence.${seat.presence}`);
  return (
    <section
      className={isSpeaking ? styles['speaking'] : styles['seat']}
      aria-label={t('hearings.seat.label', { role, name: seat.name })}
      data-seat={seat.role}
    >
      <div className={styles['picture']}>
        {hasPicture ? (
          <TrackVideo
            track={track}
            label={t('hearings.seat.picture', { role, name: seat.name })}
            isMirrored={isSelf}
          />
        ) : (
          <div className={styles['empty']}>
            <span aria-hidden="true">{seat.name.slice(0, 1)}</span>
            <p>
              {isPlacard
                ? t('hearings.state.recess')
                : (away ?? t(`hearings.seat.cam-${seat.cam === 'muted' ? 'muted' : 'off'}`))}
            </p>
          </div>
        )}
        {isSpeaking && <p className={styles['speaks']}>{t('hearings.seat.speaking')}</p>}
        {away && seat.presence !== 'chamber' && <p className={styles['away']}>{away}</p>}
      </div>
      <div className={styles['plate']}>
        <div className={styles['who']}>
          <span className={styles['title']}>{role}</span>
          <span className={styles['name']}>
            {seat.name}
            {isSelf && <span className={styles['self']}>{t('hearings.seat.self')}</span>}
          </span>
        </div>
        <ul className={styles['signs']}>
          {!isPlacard && seat.presence !== 'chamber' && (
            <li
              className={seat.mic === 'on' ? styles['good'] : styles['bad']}
              title={t(`hearings.seat.mic-${seat.mic}`)}
            >
              <Icon name={seat.mic === 'on' ? 'mic' : 'mic-off'} />
              <span className={seat.mic === 'muted' ? styles['word'] : 'visually-hidden'}>
                {t(`hearings.seat.mic-${seat.mic}`)}
              </span>
            </li>
          )}
          {seat.presence === 'online' && (
            <li className={styles[seat.quality]} title={t(`hearings.quality.${seat.quality}`)}>
              <Icon name={`signal-${seat.quality}`} />
              <span className="visually-hidden">{t(`hearings.quality.${seat.quality}`)}</span>
            </li>
          )}
          {menu && <li>{menu}</li>}
        </ul>
      </div>
    </section>
  );
}
