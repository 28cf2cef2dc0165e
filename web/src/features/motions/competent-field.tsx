import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form';
import { Select, TextInput } from '../../ui/inputs';
import type { Motions } from './queries';

const ELSEWHERE = 'elsewhere';

/** Which commission has jurisdiction: one of this system, where the file arrives by itself, or another one by name. */
export function CompetentField({
  pointer,
  label,
  hint,
  isOptional = false,
  commissions,
  value,
  onChange,
}: {
  pointer: string;
  label: string;
  hint?: string;
  isOptional?: boolean;
  commissions: Motions['commissions'];
  value: string;
  onChange: (competent: string) => void;
}) {
  const { t } = useTranslation();
  const isKnown = commissions.some(({ id }) => id === value);
  const [isElsewhere, setElsewhere] = useState(value !== '' && !isKnown);
  return (
    <>
      <Field
        pointer={isElsewhere ? `${pointer}/choice` : pointer}
        label={label}
        isOptional={isOptional}
        {...(hint ? { hint } : {})}
      >
        <Select
          value={isElsewhere ? ELSEWHERE : isKnown ? value : ''}
          placeholder={t('motion.field.competent.none')}
          onChange={(choice) => {
            setElsewhere(choice === ELSEWHERE);
            onChange(choice === ELSEWHERE ? '' : choice);
          }}
          options={[
            ...commissions.map(({ id, name }) => ({ value: id, label: name })),
            { value: ELSEWHERE, label: t('motion.field.competent.other') },
          ]}
        />
      </Field>
      {isElsewhere && (
        <Field pointer={pointer} label={t('motion.field.competent.name')}>
          <TextInput value={value} onChange={onChange} maxLength={120} />
        </Field>
      )}
    </>
  );
}
