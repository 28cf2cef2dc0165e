import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem, isProblem, NotSavedProblem } from '../../api/problem';
import { ArticleLink } from '../../ui/cited';
import { Field } from '../../ui/form';
import { longDate } from '../../ui/format';
import { Choice, TextArea, Tick } from '../../ui/inputs';
import { QuestionPage } from '../../ui/question-page';
import { useSentence } from '../../ui/query-problem';
import { SignatureFields, useSignature } from '../../ui/signature-fields';
import { Notice } from '../../ui/states';
import { Uploader } from '../../ui/uploader';
import { useDraft, useDraftStore } from './draft-context';
import { receivedAt, useFilingPlace } from './filing-place';
import type { LastStepProps } from './review-step';
import { stepFor } from './steps';
import { today } from './today';

const SHEETS = ['pdf', 'jpg', 'jpeg', 'png'];

/**
 * The application as it was said at the counter: written down, read back, confirmed by the applicant with a signature on
 * the screen or on paper, or with a fingerprint (Rules 29(3)). Confirming hands it in.
 */
export function OralStep({ step, steps, notice, onBack }: LastStepProps) {
  const { t } = useTranslation();
  const store = useDraftStore();
  const place = useFilingPlace();
  const { data, save } = useDraft();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const signature = useSignature(data.claimant?.name ?? '');
  const [text, setText] = useState(data.statement?.text ?? '');
  const [confirmedBy, setConfirmedBy] = useState<'signature' | 'fingerprint' | null>(null);
  const [sheet, setSheet] = useState<{ id: string; name: string } | null>(null);
  const [isReadBack, setReadBack] = useState(false);
  const [hasNoInterest, setNoInterest] = useState(false);
  const [hasSent, setSent] = useState(false);

  const submit = useMutation({
    mutationFn: async () => {
      if (!(await store.flush())) throw new NotSavedProblem(store.snapshot().error);
      const request = {
        version: store.savedVersion,
        signature: await signature.take(),
        oral: {
          text: text.trim(),
          isReadBack,
          hasNoInterest,
          confirmedBy: confirmedBy!,
          ...(sheet ? { sheetFileId: sheet.id } : {}),
        },
      };
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
      void navigate(receivedAt(place, caseId), { replace: true });
    },
  });

  const fields = submit.error instanceof ApiProblem ? submit.error.fields : [];
  const isHere = (pointer: string): boolean => /^\/(signature|oral)/.test(pointer);
  const own = fields.filter(({ pointer }) => isHere(pointer));
  const others = fields.filter(({ pointer }) => !isHere(pointer));
  return (
    <QuestionPage
      task={t('counter.task')}
      title={t('counter.oral.title')}
      help={
        <>
          {t('counter.oral.help')} <ArticleLink article={{ law: 'rules', article: '29' }} />
        </>
      }
      step={step}
      steps={steps}
      save={save}
      isBusy={submit.isPending || hasSent}
      problems={own.map(({ pointer, detail }) => ({ pointer, message: detail }))}
      nextText={t('counter.oral.submit')}
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
                      <Link to={`${place.base}/${store.id}/${stepFor(field.pointer, data)}?from=review`}>
                        {field.detail}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {isProblem(submit.error, 'draft.submitted') && <Link to="/desk">{t('desk.nav.queue')}</Link>}
            </Notice>
          )}
        </>
      }
    >
      <Field pointer="/oral/text" label={t('counter.oral.text')} hint={t('counter.oral.text.hint')}>
        <TextArea value={text} onChange={setText} rows={10} maxLength={10_000} />
      </Field>
      <Tick
        pointer="/oral/isReadBack"
        checked={isReadBack}
        onChange={setReadBack}
        isRequired
        missing={t('counter.oral.read-back.missing')}
      >
        {t('counter.oral.read-back')}
      </Tick>
      <Field pointer="/oral/confirmedBy" label={t('counter.oral.confirmed-by')} isGroup>
        <Choice
          value={confirmedBy}
          onChange={setConfirmedBy}
          options={[
            {
              value: 'signature',
              label: t('counter.oral.signature'),
              hint: t('counter.oral.signature.hint'),
            },
            {
              value: 'fingerprint',
              label: t('counter.oral.fingerprint'),
              hint: t('counter.oral.fingerprint.hint'),
            },
          ]}
        />
      </Field>
      <Field pointer="/oral/sheetFileId" label={t('counter.oral.sheet')} isGroup isOptional>
        {sheet && <p>{t('counter.oral.sheet.is', { name: sheet.name })}</p>}
        <Uploader
          scope={`oral-${store.id}`}
          label={t('counter.oral.sheet.upload')}
          accept={SHEETS}
          onUploaded={({ id, name }) => setSheet({ id, name })}
        />
      </Field>
      <SignatureFields
        signature={signature}
        promise={t('counter.oral.promise')}
        date={t('filing.signature.date', { date: longDate(today()) })}
        nameHint={t('counter.oral.name.hint')}
      />
      <Tick
        pointer="/oral/hasNoInterest"
        checked={hasNoInterest}
        onChange={setNoInterest}
        isRequired
        missing={t('counter.oral.no-interest.missing')}
      >
        {t('counter.oral.no-interest')}
      </Tick>
    </QuestionPage>
  );
}
