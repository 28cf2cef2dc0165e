import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ArticleLink } from '../../../ui/cited';
import { Field } from '../../../ui/form';
import { Choice, TextInput } from '../../../ui/inputs';
import type { ServiceDraft } from '../draft-data';
import { useDraft } from '../draft-context';
import { useFilingPlace } from '../filing-place';

/** Where papers reach the claimant, and what the claimant agrees to: each thing asked by itself. */
export function ServiceStep() {
  const { t } = useTranslation();
  const { isAtCounter } = useFilingPlace();
  const { data, change } = useDraft();
  const service = data.service ?? {};
  const set = (changes: ServiceDraft): void => change('service', { ...service, ...changes });

  // Most people receive their own post: what they said of themselves is there to be changed.
  useEffect(() => {
    if (data.service || !data.claimant) return;
    const { name, address, phone, email } = data.claimant;
    change('service', { receiver: name, address, phone, email });
  }, [data, change]);

  return (
    <>
      <Field pointer="/service/receiver" label={t('service.receiver')}>
        <TextInput
          value={service.receiver ?? ''}
          onChange={(receiver) => set({ receiver })}
          maxLength={60}
          size={20}
        />
      </Field>
      <Field pointer="/service/address" label={t('service.address')} hint={t('service.address.hint')}>
        <TextInput value={service.address ?? ''} onChange={(address) => set({ address })} maxLength={200} />
      </Field>
      <Field pointer="/service/phone" label={t('service.phone')} isOptional={isAtCounter}>
        <TextInput
          type="tel"
          value={service.phone ?? ''}
          onChange={(phone) => set({ phone })}
          maxLength={24}
          size={20}
        />
      </Field>
      <Field pointer="/service/email" label={t('service.email')} isOptional>
        <TextInput
          type="email"
          value={service.email ?? ''}
          onChange={(email) => set({ email })}
          maxLength={200}
        />
      </Field>
      <Field
        pointer="/service/consentsToElectronic"
        label={t('service.electronic')}
        hint={
          <>
            {t('service.electronic.hint')} <ArticleLink article={{ law: 'civil-procedure', article: '90' }} />
          </>
        }
        isGroup
      >
        <Choice
          options={[
            { value: 'yes', label: t('service.electronic.yes'), hint: t('service.electronic.yes.hint') },
            { value: 'no', label: t('service.electronic.no'), hint: t('service.electronic.no.hint') },
          ]}
          value={
            service.consentsToElectronic === undefined ? null : service.consentsToElectronic ? 'yes' : 'no'
          }
          onChange={(choice) => set({ consentsToElectronic: choice === 'yes' })}
        />
      </Field>
      <Field
        pointer="/service/consentsToOnlineHearing"
        label={t('service.online-hearing')}
        hint={t('service.online-hearing.hint')}
        isGroup
      >
        <Choice
          options={[
            { value: 'yes', label: t('service.online-hearing.yes') },
            { value: 'no', label: t('service.online-hearing.no') },
          ]}
          value={
            service.consentsToOnlineHearing === undefined
              ? null
              : service.consentsToOnlineHearing
                ? 'yes'
                : 'no'
          }
          onChange={(choice) => set({ consentsToOnlineHearing: choice === 'yes' })}
        />
      </Field>
    </>
  );
}
