import { useTranslation } from 'react-i18next';
import { longDate, yuan } from '../../ui/format';
import type { EmployerHead, Head } from '../filing/heads';
import { askedOf, labelKey, optionKey, type Facts, type Question } from '../filing/questions';

/** What was answered, in words, for the printed page; what was left out is left out. */
export function useAnswers(head: Head | EmployerHead, facts: Facts): { label: string; value: string }[] {
  const { t } = useTranslation();
  const comma = t('ui.list-comma');

  const inWords = (question: Question, value: unknown): string => {
    switch (question.kind) {
      case 'date':
        return longDate(String(value));
      case 'money':
        return yuan(Number(value));
      case 'yes-no':
        return t(value === true ? 'ui.yes' : 'ui.no');
      case 'choice':
        return t(optionKey(head, question, String(value)));
      case 'number':
        return `${String(value)} ${t(question.unit)}`;
      case 'grade':
        return t('facts.shared.grade.of', { number: Number(value) });
      case 'wages':
        return (value as unknown[])
          .filter((each) => typeof each === 'number')
          .map(yuan)
          .join(comma);
      case 'leave-years':
        return (value as { year: number; cumulativeYears?: number; takenDays?: number }[])
          .map(({ year, cumulativeYears, takenDays }) =>
            t('calculators.leave-year', { year, worked: cumulativeYears ?? 0, taken: takenDays ?? 0 }),
          )
          .join(comma);
    }
  };

  return askedOf(head, facts).flatMap((question) => {
    const value = facts[question.name];
    if (value === undefined || value === null || value === '') return [];
    if (Array.isArray(value) && value.length === 0) return [];
    const label =
      question.kind === 'wages'
        ? t('facts.wages.each')
        : question.kind === 'leave-years'
          ? t('claim.annual-leave')
          : t(labelKey(head, question));
    return [{ label, value: inWords(question, value) }];
  });
}
