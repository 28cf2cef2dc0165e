import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../api/client';
import { dateTime } from '../../ui/format';
import { QueryProblem } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import styles from './agenda-page.module.css';

const FEED = ['agenda-feed'];

/** The agenda in one's own calendar: an address that is told once, and can be ended. */
export function Feed() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const state = useQuery({ queryKey: FEED, queryFn: () => body(api.GET('/api/agenda/feed')) });
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: FEED });
  const open = useMutation({ mutationFn: () => body(api.POST('/api/agenda/feed')), onSuccess: again });
  const close = useMutation({
    mutationFn: () => body(api.DELETE('/api/agenda/feed')),
    onSuccess: () => {
      open.reset();
      return again();
    },
  });
  if (state.isError) return <QueryProblem query={state} />;
  const since = state.data?.createdAt ?? null;
  return (
    <section className={styles['feed']} aria-labelledby="feed-title">
      <h2 id="feed-title">{t('agenda.feed.title')}</h2>
      <p>{t('agenda.feed.lead')}</p>
      {since && !open.data && <p>{t('agenda.feed.since', { at: dateTime(since) })}</p>}
      {open.data && (
        <Notice tone="ok" live>
          <p>{t('agenda.feed.once')}</p>
          <p>
            <code className={styles['address']}>{open.data.url}</code>
          </p>
          <Button onClick={() => void navigator.clipboard.writeText(open.data.url)}>
            {t('agenda.feed.copy')}
          </Button>
        </Notice>
      )}
      {(open.isError || close.isError) && (
        <Notice tone="danger" live>
          {t('agenda.feed.failed')}
        </Notice>
      )}
      <div className={styles['moves']}>
        <Button onClick={() => open.mutate()} loading={open.isPending}>
          {t(since ? 'agenda.feed.renew' : 'agenda.feed.open')}
        </Button>
        {since && (
          <Button danger onClick={() => close.mutate()} loading={close.isPending}>
            {t('agenda.feed.end')}
          </Button>
        )}
      </div>
    </section>
  );
}
