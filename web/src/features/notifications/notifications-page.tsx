import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { useUser } from '../../app/session';
import { NOTIFICATIONS, useNotifications } from '../../app/unread';
import { dateTime } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading, Notice } from '../../ui/states';
import styles from './notifications-page.module.css';

/** What happened in one's cases, newest first. It is courtesy: papers take effect by service, and the page says so. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useNotifications();
  const read = useMutation({
    mutationFn: (ids?: string[]) => body(api.POST('/api/notifications/read', { body: ids ? { ids } : {} })),
    onSuccess: () => client.invalidateQueries({ queryKey: NOTIFICATIONS }),
  });
  const hasUnread = (list.data?.unread ?? 0) > 0;
  return (
    <Page
      title={t('notifications.title')}
      lead={t('notifications.lead')}
      aside={
        hasUnread && (
          <Button onClick={() => read.mutate(undefined)} loading={read.isPending}>
            {t('notifications.read-all')}
          </Button>
        )
      }
    >
      {read.isError && (
        <Notice tone="danger" live>
          {t('notifications.not-marked')}
        </Notice>
      )}
      {list.isPending && <Loading />}
      {list.isError && <QueryProblem query={list} />}
      {list.data?.items.length === 0 && (
        <div className="sheet">
          <Empty title={t('notifications.none')} />
        </div>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className={styles['list']}>
          {list.data.items.map((item) => (
            <Item key={item.id} item={item} onOpen={() => !item.isRead && read.mutate([item.id])} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Item({ item, onOpen }: { item: Schemas['NotificationDto']; onOpen: () => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const to = user?.kind === 'staff' ? `/desk/cases/${item.caseId}` : `/cases/${item.caseId}`;
  return (
    <li className={item.isRead ? styles['item'] : styles['fresh']}>
      <Link to={to} onClick={onOpen}>
        {!item.isRead && <span className={styles['mark']}>{t('notifications.new')}</span>}
        {item.text}
      </Link>
      <time dateTime={item.at} className="quiet small">
        {dateTime(item.at)}
      </time>
    </li>
  );
}
