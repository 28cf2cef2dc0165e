import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../ui/format';
import { Notice } from '../../ui/states';
import { Dialog } from './dialog';
import type { RecordView, SignatureView } from './protocol';
import { ReasonForm } from './reason-form';
import type { RoomClient, RoomState } from './room-client';
import styles from './record-panel.module.css';

/** The hash of the text on this screen, made here: what is signed is what was read. */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function RecordSigning({
  record,
  room,
  state,
}: {
  record: RecordView;
  room: RoomClient;
  state: RoomState;
}) {
  const { t } = useTranslation();
  const [isReading, setIsReading] = useState(false);
  const [isPrinting, setIsPrinting] = useState(false);
  const [refusing, setRefusing] = useState<SignatureView | null>(null);
  const [hasLeft, setHasLeft] = useState(false);
  const actions = state.snapshot?.actions ?? [];
  const mine = record.signatures.find((signature) => signature.seatId === state.seatId);
  const isMyTurn = mine?.state === 'awaited';
  const isParty = mine?.role === 'claimant' || mine?.role === 'respondent';
  const canNote = actions.includes('record:refuse') && !isParty;
  const canNoteSignature = actions.includes('record:note-signature');
  const isOver = ['closed', 'adjourned'].includes(state.snapshot?.state ?? '');
  const isOfOther = refusing !== null && refusing.seatId !== state.seatId;
  const hasOpenCorrections = record.corrections.some((correction) => correction.state === 'requested');
  return (
    <section className={styles['signing']} aria-labelledby="signing-title">
      <h3 id="signing-title">{t('hearings.sign.title')}</h3>
      {record.state === 'confirmed' && (
        <Notice tone="ok" title={t('hearings.sign.confirmed')} live>
          <p>{t(isOver ? 'hearings.sign.confirmed-hint' : 'hearings.sign.confirmed-sitting')}</p>
        </Notice>
      )}
      <ul className={styles['signatures']}>
        {record.signatures.map((signature) => (
          <li key={signature.seatId}>
            <span>
              <strong>{t(`hearings.role.${signature.role}`)}</strong> {signature.name}
            </span>
            <span className={styles[signature.state]}>
              {t(signature.isOnPaper ? 'hearings.sign.on-paper' : `hearings.sign.${signature.state}`)}
              {signature.note && `：${signature.note}`}
              {signature.at && <span className="small quiet"> {dateTime(signature.at)}</span>}
            </span>
            {canNoteSignature && signature.isInChamber && signature.state === 'awaited' && (
              <Button
                size="small"
                disabled={hasOpenCorrections}
                aria-label={t('hearings.sign.note-signature-who', { who: signature.name })}
                onClick={() => void room.ask('record:note-signature', { seatId: signature.seatId })}
              >
                {t('hearings.sign.note-signature')}
              </Button>
            )}
            {canNote &&
              signature.state === 'awaited' &&
              ['claimant', 'respondent'].includes(signature.role) && (
                <Button
                  size="small"
                  onClick={() => {
                    setHasLeft(false);
                    setRefusing(signature);
                  }}
                >
                  {t('hearings.sign.note-refusal')}
                </Button>
              )}
          </li>
        ))}
      </ul>
      {canNoteSignature && record.signatures.some((signature) => signature.isInChamber) && (
        <div className="stack-s">
          <p className="small quiet">{t('hearings.sign.print-hint')}</p>
          <Button onClick={() => setIsPrinting(true)}>{t('hearings.sign.print')}</Button>
        </div>
      )}
      {isPrinting && record.text !== null && (
        <RecordToPrint record={record} onClose={() => setIsPrinting(false)} />
      )}
      {record.state === 'for-confirmation' && isMyTurn && (
        <div className={styles['turn']}>
          {hasOpenCorrections && <p>{t('hearings.sign.correction-open')}</p>}
          <Button type="primary" onClick={() => setIsReading(true)} disabled={hasOpenCorrections}>
            {t('hearings.sign.read-and-sign')}
          </Button>
        </div>
      )}
      {isReading && record.text !== null && (
        <Dialog title={t('hearings.sign.read')} onClose={() => setIsReading(false)} isWide>
          <div className="stack">
            <p>{t('hearings.sign.read-hint')}</p>
            <div
              className={styles['full']}
              tabIndex={0}
              role="document"
              aria-label={t('hearings.record.title')}
            >
              {record.text}
            </div>
            <p className="small quiet">
              {t('hearings.sign.hash')} <code className={styles['hash']}>{record.sha256}</code>
            </p>
            <div className="row">
              <Button
                type="primary"
                onClick={() => {
                  void hashOf(record.text!).then((sha256) => room.ask('record:sign', { sha256 }));
                  setIsReading(false);
                }}
              >
                {t('hearings.sign.sign')}
              </Button>
              {isParty && (
                <Button
                  onClick={() => {
                    setIsReading(false);
                    setRefusing(mine);
                  }}
                >
                  {t('hearings.sign.refuse')}
                </Button>
              )}
              <Button type="text" onClick={() => setIsReading(false)}>
                {t('hearings.sign.later')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
      {refusing && (
        <Dialog
          title={t('hearings.sign.refuse-title', { name: refusing.name })}
          onClose={() => setRefusing(null)}
        >
          <ReasonForm
            label={t('hearings.sign.refuse-reason')}
            submit={t('hearings.sign.refuse-submit')}
            isDanger
            onSubmit={(note) => {
              void room.ask('record:refuse', {
                note,
                ...(isOfOther ? { seatId: refusing.seatId, hasLeft } : {}),
              });
              setRefusing(null);
            }}
            onCancel={() => setRefusing(null)}
          >
            <p>{t('hearings.sign.refuse-hint')}</p>
            {isOfOther && (
              <label className={styles['field']}>
                {t('hearings.sign.unsigned-kind')}
                <select
                  value={hasLeft ? 'left' : 'refused'}
                  onChange={(event) => setHasLeft(event.target.value === 'left')}
                >
                  {(['refused', 'left'] as const).map((kind) => (
                    <option key={kind} value={kind}>
                      {t(`hearings.sign.${kind}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </ReasonForm>
        </Dialog>
      )}
    </section>
  );
}

/** The record on paper, with a line for each signature: what is signed by hand is the text that others sign here. */
function RecordToPrint({ record, onClose }: { record: RecordView; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('hearings.sign.print')} onClose={onClose} isWide isPrinted>
      <div className="stack">
        <div className={styles['full']} tabIndex={0} role="document" aria-label={t('hearings.record.title')}>
          {record.text}
        </div>
        <p className="small quiet">
          {t('hearings.sign.hash')} <code className={styles['hash']}>{record.sha256}</code>
        </p>
        <ul className={styles['lines']}>
          {record.signatures
            .filter((signature) => signature.isInChamber)
            .map((signature) => (
              <li key={signature.seatId}>
                {t(`hearings.role.${signature.role}`)} {signature.name}
              </li>
            ))}
        </ul>
        <div className="row no-print">
          <Button type="primary" onClick={() => window.print()}>
            {t('hearings.sign.print')}
          </Button>
          <Button onClick={onClose}>{t('hearings.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
