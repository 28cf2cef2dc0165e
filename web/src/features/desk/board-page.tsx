import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { dateTime, longDateWithWeekday } from '../../ui/format';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { Empty, Loading } from '../../ui/states';
import { Tag } from '../../ui/tags';
import styles from './board-page.module.css';
import { BarList, MonthChart } from './charts';
import { DeskPage } from './desk-page';

type Board = Schemas['BoardDto'];
type Table = 'states' | 'clocks' | 'months';

const BUCKETS = [
  ['overdue', 'danger', '▲'],
  ['dueToday', 'warn', '●'],
  ['dueSoon', 'active', '◔'],
] as const;

/** In the order in which a case goes through them. */
const STATES = [
  'received',
  'correcting',
  'accepted',
  'constituted',
  'set-down',
  'heard',
  'decided',
  'mediated',
  'refused',
  'referred',
  'withdrawn',
  'deemed-withdrawn',
  'revoked',
  'terminated',
  'transferred',
] as const;

/** Where the cases of the commission stand and what falls due: charts first, figures on request. */
export function BoardPage() {
  const { t } = useTranslation();
  const board = useQuery({
    queryKey: ['board'],
    queryFn: () => body(api.GET('/api/board')),
    refetchInterval: 60_000,
  });
  return (
    <DeskPage
      title={t('desk.board.title')}
      {...(board.data ? { lead: t('desk.queue.as-of', { time: dateTime(board.data.asOf) }) } : {})}
    >
      {board.isPending ? (
        <Loading />
      ) : board.data === undefined ? (
        <QueryProblem query={board} />
      ) : (
        <BoardView board={board.data} />
      )}
    </DeskPage>
  );
}

function BoardView({ board }: { board: Board }) {
  const { t } = useTranslation();
  const states = STATES.map((state) => ({
    key: state,
    label: t(`case.state.${state}`),
    value: board.states.find((each) => each.state === state)?.count ?? 0,
  }));
  const total = states.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className="stack">
      <ul className={styles['tiles']}>
        {BUCKETS.map(([bucket, tone, sign]) => (
          <li key={bucket} className={board.clocks[bucket].count > 0 ? styles[tone] : ''}>
            <p>
              <span aria-hidden="true">{sign} </span>
              {t(`desk.board.${bucket}`)}
            </p>
            <p className={styles['big']}>{board.clocks[bucket].count}</p>
          </li>
        ))}
        <li>
          <p>{t('desk.board.average')}</p>
          <p className={styles['big']}>
            {board.averageDays === null ? '—' : t('desk.board.days', { days: round(board.averageDays) })}
          </p>
          <p className="quiet small">{t('desk.board.average.hint')}</p>
        </li>
      </ul>
      <div className={styles['charts']}>
        <ChartCard
          table="states"
          title={t('desk.board.states', { count: total })}
          isEmpty={total === 0}
          chart={
            <BarList
              bars={states}
              summary={states.map(({ label, value }) => `${label} ${value}`).join(t('desk.list.comma'))}
            />
          }
          head={[t('desk.list.state'), t('desk.board.cases')]}
          rows={states.map(({ key, label, value }) => ({ key, cells: [label, value] }))}
        />
        <ChartCard
          table="months"
          title={t('desk.board.months')}
          isEmpty={board.months.every((month) => month.received + month.accepted + month.decided === 0)}
          chart={
            <MonthChart
              months={board.months.map((month) => monthLabel(month.month))}
              series={[
                {
                  key: 'received',
                  label: t('desk.board.received'),
                  values: board.months.map((month) => month.received),
                },
                {
                  key: 'accepted',
                  label: t('desk.board.accepted'),
                  values: board.months.map((month) => month.accepted),
                },
                {
                  key: 'decided',
                  label: t('desk.board.decided'),
                  values: board.months.map((month) => month.decided),
                },
              ]}
              summary={board.months
                .map((month) =>
                  t('desk.board.month-summary', {
                    month: month.month,
                    received: month.received,
                    accepted: month.accepted,
                    decided: month.decided,
                  }),
                )
                .join(t('ui.list-comma'))}
            />
          }
          head={[
            t('desk.board.month'),
            t('desk.board.received'),
            t('desk.board.accepted'),
            t('desk.board.decided'),
            t('desk.board.average-days'),
          ]}
          rows={board.months.map((month) => ({
            key: month.month,
            cells: [
              month.month,
              month.received,
              month.accepted,
              month.decided,
              month.averageDays === null ? '—' : round(month.averageDays),
            ],
          }))}
        />
      </div>
      <DueList board={board} />
    </div>
  );
}

const round = (days: number): number => Math.round(days * 10) / 10;

/** '2026-11' as it stands under a bar: 11, and the year where one begins. */
function monthLabel(month: string): string {
  const [year, number] = month.split('-');
  return number === '01' ? `${year}/1` : String(Number(number));
}

function ChartCard({
  table,
  title,
  chart,
  isEmpty,
  head,
  rows,
}: {
  table: Table;
  title: string;
  chart: ReactNode;
  isEmpty: boolean;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly (string | number)[] }[];
}) {
  const { t } = useTranslation();
  const [isTable, setTable] = useState(false);
  return (
    <section className={styles['card']} aria-labelledby={`board-${table}`}>
      <div className={styles['cardHead']}>
        <h2 id={`board-${table}`}>{title}</h2>
        <div className="row">
          <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? 'desk.board.as-chart' : 'desk.board.as-table')}
            <span className="visually-hidden"> {title}</span>
          </Button>
          <ExportButton table={table} title={title} />
        </div>
      </div>
      {isTable ? (
        <div className={styles['scroll']} role="group" aria-labelledby={`board-${table}`} tabIndex={0}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : isEmpty ? (
        <Empty title={t('desk.board.nothing')} />
      ) : (
        <div
          ref={startAtLatest}
          className={styles['scroll']}
          role="group"
          aria-labelledby={`board-${table}`}
          tabIndex={0}
        >
          {chart}
        </div>
      )}
    </section>
  );
}

/** Where the months do not fit, the latest are in sight: they hold the work. */
function startAtLatest(box: HTMLDivElement | null): void {
  if (box) box.scrollLeft = box.scrollWidth;
}

function ExportButton({ table, title }: { table: Table; title: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useSentence();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      // Asked for by the page and not by a link, so that the headings come in the language of the page.
      const content = await body(
        api.GET('/api/board.csv', { params: { query: { table } }, parseAs: 'blob' }),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = `${table}-${new Date().toISOString().slice(0, 10)}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      void message.error(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={isBusy} onClick={() => void save()}>
      {t('desk.board.export')}
      <span className="visually-hidden"> {title}</span>
    </Button>
  );
}

/** The deadlines behind the figures, each leading to its case. */
function DueList({ board }: { board: Board }) {
  const { t } = useTranslation();
  const rows = BUCKETS.flatMap(([bucket, tone, sign]) =>
    board.clocks[bucket].clocks.map((clock) => ({ ...clock, bucket, tone, sign })),
  );
  const counted = BUCKETS.reduce((sum, [bucket]) => sum + board.clocks[bucket].count, 0);
  return (
    <section className={styles['card']} aria-labelledby="board-clocks">
      <div className={styles['cardHead']}>
        <h2 id="board-clocks">{t('desk.board.due')}</h2>
        <ExportButton table="clocks" title={t('desk.board.due')} />
      </div>
      {rows.length === 0 ? (
        <Empty title={t('desk.board.nothing-due')} />
      ) : (
        <div className={styles['scroll']} role="group" aria-labelledby="board-clocks" tabIndex={0}>
          <table className={`${styles['table']} ${styles['stacking']}`}>
            <thead>
              <tr>
                <th scope="col">{t('desk.board.urgency')}</th>
                <th scope="col">{t('desk.board.due-on')}</th>
                <th scope="col">{t('desk.board.clock')}</th>
                <th scope="col">{t('desk.list.number')}</th>
                <th scope="col">{t('desk.list.parties')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.caseId}${row.code}${row.dueOn}`}>
                  <td>
                    <Tag tone={row.tone}>
                      <span aria-hidden="true">{row.sign} </span>
                      {t(`desk.board.${row.bucket}`)}
                    </Tag>
                  </td>
                  <td>{longDateWithWeekday(row.dueOn)}</td>
                  <td>{t(row.titleKey)}</td>
                  <td>
                    <Link to={`/desk/cases/${row.caseId}#clocks`}>{row.caseNumber}</Link>
                  </td>
                  <td>
                    {row.claimantNames} {t('desk.list.against')} {row.respondentNames}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {counted > rows.length && (
        <p className="quiet">{t('desk.board.more', { shown: rows.length, count: counted })}</p>
      )}
    </section>
  );
}
