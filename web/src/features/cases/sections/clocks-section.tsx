import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FindingView } from '../../../ui/finding';
import { dateTime, longDate, longDateWithWeekday } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { Notice } from '../../../ui/states';
import { ClockBadge } from '../../../ui/tags';
import { useClockSubject } from '../clock-subject';
import type { Case, Clock } from '../queries';
import styles from './lists.module.css';

/** The answer and the evidence: what is kept before the commission, and can be given more time there. */
const MAY_BE_LENGTHENED: readonly string[] = ['D05', 'D08'];

/**
 * Each period the law or the commission set, with how it was counted and what follows when it runs out. What others
 * must do, or may do, in their time is folded away: nobody is to take another's last day for their own.
 */
export function ClocksSection({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const subjectOf = useClockSubject(labourCase);
  const isRunning = ({ remaining, state }: Clock): boolean =>
    state === 'suspended' || (remaining !== null && (!remaining.isPast || remaining.isOverdue));
  const isAnothers = (clock: Clock): boolean =>
    (clock.bearer === 'party' || clock.bearer === 'respondent') && subjectOf(clock).party?.isMine === false;
  const own = labourCase.clocks.filter((clock) => !isAnothers(clock));
  const others = labourCase.clocks.filter(isAnothers);
  const running = own.filter(isRunning);
  const finished = own.filter((clock) => !isRunning(clock));
  return (
    <>
      {running.length > 0 ? (
        <ClockList clocks={running} labourCase={labourCase} />
      ) : (
        <p className="quiet">{t('clocks.none')}</p>
      )}
      {others.length > 0 && (
        <details>
          <summary className={styles['link']}>{t('clocks.of-others', { count: others.length })}</summary>
          <ClockList clocks={others} labourCase={labourCase} />
        </details>
      )}
      {finished.length > 0 && (
        <details>
          <summary className={styles['link']}>{t('clocks.finished', { count: finished.length })}</summary>
          <ClockList clocks={finished} labourCase={labourCase} />
        </details>
      )}
    </>
  );
}

function ClockList({ clocks, labourCase }: { clocks: readonly Clock[]; labourCase: Case }) {
  const { t } = useTranslation();
  const subjectOf = useClockSubject(labourCase);
  return (
    <ul className={styles['list']}>
      {clocks.map((clock) => {
        const { party, label } = subjectOf(clock);
        const isPartys = clock.bearer === 'party' || clock.bearer === 'respondent';
        return (
          <li key={`${clock.code}-${clock.subject ?? ''}`}>
            <div className="row-apart">
              <h3>
                {t(clock.titleKey)}
                {label !== '' && (
                  <span className="quiet" lang="zh-CN">
                    {' '}
                    · {label}
                  </span>
                )}
              </h3>
              <ClockBadge remaining={clock.remaining} state={clock.state} />
            </div>
            <p>
              <span className="quiet">
                {t(isPartys && party ? `party.role.${party.role}` : `clock.bearer.${clock.bearer}`)}
                {isPartys && party?.isMine && ` (${t('party.you')})`} ·{' '}
              </span>
              {clock.metOn
                ? t('clock.met-on', { date: longDate(clock.metOn) })
                : clock.dueOn
                  ? t('clock.due-on', { date: longDateWithWeekday(clock.dueOn) })
                  : t(clock.state === 'suspended' ? 'clock.not-now' : 'clock.not-counting')}
            </p>
            {clock.remaining && <p className="quiet small">{t(clock.consequenceKey)}</p>}
            {clock.outage && (
              <Outage
                outage={clock.outage}
                {...(MAY_BE_LENGTHENED.includes(clock.code) && party?.isMine !== false
                  ? { askAt: `/cases/${labourCase.id}/motions/new/outage-extension` }
                  : {})}
              />
            )}
            <FindingView
              finding={clock.finding as unknown as Finding}
              about={[t(clock.titleKey), label].filter(Boolean).join(' · ')}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** A last day that was ours to spoil is not theirs to lose without a word. */
function Outage({ outage, askAt }: { outage: NonNullable<Clock['outage']>; askAt?: string }) {
  const { t } = useTranslation();
  const askUntil = outage.askUntil as unknown as Finding;
  return (
    <Notice tone="warn">
      <p>{t('clock.outage', { from: dateTime(outage.from), to: dateTime(outage.to) })}</p>
      <p>{t('clock.outage-ask', { date: longDateWithWeekday(String(askUntil.value)) })}</p>
      {askAt && (
        <p>
          <Link to={askAt}>{t('clock.outage-go')}</Link>
        </p>
      )}
      <FindingView finding={askUntil} about={t('clock.outage-working')} />
    </Notice>
  );
}
