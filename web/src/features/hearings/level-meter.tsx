import { useTranslation } from 'react-i18next';
import { useLevel } from './local-media';
import styles from './device-check.module.css';

const BARS = 12;

/** How loud one speaks, as bars; told to a screen reader as heard or silent, not ten times a second. */
export function LevelMeter({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useTranslation();
  const level = useLevel(track);
  const lit = Math.round(level * BARS);
  return (
    <div className={styles['meter']}>
      <span className={styles['bars']} aria-hidden="true">
        {Array.from({ length: BARS }, (_, i) => (
          <span key={i} className={i < lit ? styles['lit'] : styles['unlit']} />
        ))}
      </span>
      <span className="small quiet">
        {t(level > 0.25 ? 'hearings.check.mic-heard' : 'hearings.check.mic-speak')}
      </span>
    </div>
  );
}
