import { Button } from 'antd';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import type { Hearing } from './hearing-api';
import type { RecordEntryView, RecordStage, RecordView, RoomAction, SeatView, Speaker } from './protocol';
import { RECORD_STAGES } from './protocol';
import { ReasonForm } from './reason-form';
import { RecordCorrections } from './record-corrections';
import { RecordRevisions } from './record-revisions';
import { RecordSigning } from './record-signing';
import type { RoomClient, RoomState } from './room-client';
import styles from './record-panel.module.css';

const EMPTY: RecordView = {
  state: 'typing',
  revision: 0,
  entries: [],
  corrections: [],
  signatures: [],
  text: null,
  sha256: null,
};

/** The hearing record as it is being written: everybody before the tribunal reads it while it grows. */
export function RecordPanel({
  hearing,
  room,
  state,
}: {
  hearing: Hearing;
  room: RoomClient;
  state: RoomState;
}) {
  const { t } = useTranslation();
  const record = state.record ?? EMPTY;
  const actions = state.snapshot?.actions ?? [];
  const may = (action: RoomAction): boolean => actions.includes(action);
  const [isReopening, setIsReopening] = useState(false);
  return (
    <section className={styles['panel']} aria-labelledby="record-title">
      <div className={styles['head']}>
        <h2 id="record-title">{t('hearings.record.title')}</h2>
        <span className={styles['state']}>{t(`hearings.record.state.${record.state}`)}</span>
      </div>
      <Entries
        record={record}
        room={room}
        canAmend={may('record:amend')}
        self={
          may('record:request-correction')
            ? (state.snapshot?.seats.find((seat) => seat.seatId === state.seatId) ?? null)
            : null
        }
        askers={
          may('record:note-correction')
            ? (state.snapshot?.seats.filter((seat) => seat.presence === 'chamber') ?? [])
            : []
        }
      />
      <RecordCorrections record={record} room={room} canDecide={may('record:decide-correction')} />
      {record.state !== 'typing' && <RecordSigning record={record} room={room} state={state} />}
      {may('record:append') && <Typing record={record} room={room} parties={hearing.parties} />}
      {(may('record:present') || may('record:reopen')) && (
        <div className={styles['acts']}>
          {may('record:present') && (
            <Button
              onClick={() => void room.ask('record:present', {})}
              disabled={record.entries.length === 0}
            >
              {t('hearings.record.present')}
            </Button>
          )}
          {may('record:reopen') && (
            <Button onClick={() => setIsReopening(true)}>{t('hearings.record.reopen')}</Button>
          )}
        </div>
      )}
      <RecordRevisions hearingId={hearing.id} revision={record.revision} />
      {isReopening && (
        <Dialog title={t('hearings.record.reopen')} onClose={() => setIsReopening(false)}>
          <ReasonForm
            label={t('hearings.record.reopen-reason')}
            submit={t('hearings.record.reopen')}
            onSubmit={(reason) => {
              void room.ask('record:reopen', { reason });
              setIsReopening(false);
            }}
            onCancel={() => setIsReopening(false)}
          >
            <p>{t('hearings.record.reopen-hint')}</p>
          </ReasonForm>
        </Dialog>
      )}
    </section>
  );
}

function Entries({
  record,
  room,
  canAmend,
  self,
  askers,
}: {
  record: RecordView;
  room: RoomClient;
  canAmend: boolean;
  /** Oneself, as long as one may ask for corrections. */
  self: SeatView | null;
  /** Those in the chamber, for whom the recorder writes down what they ask for. */
  askers: readonly SeatView[];
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [dialog, setDialog] = useState<{ kind: 'amend' | 'ask' | 'note'; entry: RecordEntryView } | null>(
    null,
  );
  const [asker, setAsker] = useState('');
  const [proposed, setProposed] = useState('');

  // Follows the pen unless the reader has scrolled back.
  useEffect(() => {
    if (isAtEnd.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [record.entries.length, record.revision]);

  const close = (): void => setDialog(null);
  return (
    <div
      ref={list}
      className={styles['entries']}
      role="log"
      aria-label={t('hearings.record.entries')}
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 40;
      }}
    >
      {record.entries.length === 0 && <p className="quiet">{t('hearings.record.empty')}</p>}
      {record.entries.map((entry, i) => (
        <Fragment key={entry.id}>
          {record.entries[i - 1]?.stage !== entry.stage && <h3>{t(`hearings.stage.${entry.stage}`)}</h3>}
          <article className={entry.speaker === 'note' ? styles['note'] : styles['entry']}>
            <p>
              <span className={styles['ordinal']}>{entry.ordinal}</span>
              <strong>
                {t(`hearings.speaker.${entry.speaker}`)}
                {entry.speakerName && `（${entry.speakerName}）`}：
              </strong>
              <span className={styles['text']}>{entry.text}</span>
            </p>
            {askers.some((seat) => isOwnOf(seat, entry)) && (
              <button
                type="button"
                className={styles['entryAct']}
                onClick={() => {
                  setProposed(entry.text);
                  setAsker(askers.find((seat) => isOwnOf(seat, entry))?.seatId ?? '');
                  setDialog({ kind: 'note', entry });
                }}
                aria-label={t('hearings.record.ask-note-which', { ordinal: entry.ordinal })}
              >
                {t('hearings.record.ask-note')}
              </button>
            )}
            {((canAmend && entry.speaker !== 'note') || (self && isOwnOf(self, entry))) && (
              <button
                type="button"
                className={styles['entryAct']}
                onClick={() => {
                  setProposed(entry.text);
                  setDialog({ kind: canAmend ? 'amend' : 'ask', entry });
                }}
                aria-label={t(canAmend ? 'hearings.record.amend-which' : 'hearings.record.ask-which', {
                  ordinal: entry.ordinal,
                })}
              >
                {t(canAmend ? 'hearings.record.amend' : 'hearings.record.ask')}
              </button>
            )}
          </article>
        </Fragment>
      ))}
      {dialog?.kind === 'amend' && (
        <Dialog
          title={t('hearings.record.amend-which', { ordinal: dialog.entry.ordinal })}
          onClose={close}
          isWide
        >
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              const { id: entryId, version } = dialog.entry;
              if (proposed.trim() !== '')
                void room.ask('record:amend', { entryId, version, text: proposed.trim() });
              close();
            }}
          >
            <TextField label={t('hearings.record.text')} value={proposed} onChange={setProposed} />
            <div className="row">
              <Button type="primary" htmlType="submit">
                {t('hearings.record.save')}
              </Button>
              <Button onClick={close}>{t('hearings.cancel')}</Button>
            </div>
          </form>
        </Dialog>
      )}
      {(dialog?.kind === 'ask' || dialog?.kind === 'note') && (
        <Dialog
          title={t(dialog.kind === 'note' ? 'hearings.record.ask-note-which' : 'hearings.record.ask-which', {
            ordinal: dialog.entry.ordinal,
          })}
          onClose={close}
          isWide
        >
          <ReasonForm
            label={t('hearings.record.ask-reason')}
            submit={t(dialog.kind === 'note' ? 'hearings.record.ask-note' : 'hearings.record.ask-submit')}
            onSubmit={(reason) => {
              if (proposed.trim() === '') return;
              const wanted = { entryId: dialog.entry.id, proposedText: proposed.trim(), reason };
              if (dialog.kind === 'ask') void room.ask('record:request-correction', wanted);
              else void room.ask('record:note-correction', { ...wanted, seatId: asker });
              close();
            }}
            onCancel={close}
          >
            <p className="quiet">{t('hearings.record.ask-hint')}</p>
            {dialog.kind === 'note' && (
              <label className={styles['field']}>
                {t('hearings.record.ask-for')}
                <select value={asker} onChange={(event) => setAsker(event.target.value)}>
                  {askers
                    .filter((seat) => isOwnOf(seat, dialog.entry))
                    .map((seat) => (
                      <option key={seat.seatId} value={seat.seatId}>
                        {`${t(`hearings.role.${seat.role}`)} · ${seat.name}`}
                      </option>
                    ))}
                </select>
              </label>
            )}
            <TextField label={t('hearings.record.ask-text')} value={proposed} onChange={setProposed} />
          </ReasonForm>
        </Dialog>
      )}
    </div>
  );
}

/** A correction is asked of one's own words (Law 40); the server holds to the same. */
function isOwnOf(seat: SeatView, entry: RecordEntryView): boolean {
  return entry.speaker === seat.role && (entry.partyId === null || entry.partyId === seat.partyId);
}

function TextField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <label className={styles['field']}>
      {label}
      <textarea
        rows={5}
        maxLength={4000}
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface Voice {
  key: string;
  speaker: Speaker;
  partyId: string | null;
  /** Where several sit on a side, which of them. */
  name: string | null;
}

/** Who may be heard, in the order of the keys: the tribunal, each party, the recorder's own notes. */
function voicesOf(parties: Hearing['parties']): Voice[] {
  const alone = (speaker: Speaker): Voice => ({ key: speaker, speaker, partyId: null, name: null });
  const side = (role: 'claimant' | 'respondent'): Voice[] => {
    const those = parties.filter((party) => party.role === role);
    if (those.length < 2) return [alone(role)];
    return those.map(({ id, name }) => ({ key: id, speaker: role, partyId: id, name }));
  };
  return [alone('arbitrator'), alone('recorder'), ...side('claimant'), ...side('respondent'), alone('note')];
}

/** The recorder's desk: stage and speaker stay as they were, so that one only types. */
function Typing({
  record,
  room,
  parties,
}: {
  record: RecordView;
  room: RoomClient;
  parties: Hearing['parties'];
}) {
  const { t } = useTranslation();
  const voices = voicesOf(parties);
  const last = record.entries.at(-1);
  const [stage, setStage] = useState<RecordStage>(last?.stage ?? 'opening');
  const [voiceKey, setVoiceKey] = useState('arbitrator');
  const voice = voices.find(({ key }) => key === voiceKey) ?? voices[0]!;
  const [text, setText] = useState('');
  const [isSending, setIsSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  const send = async (): Promise<void> => {
    const clean = text.trim();
    if (clean === '' || isSending) return;
    setIsSending(true);
    const answer = await room.ask('record:append', {
      stage,
      speaker: voice.speaker,
      ...(voice.partyId === null ? {} : { partyId: voice.partyId }),
      text: clean,
    });
    setIsSending(false);
    // What could not be sent stays in the field.
    if (answer) setText('');
    field.current?.focus();
  };

  return (
    <form
      className={styles['typing']}
      aria-label={t('hearings.record.type')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles['selects']}>
        <label>
          {t('hearings.record.stage')}
          <select value={stage} onChange={(event) => setStage(event.target.value as RecordStage)}>
            {RECORD_STAGES.map((each) => (
              <option key={each} value={each}>
                {t(`hearings.stage.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('hearings.record.speaker')}
          <select value={voice.key} onChange={(event) => setVoiceKey(event.target.value)}>
            {voices.map(({ key, speaker, name }) => (
              <option key={key} value={key}>
                {name === null
                  ? t(`hearings.speaker.${speaker}`)
                  : `${t(`hearings.speaker.${speaker}`)} · ${name}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className={styles['field']}>
        {t('hearings.record.text')}
        <textarea
          ref={field}
          rows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              void send();
            }
            // Alt with a number chooses the speaker without leaving the text.
            const chosen = event.altKey ? voices[Number(event.key) - 1] : undefined;
            if (chosen) {
              event.preventDefault();
              setVoiceKey(chosen.key);
            }
          }}
        />
      </label>
      <div className={styles['send']}>
        <span className="small quiet">{t('hearings.record.keys', { last: Math.min(voices.length, 9) })}</span>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t('hearings.record.append')}
        </Button>
      </div>
    </form>
  );
}
