import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem, isProblem, NotSavedProblem } from '../../api/problem';
import { longDate } from '../../ui/format';
import { QuestionPage } from '../../ui/question-page';
import { useSentence } from '../../ui/query-problem';
import { SignatureFields, useSignature } from '../../ui/signature-fields';
import { Notice } from '../../ui/states';
import { useDraft, useDraftStore } from './draft-context';
import type { LastStepProps } from './review-step';
import { stepFor } from './steps';
import { today } from './today';

/** Signing hands the application in. Pressed twice or sent again after a lost answer, it is handed in once. */
export function SignatureStep({ step, steps, notice, onBack }: LastStepProps) {
  const { t } = useTranslation();
  const store = useDraftStore();
  const { data, save } = useDraft();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const signature = useSignature(data.claimant?.name ?? '');
  const [hasSent, setSent] = useState(false);

  const submit = useMutation({
    mutationFn: async () => {
      if (!(await store.flush())) throw new NotSavedProblem(store.snapshot().error);
      const request = { version: store.savedVersion, signature: await signature.take() };
      const submitted = await body(
        api.POST('/api/drafts/{id}/submission', {
          params: { path: { id: store.id } },
          body: request,
          headers: intent.headers(request),
        }),
      );
      intent.done();
      return submitted;
    },
    onSuccess: ({ caseId }) => {
      setSent(true);
      void client.invalidateQueries({ queryKey: ['drafts'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
      void client.invalidateQueries({ queryKey: ['session'] });
      void navigate(`/cases/${caseId}/received`, { replace: true });
    },
  });

  const fields = submit.error instanceof ApiProblem ? submit.error.fields : [];
  const own = fields.filter((field) => field.pointer.startsWith('/signature'));
  const others = fields.filter((field) => !field.pointer.startsWith('/signature'));
  return (
    <QuestionPage
      task={t('filing.task')}
      title={t('filing.signature.title')}
      help={t('filing.signature.help')}
      step={step}
      steps={steps}
      save={save}
      isBusy={submit.isPending || hasSent}
      problems={own.map(({ pointer, detail }) => ({ pointer, message: detail }))}
      nextText={t('filing.signature.submit')}
      onBack={onBack}
      onNext={() => submit.mutate()}
      notice={
        <>
          {notice}
          {submit.isError && own.length === 0 && (
            <Notice tone="danger" title={sentence(submit.error)} live>
              {others.length > 0 && (
                <ul>
                  {others.map((field) => (
                    <li key={field.pointer + field.code}>
                      <Link to={`/file/${store.id}/${stepFor(field.pointer, data)}?from=review`}>
                        {field.detail}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {isProblem(submit.error, 'draft.submitted') && <Link to="/cases">{t('app.nav.cases')}</Link>}
            </Notice>
          )}
        </>
      }
    >
      <SignatureFields
        signature={signature}
        promise={t('filing.signature.promise')}
        date={t('filing.signature.date', { date: longDate(today()) })}
      />
    </QuestionPage>
  );
}
