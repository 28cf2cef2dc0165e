import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, type Schemas } from '../../api/client';
import { ArticleLink } from '../../ui/cited';
import { Field } from '../../ui/form';
import { FindingView } from '../../ui/finding';
import { Choice, Select, TextArea, Tick } from '../../ui/inputs';
import { useLawText, type Article, type Step } from '../../ui/law';
import { QueryProblem } from '../../ui/query-problem';
import { Empty, Loading, Notice } from '../../ui/states';
import { Tag } from '../../ui/tags';
import { ActionProblem, fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { DeskPage } from '../desk/desk-page';
import { caseKey, useCase, useCaseAction, type Case } from '../desk/queries';
import styles from './appoint-page.module.css';

type Candidates = Schemas['CandidatesDto'];
type Candidate = Schemas['CandidateDto'];
type Recorder = Schemas['RecorderDto'];

export function AppointPage() {
  const { t } = useTranslation();
  const caseId = useParams()['caseId']!;
  const labourCase = useCase(caseId);
  const commissionId = labourCase.data?.commissionId ?? '';
  const [recorderUserId, setRecorderUserId] = useState('');
  const recorders = useQuery({
    queryKey: ['recorders', commissionId],
    queryFn: () =>
      body(api.GET('/api/commissions/{commissionId}/recorders', { params: { path: { commissionId } } })),
    enabled: commissionId !== '',
  });
  const candidates = useQuery({
    queryKey: caseKey(caseId, 'candidates', recorderUserId),
    queryFn: () =>
      body(
        api.GET('/api/cases/{caseId}/arbitrator-candidates', {
          params: { path: { caseId }, query: recorderUserId ? { recorderUserId } : {} },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <DeskPage
      title={t('tribunal.appoint.title')}
      back={{ to: `/desk/cases/${caseId}#tribunal`, text: t('desk.back-to-case') }}
      {...(labourCase.data
        ? {
            lead: `${labourCase.data.number ?? labourCase.data.receiptNumber} · ${labourCase.data.claimantNames} ${t('desk.list.against')} ${labourCase.data.respondentNames}`,
          }
        : {})}
    >
      {labourCase.isError ? (
        // Whose commission it is, is known from the case: without it the recorders are never asked for.
        <QueryProblem query={labourCase} />
      ) : labourCase.isPending || recorders.isPending || candidates.isPending ? (
        <Loading />
      ) : candidates.isError ? (
        <QueryProblem query={candidates} />
      ) : recorders.isError ? (
        <QueryProblem query={recorders} />
      ) : (
        <Appointment
          labourCase={labourCase.data}
          candidates={candidates.data}
          recorders={recorders.data}
          recorderUserId={recorderUserId}
          onRecorder={setRecorderUserId}
        />
      )}
    </DeskPage>
  );
}

type Ground = 'clear' | 'agreed';
type Obstacle = Schemas['ConstituteDto']['obstacles'][number];

/** Organisation Rules 13, Rules 57. */
const OBSTACLES: readonly Obstacle[] = [
  'public-interest',
  'social-effect',
  'respondent-missing',
  'unfit',
  'major',
  'collective-contract',
];

function Appointment({
  labourCase,
  candidates,
  recorders,
  recorderUserId,
  onRecorder,
}: {
  labourCase: Case;
  candidates: Candidates;
  recorders: readonly Recorder[];
  recorderUserId: string;
  onRecorder: (userId: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  // Null until the clerk has said something: that nothing stands against it is a finding, too.
  const [obstacles, setObstacles] = useState<readonly Obstacle[] | null>(null);
  const [consent, setConsent] = useState('');
  const [note, setNote] = useState('');
  const [isConfirming, setConfirming] = useState(false);
  const eligible = candidates.items.filter((each) => each.isEligible);
  const excluded = candidates.items.filter((each) => !each.isEligible);
  // Choosing a recorder can rule somebody out (Organisation Rules 14).
  const chosen = eligible.find((each) => each.arbitratorId === chosenId);
  const recorder = recorders.find((each) => each.userId === recorderUserId);
  const constitute = useCaseAction(
    labourCase.id,
    (input: Schemas['ConstituteDto'], headers) =>
      body(
        api.POST('/api/cases/{caseId}/tribunal', {
          params: { path: { caseId: labourCase.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      void message.success(t('tribunal.appoint.done', { name: chosen?.name ?? '' }));
      void navigate(`/desk/cases/${labourCase.id}#tribunal`);
    },
  );
  const hasConsent = ground !== 'agreed' || consent.trim() !== '';
  const isSole = obstacles !== null && obstacles.length === 0;
  const isReady = chosen !== undefined && recorder !== undefined && ground !== null && hasConsent && isSole;
  return (
    <div className={styles['columns']}>
      <div className="stack">
        <section aria-labelledby="eligible">
          <div className={styles['head']}>
            <h2 id="eligible">{t('tribunal.appoint.eligible', { count: eligible.length })}</h2>
            <FindingView
              about={t('tribunal.appoint.title')}
              finding={{
                value: null,
                basis: candidates.basis as unknown as Article[],
                steps: candidates.steps as unknown as Step[],
              }}
            />
          </div>
          {eligible.length === 0 ? (
            <div className="sheet">
              <Empty title={t('tribunal.appoint.none')}>
                <p>{t('tribunal.appoint.none-lead')}</p>
              </Empty>
            </div>
          ) : (
            <table className={styles['table']}>
              <caption className="visually-hidden">
                {t('tribunal.appoint.eligible', { count: eligible.length })}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('tribunal.appoint.choose')}</th>
                  <th scope="col">{t('tribunal.appoint.arbitrator')}</th>
                  <th scope="col">{t('tribunal.appoint.engaged')}</th>
                  <th scope="col">{t('tribunal.appoint.knows')}</th>
                  <th scope="col">{t('tribunal.appoint.load')}</th>
                </tr>
              </thead>
              <tbody>
                {eligible.map((each) => (
                  <tr
                    key={each.arbitratorId}
                    className={each.arbitratorId === chosenId ? styles['chosen'] : ''}
                    onClick={() => setChosenId(each.arbitratorId)}
                  >
                    <td className={styles['pick']}>
                      <input
                        type="radio"
                        name="arbitrator"
                        id={`candidate-${each.arbitratorId}`}
                        checked={each.arbitratorId === chosenId}
                        onChange={() => setChosenId(each.arbitratorId)}
                      />
                      <span className={styles['rank']}>{each.rank}</span>
                    </td>
                    <td>
                      <label htmlFor={`candidate-${each.arbitratorId}`}>
                        <Person candidate={each} />
                      </label>
                    </td>
                    <td>{each.basis ? t(`tribunal.basis.${each.basis}`) : ''}</td>
                    <td>
                      <Knowledge candidate={each} />
                    </td>
                    <td>
                      <Load candidate={each} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section aria-labelledby="excluded">
          <h2 id="excluded" className={styles['second']}>
            {t('tribunal.appoint.excluded', { count: excluded.length })}
          </h2>
          <table className={styles['table']}>
            <caption className="visually-hidden">
              {t('tribunal.appoint.excluded', { count: excluded.length })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('tribunal.appoint.arbitrator')}</th>
                <th scope="col">{t('tribunal.appoint.why-not')}</th>
                <th scope="col">{t('tribunal.appoint.load')}</th>
              </tr>
            </thead>
            <tbody>
              {excluded.map((each) => (
                <tr key={each.arbitratorId} className={styles['out']}>
                  <td>
                    <Person candidate={each} />
                  </td>
                  <td>
                    <Reasons candidate={each} />
                  </td>
                  <td>
                    <Load candidate={each} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <aside className={styles['side']} aria-label={t('tribunal.appoint.decision')}>
        <section className="sheet stack">
          <h2>{t('tribunal.appoint.decision')}</h2>
          {candidates.composition === 'three' && (
            <Notice tone="warn" title={t('tribunal.appoint.three')}>
              <Steps steps={candidates.compositionSteps as unknown as Step[]} />
            </Notice>
          )}
          <div>
            <p className="quiet">{t('tribunal.appoint.sole')}</p>
            <p className={styles['name']}>{chosen ? chosen.name : t('tribunal.appoint.not-chosen')}</p>
          </div>
          <Field
            pointer="/recorderUserId"
            label={t('tribunal.appoint.recorder')}
            hint={t('tribunal.appoint.recorder.hint')}
          >
            <Select
              value={recorderUserId}
              onChange={onRecorder}
              placeholder={t('tribunal.appoint.recorder.choose')}
              options={recorders.map((each) => ({
                value: each.userId,
                label: t('tribunal.appoint.recorder.option', { name: each.name, load: each.load }),
              }))}
            />
          </Field>
          <Field
            pointer="/ground"
            isGroup
            label={t('tribunal.appoint.ground')}
            hint={t('tribunal.appoint.ground.hint')}
          >
            <Choice
              value={ground}
              onChange={setGround}
              options={[
                { value: 'clear', label: t('tribunal.ground.clear') },
                { value: 'agreed', label: t('tribunal.ground.agreed') },
              ]}
            />
          </Field>
          {ground === 'agreed' && (
            <Field
              pointer="/consent"
              label={t('tribunal.appoint.consent')}
              hint={t('tribunal.appoint.consent.hint')}
            >
              <TextArea value={consent} onChange={setConsent} rows={2} maxLength={300} />
            </Field>
          )}
          <Field
            pointer="/obstacles"
            isGroup
            label={t('tribunal.appoint.obstacles')}
            hint={t('tribunal.appoint.obstacles.hint')}
          >
            {OBSTACLES.map((each) => (
              <Tick
                key={each}
                pointer={`/obstacles/${each}`}
                checked={obstacles?.includes(each) ?? false}
                onChange={(isTicked) => {
                  const others = (obstacles ?? []).filter((other) => other !== each);
                  const now = isTicked ? [...others, each] : others;
                  setObstacles(now.length > 0 ? now : null);
                }}
              >
                {t(`tribunal.obstacle.${each}`)}
              </Tick>
            ))}
            <Tick
              pointer="/obstacles/none"
              checked={isSole}
              onChange={(isTicked) => setObstacles(isTicked ? [] : null)}
            >
              {t('tribunal.obstacle.none')}
            </Tick>
          </Field>
          {obstacles !== null && obstacles.length > 0 && (
            <Notice tone="warn" title={t('tribunal.appoint.three')} live>
              <p>{t('tribunal.appoint.obstacles.hint')}</p>
            </Notice>
          )}
          <Field pointer="/note" label={t('tribunal.appoint.note')} isOptional>
            <TextArea value={note} onChange={setNote} rows={2} maxLength={500} />
          </Field>
          <Button type="primary" size="large" block disabled={!isReady} onClick={() => setConfirming(true)}>
            {t('tribunal.appoint.go')}
          </Button>
          {!isReady && <p className="quiet small">{t('tribunal.appoint.incomplete')}</p>}
        </section>
      </aside>
      <DecisionDialog
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        title={t('tribunal.confirm.title')}
        confirm={t('tribunal.confirm.go')}
        isPending={constitute.isPending}
        fields={fieldProblems(constitute.error)}
        problem={
          <ActionProblem
            error={constitute.error}
            caseId={labourCase.id}
            onReloaded={() => {
              constitute.reset();
              setConfirming(false);
            }}
          />
        }
        onSubmit={() => {
          if (!chosen || !recorder || !ground || !obstacles) return;
          constitute.mutate({
            version: labourCase.version,
            arbitratorId: chosen.arbitratorId,
            recorderUserId: recorder.userId,
            ground,
            obstacles: [...obstacles],
            ...(ground === 'agreed' ? { consent: consent.trim() } : {}),
            ...(note.trim() ? { note: note.trim() } : {}),
          });
        }}
      >
        <p>
          {t('tribunal.confirm.lead', { arbitrator: chosen?.name ?? '', recorder: recorder?.name ?? '' })}
        </p>
        <WhatHappens
          items={[
            t('tribunal.confirm.notice'),
            t('tribunal.confirm.recusal'),
            t('tribunal.confirm.list', { name: chosen?.name ?? '' }),
          ]}
        />
      </DecisionDialog>
    </div>
  );
}

function Person({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  return (
    <span className={styles['person']}>
      <strong>{candidate.name}</strong>
      {candidate.nameLatin && (
        <span className="quiet" lang="en">
          {' '}
          {candidate.nameLatin}
        </span>
      )}
      <span className={styles['under']}>
        {t(`tribunal.kind.${candidate.kind}`)}
        {' · '}
        {t(`tribunal.region.${candidate.region}`)}
        {' · '}
        {candidate.homeCommissionName}
      </span>
    </span>
  );
}

function Knowledge({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const comma = t('desk.list.comma');
  return (
    <>
      {candidate.specialties.map((each) => t(`tribunal.specialty.${each}`)).join(comma)}
      <span className={styles['under']}>
        {candidate.languages.map((each) => t(`tribunal.language.${each}`)).join(comma)}
      </span>
    </>
  );
}

/** Open cases beside the most there may be. */
function Load({ candidate: { load, loadLimit } }: { candidate: Candidate }) {
  const { t } = useTranslation();
  return (
    <span className={styles['load']}>
      {loadLimit === null
        ? t('tribunal.load', { count: load })
        : t('tribunal.load.of', { load, limit: loadLimit })}
      {loadLimit !== null && (
        <span className={styles['bar']} aria-hidden="true">
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" width="84" height="6">
            <rect width="100" height="6" rx="3" fill="#e3e8ee" />
            <rect
              width={loadLimit === 0 ? 100 : Math.min(100, (load / loadLimit) * 100)}
              height="6"
              rx="3"
              fill={load >= loadLimit ? 'var(--danger)' : 'var(--ink-bright)'}
            />
          </svg>
        </span>
      )}
    </span>
  );
}

function Steps({ steps }: { steps: readonly Step[] }) {
  const { text } = useLawText();
  return (
    <ul className={styles['reasons']}>
      {steps.map((step, index) => (
        <li key={index}>
          {text(step.key, step.params)}
          {step.article && (
            <span className={styles['cite']}>
              <ArticleLink article={step.article} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  return (
    <>
      <Steps steps={candidate.reasons as unknown as Step[]} />
      {candidate.interests.map((interest, index) => (
        <p key={index} className={styles['under']}>
          <Tag tone="warn">{t('tribunal.declared')}</Tag>{' '}
          {t(`tribunal.interest-kind.${interest.kind}`, { subject: interest.subject })}
          {interest.fromYear !== null &&
            ` (${interest.fromYear}–${interest.toYear === null ? '' : interest.toYear})`}
        </p>
      ))}
    </>
  );
}
