import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { OfflineBanner } from './offline-banner';
import { Providers } from './providers';
import styles from './party-layout.module.css';
import { leaveSession, useSession, type SessionUser } from './session';
import { SkipLink } from './skip-link';
import { partyTheme } from './theme';
import { UnreadLink } from './unread-link';

/** The frame around everything parties and the public see. */
export function PartyLayout() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <Providers theme={partyTheme}>
      <div className={styles['frame']}>
        <SkipLink />
        <header className={styles['header']}>
          <div className={styles['bar']}>
            <Link to="/" className={styles['brand']}>
              <Mark />
              <span>
                <span className={styles['name']}>{t('app.name')}</span>
                <span className={styles['tagline']}>{t('app.tagline')}</span>
              </span>
            </Link>
            <Menu user={session.data?.user ?? null} />
            <LanguageSwitch />
          </div>
        </header>
        {session.data?.isDemo && (
          <aside className={styles['demo']} aria-label={t('app.demo')}>
            <p>
              {t('app.demo.notice')} <Link to="/demo">{t('app.demo.inbox')}</Link>
            </p>
          </aside>
        )}
        <OfflineBanner />
        <main id="main" className={styles['main']}>
          <Outlet />
        </main>
        <footer className={styles['footer']}>
          <div>
            <p>{t('app.footer.free')}</p>
            <p>{t('app.footer.help')}</p>
            <p>
              <Link to="/arbitrators">{t('roster.title')}</Link> ·{' '}
              <Link to="/statutes">{t('statutes.title')}</Link> ·{' '}
              <Link to="/figures">{t('figures.title')}</Link>
            </p>
          </div>
        </footer>
      </div>
    </Providers>
  );
}

function Menu({ user }: { user: SessionUser | null }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  const client = useQueryClient();
  const navigate = useNavigate();

  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);

  const links: [string, string][] = [
    ...(user?.kind === 'party'
      ? ([
          ['/cases', t('app.nav.cases')],
          ['/agenda', t('agenda.title')],
        ] as [string, string][])
      : []),
    ...(user?.kind === 'staff' ? ([['/desk', t('app.nav.desk')]] as [string, string][]) : []),
    ...(user?.kind === 'staff'
      ? []
      : ([
          ['/file', t('app.nav.file')],
          ['/join', t('app.nav.join')],
        ] as [string, string][])),
    ['/calculators', t('app.nav.calculators')],
    ['/verify', t('app.nav.verify')],
  ];

  return (
    <div className={styles['menu']} ref={box}>
      <button
        ref={button}
        type="button"
        className={styles['menuButton']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <svg
          viewBox="0 0 24 24"
          width="22"
          height="22"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        >
          <path d={isOpen ? 'M6 6l12 12M18 6L6 18' : 'M4 7h16M4 12h16M4 17h16'} />
        </svg>
        <span className={styles['menuLabel']}>{t('app.nav.menu')}</span>
      </button>
      <nav id={id} aria-label={t('app.nav.main')} className={isOpen ? styles['panelOpen'] : styles['panel']}>
        <ul>
          {links.map(([to, text]) => (
            <li key={to}>
              <NavLink to={to} end>
                {text}
              </NavLink>
            </li>
          ))}
          {user?.kind === 'party' && (
            <li>
              <UnreadLink to="/notifications" />
            </li>
          )}
          {user ? (
            <li className={styles['account']}>
              <span className={styles['who']}>{user.name || user.phone}</span>
              <button
                type="button"
                onClick={() => {
                  void leaveSession(client).then(() => navigate('/'));
                }}
              >
                {t('app.nav.sign-out')}
              </button>
            </li>
          ) : (
            <li>
              <NavLink to="/sign-in">{t('app.nav.sign-in')}</NavLink>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}
