import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { Field } from '../../ui/form';
import { Choice, DateInput, NumberInput, TextArea } from '../../ui/inputs';
import { ActionProblem, fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { useCaseAction, type Case } from '../desk/queries';
import { CompetentField } from './competent-field';
import { happensOf } from './happens';
import { MotionFacts } from './motion-facts';
import type { Motion, Motions } from './queries';

const GIVES_A_DAY: readonly Motion['kind'][] = ['evidence-extension', 'outage-extension'];

/** Granting or refusing: what was asked, the answer, its reason, and what the answer sets in motion. */
export function DecideDialog({
  labourCase,
  motion,
  motions,
  onClose,
}: {
  labourCase: Case;
  motion: Motion;
  motions: Motions;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<'granted' | 'refused' | null>(motion.isRefusable ? null : 'granted');
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<number | null>(motion.details.days ?? null);
  const [competent, setCompetent] = useState(motion.details.competent ?? '');
  const [until, setUntil] = useState(motion.details.until ?? '');
  const title = t(`motion.kind.${motion.kind}`);
  const decide = useCaseAction(
    labourCase.id,
    (input: Schemas['DecideMotionDto'], headers) =>
      body(
        api.POST('/api/motions/{motionId}/decision', {
          params: { path: { motionId: motion.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(t('motion.decided', { motion: title }));
    },
  );
  const isGranting = outcome === 'granted';
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={title}
      confirm={t(outcome === 'refused' ? 'motion.confirm.refuse' : 'motion.confirm.grant')}
      isDanger={outcome === 'refused'}
      isPending={decide.isPending}
      problem={<ActionProblem error={decide.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(decide.error)}
      onSubmit={() => {
        if (!outcome) return;
        decide.mutate({
          version: labourCase.version,
          outcome,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
          ...(isGranting && motion.kind === 'extension' && days ? { days } : {}),
          ...(isGranting && GIVES_A_DAY.includes(motion.kind) && until ? { until } : {}),
          ...(isGranting && motion.kind === 'jurisdiction-objection' && competent ? { competent } : {}),
        });
      }}
    >
      <MotionFacts motion={motion} motions={motions} />
      {motion.isRefusable && (
        <Field pointer="/outcome" label={t('motion.outcome')} isGroup>
          <Choice
            value={outcome}
            onChange={setOutcome}
            options={[
              { value: 'granted', label: t('motion.outcome.granted') },
              { value: 'refused', label: t('motion.outcome.refused') },
            ]}
          />
        </Field>
      )}
      {isGranting && motion.kind === 'jurisdiction-objection' && (
        <CompetentField
          pointer="/competent"
          label={t('motion.field.competent')}
          commissions={motions.commissions}
          value={competent}
          onChange={setCompetent}
        />
      )}
      {isGranting && motion.kind === 'extension' && (
        <Field pointer="/days" label={t('motion.granted-days.label')}>
          <NumberInput value={days} onChange={setDays} max={15} unit={t('motion.days-unit')} />
        </Field>
      )}
      {isGranting && GIVES_A_DAY.includes(motion.kind) && (
        <Field pointer="/until" label={t('motion.granted-until.label')}>
          <DateInput value={until} onChange={setUntil} />
        </Field>
      )}
      {outcome !== null && (
        <Field
          pointer="/reason"
          label={t(isGranting ? 'motion.note' : 'motion.refusal-reason')}
          isOptional={isGranting}
        >
          <TextArea value={reason} onChange={setReason} rows={3} maxLength={2000} />
        </Field>
      )}
      {outcome !== null && <WhatHappens items={happensOf(t, motion.kind, outcome, motion.side)} />}
    </DecisionDialog>
  );
}
