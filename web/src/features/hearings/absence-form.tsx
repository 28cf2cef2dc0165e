import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../ui/format';
import type { Hearing } from './hearing-api';
import styles from './record-panel.module.css';

type Party = Hearing['parties'][number];

/** What the arbitrator finds about the absence of each respondent, beside what became of its notice (Rules 38, 39). */
export function AbsenceForm({
  parties,
  onSubmit,
  onCancel,
}: {
  parties: readonly Party[];
  onSubmit: (absences: { partyId: string; reason: string }[]) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isMissing, setIsMissing] = useState(false);
  const usual = t('hearings.tribunal.open-absent-default');
  const absences = parties.map((party) => ({
    partyId: party.id,
    reason: (reasons[party.id] ?? usual).trim(),
  }));
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (absences.some(({ reason }) => reason === '')) setIsMissing(true);
        else onSubmit(absences);
      }}
    >
      <p>{t('hearings.tribunal.open-absent-hint')}</p>
      {parties.map((party) => {
        const isEmpty = (reasons[party.id] ?? usual).trim() === '';
        return (
          <div key={party.id} className={styles['field']}>
            <label htmlFor={`${id}-${party.id}`}>
              {t('hearings.tribunal.open-absent-reason', { who: party.name })}
            </label>
            <p id={`${id}-${party.id}-notice`} className={party.canBeHeardOver ? 'small' : styles['problem']}>
              {noticeOf(party, t)}
            </p>
            <textarea
              id={`${id}-${party.id}`}
              rows={3}
              maxLength={500}
              value={reasons[party.id] ?? usual}
              aria-required="true"
              aria-invalid={(isMissing && isEmpty) || undefined}
              aria-describedby={`${id}-${party.id}-notice${isMissing && isEmpty ? ` ${id}-missing` : ''}`}
              onChange={(event) => {
                setReasons({ ...reasons, [party.id]: event.target.value });
                setIsMissing(false);
              }}
            />
          </div>
        );
      })}
      {isMissing && (
        <p id={`${id}-missing`} role="alert" className={styles['problem']}>
          {t('hearings.reason-missing')}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit">
          {t('hearings.tribunal.open')}
        </Button>
        <Button onClick={onCancel}>{t('hearings.cancel')}</Button>
      </div>
    </form>
  );
}

function noticeOf({ noticeServedOn, canBeHeardOver }: Party, t: TFunction): string {
  if (noticeServedOn === null) return t('hearings.tribunal.notice-none');
  const on = longDate(noticeServedOn);
  return t(canBeHeardOver ? 'hearings.tribunal.notice-served' : 'hearings.tribunal.notice-late', { on });
}
