import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCaseChannel } from '../../../app/case-channel';
import { longDateWithWeekday } from '../../../ui/format';
import { usePageTitle } from '../../../ui/page';
import { QueryProblem } from '../../../ui/query-problem';
import { Loading } from '../../../ui/states';
import { CaseStateTag, ClockBadge } from '../../../ui/tags';
import { AwardsSection } from '../../awards/awards-section';
import { useClockSubject } from '../../cases/clock-subject';
import { DeskArchiveSection } from '../../archives/desk-section';
import { isOver } from '../../archives/queries';
import { DeskMediationSection } from '../../mediation/desk-section';
import { DeskMotionsSection } from '../../motions/desk-section';
import { TribunalSection } from '../../tribunals/tribunal-section';
import { useCase, type Case } from '../queries';
import { rememberedList } from '../remembered-list';
import styles from './case-page.module.css';
import { EvidenceSection } from './evidence-section';
import { HearingsSection } from './hearings-section';
import { IntakePanel } from './intake-panel';
import { SectionNav } from './section-nav';
import {
  AnswersSection,
  ApplicationSection,
  ClaimsSection,
  ClocksSection,
  PapersSection,
  PartiesSection,
  RecordSection,
} from './sections';
import { TransferLine } from '../../cases/transfer-line';
import { NextSteps } from './next-steps';
import { ServicesSection } from './services-section';
import { useHashScroll } from './use-hash-scroll';

const INTAKE_ACTIONS = ['case.accept', 'case.refuse', 'case.refer', 'case.request-correction'];

/** Everything of one case, one scroll apart; what may be done now stays beside it. */
export function StaffCasePage() {
  const { t } = useTranslation();
  const caseId = useParams()['caseId']!;
  useCaseChannel(caseId);
  const labourCase = useCase(caseId);
  if (labourCase.isPending) return <Loading />;
  if (labourCase.data === undefined) {
    return (
      <div className="stack">
        <Link to={rememberedList()}>{t('desk.back-to-list')}</Link>
        <QueryProblem query={labourCase} />
      </div>
    );
  }
  return <CaseFile key={caseId} labourCase={labourCase.data} />;
}

function CaseFile({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const isIntake = labourCase.actions.some((action) => INTAKE_ACTIONS.includes(action));
  // Who was deciding when somebody else did stays where they were and is told.
  const [wasIntake, setWasIntake] = useState(isIntake);
  if (isIntake && !wasIntake) setWasIntake(true);
  const wasAccepted = labourCase.acceptedAt !== null;
  useHashScroll();
  const sections = [
    'application',
    'parties',
    'claims',
    'clocks',
    'evidence',
    ...(wasAccepted ? ['answers', 'tribunal', 'hearings', 'mediation', 'awards'] : []),
    'motions',
    'papers',
    'services',
    ...(isOver(labourCase.state) ? ['archive'] : []),
    'record',
  ].map((id) => ({ id, title: t(`desk.section.${id}`) }));
  return (
    <div className={styles['page']}>
      <CaseHeader labourCase={labourCase} />
      <TransferLine labourCase={labourCase} to={(id) => `/desk/cases/${id}`} />
      <div className={styles['columns']}>
        <SectionNav sections={sections} />
        <div className={styles['content']}>
          <ApplicationSection labourCase={labourCase} />
          <PartiesSection labourCase={labourCase} />
          <ClaimsSection labourCase={labourCase} />
          <ClocksSection labourCase={labourCase} />
          <EvidenceSection caseId={labourCase.id} />
          {wasAccepted && (
            <>
              <AnswersSection labourCase={labourCase} />
              <TribunalSection caseId={labourCase.id} />
              <HearingsSection caseId={labourCase.id} version={labourCase.version} />
              <DeskMediationSection labourCase={labourCase} />
              <AwardsSection labourCase={labourCase} />
            </>
          )}
          <DeskMotionsSection labourCase={labourCase} />
          <PapersSection labourCase={labourCase} />
          <ServicesSection caseId={labourCase.id} />
          {isOver(labourCase.state) && <DeskArchiveSection labourCase={labourCase} />}
          <RecordSection labourCase={labourCase} />
        </div>
        <aside className={styles['side']} aria-label={t('desk.case.side')}>
          <NextSteps labourCase={labourCase} />
          {wasIntake && <IntakePanel labourCase={labourCase} isOpen={isIntake} />}
        </aside>
      </div>
    </div>
  );
}

/** Number, state, who against whom and the next day that matters: in sight wherever one is on the page. */
function CaseHeader({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  const name = labourCase.number ?? labourCase.receiptNumber;
  const heading = usePageTitle(name);
  const { nextClock } = labourCase;
  const subjectOf = useClockSubject(labourCase);
  const label = nextClock ? subjectOf(nextClock).label : '';
  return (
    <header className={styles['header']}>
      <Link to={rememberedList()} className={styles['back']}>
        <span aria-hidden="true">‹ </span>
        {t('desk.back-to-list')}
      </Link>
      <div className={styles['headline']}>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <CaseStateTag state={labourCase.state} isSuspended={labourCase.suspendedOn !== null} />
        <p className={styles['versus']}>
          <strong>{labourCase.claimantNames}</strong>
          <span className="quiet"> {t('desk.list.against')} </span>
          <strong>{labourCase.respondentNames}</strong>
        </p>
        {nextClock && (
          <p className={styles['nextClock']}>
            <ClockBadge remaining={nextClock.remaining} state={nextClock.state} />
            <span>
              {t(nextClock.titleKey)}
              {label !== '' && ` · ${label}`}
              {nextClock.dueOn && (
                <span className="quiet nowrap"> · {longDateWithWeekday(nextClock.dueOn)}</span>
              )}
            </span>
          </p>
        )}
      </div>
    </header>
  );
}
