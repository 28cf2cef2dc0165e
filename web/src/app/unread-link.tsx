import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useNotifications } from './unread';
import styles from './unread-link.module.css';

const SHOWN_AT_MOST = 99;

/** Leads to the notifications and says how many are new. */
export function UnreadLink({ to }: { to: string }) {
  const { t } = useTranslation();
  const unread = useNotifications().data?.unread ?? 0;
  return (
    <NavLink to={to} end>
      {t('notifications.title')}
      {unread > 0 && (
        <span className={styles['count']}>
          <span aria-hidden="true">{unread > SHOWN_AT_MOST ? `${SHOWN_AT_MOST}+` : unread}</span>
          <span className="visually-hidden">{t('notifications.unread', { count: unread })}</span>
        </span>
      )}
    </NavLink>
  );
}
