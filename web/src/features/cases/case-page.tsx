import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCaseChannel } from '../../app/case-channel';
import { Page } from '../../ui/page';
import { QueryProblem } from '../../ui/query-problem';
import { Loading } from '../../ui/states';
import { CaseStateTag } from '../../ui/tags';
import styles from './case-page.module.css';
import { ArchiveSection } from '../archives/party-section';
import { isOver } from '../archives/queries';
import { MediationSection } from '../mediation/party-section';
import { MotionsSection } from '../motions/party-section';
import { AnswersSection } from './sections/answers-section';
import { AwardsSection } from './sections/awards-section';
import { ClaimsSection } from './sections/claims-section';
import { ClocksSection } from './sections/clocks-section';
import { EvidenceSection } from './sections/evidence-section';
import { HearingsSection } from './sections/hearings-section';
import { NextStep } from './sections/next-step';
import { PartiesSection } from './sections/parties-section';
import { ServicesSection } from './sections/services-section';
import { TimelineSection } from './sections/timeline-section';
import { TransferLine } from './transfer-line';
import { PaperList } from './paper-list';
import { useCase, type Case } from './queries';
import { Section } from './section';

/** A party's case: where it stands, what to do next, and everything in it. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const labourCase = useCase(caseId);
  if (labourCase.isPending) return <Loading isPage />;
  if (labourCase.isError) return <QueryProblem query={labourCase} />;
  return <OpenCase labourCase={labourCase.data} />;
}

function OpenCase({ labourCase }: { labourCase: Case }) {
  const { t } = useTranslation();
  useCaseChannel(labourCase.id);
  const isAccepted = labourCase.acceptedAt !== null;
  const sections: [string, ReactNode][] = [
    ...(labourCase.state === 'decided'
      ? ([['awards', <AwardsSection labourCase={labourCase} />]] as [string, ReactNode][])
      : []),
    ...(isAccepted
      ? ([
          ['hearings', <HearingsSection labourCase={labourCase} />],
          ['mediation', <MediationSection labourCase={labourCase} />],
          ['services', <ServicesSection labourCase={labourCase} />],
        ] as [string, ReactNode][])
      : []),
    ['clocks', <ClocksSection labourCase={labourCase} />],
    ['claims', <ClaimsSection labourCase={labourCase} />],
    ['evidence', <EvidenceSection labourCase={labourCase} />],
    ...(isAccepted
      ? ([['answers', <AnswersSection labourCase={labourCase} />]] as [string, ReactNode][])
      : []),
    ['motions', <MotionsSection caseId={labourCase.id} />],
    ['papers', <PaperList caseId={labourCase.id} />],
    ['parties', <PartiesSection labourCase={labourCase} />],
    ...(isOver(labourCase.state)
      ? ([['archive', <ArchiveSection caseId={labourCase.id} />]] as [string, ReactNode][])
      : []),
    ['timeline', <TimelineSection caseId={labourCase.id} />],
  ];
  return (
    <Page
      title={labourCase.number ?? labourCase.receiptNumber}
      lead={
        <span lang="zh-CN">
          {t('case.parties', { claimant: labourCase.claimantNames, respondent: labourCase.respondentNames })}
          <br />
          {labourCase.commissionName}
        </span>
      }
      back={{ to: '/cases', text: t('cases.title') }}
      width="wide"
      aside={<CaseStateTag state={labourCase.state} isSuspended={labourCase.suspendedOn !== null} />}
    >
      <TransferLine labourCase={labourCase} to={(id) => `/cases/${id}`} />
      <NextStep labourCase={labourCase} />
      <div className={styles['columns']}>
        <nav className={styles['contents']} aria-label={t('case.contents')}>
          <ul>
            {sections.map(([id]) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`case.section.${id}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="stack">
          {sections.map(([id, content]) => (
            <Section key={id} id={id} title={t(`case.section.${id}`)}>
              {content}
            </Section>
          ))}
        </div>
      </div>
      <p className="quiet small" style={{ marginTop: 24 }}>
        <Link to="/verify">{t('app.nav.verify')}</Link>
      </p>
    </Page>
  );
}
