import { useTranslation } from 'react-i18next';
import { dateTime, longDate, yuan } from '../../ui/format';
import { Tag, type Tone } from '../../ui/tags';
import { choiceKey } from './motion-fields';
import styles from './motions.module.css';
import type { Motion, Motions } from './queries';

const TONES: Record<Motion['state'], Tone> = {
  filed: 'warn',
  granted: 'ok',
  refused: 'danger',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

export function MotionStateTag({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[motion.state]}>{t(`motion.state.${motion.state}`)}</Tag>;
}

/** Who asked for what and why, and what was decided. */
export function MotionFacts({ motion, motions }: { motion: Motion; motions: Motions }) {
  const { t } = useTranslation();
  const { details, decision, kind, proposed } = motion;
  const yesNo = (value: boolean | undefined): string | null =>
    value === undefined ? null : t(value ? 'ui.yes' : 'ui.no');
  const choice = (name: 'ground' | 'period' | 'happened' | 'error' | 'challenged'): string | null =>
    details[name] ? t(choiceKey(kind, name, details[name])) : null;
  const rows: [string, string | null | undefined][] = [
    [t('motion.label.challenged'), choice('challenged')],
    [t('motion.label.ground'), choice('ground')],
    [t('motion.field.period'), choice('period')],
    [t('motion.field.isKnownSinceOpening'), yesNo(details.isKnownSinceOpening)],
    [t('motion.label.happened'), choice('happened')],
    [t('motion.field.hasGoodReason'), yesNo(details.hasGoodReason)],
    [t('motion.field.isTechnicalFailure'), yesNo(details.isTechnicalFailure)],
    [t('motion.label.days'), details.days === undefined ? null : t('motion.days', { count: details.days })],
    [t('motion.label.until'), details.until ? longDate(details.until) : null],
    [t('motion.field.court'), details.court],
    [t('motion.field.courtNumber'), details.courtNumber],
    [t('motion.field.courtAcceptedOn'), details.courtAcceptedOn ? longDate(details.courtAcceptedOn) : null],
    [t('motion.label.award'), motions.awards.find(({ id }) => id === details.awardId)?.number],
    [
      t('motion.label.competent'),
      motions.commissions.find(({ id }) => id === details.competent)?.name ?? details.competent,
    ],
    [t('motion.label.error'), choice('error')],
    [t('motion.field.wrong'), details.wrong],
    [t('motion.field.right'), details.right],
    [t('motion.label.reason'), details.reason],
  ];
  return (
    <>
      <p className="quiet small">
        {motion.isMine
          ? t('motion.filed-by-me', { at: dateTime(motion.filedAt) })
          : t(motion.side === 'commission' ? 'motion.filed-inside' : `motion.filed-by.${motion.side}`, {
              name: motion.filerName,
              at: dateTime(motion.filedAt),
            })}
      </p>
      {motion.isLate && <p className="small">{t('motion.is-late')}</p>}
      <dl className={styles['facts']}>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {proposed.length > 0 && (
        <div>
          <h4>{t('motion.label.claims')}</h4>
          <ul className={styles['proposed']}>
            {proposed.map((each) => (
              <li key={each.ordinal}>
                <span>
                  {each.ordinal}. {t(each.titleKey)}
                  {each.becomes?.fromOn && each.becomes.toOn && (
                    <span className="quiet small">
                      {' '}
                      {t('claims.period', {
                        from: longDate(each.becomes.fromOn),
                        to: longDate(each.becomes.toOn),
                      })}
                    </span>
                  )}{' '}
                  {(each.becomes ?? each.was)?.amountFen != null && (
                    <span className="amount">{yuan((each.becomes ?? each.was)!.amountFen!)}</span>
                  )}
                  {each.becomes &&
                    each.was?.amountFen != null &&
                    each.was.amountFen !== each.becomes.amountFen && (
                      <span className="quiet small">
                        {' '}
                        {t('motion.claims.was', { amount: yuan(each.was.amountFen) })}
                      </span>
                    )}
                </span>{' '}
                <Tag tone={each.change === 'kept' ? 'neutral' : 'warn'}>
                  {t(`motion.claim-change.${each.change}`)}
                </Tag>
              </li>
            ))}
          </ul>
        </div>
      )}
      {motion.defenceWaivedBy.length > 0 && (
        <p className="small">{t('motion.defence-waived', { names: motion.defenceWaivedBy.join('、') })}</p>
      )}
      {motion.closedAt && (
        <p className={styles['decision']}>
          {t(`motion.closed.${motion.state}`, { at: dateTime(motion.closedAt) })}
          {decision?.days != null && ` ${t('motion.granted-days', { count: decision.days })}`}
          {decision?.until && ` ${t('motion.granted-until', { date: longDate(decision.until) })}`}
          {decision?.competent && ` ${t('motion.granted-competent', { competent: decision.competent })}`}
          {decision?.reason && ` ${t('motion.decision-reason', { reason: decision.reason })}`}
        </p>
      )}
    </>
  );
}
