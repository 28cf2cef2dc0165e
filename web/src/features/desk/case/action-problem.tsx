import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../../api/problem';
import { Basis } from '../../../ui/cited';
import type { FormProblem } from '../../../ui/form';
import { formProblems } from '../../../ui/form';
import { useSentence } from '../../../ui/query-problem';
import { Notice } from '../../../ui/states';
import { caseKey } from '../queries';

/** What the server found in the fields of a form. What a conflict says of fields is shown with the conflict. */
export function fieldProblems(error: unknown): FormProblem[] {
  return error instanceof ApiProblem && error.status !== 409 ? formProblems(error.fields) : [];
}

/** Refusals that mean: the case is no longer as it was on the screen. */
const STALE = [
  'motion.already-decided',
  'case.version',
  'lifecycle.not-now',
  'award.draft-version',
  'award.already-issued',
  'settlement.version',
];

/**
 * Why something was not done. A conflict means that the case is no longer as it was on the screen: it is said
 * plainly, and what was typed stays while the case is read again.
 */
export function ActionProblem({
  error,
  caseId,
  onReloaded,
  showsFields = false,
}: {
  error: unknown;
  caseId: string;
  onReloaded?: () => void;
  /** Where no field on the screen could show what is said of it. */
  showsFields?: boolean;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  if (!error) return null;
  const isConflict = isProblem(error, ...STALE);
  if (!showsFields && fieldProblems(error).length > 0) return null;
  return (
    <Notice tone="danger" live title={t(isConflict ? 'desk.conflict.title' : 'desk.not-done')}>
      <p>{sentence(error)}</p>
      {error instanceof ApiProblem && error.fields.length > 0 && (
        <ul>
          {error.fields.map((field) => (
            <li key={field.pointer + field.detail}>{field.detail}</li>
          ))}
        </ul>
      )}
      {error instanceof ApiProblem && error.basis.length > 0 && (
        <p className="small">
          <Basis basis={error.basis} />
        </p>
      )}
      {isConflict && (
        <Button
          style={{ marginTop: 10 }}
          onClick={() => {
            void client.invalidateQueries({ queryKey: caseKey(caseId) }).then(() => onReloaded?.());
          }}
        >
          {t('desk.conflict.reload')}
        </Button>
      )}
    </Notice>
  );
}
