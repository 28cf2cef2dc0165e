import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useNavigate } from 'react-router';
import styles from './desk-layout.module.css';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { OfflineBanner } from './offline-banner';
import { Providers } from './providers';
import { leaveSession, useSession, type SessionUser } from './session';
import { SkipLink } from './skip-link';
import { deskTheme } from './theme';
import { UnreadLink } from './unread-link';

const LINKS: { to: string; text: string; roles?: SessionUser['roles'] }[] = [
  { to: '/desk', text: 'desk.nav.queue', roles: ['filing-clerk', 'director'] },
  { to: '/desk/counter', text: 'counter.nav', roles: ['filing-clerk'] },
  { to: '/desk/mine', text: 'desk.nav.my-cases', roles: ['arbitrator', 'recorder'] },
  { to: '/desk/agenda', text: 'agenda.title' },
  { to: '/desk/board', text: 'desk.nav.board', roles: ['filing-clerk', 'recorder', 'director'] },
  { to: '/desk/figures', text: 'figures.nav' },
];

/** The frame of the staff desk: built for 1440 px, usable at 390 px. */
export function DeskLayout() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: session } = useSession();
  const user = session?.user ?? null;
  return (
    <Providers theme={deskTheme}>
      <div className={styles['frame']}>
        <SkipLink />
        <header className={styles['header']}>
          <Link to="/desk" className={styles['brand']}>
            <Mark size={28} />
            <span className={styles['name']}>{t('app.name')}</span>
            <span className={styles['place']}>{user?.commissionName}</span>
          </Link>
          <nav aria-label={t('app.nav.main')} className={styles['nav']}>
            {LINKS.filter((link) => !link.roles || link.roles.some((role) => user?.roles.includes(role))).map(
              ({ to, text }) => (
                <NavLink key={to} to={to} end>
                  {t(text)}
                </NavLink>
              ),
            )}
            <UnreadLink to="/desk/notifications" />
          </nav>
          <div className={styles['account']}>
            <span>
              {user?.name}
              <span className={styles['roles']}>
                {user?.roles.map((role) => t(`role.${role}`)).join(' · ')}
              </span>
            </span>
            <LanguageSwitch />
            <button
              type="button"
              onClick={() => {
                void leaveSession(client).then(() => navigate('/sign-in?as=staff'));
              }}
            >
              {t('app.nav.sign-out')}
            </button>
          </div>
        </header>
        <OfflineBanner />
        <main id="main" className={styles['main']}>
          <Outlet />
        </main>
      </div>
    </Providers>
  );
}
