import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { Choice, DateInput, MoneyInput, NumberInput, Select, YesNo } from '../../../ui/inputs';
import { monthsBefore, settledWages } from '../claim-facts';
import type { EmployerHead, Head } from '../heads';
import { askedOf, labelKey, optionKey, withoutUnasked, type Facts, type Question } from '../questions';
import { today } from '../today';
import { LeaveYears, Wages, type LeaveYear } from './wage-inputs';

interface FactsFormProps {
  head: Head | EmployerHead;
  /** JSON pointer of the facts. */
  at: string;
  facts: Facts;
  onChange: (facts: Facts) => void;
}

/** The questions of each calculator. Answers given on earlier pages are filled in and may be changed here. */
export function FactsForm({ head, at, facts, onChange }: FactsFormProps): ReactNode {
  const set = (changes: Facts): void =>
    onChange(settledWages(withoutUnasked(head, { ...facts, ...changes })));
  return askedOf(head, facts).map((question) => (
    <Asked
      key={question.name}
      question={question}
      head={head}
      pointer={`${at}/${question.name}`}
      facts={facts}
      onAnswer={(value) => set({ [question.name]: value })}
    />
  ));
}

interface AskedProps {
  question: Question;
  head: Head | EmployerHead;
  pointer: string;
  facts: Facts;
  onAnswer: (value: unknown) => void;
}

/** Questions made of several fields bring them along; the others stand in one. */
function Asked({ question, head, pointer, facts, onAnswer }: AskedProps) {
  const { t } = useTranslation();
  const value = facts[question.name];
  const startDate = text(facts['startDate']);
  const endDate = text(facts['endDate']);
  if (question.kind === 'wages') {
    return (
      <Wages
        at={pointer}
        hint={t(question.hint ?? 'facts.wages.all')}
        wages={Array.isArray(value) ? (value as (number | null)[]) : []}
        months={monthsBefore(startDate || undefined, endDate || today())}
        onChange={onAnswer}
      />
    );
  }
  if (question.kind === 'leave-years') {
    return (
      <LeaveYears
        at={pointer}
        years={Array.isArray(value) ? (value as LeaveYear[]) : []}
        employment={{ startDate, endDate }}
        onChange={onAnswer}
      />
    );
  }
  return (
    <Field
      pointer={pointer}
      label={t(labelKey(head, question))}
      isOptional={question.isOptional ?? false}
      isGroup={question.kind === 'yes-no' || question.kind === 'choice'}
      {...(question.hint ? { hint: t(question.hint) } : {})}
    >
      <Input question={question} head={head} facts={facts} onAnswer={onAnswer} />
    </Field>
  );
}

function Input({ question, head, facts, onAnswer }: Omit<AskedProps, 'pointer'>) {
  const { t } = useTranslation();
  const value = facts[question.name];
  switch (question.kind) {
    case 'date': {
      const min = question.after ? text(facts[question.after]) : '';
      return (
        <DateInput
          value={text(value)}
          onChange={(day) => onAnswer(day || undefined)}
          {...(question.mayLieAhead ? {} : { max: today(), overText: t('employment.not-in-future') })}
          {...(min ? { min } : {})}
          underText={t('employment.ends-before-start')}
        />
      );
    }
    case 'money':
      return (
        <MoneyInput
          isPositive={!question.isOptional}
          value={amount(value)}
          onChange={(fen) => onAnswer(fen ?? undefined)}
        />
      );
    case 'number':
      return (
        <NumberInput
          value={amount(value)}
          onChange={(number) => onAnswer(number ?? undefined)}
          max={question.max}
          decimals={question.decimals ?? 0}
          unit={t(question.unit)}
        />
      );
    case 'yes-no':
      return <YesNo value={typeof value === 'boolean' ? value : null} onChange={onAnswer} />;
    case 'choice':
      return (
        <Choice
          options={question.options.map((option) => ({
            value: option,
            label: t(optionKey(head, question, option)),
          }))}
          value={text(value) || null}
          onChange={onAnswer}
        />
      );
    case 'grade':
      return (
        <Select
          placeholder={t('facts.shared.grade.choose')}
          options={Array.from({ length: question.to - question.from + 1 }, (_, index) => {
            const number = question.from + index;
            return { value: String(number), label: t('facts.shared.grade.of', { number }) };
          })}
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(chosen) => onAnswer(Number(chosen))}
        />
      );
    case 'wages':
    case 'leave-years':
      return null; // they bring fields of their own
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function amount(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
