import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body } from '../../api/client';
import { useUser } from '../../app/session';
import { Field, Form, formProblems, type FormProblem } from '../../ui/form';
import { FindingView } from '../../ui/finding';
import { legalDayOf, longDate, timeOfDay, yuan } from '../../ui/format';
import { Choice, MoneyInput, NumberInput, TextArea, Tick } from '../../ui/inputs';
import type { Finding } from '../../ui/law';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { SignatureFields, useSignature, type Signature } from '../../ui/signature-fields';
import { Empty, Loading, Notice } from '../../ui/states';
import { Tag } from '../../ui/tags';
import { ActionProblem, fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { DeskPage } from '../desk/desk-page';
import { caseKey, useAnswers, useCase, useCaseAction, type Case } from '../desk/queries';
import styles from './awards.module.css';
import { OpenPeriods, PreviewPanel } from './preview-panel';
import { fetchDraft, type AwardData, type AwardDraft, type AwardPreview, type Decision } from './queries';
import { useDraft, type SaveState } from './use-award-draft';

export function AwardPage() {
  const { t } = useTranslation();
  const caseId = useParams()['caseId']!;
  const labourCase = useCase(caseId);
  const draft = useQuery({
    queryKey: caseKey(caseId, 'award-draft'),
    queryFn: () => fetchDraft(caseId),
    refetchOnMount: 'always',
  });
  return (
    <DeskPage
      title={t('award.editor.title')}
      back={{ to: `/desk/cases/${caseId}#awards`, text: t('desk.back-to-case') }}
      {...(labourCase.data
        ? {
            lead: `${labourCase.data.number ?? labourCase.data.receiptNumber} · ${labourCase.data.claimantNames} ${t('desk.list.against')} ${labourCase.data.respondentNames}`,
          }
        : {})}
    >
      {labourCase.isPending || draft.isPending || !draft.isFetchedAfterMount ? (
        <Loading />
      ) : labourCase.isError ? (
        <QueryProblem query={labourCase} />
      ) : draft.isError ? (
        <QueryProblem query={draft} />
      ) : labourCase.data.state === 'decided' ? (
        <div className="sheet">
          <Empty title={t('award.editor.issued')} />
        </div>
      ) : (
        <Editor labourCase={labourCase.data} first={draft.data} />
      )}
    </DeskPage>
  );
}

function Editor({ labourCase, first }: { labourCase: Case; first: AwardDraft }) {
  const { t } = useTranslation();
  const { data, draft, state, problem, change, flush, settle } = useDraft(labourCase.id, first);
  const [isIssuing, setIssuing] = useState(false);
  const canWrite = draft.actions.includes('award-draft.write');
  const preview = useQuery({
    queryKey: caseKey(labourCase.id, 'award-preview', String(draft.version)),
    queryFn: () =>
      body(api.GET('/api/cases/{caseId}/award-preview', { params: { path: { caseId: labourCase.id } } })),
    placeholderData: keepPreviousData,
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        void flush();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [flush]);

  // What a mediation statement has settled is not decided (Rules 73).
  const claims = labourCase.claims.filter(
    ({ ordinal }) => !draft.settledClaims.some((settled) => settled.ordinal === ordinal),
  );
  const decide = (claimId: string, changes: Partial<Decision>): void =>
    change({
      ...data,
      // In the order of the claims, so that what the server says of the n-th is said of the n-th here.
      decisions: claims.map((claim) => {
        const decision = data.decisions.find((each) => each.claimId === claim.id) ?? { claimId: claim.id };
        return claim.id === claimId ? { ...decision, ...changes } : decision;
      }),
    });

  return (
    <div className={styles['columns']}>
      <div className="stack">
        {!canWrite && (
          <Notice>
            <p>{t('award.editor.read-only')}</p>
          </Notice>
        )}
        <Form notes={wrongAmounts(draft.problems, data)} onSubmit={() => void flush()}>
          <fieldset disabled={!canWrite} className={styles['fields']}>
            <section className="sheet">
              <Field pointer="/facts" label={t('award.facts')} hint={t('award.facts.hint')}>
                <TextArea
                  rows={10}
                  maxLength={30000}
                  value={data.facts ?? ''}
                  onChange={(facts) => change({ ...data, facts })}
                />
              </Field>
            </section>
            {draft.settledClaims.map(({ ordinal, titleKey, number }) => (
              <Notice key={ordinal}>
                <p>{t('award.settled', { ordinal, claim: t(titleKey), number })}</p>
              </Notice>
            ))}
            {claims.map((claim, index) => (
              <ClaimDecision
                key={claim.id}
                claim={claim}
                index={index}
                decision={data.decisions.find((each) => each.claimId === claim.id) ?? { claimId: claim.id }}
                onChange={(changes) => decide(claim.id, changes)}
                labourCase={labourCase}
                performanceDays={draft.performanceDays}
              />
            ))}
            <section className="sheet stack">
              <MediationField draft={draft} data={data} onChange={change} />
              <Field pointer="/reasons" label={t('award.reasons')} hint={t('award.reasons.hint')} isOptional>
                <TextArea
                  rows={5}
                  maxLength={20000}
                  value={data.reasons ?? ''}
                  onChange={(reasons) => change({ ...data, reasons })}
                />
              </Field>
              <Field
                pointer="/evidence"
                label={t('award.evidence')}
                hint={t('award.evidence.hint')}
                isOptional
              >
                <TextArea
                  rows={4}
                  maxLength={20000}
                  value={data.evidence ?? ''}
                  onChange={(evidence) => change({ ...data, evidence })}
                />
              </Field>
              <BasisField data={data} onChange={change} />
            </section>
          </fieldset>
        </Form>
      </div>
      <aside className={styles['side']} aria-label={t('award.preview')}>
        <div className={styles['saving']}>
          {state === 'conflict' && <Conflict onSettle={settle} />}
          <SaveLine state={state} at={draft.updatedAt} problem={problem} onSave={() => void flush()} />
        </div>
        {preview.isError && !preview.data ? (
          <QueryProblem query={preview} />
        ) : preview.data ? (
          <PreviewPanel preview={preview.data} isBehind={state !== 'saved' || preview.isPlaceholderData} />
        ) : (
          <Loading />
        )}
        {draft.actions.includes('award.issue') ? (
          <Button
            type="primary"
            size="large"
            block
            disabled={draft.problems.length > 0 || state === 'conflict' || draft.version === 0}
            onClick={() => {
              void flush().then((isSaved) => {
                if (isSaved) setIssuing(true);
              });
            }}
          >
            {t('award.issue')}
          </Button>
        ) : (
          canWrite && <p className="quiet">{t('award.not-yet')}</p>
        )}
      </aside>
      {preview.data && (
        <IssueDialog
          isOpen={isIssuing}
          onClose={() => setIssuing(false)}
          labourCase={labourCase}
          draft={draft}
          preview={preview.data}
        />
      )}
    </div>
  );
}

/** An amount that cannot stand is said where it was typed; what is still missing is said beside the preview only. */
function wrongAmounts(problems: AwardDraft['problems'], { decisions }: AwardData): FormProblem[] {
  return formProblems(problems).filter(({ pointer }) => {
    const index = /^\/decisions\/(\d+)\/amountFen$/.exec(pointer)?.[1];
    return index !== undefined && typeof decisions[Number(index)]?.amountFen === 'number';
  });
}

const MEDIATION = ['failed', 'unwilling', 'impossible'] as const;

/** Law 42(1): what came of mediation; nobody has to say again what the record shows. */
function MediationField({
  draft,
  data,
  onChange,
}: {
  draft: AwardDraft;
  data: AwardData;
  onChange: (data: AwardData) => void;
}) {
  const { t } = useTranslation();
  const { mediatedOn } = draft;
  const dates = [...new Set(mediatedOn)].map(longDate).join(t('ui.list-comma'));
  return (
    <Field
      pointer="/mediation"
      isGroup
      isOptional={mediatedOn.length > 0}
      label={t('award.mediation')}
      hint={mediatedOn.length > 0 ? t('award.mediation.known', { dates }) : t('award.mediation.hint')}
    >
      <Choice
        value={data.mediation ?? null}
        onChange={(mediation) => onChange({ ...data, mediation })}
        options={MEDIATION.map((value) => ({ value, label: t(`award.mediation.${value}`) }))}
      />
    </Field>
  );
}

/** Provisions cited besides those of the claims, one a line; blank lines are gone once one looks away. */
function BasisField({ data, onChange }: { data: AwardData; onChange: (data: AwardData) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState((data.basis ?? []).join('\n'));
  return (
    <Field pointer="/basis" label={t('award.basis')} hint={t('award.basis.hint')} isOptional>
      <TextArea
        rows={3}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          onChange({
            ...data,
            basis: text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          });
        }}
      />
    </Field>
  );
}

const OUTCOMES = ['granted', 'partly', 'refused'] as const;
const LIABILITIES = ['joint', 'solidary'] as const;
const MAX_DAYS = 365;

function ClaimDecision({
  claim,
  index,
  decision,
  onChange,
  labourCase,
  performanceDays,
}: {
  claim: Case['claims'][number];
  index: number;
  decision: Decision;
  onChange: (changes: Partial<Decision>) => void;
  labourCase: Case;
  performanceDays: number;
}) {
  const { t } = useTranslation();
  const title = t(claim.titleKey);
  const at = `/decisions/${index}`;
  const respondents = labourCase.parties.filter((party) => party.role === 'respondent');
  const outcome = decision.outcome ?? null;
  const owes = outcome === 'granted' || outcome === 'partly';
  const payers = decision.payerIds ?? respondents.map((party) => party.id);
  return (
    <section className="sheet stack" aria-labelledby={`claim-${claim.id}`}>
      <div>
        <div className={styles['claimHead']}>
          <h2 id={`claim-${claim.id}`}>
            {claim.ordinal}. {title}
          </h2>
          <span className={styles['claimed']}>
            {claim.amountFen === null ? t('ui.no-amount') : yuan(claim.amountFen)}
          </span>
        </div>
        {claim.amountFen !== null && (
          <p className="quiet">
            {claim.computedFen === null
              ? t('desk.claims.not-computed')
              : claim.computedFen === claim.amountFen
                ? t('desk.claims.as-computed')
                : t('desk.claims.computed', { amount: yuan(claim.computedFen) })}
          </p>
        )}
        {claim.finding && <FindingView finding={claim.finding as unknown as Finding} about={title} />}
        <Stance labourCase={labourCase} claimId={claim.id} />
      </div>
      <Field pointer={`${at}/outcome`} isGroup label={t('award.decision')}>
        <Choice
          isInline
          value={outcome}
          onChange={(value) =>
            onChange({ outcome: value, ...(value === 'partly' ? {} : { amountFen: null }) })
          }
          options={OUTCOMES.map((value) => ({ value, label: t(`award.outcome.${value}`) }))}
        />
      </Field>
      {owes && claim.amountFen === null && (
        <Field
          pointer={`${at}/order`}
          label={t('award.order')}
          hint={t('award.order.hint')}
          isOptional={outcome !== 'partly'}
        >
          <TextArea
            rows={3}
            maxLength={1000}
            value={decision.order ?? ''}
            onChange={(order) => onChange({ order })}
          />
        </Field>
      )}
      {outcome === 'partly' && claim.amountFen !== null && (
        <Field
          pointer={`${at}/amountFen`}
          label={t('award.amount')}
          hint={t('award.amount.hint', { amount: yuan(claim.amountFen) })}
        >
          <MoneyInput
            value={decision.amountFen ?? null}
            onChange={(amountFen) => onChange({ amountFen })}
            isPositive
          />
        </Field>
      )}
      <Field pointer={`${at}/reasons`} label={t('award.claim-reasons')} hint={t('award.claim-reasons.hint')}>
        <TextArea
          rows={5}
          maxLength={10000}
          value={decision.reasons ?? ''}
          onChange={(reasons) => onChange({ reasons })}
        />
      </Field>
      {owes && (
        <Field
          pointer={`${at}/performanceDays`}
          label={t('award.days')}
          hint={t('award.days.hint', { days: performanceDays })}
          isOptional
        >
          <NumberInput
            value={decision.performanceDays ?? null}
            onChange={(days) => {
              // Half-typed or too large stays on the screen until it is a number of days.
              if (days === null || (days >= 1 && days <= MAX_DAYS)) onChange({ performanceDays: days });
            }}
            max={MAX_DAYS}
            unit={t('award.days.unit')}
          />
        </Field>
      )}
      {owes && respondents.length > 1 && (
        <Field pointer={`${at}/payerIds`} isGroup isOptional label={t('award.payers')}>
          <div className="stack-s">
            {respondents.map((party) => (
              <Tick
                key={party.id}
                pointer={`${at}/payerIds/${party.id}`}
                checked={payers.includes(party.id)}
                onChange={(isPayer) => {
                  const next = isPayer ? [...payers, party.id] : payers.filter((id) => id !== party.id);
                  if (next.length > 0) onChange({ payerIds: next });
                }}
              >
                {party.name}
              </Tick>
            ))}
          </div>
        </Field>
      )}
      {owes && payers.length > 1 && (
        <Field pointer={`${at}/liability`} isGroup label={t('award.liability')}>
          <Choice
            value={decision.liability ?? null}
            onChange={(liability) => onChange({ liability })}
            options={LIABILITIES.map((value) => ({
              value,
              label: t(`award.liability.${value}`),
              hint: t(`award.liability.${value}.hint`),
            }))}
          />
        </Field>
      )}
    </section>
  );
}

/** What the other side said to this claim. */
function Stance({ labourCase, claimId }: { labourCase: Case; claimId: string }) {
  const { t } = useTranslation();
  const answers = useAnswers(labourCase.id);
  const said = (answers.data ?? [])
    .filter((answer) => answer.submittedAt !== null && !answer.isSetAside)
    .flatMap((answer) => {
      const positions = (answer.data['positions'] ?? []) as {
        claimId: string;
        stance: 'admitted' | 'partly' | 'denied';
        reasons?: string;
        admitted?: number;
        pleadsLimitation?: boolean;
      }[];
      const position = positions.find((each) => each.claimId === claimId);
      return position ? [{ ...position, name: answer.partyName }] : [];
    });
  if (said.length === 0) return null;
  return (
    <div className={styles['stance']}>
      {said.map((position) => (
        <div key={position.name}>
          <p>
            <strong>{position.name}</strong> {t(`desk.answers.stance.${position.stance}`)}
            {position.stance === 'partly' &&
              position.admitted !== undefined &&
              ` (${t('desk.answers.admitted', { amount: yuan(position.admitted) })})`}
            {position.pleadsLimitation && (
              <>
                {' '}
                <Tag tone="warn">{t('desk.answers.limitation')}</Tag>
              </>
            )}
          </p>
          {position.reasons && <p className={styles['pre']}>{position.reasons}</p>}
        </div>
      ))}
    </div>
  );
}

function SaveLine({
  state,
  at,
  problem,
  onSave,
}: {
  state: SaveState;
  at: string | null;
  problem: unknown;
  onSave: () => void;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <div className={styles['save']}>
      <p role="status">
        {state === 'saved'
          ? at
            ? `✓ ${t('award.save.saved', { at: timeOfDay(at) })}`
            : t('award.save.nothing')
          : t(`award.save.${state}`)}
      </p>
      {state === 'failed' && (
        <Notice tone="danger" live>
          <p>{sentence(problem)}</p>
          <Button onClick={onSave} style={{ marginTop: 8 }}>
            {t('ui.retry')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Conflict({ onSettle }: { onSettle: (choice: 'theirs' | 'mine') => Promise<void> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = useSentence();
  const [busy, setBusy] = useState<'theirs' | 'mine' | null>(null);
  const settle = (choice: 'theirs' | 'mine'): void => {
    setBusy(choice);
    onSettle(choice)
      .catch((error: unknown) => void message.error(sentence(error)))
      .finally(() => setBusy(null));
  };
  return (
    <Notice tone="danger" live title={t('award.conflict.title')}>
      <p>{t('award.conflict.lead')}</p>
      <div className="row" style={{ marginTop: 10 }}>
        <Button loading={busy === 'theirs'} onClick={() => settle('theirs')}>
          {t('award.conflict.theirs')}
        </Button>
        <Button loading={busy === 'mine'} onClick={() => settle('mine')}>
          {t('award.conflict.mine')}
        </Button>
      </div>
    </Notice>
  );
}

function IssueDialog({
  isOpen,
  onClose,
  labourCase,
  draft,
  preview,
}: {
  isOpen: boolean;
  onClose: () => void;
  labourCase: Case;
  draft: AwardDraft;
  preview: AwardPreview;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const user = useUser();
  const signature = useSignature(user?.name ?? '');
  const issue = useCaseAction(
    labourCase.id,
    (input: { version: number; signature: Signature }, headers) =>
      body(
        api.POST('/api/cases/{caseId}/award', {
          params: { path: { caseId: labourCase.id } },
          body: input,
          headers,
        }),
      ),
    ({ awards }) => {
      void message.success(t('award.issued', { numbers: awards.map((each) => each.number).join('、') }));
      void navigate(`/desk/cases/${labourCase.id}#awards`);
    },
  );
  // The drawing is uploaded first: what is sent again after a lost answer is the same request.
  const sign = useMutation({
    mutationFn: async () => issue.mutateAsync({ version: draft.version, signature: await signature.take() }),
  });
  const own = fieldProblems(sign.error).filter((field) => field.pointer.startsWith('/signature'));
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      width={680}
      title={t('award.issue.title')}
      confirm={t('award.issue.confirm')}
      isPending={sign.isPending}
      // What is missing in the draft has no field in this dialog: it is listed with the refusal.
      fields={own}
      problem={
        own.length === 0 && (
          <ActionProblem error={sign.error} caseId={labourCase.id} onReloaded={sign.reset} showsFields />
        )
      }
      onSubmit={() => sign.mutate()}
    >
      <ul className={styles['documents']}>
        {preview.documents.map((document) => (
          <li key={document.ordinal}>
            <strong>{document.number}</strong> · {t(`award.kind.${document.kind}`)}
            <br />
            {preview.items
              .filter((item) => document.claimIds.includes(item.claimId))
              .map((item) =>
                `${t(item.titleKey)} ${item.outcome ? t(`award.outcome.${item.outcome}`) : ''} ${item.amountFen === null ? '' : yuan(item.amountFen)}`.trim(),
              )
              .join(t('ui.list-comma'))}
            <br />
            {t('award.total')} <strong>{yuan(document.totalFen)}</strong>
          </li>
        ))}
      </ul>
      <OpenPeriods preview={preview} />
      <WhatHappens
        items={[
          t('award.issue.papers', { count: preview.documents.length }),
          t('award.issue.service'),
          t('award.issue.clocks'),
          t('award.issue.final'),
        ]}
      />
      <SignatureFields
        signature={signature}
        promise={t('award.sign.promise')}
        date={longDate(legalDayOf(new Date()))}
      />
    </DecisionDialog>
  );
}
