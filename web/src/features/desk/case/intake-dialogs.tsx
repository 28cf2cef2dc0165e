import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../../api/client';
import { Field } from '../../../ui/form';
import { DateInput, Select, TextArea, TextInput } from '../../../ui/inputs';
import { useCaseAction, type Case } from '../queries';
import { useToday } from '../use-today';
import { ActionProblem, fieldProblems } from './action-problem';
import styles from './case-page.module.css';
import { CONDITIONS, type Conditions } from './conditions';
import { DecisionDialog, WhatHappens } from './decision-dialog';

type Decided = Schemas['DecidedDto'];

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  labourCase: Case;
  onDone: (decided: Decided) => void;
}

const inCase = (caseId: string) => ({ path: { caseId } });

export function AcceptDialog({
  isOpen,
  onClose,
  labourCase,
  conditions,
  onDone,
}: DialogProps & { conditions: Conditions }) {
  const { t } = useTranslation();
  const today = useToday();
  const [evidenceUntil, setEvidenceUntil] = useState('');
  const [note, setNote] = useState('');
  const accept = useCaseAction(
    labourCase.id,
    (input: Schemas['AcceptDto'], headers) =>
      body(
        api.POST('/api/cases/{caseId}/acceptance', {
          params: inCase(labourCase.id),
          body: input,
          headers,
        }),
      ),
    onDone,
  );
  const respondents = labourCase.parties.filter((party) => party.role === 'respondent');
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('desk.accept.title')}
      confirm={t('desk.accept.confirm')}
      isPending={accept.isPending}
      problem={
        <ActionProblem
          error={accept.error}
          caseId={labourCase.id}
          onReloaded={() => {
            accept.reset();
            onClose();
          }}
        />
      }
      fields={fieldProblems(accept.error)}
      onSubmit={() =>
        accept.mutate({
          version: labourCase.version,
          conditions,
          ...(evidenceUntil ? { evidenceUntil } : {}),
          ...(note.trim() ? { note: note.trim() } : {}),
        })
      }
    >
      <Field
        pointer="/evidenceUntil"
        label={t('desk.accept.evidence-until')}
        hint={t('desk.accept.evidence-until.hint')}
        isOptional
      >
        <DateInput
          value={evidenceUntil}
          onChange={setEvidenceUntil}
          min={today}
          underText={t('desk.past-date')}
        />
      </Field>
      <Field pointer="/note" label={t('desk.accept.note')} isOptional>
        <TextArea value={note} onChange={setNote} rows={2} maxLength={1000} />
      </Field>
      <WhatHappens
        items={[
          t('desk.accept.happens.number'),
          t('desk.accept.happens.claimant'),
          t('desk.accept.happens.respondents', {
            count: respondents.length,
            names: respondents.map((party) => party.name).join(t('desk.list.comma')),
          }),
          t('desk.accept.happens.code'),
          t('desk.accept.happens.clocks'),
        ]}
      />
    </DecisionDialog>
  );
}

export function RefuseDialog({
  isOpen,
  onClose,
  labourCase,
  conditions,
  onDone,
}: DialogProps & { conditions: Conditions }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const refuse = useCaseAction(
    labourCase.id,
    (input: Schemas['RefuseDto'], headers) =>
      body(api.POST('/api/cases/{caseId}/refusal', { params: inCase(labourCase.id), body: input, headers })),
    onDone,
  );
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('desk.refuse.title')}
      confirm={t('desk.refuse.confirm')}
      isDanger
      isPending={refuse.isPending}
      problem={
        <ActionProblem
          error={refuse.error}
          caseId={labourCase.id}
          onReloaded={() => {
            refuse.reset();
            onClose();
          }}
        />
      }
      fields={fieldProblems(refuse.error)}
      onSubmit={() => refuse.mutate({ version: labourCase.version, conditions, reason: reason.trim() })}
    >
      <div>
        <p>
          <strong>{t('desk.refuse.grounds')}</strong>
        </p>
        <ul className={styles['plain']}>
          {CONDITIONS.slice(0, 3)
            .filter((condition) => !conditions[condition])
            .map((condition) => (
              <li key={condition}>{t(`desk.condition.${condition}.not`)}</li>
            ))}
        </ul>
      </div>
      <Field pointer="/reason" label={t('desk.refuse.reason')} hint={t('desk.refuse.reason.hint')}>
        <TextArea value={reason} onChange={setReason} rows={5} maxLength={2000} />
      </Field>
      <WhatHappens
        items={[t('desk.refuse.happens.notice'), t('desk.refuse.happens.court'), t('desk.ends')]}
      />
    </DecisionDialog>
  );
}

const OTHER = 'other';

export function ReferDialog({ isOpen, onClose, labourCase, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [named, setNamed] = useState('');
  const [reason, setReason] = useState('');
  const commissions = useQuery({
    queryKey: ['commissions'],
    queryFn: () => body(api.GET('/api/commissions')),
    staleTime: Infinity,
    enabled: isOpen,
  });
  const refer = useCaseAction(
    labourCase.id,
    (input: Schemas['ReferDto'], headers) =>
      body(api.POST('/api/cases/{caseId}/referral', { params: inCase(labourCase.id), body: input, headers })),
    onDone,
  );
  const others = (commissions.data ?? []).filter((each) => each.id !== labourCase.commissionId);
  const competentCommission = chosen === OTHER ? named.trim() : chosen;
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('desk.refer.title')}
      confirm={t('desk.refer.confirm')}
      isPending={refer.isPending}
      problem={
        <ActionProblem
          error={refer.error}
          caseId={labourCase.id}
          onReloaded={() => {
            refer.reset();
            onClose();
          }}
        />
      }
      fields={fieldProblems(refer.error)}
      onSubmit={() =>
        refer.mutate({ version: labourCase.version, competentCommission, reason: reason.trim() })
      }
    >
      <Field
        pointer={chosen === OTHER ? '/chosen' : '/competentCommission'}
        label={t('desk.refer.commission')}
        hint={t('desk.refer.commission.hint')}
      >
        <Select
          value={chosen}
          onChange={setChosen}
          placeholder={t('desk.refer.choose')}
          options={[
            ...others.map((each) => ({ value: each.name, label: each.name })),
            { value: OTHER, label: t('desk.refer.other') },
          ]}
        />
      </Field>
      {chosen === OTHER && (
        <Field pointer="/competentCommission" label={t('desk.refer.name')}>
          <TextInput value={named} onChange={setNamed} maxLength={120} />
        </Field>
      )}
      <Field pointer="/reason" label={t('desk.refer.reason')} hint={t('desk.refer.reason.hint')}>
        <TextArea value={reason} onChange={setReason} rows={4} maxLength={2000} />
      </Field>
      <WhatHappens items={[t('desk.refer.happens.paper'), t('desk.refer.happens.file'), t('desk.ends')]} />
    </DecisionDialog>
  );
}

const SECTIONS = [
  'claimant',
  'respondents',
  'employment',
  'claims',
  'statement',
  'evidence',
  'service',
  'signature',
] as const;
type CorrectableSection = (typeof SECTIONS)[number];

interface Defect {
  key: number;
  section: CorrectableSection | '';
  text: string;
  remedy: string;
}

const blank = (key: number): Defect => ({ key, section: '', text: '', remedy: '' });

/** All defects in one list: Rules 29 allows one request only. */
export function CorrectionDialog({ isOpen, onClose, labourCase, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [defects, setDefects] = useState<Defect[]>([blank(0)]);
  const today = useToday();
  const [dueOn, setDueOn] = useState('');
  const request = useCaseAction(
    labourCase.id,
    (input: Schemas['RequestCorrectionDto'], headers) =>
      body(
        api.POST('/api/cases/{caseId}/correction-request', {
          params: inCase(labourCase.id),
          body: input,
          headers,
        }),
      ),
    onDone,
  );
  const change = (key: number, changes: Partial<Defect>): void =>
    setDefects(defects.map((defect) => (defect.key === key ? { ...defect, ...changes } : defect)));
  const add = (): void => setDefects([...defects, blank(Math.max(...defects.map(({ key }) => key)) + 1)]);
  return (
    <DecisionDialog
      isOpen={isOpen}
      onClose={onClose}
      width={760}
      title={t('desk.correction.request.title')}
      confirm={t('desk.correction.request.confirm')}
      isPending={request.isPending}
      problem={
        <ActionProblem
          error={request.error}
          caseId={labourCase.id}
          onReloaded={() => {
            request.reset();
            onClose();
          }}
        />
      }
      fields={fieldProblems(request.error)}
      onSubmit={() =>
        request.mutate({
          version: labourCase.version,
          defects: defects.map(({ section, text, remedy }) => ({
            section: section as CorrectableSection,
            text: text.trim(),
            remedy: remedy.trim(),
          })),
          dueOn,
        })
      }
    >
      <p>{t('desk.correction.request.lead')}</p>
      <ol className={styles['defectEditor']}>
        {defects.map((defect, index) => (
          <li key={defect.key}>
            <fieldset>
              <legend>{t('desk.correction.number', { number: index + 1 })}</legend>
              <div className="stack">
                <Field pointer={`/defects/${index}/section`} label={t('desk.correction.section')}>
                  <Select
                    value={defect.section}
                    onChange={(section) => change(defect.key, { section })}
                    placeholder={t('desk.correction.section.choose')}
                    options={SECTIONS.map((section) => ({
                      value: section,
                      label: t(`desk.correction.section.${section}`),
                    }))}
                  />
                </Field>
                <Field pointer={`/defects/${index}/text`} label={t('desk.correction.text')}>
                  <TextArea
                    rows={2}
                    maxLength={500}
                    value={defect.text}
                    onChange={(text) => change(defect.key, { text })}
                  />
                </Field>
                <Field pointer={`/defects/${index}/remedy`} label={t('desk.correction.remedy')}>
                  <TextArea
                    rows={2}
                    maxLength={500}
                    value={defect.remedy}
                    onChange={(remedy) => change(defect.key, { remedy })}
                  />
                </Field>
                {defects.length > 1 && (
                  <div>
                    <Button
                      onClick={() => setDefects(defects.filter(({ key }) => key !== defect.key))}
                      aria-label={t('desk.correction.remove-number', { number: index + 1 })}
                    >
                      {t('desk.correction.remove')}
                    </Button>
                  </div>
                )}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={add} disabled={defects.length >= 40}>
          {t('desk.correction.add')}
        </Button>
      </div>
      <Field pointer="/dueOn" label={t('desk.correction.due')} hint={t('desk.correction.due.hint')}>
        <DateInput value={dueOn} onChange={setDueOn} min={today} underText={t('desk.past-date')} />
      </Field>
      <WhatHappens
        items={[
          t('desk.correction.happens.notice'),
          t('desk.correction.happens.draft'),
          t('desk.correction.happens.clocks'),
          t('desk.correction.happens.once'),
        ]}
      />
    </DecisionDialog>
  );
}
