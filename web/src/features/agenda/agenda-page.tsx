import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { currentLocale } from '../../app/i18n';
import { useUser } from '../../app/session';
import { isDay, legalDayOf, longDateWithWeekday, timeOfDay } from '../../ui/format';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading, Notice } from '../../ui/states';
import { Tag } from '../../ui/tags';
import { useToday } from '../desk/use-today';
import styles from './agenda-page.module.css';
import { Feed } from './feed';
import { monthOf, shiftMonth, weeksOf } from './month';

type Agenda = Schemas['AgendaDto'];

/** Hearings and last days of a month, and what a chosen day holds. */
export function AgendaPage() {
  const { t } = useTranslation();
  const user = useUser();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('day') ?? '';
  const day = isDay(asked) ? asked : today;
  const month = monthOf(day);
  const weeks = weeksOf(month);
  const from = weeks[0]![0]!;
  const to = weeks.at(-1)!.at(-1)!;
  const agenda = useQuery({
    queryKey: ['agenda', from, to],
    queryFn: () => body(api.GET('/api/agenda', { params: { query: { from, to } } })),
  });
  const show = (next: string): void => setSearch({ day: next }, { replace: true });
  const showMonth = (by: number): void => show(`${shiftMonth(month, by)}-01`);
  const isHouse = user?.roles.some((role) => role === 'filing-clerk' || role === 'director') ?? false;
  return (
    <Page title={t('agenda.title')} lead={t(isHouse ? 'agenda.lead-house' : 'agenda.lead')} width="wide">
      <div className={styles['head']}>
        <h2 aria-live="polite">{monthName(month)}</h2>
        <div className={styles['moves']}>
          <Button onClick={() => showMonth(-1)}>{t('agenda.previous')}</Button>
          <Button onClick={() => show(today)}>{t('agenda.today')}</Button>
          <Button onClick={() => showMonth(1)}>{t('agenda.next')}</Button>
        </div>
      </div>
      {agenda.isError && <QueryProblem query={agenda} />}
      <div className={styles['columns']}>
        <table className={styles['month']}>
          <caption className="visually-hidden">{monthName(month)}</caption>
          <thead>
            <tr>
              {weeks[0]!.map((each) => (
                <th key={each} scope="col">
                  {weekday(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((each) => (
                  <Day
                    key={each}
                    day={each}
                    of={agenda.data}
                    isToday={each === today}
                    isChosen={each === day}
                    isOutside={monthOf(each) !== month}
                    onChoose={() => show(each)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <section aria-live="polite" className={styles['day']}>
          <h2>{longDateWithWeekday(day)}</h2>
          {agenda.isPending && <Loading />}
          {agenda.data && <DayList day={day} of={agenda.data} />}
          {agenda.data?.isCut && <Notice tone="warn">{t('agenda.cut')}</Notice>}
        </section>
      </div>
      <Feed />
    </Page>
  );
}

function Day({
  day,
  of,
  isToday,
  isChosen,
  isOutside,
  onChoose,
}: {
  day: string;
  of: Agenda | undefined;
  isToday: boolean;
  isChosen: boolean;
  isOutside: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  const hearings = of ? hearingsOn(of, day).length : 0;
  const clocks = of ? clocksOn(of, day) : [];
  const isLate = clocks.some(({ isOverdue }) => isOverdue);
  const says = [
    longDateWithWeekday(day),
    hearings > 0 && t('agenda.hearings', { count: hearings }),
    clocks.length > 0 && t('agenda.clocks', { count: clocks.length }),
    isLate && t('agenda.overdue'),
  ];
  return (
    <td className={isOutside ? styles['outside'] : undefined}>
      <button
        type="button"
        className={isChosen ? styles['chosen'] : styles['cell']}
        aria-pressed={isChosen}
        aria-current={isToday ? 'date' : undefined}
        aria-label={says.filter(Boolean).join('，')}
        onClick={onChoose}
      >
        <span className={isToday ? styles['today'] : styles['number']}>{Number(day.slice(8))}</span>
        {hearings > 0 && (
          <span className={styles['hearings']}>
            <span className={styles['word']}>{t('agenda.hearing')} </span>
            {hearings}
          </span>
        )}
        {clocks.length > 0 && (
          <span className={isLate ? styles['late'] : styles['clocks']}>
            {isLate && <span aria-hidden="true">▲ </span>}
            <span className={styles['word']}>{t('agenda.clock')} </span>
            {clocks.length}
          </span>
        )}
      </button>
    </td>
  );
}

function DayList({ day, of }: { day: string; of: Agenda }) {
  const { t } = useTranslation();
  const user = useUser();
  const caseOf = (id: string): string => `${user?.kind === 'staff' ? '/desk' : ''}/cases/${id}`;
  const hearings = hearingsOn(of, day);
  const clocks = clocksOn(of, day);
  if (hearings.length + clocks.length === 0) return <Empty title={t('agenda.nothing')} />;
  return (
    <ul className={styles['list']}>
      {hearings.map((each) => (
        <li key={each.hearingId}>
          <p className={styles['time']}>
            {timeOfDay(each.startsAt)}–{timeOfDay(each.endsAt)}
          </p>
          <p>
            <Tag tone="active">{t('agenda.hearing')}</Tag>{' '}
            <Link to={caseOf(each.caseId)}>{each.caseNumber}</Link>
          </p>
          <p>
            {each.claimantNames} {t('agenda.against')} {each.respondentNames}
          </p>
          <p className="quiet small">{each.place}</p>
        </li>
      ))}
      {clocks.map((each) => (
        <li key={`${each.caseId}-${each.code}`}>
          <p>
            <Tag tone={each.isOverdue ? 'danger' : 'warn'}>
              {each.isOverdue ? `▲ ${t('agenda.overdue')}` : t('agenda.clock')}
            </Tag>{' '}
            <strong>{t(each.titleKey)}</strong>
          </p>
          <p>
            <Link to={caseOf(each.caseId)}>{each.caseNumber}</Link>
          </p>
          <p>
            {each.claimantNames} {t('agenda.against')} {each.respondentNames}
          </p>
          {each.isProvisional && <p className="quiet small">{t('agenda.provisional')}</p>}
        </li>
      ))}
    </ul>
  );
}

const hearingsOn = ({ hearings }: Agenda, day: string): Agenda['hearings'] =>
  hearings.filter(({ startsAt }) => legalDayOf(startsAt) === day);

const clocksOn = ({ clocks }: Agenda, day: string): Agenda['clocks'] =>
  clocks.filter(({ dueOn }) => dueOn === day);

const locale = (): string => (currentLocale() === 'en' ? 'en-GB' : currentLocale());

function monthName(month: string): string {
  return new Intl.DateTimeFormat(locale(), { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01T12:00:00Z`),
  );
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat(locale(), {
    weekday: currentLocale() === 'en' ? 'short' : 'narrow',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`));
}
