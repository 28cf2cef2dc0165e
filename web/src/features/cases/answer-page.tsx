import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { api, body } from '../../api/client';
import { useIntent } from '../../api/intent';
import { ApiProblem, NotSavedProblem } from '../../api/problem';
import { ArticleLink } from '../../ui/cited';
import { Field } from '../../ui/form';
import { legalDayOf, longDate, yuan } from '../../ui/format';
import { FindingView } from '../../ui/finding';
import { Choice, MoneyInput, TextArea, Tick } from '../../ui/inputs';
import { type Finding } from '../../ui/law';
import { Page } from '../../ui/page';
import { Progress, QuestionPage } from '../../ui/question-page';
import { useSentence } from '../../ui/query-problem';
import { SignatureFields, useSignature } from '../../ui/signature-fields';
import { Notice } from '../../ui/states';
import { AddEvidence } from './add-evidence';
import type { AnswerData, PositionDraft } from './answer-data';
import styles from './answer-page.module.css';
import { useAnswers, useCase, type Case } from './queries';
import { Loaded } from './section';
import { useAnswerDraft, type AnswerDraft } from './use-answer-draft';

/** The respondent's answer: one claim a page, then the whole, evidence, a last look, and the signature. */
export function AnswerPage() {
  const { caseId = '' } = useParams();
  const labourCase = useCase(caseId);
  const answers = useAnswers(caseId);
  return (
    <Loaded query={labourCase}>
      {(open) => (
        <Loaded query={answers}>
          {(list) => <OpenAnswer key={open.id} labourCase={open} answers={list} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type Answers = NonNullable<ReturnType<typeof useAnswers>['data']>;

function OpenAnswer({ labourCase, answers }: { labourCase: Case; answers: Answers }) {
  const { step } = useParams();
  const mine = labourCase.parties.find((party) => party.isMine && party.role === 'respondent');
  // Read once: while one writes, what is in hand is newer than any second reading.
  const own = (list: Answers) =>
    list.find((answer) => answer.partyId === mine?.id && !answer.isSuperseded && !answer.isSetAside);
  const [saved] = useState(() => own(answers));
  const draft = useAnswerDraft(labourCase.id, saved);
  const now = own(answers);
  if (!mine || now?.submittedAt) return <Navigate to={`/cases/${labourCase.id}`} replace />;
  const steps = [
    ...labourCase.claims.map((claim) => `claim-${claim.ordinal}`),
    'statement',
    'evidence',
    'signature',
  ];
  const index = steps.indexOf(step ?? '');
  if (index < 0) return <Navigate to={`/cases/${labourCase.id}/answer/${steps[0]}`} replace />;
  return (
    <Step
      key={step}
      labourCase={labourCase}
      draft={draft}
      steps={steps}
      index={index}
      name={mine.representativeName ?? mine.name}
      head={mine.legalRepresentative}
    />
  );
}

interface StepProps {
  labourCase: Case;
  draft: AnswerDraft;
  steps: string[];
  index: number;
  /** Who acts for the respondent. */
  name: string;
  /** The legal representative, in whose name an agent may sign with consent. */
  head: string | null;
}

function Step({ labourCase, draft, steps, index, name, head }: StepProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const sentence = useSentence();
  const [isBusy, setBusy] = useState(false);
  const [pending, setPending] = useState(0);
  const { save } = draft;
  const step = steps[index]!;

  const go = (to: string): void => void navigate(`/cases/${labourCase.id}/answer/${to}`);
  const next = async (): Promise<void> => {
    setBusy(true);
    const isSaved = await draft.flush();
    setBusy(false);
    if (isSaved) go(search.get('from') === 'review' ? 'signature' : steps[index + 1]!);
  };

  const notice = draft.theirs ? (
    <Notice tone="warn" title={t('answer.conflict.title')} live>
      <p>{t('filing.conflict.text')}</p>
      <div className="stack" style={{ marginTop: 12 }}>
        <div className="sheet">
          <h2>{t('filing.conflict.mine')}</h2>
          <AnswerSummary labourCase={labourCase} data={draft.data} />
          <Button type="primary" onClick={() => void draft.resolve('mine')}>
            {t('filing.conflict.keep-mine')}
          </Button>
        </div>
        <div className="sheet">
          <h2>{t('filing.conflict.theirs')}</h2>
          <AnswerSummary labourCase={labourCase} data={draft.theirs} />
          <Button onClick={() => void draft.resolve('theirs')}>{t('filing.conflict.take-theirs')}</Button>
        </div>
      </div>
    </Notice>
  ) : draft.error ? (
    <Notice tone="warn" title={t('filing.not-saved')} live>
      <p>{sentence(draft.error)}</p>
      <Button onClick={() => void draft.flush()}>{t('filing.save-again')}</Button>
    </Notice>
  ) : null;

  const frame = {
    task: t('answer.task'),
    step: index + 1,
    steps: steps.length,
    save,
    isBusy,
    notice,
    onNext: () => void next(),
    ...(index > 0 ? { onBack: () => go(steps[index - 1]!) } : { back: { to: `/cases/${labourCase.id}` } }),
  };

  if (step === 'evidence') {
    return (
      <>
        <Progress task={frame.task} step={frame.step} steps={frame.steps} save={save} />
        <Page title={t('answer.evidence.title')} lead={t('answer.evidence.help')} width="narrow">
          <div className="stack-l">
            {notice}
            <AddEvidence caseId={labourCase.id} onPending={setPending} />
            {pending > 0 && <p className="quiet">{t('answer.evidence.pending', { count: pending })}</p>}
            <div className="row">
              <Button
                type={pending > 0 ? 'default' : 'primary'}
                size="large"
                loading={isBusy}
                onClick={frame.onNext}
              >
                {t('answer.evidence.next')}
              </Button>
              <Button size="large" onClick={() => go(steps[index - 1]!)}>
                {t('ui.back')}
              </Button>
            </div>
          </div>
        </Page>
      </>
    );
  }
  if (step === 'signature')
    return <SignStep labourCase={labourCase} draft={draft} frame={frame} name={name} head={head} />;
  if (step === 'statement') {
    return (
      <QuestionPage {...frame} title={t('answer.statement.title')} help={t('answer.statement.help')}>
        <StatementQuestions draft={draft} />
      </QuestionPage>
    );
  }
  const claim = labourCase.claims.find((each) => `claim-${each.ordinal}` === step)!;
  return (
    <QuestionPage
      {...frame}
      title={t('answer.claim.title', { number: claim.ordinal, claim: t(claim.titleKey) })}
      help={t('answer.claim.help')}
    >
      <ClaimQuestions claim={claim} draft={draft} />
    </QuestionPage>
  );
}

function positionOf(data: AnswerData, claimId: string): PositionDraft {
  return data.positions?.find((each) => each.claimId === claimId) ?? { claimId };
}

function withPosition(data: AnswerData, position: PositionDraft): AnswerData {
  const others = (data.positions ?? []).filter((each) => each.claimId !== position.claimId);
  return { ...data, positions: [...others, position] };
}

function ClaimQuestions({ claim, draft }: { claim: Case['claims'][number]; draft: AnswerDraft }) {
  const { t } = useTranslation();
  const position = positionOf(draft.data, claim.id);
  const at = `/claims/${claim.id}`;
  const set = (changes: Partial<PositionDraft>): void =>
    // The server wants a text for the reasons, an empty one where none are asked for.
    draft.change(withPosition(draft.data, { reasons: '', ...position, ...changes }));
  return (
    <>
      <div className={styles['claim']}>
        <p className="quiet">{t('answer.claimed')}</p>
        <p className={styles['amount']}>
          {claim.amountFen === null ? t('ui.no-amount') : yuan(claim.amountFen)}
        </p>
        {claim.fromOn && claim.toOn && (
          <p className="quiet small">
            {t('claims.period', { from: longDate(claim.fromOn), to: longDate(claim.toOn) })}
          </p>
        )}
        {claim.note && <p className="small">{t('claims.note', { note: claim.note })}</p>}
        {claim.finding && (
          <FindingView finding={claim.finding as unknown as Finding} about={t(claim.titleKey)} />
        )}
      </div>
      <Field pointer={`${at}/stance`} label={t('answer.stance')} isGroup>
        <Choice
          options={(['admitted', 'partly', 'denied'] as const).map((stance) => ({
            value: stance,
            label: t(`answer.stance.${stance}`),
            hint: t(`answer.stance.${stance}.hint`),
          }))}
          value={position.stance ?? null}
          onChange={(stance) => set({ stance, ...(stance === 'partly' ? {} : { admitted: undefined }) })}
        />
      </Field>
      {position.stance === 'partly' && claim.amountFen !== null && (
        <Field
          pointer={`${at}/admitted`}
          label={t('answer.admitted')}
          hint={t('answer.admitted.hint', { amount: yuan(claim.amountFen) })}
        >
          <MoneyInput
            isPositive
            maxExclusive={claim.amountFen}
            value={position.admitted ?? null}
            onChange={(fen) => set({ admitted: fen ?? undefined })}
          />
        </Field>
      )}
      {position.stance && (
        <Field
          pointer={`${at}/reasons`}
          label={t('answer.reasons')}
          hint={t('answer.reasons.hint')}
          isOptional={position.stance === 'admitted'}
        >
          <TextArea
            value={position.reasons ?? ''}
            onChange={(reasons) => set({ reasons })}
            rows={5}
            maxLength={3000}
          />
        </Field>
      )}
      <Field
        pointer={`${at}/pleadsLimitation`}
        label={t('answer.limitation')}
        hint={
          <>
            {t('answer.limitation.hint')} <ArticleLink article={{ law: 'law', article: '27' }} />
          </>
        }
        isGroup
      >
        <Choice
          options={[
            { value: 'no', label: t('answer.limitation.no') },
            { value: 'yes', label: t('answer.limitation.yes') },
          ]}
          value={position.pleadsLimitation === undefined ? null : position.pleadsLimitation ? 'yes' : 'no'}
          onChange={(choice) => set({ pleadsLimitation: choice === 'yes' })}
        />
      </Field>
    </>
  );
}

function StatementQuestions({ draft }: { draft: AnswerDraft }) {
  const { t } = useTranslation();
  const { data, change } = draft;
  const isPleaded = data.positions?.some((position) => position.pleadsLimitation);
  return (
    <>
      <Field pointer="/statement" label={t('answer.statement')} hint={t('answer.statement.hint')}>
        <TextArea
          value={data.statement ?? ''}
          onChange={(statement) => change({ ...data, statement })}
          rows={10}
          maxLength={10_000}
        />
      </Field>
      {isPleaded && (
        <Field
          pointer="/limitationGrounds"
          label={t('answer.limitation-grounds')}
          hint={t('answer.limitation-grounds.hint')}
          isOptional
        >
          <TextArea
            value={data.limitationGrounds ?? ''}
            onChange={(limitationGrounds) => change({ ...data, limitationGrounds })}
            rows={4}
            maxLength={2000}
          />
        </Field>
      )}
    </>
  );
}

function AnswerSummary({
  labourCase,
  data,
  linkTo,
}: {
  labourCase: Case;
  data: AnswerData;
  linkTo?: (step: string) => string;
}) {
  const { t } = useTranslation();
  const rows: { step: string; label: string; value: ReactNode }[] = [
    ...labourCase.claims.map((claim) => {
      const position = positionOf(data, claim.id);
      const stance =
        position.stance === 'partly' && claim.amountFen !== null
          ? t('answer.stance.partly-amount', { amount: yuan(position.admitted ?? 0) })
          : position.stance && t(`answer.stance.${position.stance}`);
      return {
        step: `claim-${claim.ordinal}`,
        label: [
          `${claim.ordinal}. ${t(claim.titleKey)}`,
          ...(claim.amountFen === null ? [] : [yuan(claim.amountFen)]),
        ].join(' '),
        value: stance && (
          <>
            <strong>{stance}</strong>
            {position.pleadsLimitation && <span> · {t('answers.pleads-limitation')}</span>}
            {position.reasons && <span className={styles['reasons']}>{position.reasons}</span>}
          </>
        ),
      };
    }),
    {
      step: 'statement',
      label: t('answer.statement'),
      value: data.statement && <span className={styles['reasons']}>{data.statement}</span>,
    },
    ...(data.limitationGrounds
      ? [{ step: 'statement', label: t('answer.limitation-grounds'), value: data.limitationGrounds }]
      : []),
  ];
  return (
    <ul className={styles['summary']}>
      {rows.map((row, index) => (
        <li key={index}>
          <p className="quiet small">{row.label}</p>
          <p>{row.value || <strong className={styles['missing']}>{t('filing.missing')}</strong>}</p>
          {linkTo && (
            <Link to={linkTo(row.step)}>
              {t('answer.change')}
              <span className="visually-hidden">{row.label}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function SignStep({
  labourCase,
  draft,
  frame,
  name,
  head,
}: Pick<StepProps, 'labourCase' | 'draft' | 'name' | 'head'> & {
  frame: Omit<Parameters<typeof QuestionPage>[0], 'title' | 'children'>;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sentence = useSentence();
  const intent = useIntent();
  const signature = useSignature(name);
  const [isApproved, setApproved] = useState(false);
  /** An agent who signs with the head's name says that the head has approved. */
  const needsApproval = head !== null && head !== name && signature.name.replace(/\s/g, '') === head;
  const linkTo = (step: string): string => `/cases/${labourCase.id}/answer/${step}?from=review`;
  const submit = useMutation({
    mutationFn: async () => {
      if (!(await draft.flush())) throw new NotSavedProblem(draft.error);
      const request = {
        version: draft.version(),
        signature: await signature.take(),
        ...(needsApproval ? { isApprovedByHead: isApproved } : {}),
      };
      const answer = await body(
        api.POST('/api/cases/{caseId}/answer/submission', {
          params: { path: { caseId: labourCase.id } },
          body: request,
          headers: intent.headers(request),
        }),
      );
      intent.done();
      return answer;
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['case', labourCase.id] });
      void navigate(`/cases/${labourCase.id}`, { replace: true });
    },
  });
  const fields = submit.error instanceof ApiProblem ? submit.error.fields : [];
  const isOwn = ({ pointer }: { pointer: string }): boolean =>
    pointer.startsWith('/signature') || pointer === '/isApprovedByHead';
  const own = fields.filter(isOwn);
  const others = fields.filter((field) => !isOwn(field));
  const stepOf = (pointer: string): string => {
    const index = Number(/^\/positions\/(\d+)/.exec(pointer)?.[1] ?? -1);
    const claim = labourCase.claims.find((each) => each.id === draft.data.positions?.[index]?.claimId);
    return claim ? `claim-${claim.ordinal}` : pointer.startsWith('/positions') ? 'claim-1' : 'statement';
  };
  return (
    <QuestionPage
      {...frame}
      title={t('answer.sign.title')}
      help={t('answer.sign.help')}
      isBusy={submit.isPending || submit.isSuccess}
      problems={own.map(({ pointer, detail }) => ({ pointer, message: detail }))}
      nextText={t('answer.sign.submit')}
      onNext={() => submit.mutate()}
      notice={
        <>
          {frame.notice}
          {submit.isError && own.length === 0 && (
            <Notice tone="danger" title={sentence(submit.error)} live>
              {others.length > 0 && (
                <ul>
                  {others.map((field) => (
                    <li key={field.pointer + field.code + field.detail}>
                      <Link to={linkTo(stepOf(field.pointer))}>{field.detail}</Link>
                    </li>
                  ))}
                </ul>
              )}
            </Notice>
          )}
        </>
      }
    >
      <section className="sheet" aria-labelledby="answer-review">
        <h2 id="answer-review">{t('answer.review')}</h2>
        <AnswerSummary labourCase={labourCase} data={draft.data} linkTo={linkTo} />
      </section>
      <SignatureFields
        signature={signature}
        promise={t('answer.sign.promise')}
        date={longDate(legalDayOf(new Date()))}
        nameHint={
          head !== null && head !== name
            ? t('answer.sign.name.hint-head', { name, head })
            : t('answer.sign.name.hint', { name })
        }
      >
        {needsApproval && (
          <Tick
            pointer="/isApprovedByHead"
            checked={isApproved}
            onChange={setApproved}
            isRequired
            missing={t('answer.sign.head-must-approve')}
          >
            {t('answer.sign.head-approves', { head })}
          </Tick>
        )}
      </SignatureFields>
    </QuestionPage>
  );
}
