import { useTranslation } from 'react-i18next';
import type { RoomState } from './room-client';
import styles from './room-view.module.css';

/** While the connection is being mended: said at once, and that the seat is kept. */
export function ConnectionBanner({ state }: { state: RoomState }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {state.connection === 'mending' && <p className={styles['mending']}>{t('hearings.mending')}</p>}
    </div>
  );
}
