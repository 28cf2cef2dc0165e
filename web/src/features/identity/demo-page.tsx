import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { dateTime } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading, Notice } from '../../ui/states';
import styles from './demo-page.module.css';

/** Demonstration only: the messages that would have gone to phones, and the accounts of staff. */
export function DemoPage() {
  const { t } = useTranslation();
  const { view } = useParams();
  const isStaff = view === 'staff';
  return (
    <Page title={t('demo.title')} lead={t('demo.lead')}>
      <nav className={styles['tabs']} aria-label={t('demo.title')}>
        <Link to="/demo" {...(isStaff ? {} : { 'aria-current': 'page' as const })}>
          {t('demo.inbox')}
        </Link>
        <Link to="/demo/staff" {...(isStaff ? { 'aria-current': 'page' as const } : {})}>
          {t('demo.staff')}
        </Link>
      </nav>
      {isStaff ? <Staff /> : <Inbox />}
    </Page>
  );
}

function Inbox() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const phone = search.get('phone') ?? '';
  const [typed, setTyped] = useState(phone);
  const inbox = useQuery({
    queryKey: ['demo-inbox', phone],
    queryFn: () => body(api.GET('/api/demo/inbox', { params: { query: phone ? { phone } : {} } })),
    refetchInterval: 3000,
  });
  if (inbox.isPending) return <Loading />;
  if (inbox.isError) return <QueryProblem query={inbox} />;
  return (
    <div className="stack">
      <form
        role="search"
        className={styles['filter']}
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.trim() ? { phone: typed.trim() } : {});
        }}
      >
        <label htmlFor="demo-phone">{t('demo.filter')}</label>
        <input id="demo-phone" type="tel" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <button type="submit">{t('demo.show')}</button>
      </form>
      {inbox.data.length === 0 ? (
        <Empty title={t('demo.no-messages')} />
      ) : (
        <ul className={styles['messages']}>
          {inbox.data.map((message) => (
            <li key={message.id}>
              <p className={styles['meta']}>
                <span>{message.to}</span>
                <time dateTime={message.sentAt}>{dateTime(message.sentAt)}</time>
              </p>
              <p className={styles['bubble']} lang="zh-CN">
                {message.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Staff() {
  const { t } = useTranslation();
  const staff = useQuery({
    queryKey: ['demo-staff'],
    queryFn: () => body(api.GET('/api/demo/staff')),
    refetchInterval: 5000,
  });
  if (staff.isPending) return <Loading />;
  if (staff.isError) return <QueryProblem query={staff} />;
  return (
    <div className="stack">
      <Notice>
        <p>{t('demo.staff.lead')}</p>
      </Notice>
      <ul className={styles['staff']}>
        {staff.data.map((person) => (
          <li key={person.username} className="sheet">
            <p className={styles['person']}>
              <strong>{person.name}</strong>
              <span className="quiet small">{person.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
            </p>
            <p className="quiet small">{person.commissionName}</p>
            <dl className={styles['facts']}>
              <dt>{t('sign-in.username')}</dt>
              <dd>
                <code>{person.username}</code>
              </dd>
              <dt>{t('demo.totp')}</dt>
              <dd>
                <code className={styles['totp']}>{person.totp}</code>
              </dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  );
}
