import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../api/client';
import { useUser } from '../../app/session';
import { ArticleLink } from '../../ui/cited';
import { type Article } from '../../ui/law';
import { usePageTitle } from '../../ui/page';
import styles from './home-page.module.css';

interface Stage {
  key: string;
  basis: Article;
}

const STAGES: readonly Stage[] = [
  { key: 'file', basis: { law: 'law', article: '28' } },
  { key: 'accept', basis: { law: 'law', article: '29' } },
  { key: 'answer', basis: { law: 'law', article: '30' } },
  { key: 'hearing', basis: { law: 'law', article: '35' } },
  { key: 'award', basis: { law: 'law', article: '43' } },
];

/** For the public: what this is and which of four doors is theirs. */
export function HomePage() {
  const { t } = useTranslation();
  const heading = usePageTitle(t('home.tab'));
  const user = useUser();
  const commissions = useQuery({
    queryKey: ['commissions'],
    queryFn: () => body(api.GET('/api/commissions')),
    staleTime: 3_600_000,
  });
  return (
    <>
      <section className={styles['hero']} aria-labelledby="home-title">
        <div className={styles['heroText']}>
          <h1 id="home-title" ref={heading} tabIndex={-1}>
            {t('home.title')}
          </h1>
          <p>{t('home.lead')}</p>
          <div className={styles['heroActions']}>
            <Link to="/file" className={styles['primary']}>
              {t('home.file')}
            </Link>
            {user ? (
              <Link to={user.kind === 'staff' ? '/desk' : '/cases'} className={styles['secondary']}>
                {t(user.kind === 'staff' ? 'app.nav.desk' : 'app.nav.cases')}
              </Link>
            ) : (
              <Link to="/sign-in" className={styles['secondary']}>
                {t('home.sign-in')}
              </Link>
            )}
          </div>
          <p className={styles['free']}>
            {t('home.free')}{' '}
            <span>
              <ArticleLink article={{ law: 'law', article: '53' }} />
            </span>
          </p>
        </div>
        <Scales />
      </section>

      <section className={styles['doors']} aria-label={t('home.doors')}>
        <Door
          to="/cases"
          title={t('home.door.follow')}
          icon={<path d="M4 6h16M4 12h10M4 18h7M17 15l2 2 3-4" />}
        >
          {t('home.door.follow.text')}
        </Door>
        <Door to="/join" title={t('home.door.respond')} icon={<path d="M4 5h16v14H4zM4 6l8 7 8-7" />}>
          {t('home.door.respond.text')}
        </Door>
        <Door
          to="/calculators"
          title={t('home.door.calculate')}
          icon={<path d="M6 3h12v18H6zM9 7h6M9 12h1M14 12h1M9 16h1M14 16h1" />}
        >
          {t('home.door.calculate.text')}
        </Door>
        <Door
          to="/verify"
          title={t('home.door.verify')}
          icon={<path d="M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5" />}
        >
          {t('home.door.verify.text')}
        </Door>
      </section>

      <section className={styles['section']} aria-labelledby="home-stages">
        <h2 id="home-stages" className="serif">
          {t('home.stages')}
        </h2>
        <ol className={styles['stages']}>
          {STAGES.map(({ key, basis }) => (
            <li key={key}>
              <h3>{t(`home.stage.${key}`)}</h3>
              <p>{t(`home.stage.${key}.text`)}</p>
              <p className={styles['basis']}>
                <ArticleLink article={basis} />
              </p>
            </li>
          ))}
        </ol>
      </section>

      <section className={styles['columns']}>
        <div className={styles['paper']}>
          <h2 className="serif">{t('home.prepare')}</h2>
          <ul className={styles['bullets']}>
            {['identity', 'employer', 'facts', 'evidence', 'time'].map((item) => (
              <li key={item}>{t(`home.prepare.${item}`)}</li>
            ))}
          </ul>
        </div>
        <div className={styles['paper']}>
          <h2 className="serif">{t('home.commissions')}</h2>
          <p className="quiet small">{t('home.commissions.text')}</p>
          <ul className={styles['commissions']}>
            {(commissions.data ?? []).map((commission) => (
              <li key={commission.id} lang="zh-CN">
                <strong>{commission.name}</strong>
                <span>
                  {commission.address} · <a href={`tel:${commission.phone}`}>{commission.phone}</a>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}

function Door({
  to,
  title,
  icon,
  children,
}: {
  to: string;
  title: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={styles['door']}>
      <svg
        viewBox="0 0 24 24"
        width="30"
        height="30"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.800"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {icon}
      </svg>
      <span>
        <strong>{title}</strong>
        <span className={styles['doorText']}>{children}</span>
      </span>
    </Link>
  );
}

function Scales() {
  return (
    <svg
      className={styles['scales']}
      viewBox="0 -16 320 276"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
    >
      <path
        d="M98 132a46 46 0 0 1 6-92 64 64 0 0 1 122 10 41 41 0 0 1 6 82z"
        fill="#fff"
        fillOpacity=".1"
        stroke="#fff"
        strokeOpacity=".55"
        strokeWidth="2"
      />
      <path d="M160 92v138M112 232h96M72 104h176" stroke="#f0d296" strokeWidth="4" />
      <path d="M72 104l-30 58m30-58 30 58M248 104l-30 58m30-58 30 58" stroke="#f0d296" strokeWidth="2" />
      <path d="M36 162h72a36 30 0 0 1-72 0zM212 162h72a36 30 0 0 1-72 0z" fill="#f0d296" />
      <circle cx="160" cy="92" r="7" fill="#f0d296" />
    </svg>
  );
}
