import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form';
import { legalDayOf, longDate } from '../../ui/format';
import { Choice, DateInput, NumberInput, TextArea, TextInput, YesNo } from '../../ui/inputs';
import { CompetentField } from './competent-field';
import { ClaimsEditor } from './claims-editor';
import type { MotionDetails, MotionKind, MotionOption, Motions } from './queries';

export type FieldName = keyof MotionDetails;

/** Days by which a period for the award can be lengthened at most (Rules 45). */
const LONGEST_EXTENSION = 15;

/** What is asked, in its order: of corrections, what is wrong, or that it was decided and left out. */
export function fieldsOf(option: MotionOption, details: MotionDetails): FieldName[] {
  const all = [...option.required, ...option.optional] as FieldName[];
  if (option.kind !== 'award-correction') return all;
  const isLeftOut = details.error === 'left-out';
  return ['awardId', 'error', isLeftOut ? 'wasDecided' : 'wrong', 'right', 'reason'];
}

/** What was filled in and is asked for: an answer to a question that fell away is not sent. */
export function answersOf(option: MotionOption, details: MotionDetails): MotionDetails {
  const asked = fieldsOf(option, details);
  return Object.fromEntries(
    Object.entries(details)
      .filter(([name, value]) => asked.includes(name as FieldName) && value !== '' && value !== null)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );
}

interface FieldProps {
  caseId: string;
  name: FieldName;
  option: MotionOption;
  motions: Motions;
  details: MotionDetails;
  onChange: (changes: MotionDetails) => void;
}

/** One question of a motion. */
export function MotionField({ caseId, name, option, motions, details, onChange }: FieldProps) {
  const { t } = useTranslation();
  const { kind } = option;
  const pointer = `/details/${name}`;
  const label = t([`motion.field.${name}.${kind}`, `motion.field.${name}`]);
  const hint = t([`motion.field.${name}.${kind}.hint`, `motion.field.${name}.hint`], { defaultValue: '' });
  const common = { pointer, label, ...(hint ? { hint } : {}) };
  const set = (value: string | number | boolean | null): void =>
    onChange({ [name]: value ?? undefined } as MotionDetails);
  const text = (details[name] as string | undefined) ?? '';
  // The last day as it stands, which another day has to come after.
  const present =
    kind === 'outage-extension'
      ? motions.lostDays.find(({ period }) => period === details.period)?.dueOn
      : motions.evidenceUntil;
  switch (name) {
    case 'ground':
    case 'period':
    case 'challenged':
    case 'happened':
    case 'error':
      return (
        <Field {...common} isGroup>
          <Choice
            value={text || null}
            onChange={set}
            options={choicesOf(name, option).map((value) => {
              const lost = name === 'period' && motions.lostDays.find(({ period }) => period === value);
              return {
                value,
                label: t(choiceKey(kind, name, value)),
                ...(lost ? { hint: t('motion.period.lost', { date: longDate(lost.dueOn) }) } : {}),
              };
            })}
          />
        </Field>
      );
    case 'isKnownSinceOpening':
    case 'hasGoodReason':
    case 'isTechnicalFailure':
    case 'wasDecided':
      return (
        <Field {...common} isGroup>
          <YesNo value={(details[name] as boolean | undefined) ?? null} onChange={set} />
        </Field>
      );
    case 'days':
      return (
        <Field {...common}>
          <NumberInput
            value={details.days ?? null}
            onChange={set}
            max={LONGEST_EXTENSION}
            unit={t('motion.days-unit')}
          />
        </Field>
      );
    case 'until':
      return (
        <Field
          {...common}
          hint={t(kind === 'outage-extension' ? 'motion.field.until.lost' : 'motion.field.until.hint', {
            date: present ? longDate(present) : '',
          })}
        >
          <DateInput
            value={text}
            onChange={set}
            {...(present ? { min: dayAfter(present) } : {})}
            underText={t('motion.field.until.early')}
          />
        </Field>
      );
    case 'courtAcceptedOn':
      return (
        <Field {...common}>
          <DateInput
            value={text}
            onChange={set}
            max={legalDayOf(new Date())}
            overText={t('motion.field.courtAcceptedOn.late')}
          />
        </Field>
      );
    case 'awardId':
      return (
        <Field {...common} isGroup>
          <Choice
            value={text || null}
            onChange={set}
            options={motions.awards.map((award) => ({ value: award.id, label: award.number }))}
          />
        </Field>
      );
    case 'court':
    case 'courtNumber':
      return (
        <Field {...common}>
          <TextInput value={text} onChange={set} maxLength={80} />
        </Field>
      );
    case 'wrong':
    case 'right':
      return (
        <Field {...common}>
          <TextArea value={text} onChange={set} rows={2} maxLength={1000} />
        </Field>
      );
    case 'competent':
      return (
        <CompetentField
          {...common}
          isOptional={!option.required.includes('competent')}
          commissions={motions.commissions}
          value={text}
          onChange={set}
        />
      );
    case 'claims':
      return (
        <Field {...common} isGroup>
          <ClaimsEditor
            caseId={caseId}
            kind={kind === 'claims-waiver' ? 'claims-waiver' : 'claims-change'}
            value={details.claims}
            onChange={(claims) => onChange({ claims } as MotionDetails)}
          />
        </Field>
      );
    case 'reason':
      return (
        <Field {...common} isOptional={!option.required.includes('reason')}>
          <TextArea value={text} onChange={set} rows={4} maxLength={2000} />
        </Field>
      );
  }
}

function choicesOf(name: string, option: MotionOption): string[] {
  return option.choices.find(({ field }) => field === name)?.values ?? [];
}

/** Grounds of suspension have their words in the law. */
export function choiceKey(kind: MotionKind, name: string, value: string): string {
  if (kind === 'suspension' && name === 'ground') return `suspension.${value}`;
  return `motion.${name}.${value}`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
