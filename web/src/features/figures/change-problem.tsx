import { useTranslation } from 'react-i18next';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { fieldProblems } from '../desk/case/action-problem';

/** Why something was not changed, where no field can say it. */
export function ChangeProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (!error || fieldProblems(error).length > 0) return null;
  return (
    <Notice tone="danger" live title={t('desk.not-done')}>
      <p>{sentence(error)}</p>
    </Notice>
  );
}
