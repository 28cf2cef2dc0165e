import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FindingView } from '../../../ui/finding';
import { legalDayOf, longDateWithWeekday, timeOfDay } from '../../../ui/format';
import type { Finding } from '../../../ui/law';
import { ClockBadge } from '../../../ui/tags';
import { useClockSubject } from '../clock-subject';
import { openOne, useSettlements } from '../../mediation/queries';
import { useAnswers, useHearings, useServices, type Case } from '../queries';
import { canEnter, canSignRecord, isAhead } from './hearings-section';
import styles from './next-step.module.css';
import { isSignedForHere } from './services-section';

/** The one thing a worried person wants to know: is there something I must do, and by when. */
export function NextStep({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const services = useServices(labourCase.id);
  const hearings = useHearings(labourCase.id);
  const answers = useAnswers(labourCase.id);
  const settlements = useSettlements(labourCase.id, labourCase.acceptedAt !== null);
  const mine = labourCase.parties.find((party) => party.isMine);
  const ownDuty = labourCase.clocks.find(
    (each) => each.bearer === 'respondent' && each.subject === mine?.id && each.state === 'running',
  );
  const ahead = (hearings.data ?? []).find(isAhead);
  const next = ownDuty ?? labourCase.nextClock;
  // With a hearing set, people wait for that day and not for a time of the tribunal's.
  const isOfHouse = next?.bearer === 'commission' || next?.bearer === 'tribunal';
  const clock = ahead && isOfHouse ? null : next;
  const subjectOf = useClockSubject(labourCase);
  const label = clock ? subjectOf(clock).label : '';
  const hasAnswered = answers.data?.some(
    (answer) => answer.partyId === mine?.id && answer.submittedAt !== null && !answer.isSuperseded,
  );
  const toSign = (services.data ?? []).filter(isSignedForHere);
  const statement = (services.data ?? []).find(
    (service) => service.paperKind === 'mediation-statement' && service.actions.includes('service.confirm'),
  );
  const offered = settlements.data && openOne(settlements.data)?.actions.includes('settlement.accept');
  const open = (hearings.data ?? []).find(canEnter);
  // Also of a hearing that was adjourned after it had been opened: its record is signed like any other.
  const toConfirm = (hearings.data ?? []).find((each) => each.isMySignatureAwaited && canSignRecord(each));
  const { correction } = labourCase;
  const isCorrecting = labourCase.actions.includes('case.correct') && correction?.draftId;
  const mayAnswer = labourCase.actions.includes('answer.write') && answers.data !== undefined && !hasAnswered;

  return (
    <section className={styles['next']} aria-labelledby="next-title">
      <h2 id="next-title">{t('case.next')}</h2>
      <p className={styles['text']}>
        {t(
          mayAnswer || !labourCase.nextStep.endsWith('respondent.accepted')
            ? labourCase.nextStep
            : 'next.respondent.answered',
        )}
      </p>
      {labourCase.suspendedOn && (
        <p className={styles['text']}>
          {t('case.suspended-since', { date: longDateWithWeekday(labourCase.suspendedOn) })}
        </p>
      )}
      {ahead && (
        <div className={styles['hearing']}>
          <p>
            <strong>
              {longDateWithWeekday(legalDayOf(ahead.startsAt))} {timeOfDay(ahead.startsAt)}
            </strong>
          </p>
          <p>
            {t(ahead.mode === 'online' ? 'hearings.where' : `hearings.where.${ahead.mode}`, {
              place: ahead.placeName,
            })}
          </p>
          {ahead.chamberAddress !== null && <p>{t('hearings.address', { address: ahead.chamberAddress })}</p>}
          {ahead.mode !== 'on-site' && <p>{t('next.check-device')}</p>}
        </div>
      )}
      {clock?.dueOn && (
        <div className={styles['clock']}>
          <p>
            <ClockBadge remaining={clock.remaining} state={clock.state} />
            <span>
              {t(clock.titleKey)}
              {label !== '' && ` · ${label}`}
              {t('ui.colon')}
              <strong>{longDateWithWeekday(clock.dueOn)}</strong>
            </span>
          </p>
          <FindingView finding={clock.finding as unknown as Finding} about={t(clock.titleKey)} />
        </div>
      )}
      {isCorrecting && (
        <>
          <p className={styles['due']}>
            {t('correction.title', { date: longDateWithWeekday(correction.dueOn) })}
          </p>
          <ol className={styles['defects']}>
            {correction.defects.map((defect, index) => (
              <li key={index}>
                <strong>{t(`desk.correction.section.${defect.section}`)}</strong>
                {t('ui.colon')}
                {defect.text}
                <br />
                {t('correction.remedy', { remedy: defect.remedy })}
              </li>
            ))}
          </ol>
        </>
      )}
      <div className={styles['actions']}>
        {isCorrecting && (
          <Link
            className={styles['primary']}
            to={`/file/${correction.draftId}/review?correcting=${labourCase.id}`}
          >
            {t('case.do.correct')}
          </Link>
        )}
        {open && (
          <Link className={styles['primary']} to={`/hearings/${open.id}`}>
            {t('case.do.enter-hearing')}
          </Link>
        )}
        {toConfirm && (
          <Link className={styles['primary']} to={`/hearings/${toConfirm.id}`}>
            {t('hearings.record')}
          </Link>
        )}
        {mayAnswer && (
          <Link className={styles['primary']} to={`/cases/${labourCase.id}/answer`}>
            {t(
              answers.data.some((answer) => answer.partyId === mine?.id)
                ? 'case.do.go-on-answer'
                : 'case.do.answer',
            )}
          </Link>
        )}
        {(statement || offered) && (
          <a className={styles['primary']} href="#mediation">
            {t(statement ? 'case.do.sign-statement' : 'case.do.mediate')}
          </a>
        )}
        {toSign.length > 0 && (
          <a className={styles['secondary']} href="#services">
            {t('case.do.sign-for', { count: toSign.length })}
          </a>
        )}
        {labourCase.state === 'decided' && (
          <a className={styles['primary']} href="#awards">
            {t('case.do.read-award')}
          </a>
        )}
      </div>
    </section>
  );
}
