import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import type { Hearing } from './hearing-api';
import { APPEARANCES, type Appearance } from './protocol';
import type { RoomClient } from './room-client';
import styles from './record-panel.module.css';

/** The recorder notes who has come to the chamber for a party (Rules 41). */
export function SeatInChamber({ party, room }: { party: Hearing['parties'][number]; room: RoomClient }) {
  const { t } = useTranslation();
  const id = useId();
  const usual: Appearance = party.kind === 'person' ? 'in-person' : 'legal-representative';
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState(party.representativeName ?? (party.kind === 'person' ? party.name : ''));
  const [appearance, setAppearance] = useState<Appearance>(
    party.kind === 'person' && party.representativeName ? 'agent' : usual,
  );
  const [isMissing, setIsMissing] = useState(false);
  const close = (): void => setIsOpen(false);
  const who = `${t(`hearings.role.${party.role}`)} · ${party.name}`;
  return (
    <>
      <Button aria-label={t('hearings.chamber.note-who', { who })} onClick={() => setIsOpen(true)}>
        {t('hearings.chamber.note')}
      </Button>
      {isOpen && (
        <Dialog title={who} onClose={close}>
          <form
            className="stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '') return setIsMissing(true);
              void room.ask('tribunal:seat-in-chamber', { partyId: party.id, name: name.trim(), appearance });
              close();
            }}
          >
            <p className="quiet">{t('hearings.chamber.hint')}</p>
            <div className={styles['field']}>
              <label htmlFor={`${id}-name`}>{t('hearings.chamber.name')}</label>
              <input
                id={`${id}-name`}
                value={name}
                maxLength={100}
                aria-required="true"
                aria-invalid={isMissing || undefined}
                aria-describedby={isMissing ? `${id}-missing` : undefined}
                onChange={(event) => {
                  setName(event.target.value);
                  setIsMissing(false);
                }}
              />
              {isMissing && (
                <p id={`${id}-missing`} role="alert" className={styles['problem']}>
                  {t('hearings.reason-missing')}
                </p>
              )}
            </div>
            <div className={styles['field']}>
              <label htmlFor={`${id}-as`}>{t('hearings.chamber.appearance')}</label>
              <select
                id={`${id}-as`}
                value={appearance}
                onChange={(event) => setAppearance(event.target.value as Appearance)}
              >
                {APPEARANCES.filter((each) => each === usual || each === 'agent').map((each) => (
                  <option key={each} value={each}>
                    {t(`hearings.chamber.appearance.${each}`)}
                  </option>
                ))}
              </select>
            </div>
            <div className="row">
              <Button type="primary" htmlType="submit">
                {t('hearings.chamber.note')}
              </Button>
              <Button onClick={close}>{t('hearings.cancel')}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
