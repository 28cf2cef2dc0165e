import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { isDay } from '../../../ui/format';
import { Choice, DateInput, TextInput } from '../../../ui/inputs';
import { DOCUMENT_KINDS, type ClaimantDraft, type DocumentKind } from '../draft-data';
import { useDraft } from '../draft-context';
import { useFilingPlace } from '../filing-place';
import { today } from '../today';

/** What an identity card says by its digits; the person need not type it again. */
function factsIn(kind: DocumentKind | undefined, number: string): Pick<ClaimantDraft, 'birthDate' | 'sex'> {
  if (kind !== 'resident-id' && kind !== 'hk-macau-residence') return {};
  const match = /^\d{6}(\d{4})(\d\d)(\d\d)\d\d(\d)[\dX]$/.exec(number.replace(/\s/g, '').toUpperCase());
  if (!match) return {};
  const [, year, month, day, order] = match;
  const birthDate = `${year}-${month}-${day}`;
  // A number with a day that never was is mistyped: the server says so beside it.
  if (!isDay(birthDate)) return {};
  return { birthDate, sex: Number(order) % 2 === 1 ? 'male' : 'female' };
}

export function ClaimantStep() {
  const { t } = useTranslation();
  const { data, change } = useDraft();
  const claimant = data.claimant ?? {};
  const document = claimant.document ?? {};
  const set = (changes: ClaimantDraft): void => change('claimant', { ...claimant, ...changes });
  return (
    <>
      <Field pointer="/claimant/name" label={t('claimant.name')} hint={t('claimant.name.hint')}>
        <TextInput
          value={claimant.name ?? ''}
          onChange={(name) => set({ name })}
          maxLength={60}
          autoComplete="name"
        />
      </Field>
      <Field pointer="/claimant/document/kind" label={t('claimant.document')} isGroup>
        <Choice
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
          value={document.kind ?? null}
          onChange={(kind) =>
            set({ document: { ...document, kind }, ...factsIn(kind, document.number ?? '') })
          }
        />
      </Field>
      {document.kind && (
        <Field
          pointer="/claimant/document/number"
          label={t('claimant.document.number', { document: t(`document.${document.kind}`) })}
          hint={t(`document.${document.kind}.hint`)}
        >
          <TextInput
            value={document.number ?? ''}
            onChange={(number) =>
              set({ document: { ...document, number }, ...factsIn(document.kind, number) })
            }
            maxLength={24}
            autoComplete="off"
            spellCheck={false}
            size={20}
          />
        </Field>
      )}
      <Field pointer="/claimant/birthDate" label={t('claimant.birth-date')}>
        <DateInput
          value={claimant.birthDate ?? ''}
          onChange={(birthDate) => set({ birthDate })}
          max={today()}
          autoComplete="bday"
        />
      </Field>
      <Field pointer="/claimant/sex" label={t('claimant.sex')} isGroup>
        <Choice
          isInline
          options={[
            { value: 'female', label: t('claimant.sex.female') },
            { value: 'male', label: t('claimant.sex.male') },
          ]}
          value={claimant.sex ?? null}
          onChange={(sex) => set({ sex })}
        />
      </Field>
    </>
  );
}

export function ContactStep() {
  const { t } = useTranslation();
  const { isAtCounter } = useFilingPlace();
  const { data, change } = useDraft();
  const claimant = data.claimant ?? {};
  const set = (changes: ClaimantDraft): void => change('claimant', { ...claimant, ...changes });
  return (
    <>
      <Field pointer="/claimant/address" label={t('claimant.address')} hint={t('claimant.address.hint')}>
        <TextInput
          value={claimant.address ?? ''}
          onChange={(address) => set({ address })}
          maxLength={200}
          autoComplete="street-address"
        />
      </Field>
      <Field
        pointer="/claimant/phone"
        label={t('claimant.phone')}
        hint={t(isAtCounter ? 'counter.phone.hint' : 'claimant.phone.hint')}
        isOptional={isAtCounter}
      >
        <TextInput
          type="tel"
          value={claimant.phone ?? ''}
          onChange={(phone) => set({ phone })}
          maxLength={24}
          autoComplete="tel"
          size={20}
        />
      </Field>
      <Field pointer="/claimant/email" label={t('claimant.email')} isOptional>
        <TextInput
          type="email"
          value={claimant.email ?? ''}
          onChange={(email) => set({ email })}
          maxLength={200}
          autoComplete="email"
        />
      </Field>
    </>
  );
}
