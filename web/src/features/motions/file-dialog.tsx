import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, type Schemas } from '../../api/client';
import { FindingView } from '../../ui/finding';
import type { Finding } from '../../ui/law';
import { Notice } from '../../ui/states';
import { ActionProblem, fieldProblems } from '../desk/case/action-problem';
import { DecisionDialog, WhatHappens } from '../desk/case/decision-dialog';
import { useCaseAction, type Case } from '../desk/queries';
import { happensOf } from './happens';
import { answersOf, fieldsOf, MotionField } from './motion-fields';
import type { MotionDetails, MotionOption, Motions } from './queries';

/** Somebody of the commission asks for approval, or decides what is theirs to decide. */
export function FileDialog({
  labourCase,
  option,
  motions,
  onClose,
}: {
  labourCase: Case;
  option: MotionOption;
  motions: Motions;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [details, setDetails] = useState<MotionDetails>({});
  const title = t(option.decidesAtOnce ? `motion.act.${option.kind}` : `motion.propose.${option.kind}`);
  const file = useCaseAction(
    labourCase.id,
    (input: Schemas['FileMotionDto'], headers) =>
      body(
        api.POST('/api/cases/{caseId}/motions', {
          params: { path: { caseId: labourCase.id } },
          body: input,
          headers,
        }),
      ),
    () => {
      onClose();
      void message.success(
        t(option.decidesAtOnce ? 'motion.decided' : 'motion.proposed', {
          motion: t(`motion.kind.${option.kind}`),
        }),
      );
    },
  );
  return (
    <DecisionDialog
      isOpen
      onClose={onClose}
      title={title}
      confirm={t(option.decidesAtOnce ? 'motion.confirm.act' : 'motion.confirm.propose')}
      isDanger={option.decidesAtOnce && option.kind !== 'resumption'}
      isPending={file.isPending}
      problem={<ActionProblem error={file.error} caseId={labourCase.id} onReloaded={onClose} />}
      fields={fieldProblems(file.error)}
      onSubmit={() =>
        file.mutate({
          kind: option.kind,
          version: labourCase.version,
          details: answersOf(option, details),
        })
      }
    >
      {option.problem !== null && (
        <Notice tone="warn" title={option.problem}>
          {option.finding && <FindingView finding={option.finding as unknown as Finding} about={title} />}
        </Notice>
      )}
      {fieldsOf(option, details).map((name) => (
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
      <WhatHappens
        items={
          option.decidesAtOnce
            ? happensOf(t, option.kind, 'granted', 'commission')
            : [t(`motion.happens.propose.${option.kind}`), t('motion.happens.inside')]
        }
      />
    </DecisionDialog>
  );
}
