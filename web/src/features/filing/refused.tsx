import { useTranslation } from 'react-i18next';
import type { ProblemField } from '../../api/problem';
import type { EmployerHead, Head } from './heads';
import { labelKey, QUESTIONS } from './questions';

/** Why there is no result: each sentence with the question it is about. */
export function Refused({
  head,
  fields,
  className,
}: {
  head: Head | EmployerHead;
  fields: readonly ProblemField[];
  className?: string | undefined;
}) {
  const { t } = useTranslation();
  const about = (pointer: string): string => {
    const question = QUESTIONS[head].find(({ name }) => pointer.split('/').includes(name));
    if (!question || question.kind === 'wages' || question.kind === 'leave-years') return '';
    return t(labelKey(head, question)).replace(/[？?]$/, '') + t('ui.colon');
  };
  return (
    <ul {...(className ? { className } : {})}>
      {fields.map(({ pointer, code, detail }) => (
        <li key={pointer + code}>
          {about(pointer)}
          {detail}
        </li>
      ))}
    </ul>
  );
}
