import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form';
import { Choice, DateInput, MoneyInput, TextArea, TextInput, YesNo } from '../../../ui/inputs';
import { CONTRACTS, type EmploymentDraft } from '../draft-data';
import { END_KINDS } from '../questions';
import { useDraft } from '../draft-context';
import { today } from '../today';

function useEmployment(): [EmploymentDraft, (changes: EmploymentDraft) => void] {
  const { data, change } = useDraft();
  const employment = data.employment ?? {};
  return [employment, (changes) => change('employment', { ...employment, ...changes })];
}

export function JobStep() {
  const { t } = useTranslation();
  const [employment, set] = useEmployment();
  return (
    <>
      <Field pointer="/employment/startDate" label={t('employment.start')} hint={t('employment.start.hint')}>
        <DateInput
          value={employment.startDate ?? ''}
          onChange={(startDate) => set({ startDate })}
          min="1949-10-01"
          max={today()}
          overText={t('employment.not-in-future')}
        />
      </Field>
      <Field pointer="/employment/post" label={t('employment.post')}>
        <TextInput
          value={employment.post ?? ''}
          onChange={(post) => set({ post })}
          maxLength={60}
          autoComplete="off"
        />
      </Field>
      <Field
        pointer="/employment/workplace"
        label={t('employment.workplace')}
        hint={t('employment.workplace.hint')}
      >
        <TextInput
          value={employment.workplace ?? ''}
          onChange={(workplace) => set({ workplace })}
          maxLength={200}
          autoComplete="off"
        />
      </Field>
    </>
  );
}

export function ContractStep() {
  const { t } = useTranslation();
  const [employment, set] = useEmployment();
  const { contract } = employment;
  return (
    <>
      <Field pointer="/employment/contract" label={t('employment.contract')} isGroup>
        <Choice
          options={CONTRACTS.map((kind) => ({
            value: kind,
            label: t(`employment.contract.${kind}`),
            hint: t(`employment.contract.${kind}.hint`),
          }))}
          value={contract ?? null}
          onChange={(kind) =>
            set(
              kind === 'none'
                ? {
                    contract: kind,
                    contractSignedOn: undefined,
                    contractFrom: undefined,
                    contractTo: undefined,
                  }
                : { contract: kind },
            )
          }
        />
      </Field>
      {contract && contract !== 'none' && (
        <>
          <Field pointer="/employment/contractSignedOn" label={t('employment.signed-on')} isOptional>
            <DateInput
              value={employment.contractSignedOn ?? ''}
              onChange={(contractSignedOn) => set({ contractSignedOn })}
              max={today()}
            />
          </Field>
          <Field pointer="/employment/contractFrom" label={t('employment.contract-from')} isOptional>
            <DateInput
              value={employment.contractFrom ?? ''}
              onChange={(contractFrom) => set({ contractFrom })}
            />
          </Field>
          <Field
            pointer="/employment/contractTo"
            label={t('employment.contract-to')}
            hint={t('employment.contract-to.hint')}
            isOptional
          >
            <DateInput
              value={employment.contractTo ?? ''}
              onChange={(contractTo) => set({ contractTo })}
              {...(employment.contractFrom ? { min: employment.contractFrom } : {})}
              underText={t('employment.ends-before-start')}
            />
          </Field>
        </>
      )}
    </>
  );
}

export function PayStep() {
  const { t } = useTranslation();
  const [employment, set] = useEmployment();
  return (
    <>
      <Field pointer="/employment/monthlyWage" label={t('employment.wage')} hint={t('employment.wage.hint')}>
        <MoneyInput
          isPositive
          value={employment.monthlyWage ?? null}
          onChange={(fen) => set({ monthlyWage: fen ?? undefined })}
        />
      </Field>
      <Field
        pointer="/employment/paidUntil"
        label={t('employment.paid-until')}
        hint={t('employment.paid-until.hint')}
        isOptional
      >
        <DateInput
          value={employment.paidUntil ?? ''}
          onChange={(paidUntil) => set({ paidUntil })}
          max={today()}
        />
      </Field>
    </>
  );
}

export function EndingStep() {
  const { t } = useTranslation();
  const [employment, set] = useEmployment();
  const { isEnded } = employment;
  return (
    <>
      <Field pointer="/employment/isEnded" label={t('employment.is-ended')} isGroup>
        <YesNo
          value={isEnded ?? null}
          onChange={(yes) =>
            set(
              yes
                ? { isEnded: true }
                : { isEnded: false, endDate: undefined, endKind: undefined, endReason: undefined },
            )
          }
        />
      </Field>
      {isEnded && (
        <>
          <Field pointer="/employment/endDate" label={t('employment.end')} hint={t('employment.end.hint')}>
            <DateInput
              value={employment.endDate ?? ''}
              onChange={(endDate) => set({ endDate })}
              {...(employment.startDate ? { min: employment.startDate } : {})}
              underText={t('employment.ends-before-entry')}
              max={today()}
              overText={t('employment.not-in-future')}
            />
          </Field>
          <Field pointer="/employment/endKind" label={t('employment.end-kind')} isGroup>
            <Choice
              options={END_KINDS.map((kind) => ({ value: kind, label: t(`employment.end-kind.${kind}`) }))}
              value={employment.endKind ?? null}
              onChange={(endKind) => set({ endKind })}
            />
          </Field>
          <Field
            pointer="/employment/endReason"
            label={t('employment.end-reason')}
            hint={t('employment.end-reason.hint')}
            isOptional
          >
            <TextArea
              value={employment.endReason ?? ''}
              onChange={(endReason) => set({ endReason })}
              rows={3}
              maxLength={1000}
            />
          </Field>
        </>
      )}
    </>
  );
}
