import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/form';
import { TextInput } from '../../ui/inputs';
import styles from './phone-input.module.css';

/** The three places whose people use the system. */
const REGIONS = [
  { prefix: '+86', pattern: /^1[3-9]\d{9}$/, name: 'phone.mainland' },
  { prefix: '+852', pattern: /^[4-9]\d{7}$/, name: 'phone.hong-kong' },
  { prefix: '+853', pattern: /^6\d{7}$/, name: 'phone.macau' },
] as const;

type Region = (typeof REGIONS)[number];

export interface PhoneState {
  region: Region;
  setRegion: (region: Region) => void;
  number: string;
  setNumber: (number: string) => void;
  /** +85261234567 */
  full: string;
}

export function usePhone(): PhoneState {
  const [region, setRegion] = useState<Region>(REGIONS[0]);
  const [number, setNumber] = useState('');
  return { region, setRegion, number, setNumber, full: region.prefix + number.replace(/\D/g, '') };
}

export function PhoneInput({ phone }: { phone: PhoneState }) {
  const { t } = useTranslation();
  const { region, setRegion, number, setNumber } = phone;

  const type = (typed: string): void => {
    // A number pasted or filled in whole brings its own prefix.
    const compact = typed.replace(/[\s()-]/g, '');
    const named = REGIONS.find((each) => compact.startsWith(each.prefix));
    if (named) {
      setRegion(named);
      setNumber(compact.slice(named.prefix.length));
    } else setNumber(typed);
  };

  return (
    <div className={styles['phone']}>
      <label className={styles['region']}>
        <span>{t('phone.region')}</span>
        <select
          value={region.prefix}
          onChange={(event) => setRegion(REGIONS.find((each) => each.prefix === event.target.value)!)}
        >
          {REGIONS.map((each) => (
            <option key={each.prefix} value={each.prefix}>
              {t(each.name)} {each.prefix}
            </option>
          ))}
        </select>
      </label>
      <Field pointer="/phone" label={t('phone.number')}>
        <TextInput
          type="tel"
          value={number}
          onChange={type}
          autoComplete="tel"
          maxLength={24}
          check={(value) =>
            region.pattern.test(value.replace(/\D/g, ''))
              ? null
              : t('phone.format', { region: t(region.name) })
          }
        />
      </Field>
    </div>
  );
}
