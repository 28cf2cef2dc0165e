import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { isProblem } from '../../api/problem';
import type { FormProblem } from '../../ui/form';
import { QuestionPage } from '../../ui/question-page';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import type { ClaimDraft, DraftData, Section } from './draft-data';
import { DraftContext, useDraft, useDraftStore } from './draft-context';
import { DraftStore, type Draft } from './draft-store';
import { receivedAt, useFilingPlace } from './filing-place';
import { belongsTo, stepsOf, type StepPlace } from './steps';
import { ClaimStep } from './steps/claim-step';
import { ClaimsStep } from './steps/claims-step';
import { ClaimantStep, ContactStep } from './steps/claimant-steps';
import { CommissionStep } from './steps/commission-step';
import { ContractStep, EndingStep, JobStep, PayStep } from './steps/employment-steps';
import { EvidenceStep } from './steps/evidence-step';
import { RespondentsStep } from './steps/respondents-step';
import { ServiceStep } from './steps/service-step';
import { StatementStep } from './steps/statement-step';
import { Differences } from './summary';

const ReviewStep = lazy(async () => ({ default: (await import('./review-step')).ReviewStep }));
const OralStep = lazy(async () => ({ default: (await import('./oral-step')).OralStep }));
const SignatureStep = lazy(async () => ({ default: (await import('./signature-step')).SignatureStep }));

const QUESTIONS: Record<string, ComponentType> = {
  commission: CommissionStep,
  claimant: ClaimantStep,
  contact: ContactStep,
  respondents: RespondentsStep,
  job: JobStep,
  contract: ContractStep,
  pay: PayStep,
  ending: EndingStep,
  claims: ClaimsStep,
  statement: StatementStep,
  evidence: EvidenceStep,
  service: ServiceStep,
};

/** Opens a draft and leads through it; where one left off is where one goes on. */
export function DraftPage() {
  const { draftId = '' } = useParams();
  const place = useFilingPlace();
  // Read once: from here on the store in hand knows better than a second reading would.
  const draft = useQuery({
    queryKey: ['draft', draftId],
    queryFn: () => body(api.GET('/api/drafts/{id}', { params: { path: { id: draftId } } })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (draft.isPending) return <Loading isPage />;
  if (draft.isError) return <QueryProblem query={draft} />;
  // Handed in: it is not a form any more, whatever page of it the browser goes back to.
  if (draft.data.caseId) return <Navigate to={receivedAt(place, draft.data.caseId)} replace />;
  return <OpenDraft key={draft.data.id} draft={draft.data} />;
}

function OpenDraft({ draft }: { draft: Draft }) {
  const [store] = useState(() => new DraftStore(draft));

  useEffect(() => {
    const save = (): void => void store.flush();
    const saveWhenLeaving = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', saveWhenLeaving);
    save(); // what a reload found unsaved in this tab
    return () => {
      window.removeEventListener('online', save);
      document.removeEventListener('visibilitychange', saveWhenLeaving);
      save();
    };
  }, [store]);

  return (
    <DraftContext.Provider value={store}>
      <CurrentStep savedStep={draft.step} />
    </DraftContext.Provider>
  );
}

function CurrentStep({ savedStep }: { savedStep: string }) {
  const { step } = useParams();
  const { base } = useFilingPlace();
  const store = useDraftStore();
  const { data } = useDraft();
  const search = useSearchText();
  const steps = stepsOf(data);
  const index = steps.findIndex((each) => each.step === step);
  if (index < 0) {
    const known = steps.some((each) => each.step === savedStep) ? savedStep : steps[0]!.step;
    return <Navigate to={`${base}/${store.id}/${known}${search}`} replace />;
  }
  return <Step key={step} place={steps[index]!} index={index} steps={steps} />;
}

function useSearchText(): string {
  const [search] = useSearchParams();
  const text = search.toString();
  return text ? `?${text}` : '';
}

function Step({ place, index, steps }: { place: StepPlace; index: number; steps: StepPlace[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const store = useDraftStore();
  const sentence = useSentence();
  const { base, isAtCounter } = useFilingPlace();
  const search = useSearchText();
  const [params] = useSearchParams();
  const { data, problems, save, conflict, isMerged, error } = useDraft();
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState<readonly FormProblem[]>([]);

  useEffect(() => store.moveTo(place.step), [store, place.step]);
  useEffect(() => {
    if (isMerged) void message.info(t('filing.merged'));
  }, [isMerged, message, t]);
  useEffect(() => {
    if (isProblem(error) && error.status === 401) void client.invalidateQueries({ queryKey: ['session'] });
  }, [error, client]);

  const go = (to: number): void => {
    const target = steps[to];
    if (target) void navigate(`${base}/${store.id}/${target.step}${search}`);
  };

  /** Saves, and goes on when the server finds nothing wrong with this page. */
  const next = async (): Promise<void> => {
    setBusy(true);
    const following = stepsOf(store.snapshot().data);
    const at = following.findIndex((each) => each.step === place.step);
    const isFromReview = params.get('from') === 'review';
    const target = isFromReview ? 'review' : (following[at + 1]?.step ?? 'review');
    store.moveTo(target);
    const isSaved = await store.flush({ always: true });
    setBusy(false);
    if (!isSaved) return;
    const here = store.snapshot().problems.filter((problem) => belongsTo(problem.pointer, place));
    const beside: FormProblem[] = here.map(({ pointer, detail }) => ({ pointer, message: detail }));
    setShown(beside);
    if (beside.length > 0) return;
    const rest = new URLSearchParams(params);
    rest.delete('from');
    void navigate(`${base}/${store.id}/${target}${rest.size > 0 ? `?${rest}` : ''}`);
  };

  const stillWrong = useMemo(
    () =>
      shown.filter((each) =>
        problems.some((now) => now.pointer === each.pointer && now.detail === each.message),
      ),
    [shown, problems],
  );

  const notice = conflict ? (
    <ConflictNotice sections={conflict.sections} theirs={conflict.theirs} mine={data} />
  ) : save === 'failed' ? (
    <Notice tone="warn" title={t('filing.not-saved')} live>
      <p>{sentence(error)}</p>
      <Button onClick={() => void store.flush()}>{t('filing.save-again')}</Button>
    </Notice>
  ) : null;

  if (place.step === 'review' || place.step === 'signature') {
    const LastStep = isAtCounter ? OralStep : SignatureStep;
    const Page = place.step === 'review' ? ReviewStep : LastStep;
    return (
      <Suspense fallback={<Loading isPage />}>
        <Page
          step={index + 1}
          steps={steps.length}
          notice={notice}
          onBack={() => go(index - 1)}
          onNext={() => go(index + 1)}
        />
      </Suspense>
    );
  }

  const claimIndex = place.step.startsWith('claim-') ? Number(place.step.slice('claim-'.length)) - 1 : -1;
  const claim = claimIndex >= 0 ? data.claims?.[claimIndex] : undefined;
  const Question = QUESTIONS[place.step];
  const key = claim ? 'claim' : place.step;
  const claimTitle = (of: ClaimDraft): string => {
    const same = (data.claims ?? []).filter(({ head }) => head === of.head);
    const name = t(`claim.${of.head}`);
    return same.length > 1 ? t('filing.claim.nth', { claim: name, number: same.indexOf(of) + 1 }) : name;
  };
  return (
    <QuestionPage
      task={t(isAtCounter ? 'counter.task' : 'filing.task')}
      title={claim ? claimTitle(claim) : t(`filing.${key}.title`)}
      help={claim ? t(`filing.head.${claim.head}.help`) : t(`filing.${key}.help`)}
      step={index + 1}
      steps={steps.length}
      save={save}
      isBusy={isBusy}
      problems={stillWrong}
      notice={notice}
      onNext={() => void next()}
      {...(index > 0 ? { onBack: () => go(index - 1) } : {})}
      footer={t('filing.resume-anywhere')}
    >
      {claim ? <ClaimStep key={claim.id} index={claimIndex} /> : Question ? <Question /> : null}
    </QuestionPage>
  );
}

/** Two devices changed the same section: both are shown, and the person decides. */
function ConflictNotice({
  sections,
  theirs,
  mine,
}: {
  sections: readonly Section[];
  theirs: DraftData;
  mine: DraftData;
}) {
  const { t } = useTranslation();
  const store = useDraftStore();
  return (
    <Notice tone="warn" title={t('filing.conflict.title')} live>
      <p>{t('filing.conflict.text')}</p>
      <div className="stack" style={{ marginTop: 12 }}>
        <section className="sheet">
          <h2>{t('filing.conflict.mine')}</h2>
          <Differences data={mine} other={theirs} sections={sections} />
          <Button type="primary" onClick={() => void store.resolve('mine')}>
            {t('filing.conflict.keep-mine')}
          </Button>
        </section>
        <section className="sheet">
          <h2>{t('filing.conflict.theirs')}</h2>
          <Differences data={theirs} other={mine} sections={sections} />
          <Button onClick={() => void store.resolve('theirs')}>{t('filing.conflict.take-theirs')}</Button>
        </section>
      </div>
    </Notice>
  );
}
