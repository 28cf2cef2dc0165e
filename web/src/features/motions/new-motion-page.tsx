import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem } from '../../api/problem';
import { Basis } from '../../ui/cited';
import { FindingView } from '../../ui/finding';
import { formProblems } from '../../ui/form';
import type { Finding } from '../../ui/law';
import { Page } from '../../ui/page';
import { QuestionPage } from '../../ui/question-page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { useCase, type Case } from '../cases/queries';
import { Loaded } from '../cases/section';
import { answersOf, fieldsOf, MotionField } from './motion-fields';
import styles from './motions.module.css';
import { useMotions, type MotionDetails, type MotionOption, type Motions } from './queries';

/** Asking for something: first what, then its few questions, on a phone one at a time when there are many. */
export function NewMotionPage() {
  const { caseId = '', kind } = useParams();
  const labourCase = useCase(caseId);
  const motions = useMotions(caseId);
  return (
    <Loaded query={labourCase}>
      {(open) => (
        <Loaded query={motions}>
          {(all) => {
            if (!kind) return <Options caseId={caseId} motions={all} />;
            const option = all.options.find((each) => each.kind === kind && each.problem === null);
            return option ? (
              <Questions key={kind} labourCase={open} motions={all} option={option} />
            ) : (
              <Navigate to={`/cases/${caseId}/motions/new`} replace />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Options({ caseId, motions }: { caseId: string; motions: Motions }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t('motions.ask')}
      lead={t('motions.ask.lead')}
      width="narrow"
      back={{ to: `/cases/${caseId}#motions`, text: t('evidence.back-to-case') }}
    >
      {motions.options.length === 0 && <p className="quiet">{t('motions.nothing-to-ask')}</p>}
      <ul className={styles['options']}>
        {motions.options.map((option) => (
          <li key={option.kind}>
            {option.problem === null ? (
              <Link to={`/cases/${caseId}/motions/new/${option.kind}`}>
                <strong>{t(`motion.kind.${option.kind}`)}</strong>
                <span className="quiet">{t(`motion.help.${option.kind}`)}</span>
              </Link>
            ) : (
              <div className={styles['closed']}>
                <strong>{t(`motion.kind.${option.kind}`)}</strong>
                <p className="quiet">{option.problem}</p>
                {option.finding && (
                  <FindingView
                    finding={option.finding as unknown as Finding}
                    about={t(`motion.kind.${option.kind}`)}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** Up to so many questions stand on one page. */
const ON_ONE_PAGE = 2;

function Questions({
  labourCase,
  motions,
  option,
}: {
  labourCase: Case;
  motions: Motions;
  option: MotionOption;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const [details, setDetails] = useState<MotionDetails>({});
  const [step, setStep] = useState(0);
  const fields = fieldsOf(option, details);
  const pages = fields.length > ON_ONE_PAGE ? fields.map((name) => [name]) : [fields];
  const page = pages[step] ?? [];
  const isLast = step === pages.length - 1;
  const title = t(`motion.kind.${option.kind}`);
  const file = useMutation({
    mutationFn: () => {
      const request = {
        kind: option.kind,
        version: labourCase.version,
        details: answersOf(option, details),
      };
      return body(
        api.POST('/api/cases/{caseId}/motions', {
          params: { path: { caseId: labourCase.id } },
          body: request,
          headers: intent.headers(request),
        }),
      );
    },
    onSuccess: async () => {
      intent.done();
      await client.invalidateQueries({ queryKey: ['case', labourCase.id] });
      void message.success(t('motion.filed', { motion: title }));
      void navigate(`/cases/${labourCase.id}#motions`);
    },
    // Somebody moved the case meanwhile: the next try goes out with what it is now.
    onError: () => void client.invalidateQueries({ queryKey: ['case', labourCase.id] }),
  });
  const problems =
    file.error instanceof ApiProblem && file.error.status !== 409 ? formProblems(file.error.fields) : [];
  return (
    <QuestionPage
      key={step}
      title={title}
      help={t(`motion.help.${option.kind}`)}
      task={t('motions.ask')}
      step={step + 1}
      steps={pages.length}
      save="idle"
      {...(step === 0
        ? { back: { to: `/cases/${labourCase.id}/motions/new` } }
        : { onBack: () => setStep(step - 1) })}
      onNext={() => (isLast ? file.mutate() : setStep(step + 1))}
      nextText={isLast ? t(`motion.submit`) : t('ui.next')}
      isBusy={file.isPending}
      problems={problems}
      notice={
        <>
          {option.isLate && (
            <Notice tone="warn">
              <p>{t('motion.late-notice')}</p>
            </Notice>
          )}
          {file.isError && problems.length === 0 && (
            <Notice tone="danger" title={sentence(file.error)} live>
              {file.error instanceof ApiProblem && file.error.basis.length > 0 && (
                <p className="small">
                  <Basis basis={file.error.basis} />
                </p>
              )}
            </Notice>
          )}
        </>
      }
      footer={
        <>
          <p className="quiet">{t(`motion.then.${option.kind}`)}</p>
          {option.finding && <FindingView finding={option.finding as unknown as Finding} about={title} />}
        </>
      }
    >
      {page.map((name) => (
        <MotionField
          key={name}
          caseId={labourCase.id}
          name={name}
          option={option}
          motions={motions}
          details={details}
          onChange={(changes) => setDetails({ ...details, ...changes })}
        />
      ))}
    </QuestionPage>
  );
}
