import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem } from '../../api/problem';
import { Basis } from '../../ui/cited';
import { Field, formProblems } from '../../ui/form';
import { Tick, YesNo } from '../../ui/inputs';
import { QuestionPage } from '../../ui/question-page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { useCase, type Case } from '../cases/queries';
import { Loaded } from '../cases/section';
import { openOne, useSettlements, type OfferRequest, type Settlements } from './queries';
import { MoneyFields, OtherField, ResultFields } from './terms-fields';
import { firstForm, termsOf } from './terms-form';

/** Proposing terms on the phone: what becomes of each claim, the money, the rest; three pages. */
export function OfferPage() {
  const { caseId = '' } = useParams();
  const labourCase = useCase(caseId);
  const settlements = useSettlements(caseId);
  return (
    <Loaded query={labourCase}>
      {(open) => (
        <Loaded query={settlements}>
          {(all) =>
            all.canOffer || openOne(all)?.actions.includes('settlement.offer') ? (
              <Questions key={openOne(all)?.id ?? 'first'} labourCase={open} settlements={all} />
            ) : (
              <Navigate to={`/cases/${caseId}#mediation`} replace />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

const STEPS = ['claims', 'money', 'rest'] as const;

function Questions({ labourCase, settlements }: { labourCase: Case; settlements: Settlements }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const last = openOne(settlements);
  const claims = labourCase.claims.filter(({ id }) => settlements.openClaimIds.includes(id));
  const { parties, id: caseId } = labourCase;
  const [form, setForm] = useState(() => firstForm(claims, parties, last?.offers.at(-1)?.terms ?? null));
  const [isShown, setShown] = useState<boolean | null>(null);
  const [hasAuthority, setAuthority] = useState(false);
  const [step, setStep] = useState(0);
  const isLast = step === STEPS.length - 1;
  const fields = { form, onChange: setForm, claims, parties };
  const offer = useMutation({
    mutationFn: () => {
      const request: OfferRequest = {
        version: last?.version ?? 0,
        terms: termsOf(form, claims, parties),
        isShownToTribunal: isShown === true,
        ...(settlements.needsAuthority ? { hasSpecialAuthority: hasAuthority } : {}),
      };
      return body(
        api.POST('/api/cases/{caseId}/settlements', {
          params: { path: { caseId } },
          body: request,
          headers: intent.headers(request),
        }),
      );
    },
    onSuccess: async () => {
      intent.done();
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      void message.success(t('mediation.done.offer'));
      void navigate(`/cases/${caseId}#mediation`);
    },
    // Somebody proposed meanwhile: it is read before the next try.
    onError: () => void client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  const problems =
    offer.error instanceof ApiProblem && offer.error.status !== 409 ? formProblems(offer.error.fields) : [];
  return (
    <QuestionPage
      key={step}
      title={t(`mediation.step.${STEPS[step]}`)}
      help={t(`mediation.step.${STEPS[step]}.help`)}
      task={t('mediation.propose')}
      step={step + 1}
      steps={STEPS.length}
      save="idle"
      {...(step === 0 ? { back: { to: `/cases/${caseId}#mediation` } } : { onBack: () => setStep(step - 1) })}
      onNext={() => (isLast ? offer.mutate() : setStep(step + 1))}
      nextText={isLast ? t('mediation.send') : t('ui.next')}
      isBusy={offer.isPending}
      problems={problems}
      notice={
        offer.isError &&
        problems.length === 0 && (
          <Notice tone="danger" title={sentence(offer.error)} live>
            {offer.error instanceof ApiProblem && offer.error.basis.length > 0 && (
              <p className="small">
                <Basis basis={offer.error.basis} />
              </p>
            )}
          </Notice>
        )
      }
    >
      {step === 0 && <ResultFields {...fields} />}
      {step === 1 && <MoneyFields {...fields} />}
      {isLast && (
        <>
          <OtherField form={form} onChange={setForm} />
          <Field
            pointer="/isShownToTribunal"
            isGroup
            label={t('mediation.show')}
            hint={t('mediation.show.hint')}
          >
            <YesNo value={isShown} onChange={setShown} />
          </Field>
          {settlements.needsAuthority && (
            <Tick
              pointer="/hasSpecialAuthority"
              checked={hasAuthority}
              onChange={setAuthority}
              isRequired
              missing={t('mediation.authority.missing')}
            >
              {t('mediation.authority')}
            </Tick>
          )}
        </>
      )}
    </QuestionPage>
  );
}
