import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useUser } from '../../app/session';
import { timeOfDay } from '../../ui/format';
import { WaitingSettlementsPanel } from '../mediation/waiting-panel';
import { PendingPanel } from '../motions/pending-panel';
import { DeskPage } from './desk-page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading, Notice } from '../../ui/states';
import { CaseTable, moveInList } from './case-table';
import { Pager } from './pager';
import { useCases } from './queries';
import styles from './queue-page.module.css';
import { rememberList } from './remembered-list';
import { ShortcutHelp, useShortcuts } from './shortcuts';

/** Clerks and directors start with the queue, arbitrators and recorders with their own cases. */
export function DeskHome() {
  const user = useUser();
  if (!user) return <Loading />;
  const isForQueue = user.roles.includes('filing-clerk') || user.roles.includes('director');
  return isForQueue ? <QueuePage /> : <Navigate to="/desk/mine" replace />;
}

const STATES = ['received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard'] as const;

/** Everything that is done with, however it ended. */
const CLOSED = 'closed';

function QueuePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? '';
  const q = search.get('q') ?? '';
  const page = Math.max(1, Number(search.get('page')) || 1);
  const isClosed = state === CLOSED;
  // Whoever looks for a case by its number does not know, or care, whether it is done with.
  const view = q ? 'board' : isClosed ? 'closed' : 'queue';
  const cases = useCases({ view, state: isClosed ? '' : state, q, page });
  const list = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const news = useArrivals(page === 1 && !q && !state ? cases.data?.items.map((item) => item.id) : undefined);

  useEffect(() => rememberList(`/desk?${search.toString()}`), [search]);

  const filter = (changes: Record<string, string>): void => {
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        next.delete('page');
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  };

  const { isOn, setOn } = useShortcuts({
    j: () => moveInList(list.current, 1),
    k: () => moveInList(list.current, -1),
    '/': () => searchBox.current?.focus(),
    r: () => void cases.refetch(),
    '?': () => setHelpOpen(true),
  });

  return (
    <DeskPage
      title={t('desk.queue.title')}
      aside={
        <div className={styles['fresh']}>
          {cases.dataUpdatedAt > 0 && (
            <span className="quiet small">
              {t('desk.queue.as-of', { time: timeOfDay(new Date(cases.dataUpdatedAt).toISOString()) })}
            </span>
          )}
          <Button onClick={() => setHelpOpen(true)}>{t('desk.keys.button')}</Button>
        </div>
      }
    >
      <div className={styles['bar']}>
        <nav aria-label={t('desk.queue.filter')} className={styles['filters']}>
          {['', ...STATES, CLOSED].map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={state === each}
              onClick={() => filter({ state: each, q: '' })}
            >
              {each === '' || each === CLOSED ? t(`desk.queue.${each || 'all'}`) : t(`case.state.${each}`)}
            </button>
          ))}
        </nav>
        <SearchBox ref={searchBox} value={q} onSearch={(value) => filter({ q: value })} />
      </div>
      <PendingPanel />
      <WaitingSettlementsPanel />
      <p role="status" className="visually-hidden">
        {news > 0 ? t('desk.queue.news', { count: news }) : ''}
      </p>
      {news > 0 && (
        <div className={styles['news']}>
          <Notice tone="info">
            <p>{t('desk.queue.news', { count: news })}</p>
          </Notice>
        </div>
      )}
      <div ref={list}>
        {cases.isPending ? (
          <Loading />
        ) : cases.isError && !cases.data ? (
          <QueryProblem query={cases} />
        ) : (
          <>
            {cases.isError && (
              <div className={styles['news']}>
                <QueryProblem query={cases} title={t('desk.queue.stale')} />
              </div>
            )}
            {cases.data.items.length === 0 ? (
              <div className="sheet">
                {q || state ? (
                  <Empty title={t('desk.queue.nothing-found')}>
                    <Button onClick={() => setSearch({}, { replace: true })}>{t('desk.queue.clear')}</Button>
                  </Empty>
                ) : (
                  <Empty title={t('desk.queue.empty')}>
                    <p>{t('desk.queue.empty-lead')}</p>
                  </Empty>
                )}
              </div>
            ) : (
              <>
                <CaseTable
                  items={cases.data.items}
                  caption={t('desk.queue.title')}
                  isGrouped={view === 'queue'}
                />
                <Pager
                  page={page}
                  pageSize={cases.data.pageSize}
                  total={cases.data.total}
                  isCut={cases.data.isTotalCut}
                  onPage={(to) => filter({ page: to === 1 ? '' : String(to) })}
                />
              </>
            )}
          </>
        )}
      </div>
      <ShortcutHelp
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        isOn={isOn}
        setOn={setOn}
        keys={[
          { keys: ['j', 'k'], does: t('desk.keys.move') },
          { keys: ['Enter'], does: t('desk.keys.open') },
          { keys: ['/'], does: t('desk.keys.search') },
          { keys: ['r'], does: t('desk.keys.refresh') },
          { keys: ['?'], does: t('desk.keys.help') },
        ]}
      />
    </DeskPage>
  );
}

/** How many cases came in since the page was opened. */
function useArrivals(ids: readonly string[] | undefined): number {
  const known = useRef<Set<string> | null>(null);
  if (!ids) return 0;
  known.current ??= new Set(ids);
  const seen = known.current;
  return ids.filter((id) => !seen.has(id)).length;
}

const PAUSE_MS = 300;

function SearchBox({
  value,
  onSearch,
  ref,
}: {
  value: string;
  onSearch: (value: string) => void;
  ref: React.Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => search.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <form
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <label htmlFor="queue-search" className="visually-hidden">
        {t('desk.queue.search')}
      </label>
      <input
        ref={ref}
        id="queue-search"
        type="search"
        maxLength={80}
        placeholder={t('desk.queue.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </form>
  );
}
