import { useTranslation } from 'react-i18next';
import { FindingView } from '../../../ui/finding';
import { longDate, longDateWithWeekday } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { ClockBadge } from '../../../ui/tags';
import type { Case, Clock } from '../queries';
import styles from './lists.module.css';

/** Each period the law or the commission set, with how it was counted and what follows when it runs out. */
export function ClocksSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const isRunning = ({ remaining }: Clock): boolean =>
    remaining !== null && (!remaining.isPast || remaining.isOverdue);
  const running = labourCase.clocks.filter(isRunning);
  const finished = labourCase.clocks.filter((clock) => !isRunning(clock));
  return (
    <>
      {running.length > 0 ? <ClockList clocks={running} /> : <p className="quiet">{t('clocks.none')}</p>}
      {finished.length > 0 && (
        <details>
          <summary className={styles['link']}>{t('clocks.finished', { count: finished.length })}</summary>
          <ClockList clocks={finished} />
        </details>
      )}
    </>
  );
}

function ClockList({ clocks }: { clocks: readonly Clock[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['list']}>
      {clocks.map((clock) => (
        <li key={`${clock.code}-${clock.subject ?? ''}`}>
          <div className="row-apart">
            <h3>{t(clock.titleKey)}</h3>
            <ClockBadge remaining={clock.remaining} state={clock.state} />
          </div>
          <p>
            <span className="quiet">{t(`clock.bearer.${clock.bearer}`)} · </span>
            {clock.metOn
              ? t('clock.met-on', { date: longDate(clock.metOn) })
              : clock.dueOn
                ? t('clock.due-on', { date: longDateWithWeekday(clock.dueOn) })
                : t('clock.not-counting')}
          </p>
          {clock.remaining && <p className="quiet small">{t(clock.consequenceKey)}</p>}
          <FindingView finding={clock.finding as unknown as Finding} about={t(clock.titleKey)} />
        </li>
      ))}
    </ul>
  );
}
