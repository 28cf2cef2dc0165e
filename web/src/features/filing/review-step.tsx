import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { longDate } from '../../ui/format';
import { QuestionPage } from '../../ui/question-page';
import { Notice } from '../../ui/states';
import { CompetenceNotice } from './competence-notice';
import type { DraftData, Section } from './draft-data';
import { useDraft, useDraftStore } from './draft-context';
import { useFilingPlace } from './filing-place';
import { stepFor } from './steps';
import { Rows, useSummary } from './summary';
import styles from './review-step.module.css';

const SECTIONS: readonly { section: Section; steps: readonly string[] }[] = [
  { section: 'commissionId', steps: ['commission'] },
  { section: 'claimant', steps: ['claimant', 'contact'] },
  { section: 'respondents', steps: ['respondents'] },
  { section: 'employment', steps: ['job', 'contract', 'pay', 'ending'] },
  { section: 'claims', steps: ['claims'] },
  { section: 'statement', steps: ['statement'] },
  { section: 'evidence', steps: ['evidence'] },
  { section: 'service', steps: ['service'] },
];

export interface LastStepProps {
  step: number;
  steps: number;
  notice: ReactNode;
  onBack: () => void;
  onNext: () => void;
}

/** Everything on one page before it is signed, each part with its way back. */
export function ReviewStep({ step, steps, notice, onBack, onNext }: LastStepProps) {
  const { t } = useTranslation();
  const store = useDraftStore();
  const { base } = useFilingPlace();
  const { data, problems, save } = useDraft();
  const [search] = useSearchParams();
  const correcting = search.get('correcting');
  const problemBox = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);

  const next = async (): Promise<void> => {
    setBusy(true);
    const isSaved = await store.flush({ always: true });
    setBusy(false);
    if (!isSaved) return;
    if (store.snapshot().problems.length > 0) problemBox.current?.focus();
    else onNext();
  };
  const linkTo = (target: string): string => {
    const params = new URLSearchParams(search);
    params.set('from', 'review');
    return `${base}/${store.id}/${target}?${params}`;
  };

  return (
    <QuestionPage
      task={t('filing.task')}
      title={t('filing.review.title')}
      help={t('filing.review.help')}
      step={step}
      steps={steps}
      save={save}
      isBusy={isBusy}
      notice={notice}
      nextText={t('filing.review.next')}
      onBack={onBack}
      onNext={() => void next()}
    >
      {correcting && <Defects caseId={correcting} linkTo={linkTo} data={data} />}
      {problems.length > 0 && (
        <div
          ref={problemBox}
          tabIndex={-1}
          className={styles['problems']}
          role="group"
          aria-labelledby="review-problems"
        >
          <h2 id="review-problems">{t('filing.review.problems', { count: problems.length })}</h2>
          <ul>
            {problems.map((problem) => {
              const target = stepFor(problem.pointer, data);
              return (
                <li key={problem.pointer + problem.code}>
                  <Link to={linkTo(target)}>
                    {stepName(t, target, data)}
                    {t('ui.colon')}
                    {problem.detail}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <CompetenceNotice onlyIfElsewhere />
      {SECTIONS.map(({ section, steps: targets }) => (
        <ReviewSection key={section} section={section} targets={targets} data={data} linkTo={linkTo} />
      ))}
    </QuestionPage>
  );
}

function stepName(t: (key: string) => string, step: string, data: DraftData): string {
  const claim = step.startsWith('claim-')
    ? data.claims?.[Number(step.slice('claim-'.length)) - 1]
    : undefined;
  return claim ? t(`claim.${claim.head}`) : t(`filing.${step}.short`);
}

function ReviewSection({
  section,
  targets,
  data,
  linkTo,
}: {
  section: Section;
  targets: readonly string[];
  data: DraftData;
  linkTo: (target: string) => string;
}) {
  const { t } = useTranslation();
  const summary = useSummary();
  const rows = summary(data, section);
  const links =
    section === 'claims'
      ? [...targets, ...(data.claims ?? []).map((_, index) => `claim-${index + 1}`)]
      : targets;
  return (
    <section className={styles['section']} aria-labelledby={`review-${section}`}>
      <h2 id={`review-${section}`}>{t(`filing.section.${section}`)}</h2>
      {rows.length > 0 ? <Rows rows={rows} /> : <p className="quiet">{t(`filing.none.${section}`)}</p>}
      <p className={styles['links']}>
        {links.map((target) => (
          <Link key={target} to={linkTo(target)}>
            {t('filing.review.change', { what: stepName(t, target, data) })}
          </Link>
        ))}
      </p>
    </section>
  );
}

/** What the commission asked to be put right, all of it, with the way to each place. */
function Defects({
  caseId,
  linkTo,
  data,
}: {
  caseId: string;
  linkTo: (target: string) => string;
  data: DraftData;
}) {
  const { t } = useTranslation();
  const labourCase = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => body(api.GET('/api/cases/{caseId}', { params: { path: { caseId } } })),
  });
  const correction = labourCase.data?.correction;
  if (!correction) return null;
  return (
    <Notice tone="warn" title={t('correction.title', { date: longDate(correction.dueOn) })}>
      <ol className={styles['defects']}>
        {correction.defects.map((defect, index) => (
          <li key={index}>
            <strong>{defect.text}</strong>
            <p>{defect.remedy}</p>
            {defect.section !== 'signature' && (
              <Link to={linkTo(stepFor(`/${defect.section}`, data))}>{t('correction.go')}</Link>
            )}
          </li>
        ))}
      </ol>
    </Notice>
  );
}
