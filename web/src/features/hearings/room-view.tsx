import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { usePageTitle } from '../../ui/page';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { ConnectionBanner } from './connection-banner';
import type { Hearing } from './hearing-api';
import { HearingHeader } from './hearing-header';
import type { LocalMedia } from './local-media';
import type { SeatView, TileSize } from './protocol';
import { RecordPanel } from './record-panel';
import type { RoomClient, RoomState } from './room-client';
import { RoomControls } from './room-controls';
import { SeatInChamber } from './seat-in-chamber';
import { SeatMenu } from './seat-menu';
import { SeatTile } from './seat-tile';
import { NoAnswer, RoomRefusal } from './socket-link';
import { TribunalBar } from './tribunal-bar';
import { TrackAudio } from './video';
import { WaitingList } from './waiting-list';
import styles from './room-view.module.css';

const PHONE = '(max-width: 899px)';

function useIsPhone(): boolean {
  const [isPhone, setIsPhone] = useState(() => matchMedia(PHONE).matches);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const changed = (): void => setIsPhone(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isPhone;
}

/** The tribunal in session: the bench above, the parties facing each other, the record growing beside them. */
export function RoomView({
  hearing,
  room,
  state,
  onChanged,
}: {
  hearing: Hearing;
  room: RoomClient;
  state: RoomState;
  media: LocalMedia;
  /** What the hearing's own page knows may be older than what is about to be asked. */
  onChanged: () => void;
}) {
  const { t } = useTranslation();
  const heading = usePageTitle(t('hearings.room.title', { number: hearing.caseNumber }));
  const isPhone = useIsPhone();
  const [tab, setTab] = useState<'stage' | 'record'>('stage');
  const [isSoundBlocked, setIsSoundBlocked] = useState(false);
  const soundBlocked = useCallback(() => setIsSoundBlocked(true), []);
  const snapshot = state.snapshot!;
  const seated = snapshot.seats.filter((seat) => seat.space === 'main');
  const waiting = snapshot.seats.filter((seat) => seat.space === 'lobby' && seat.presence !== 'away');
  const isOver = ['closed', 'adjourned', 'cancelled'].includes(snapshot.state);
  const isStageShown = isOver || !isPhone || tab === 'stage';

  const sizes = useMemo(() => {
    const main = snapshot.speakerSeatId ?? seated.find((seat) => seat.role === 'arbitrator')?.seatId;
    const of = (seat: SeatView): TileSize => {
      if (!isStageShown) return 'hidden';
      if (seat.seatId === main) return isPhone ? 'medium' : 'large';
      return isPhone ? 'small' : 'medium';
    };
    return new Map(seated.map((seat) => [seat.seatId, of(seat)]));
  }, [snapshot.speakerSeatId, seated.map((seat) => seat.seatId).join(), isPhone, isStageShown]); // eslint-disable-line react-hooks/exhaustive-deps -- seats by id
  useEffect(() => room.showTiles(sizes), [room, sizes, state.media]);

  const sendsMedia = (seat: SeatView): boolean => snapshot.mode !== 'on-site' && seat.presence !== 'chamber';
  const hasMenu = (seat: SeatView): boolean => sendsMedia(seat) || seat.partyId !== null;
  const tile = (seat: SeatView) => (
    <SeatTile
      key={seat.seatId}
      seat={seat}
      track={room.track(seat.seatId, 'cam')}
      isSpeaking={snapshot.speakerSeatId === seat.seatId && seat.mic === 'on'}
      isSelf={seat.seatId === state.seatId}
      isPlacard={snapshot.state === 'recess'}
      menu={
        seat.seatId !== state.seatId && snapshot.actions.includes('tribunal:mute') && hasMenu(seat) ? (
          <SeatMenu seat={seat} room={room} hasMedia={sendsMedia(seat)} />
        ) : undefined
      }
    />
  );
  const bench = (['arbitrator', 'recorder'] as const).flatMap((role) => {
    const here = seated.filter((seat) => seat.role === role);
    const names = role === 'arbitrator' ? hearing.arbitratorNames : hearing.recorderNames;
    if (here.length > 0) return here.map(tile);
    return [<EmptyChair key={role} role={role} name={names.join(t('ui.list-comma'))} />];
  });
  // A chair for each party: of two respondents one may be there and the other not.
  const parties = hearing.parties.flatMap((party) => {
    const here = seated.filter((seat) => seat.partyId === party.id);
    if (here.some((seat) => seat.presence !== 'away')) return here.map(tile);
    return [
      ...here.map(tile),
      <EmptyChair key={party.id} role={party.role} name={party.name} isHeldFor={here.length > 0}>
        {snapshot.actions.includes('tribunal:seat-in-chamber') && <SeatInChamber party={party} room={room} />}
      </EmptyChair>,
    ];
  });
  const isTribunal = hearing.role === 'arbitrator' || hearing.role === 'recorder';
  const mine = seated.find((seat) => seat.seatId === state.seatId);

  return (
    <div className={styles['room']}>
      <HearingHeader hearing={hearing}>
        <a
          className={styles['file']}
          href={`${isTribunal ? '/desk' : ''}/cases/${hearing.caseId}${isTribunal ? '#claims' : ''}`}
          target="_blank"
          rel="noopener"
          aria-label={t('hearings.header.file-hint')}
          title={t('hearings.header.file-hint')}
        >
          {t('hearings.header.file')}
        </a>
        <StateSign hearing={hearing} state={state} />
      </HearingHeader>
      <ConnectionBanner state={state} />
      <main id="main" className={styles['main']}>
        <h1 ref={heading} tabIndex={-1} className="visually-hidden">
          {t('hearings.room.title', { number: hearing.caseNumber })}
        </h1>
        <Refusal room={room} state={state} />
        {isSoundBlocked && (
          <Notice tone="warn" title={t('hearings.room.sound-blocked')} live>
            <Button onClick={() => setIsSoundBlocked(false)}>{t('hearings.room.allow-sound')}</Button>
          </Notice>
        )}
        {isPhone && !isOver && (
          <div className={styles['tabs']} role="group" aria-label={t('hearings.room.views')}>
            {(['stage', 'record'] as const).map((each) => (
              <button key={each} type="button" aria-pressed={tab === each} onClick={() => setTab(each)}>
                {t(`hearings.room.view-${each}`)}
                {each === 'record' && state.record && (
                  <span className={styles['count']}>{state.record.entries.length}</span>
                )}
              </button>
            ))}
          </div>
        )}
        <div className={isOver ? styles['after'] : styles['grid']}>
          {isStageShown && (
            <div className={styles['stageColumn']}>
              {waiting.length > 0 && snapshot.actions.includes('tribunal:admit') && (
                <WaitingList seats={waiting} room={room} />
              )}
              {snapshot.state === 'recess' && (
                <Notice tone="info" title={t('hearings.state.recess')} live>
                  {state.stateReason && <p>{state.stateReason}</p>}
                </Notice>
              )}
              {isOver ? (
                <Notice tone="info" title={t(`hearings.state.${snapshot.state}`)} live>
                  <p>{state.stateReason ?? hearing.reason ?? t('hearings.over.record-goes-on')}</p>
                </Notice>
              ) : (
                <section className={styles['stage']} aria-label={t('hearings.room.seats')}>
                  <div className={styles['bench']}>{bench}</div>
                  <div className={styles['parties']}>{parties}</div>
                </section>
              )}
              <TribunalBar hearing={hearing} room={room} state={state} onAsking={onChanged} />
            </div>
          )}
          {(isOver || !isPhone || tab === 'record') && (
            <RecordPanel hearing={hearing} room={room} state={state} />
          )}
        </div>
      </main>
      <footer className={styles['footer']}>
        <RoomControls room={room} state={state} hasMedia={mine !== undefined && sendsMedia(mine)} />
      </footer>
      {seated
        .filter((seat) => seat.seatId !== state.seatId)
        .map((seat) => {
          const track = room.track(seat.seatId, 'mic');
          return (
            track && (
              <TrackAudio
                key={`${seat.seatId} ${track.id} ${isSoundBlocked}`}
                track={track}
                seat={seat.role}
                onBlocked={soundBlocked}
              />
            )
          );
        })}
    </div>
  );
}

function EmptyChair({
  role,
  name,
  isHeldFor = false,
  children,
}: {
  role: SeatView['role'];
  name: string;
  /** The seat itself is drawn beside it, empty; only what may be done about it is shown. */
  isHeldFor?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  if (isHeldFor) return children;
  return (
    <section
      className={styles['chair']}
      aria-label={t('hearings.seat.label', { role: t(`hearings.role.${role}`), name })}
      data-seat={role}
    >
      <p className={styles['chairTitle']}>{t(`hearings.role.${role}`)}</p>
      <p>{name}</p>
      <p className={styles['chairEmpty']}>{t('hearings.seat.not-here')}</p>
      {children}
    </section>
  );
}

function StateSign({ hearing, state }: { hearing: Hearing; state: RoomState }) {
  const { t } = useTranslation();
  const hearingState = state.snapshot?.state ?? 'lobby-open';
  const isRunning = hearingState === 'in-session' && hearing.openedAt !== null;
  // By the server's clock, which said when it opened; a telephone may think it is another day.
  const serverNow = useCallback(() => Date.now() + state.clockAhead, [state.clockAhead]);
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning, serverNow]);
  const seconds = isRunning ? Math.max(0, Math.floor((now - Date.parse(hearing.openedAt!)) / 1_000)) : 0;
  const two = (n: number): string => String(n).padStart(2, '0');
  return (
    <div className={hearingState === 'in-session' ? styles['stateLive'] : styles['state']}>
      <span role="status">{t(`hearings.state.${hearingState}`)}</span>
      {isRunning && seconds < 86_400 && (
        <span className="amount" aria-hidden="true">
          {two(Math.floor(seconds / 3_600))}:{two(Math.floor(seconds / 60) % 60)}:{two(seconds % 60)}
        </span>
      )}
    </div>
  );
}

function Refusal({ room, state }: { room: RoomClient; state: RoomState }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { refusal } = state;
  if (!refusal) return null;
  const text =
    refusal instanceof RoomRefusal
      ? refusal.message
      : refusal instanceof NoAnswer
        ? t('hearings.no-answer')
        : sentence(refusal);
  return (
    <div className={styles['refusal']}>
      <Notice tone="danger" title={text} live>
        <Button onClick={() => room.clearRefusal()}>{t('hearings.understood')}</Button>
      </Notice>
    </div>
  );
}
