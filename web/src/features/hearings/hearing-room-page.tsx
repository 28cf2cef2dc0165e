import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { QueryProblem, useSentence } from '../../ui/query-problem';
import { Loading, Notice } from '../../ui/states';
import { dateTime } from '../../ui/format';
import { Entrance } from './entrance';
import { useHearing, type Hearing } from './hearing-api';
import { HearingHeader } from './hearing-header';
import { useLocalMedia } from './local-media';
import { NoAnswer, RoomRefusal } from './socket-link';
import { useRoom } from './use-room';
import { RoomView } from './room-view';
import { WaitingRoom } from './waiting-room';
import styles from './entrance.module.css';

/** A hearing from the door to the signed record. */
export function HearingRoomPage() {
  const { hearingId = '' } = useParams();
  const hearing = useHearing(hearingId);
  if (hearing.isPending) return <Loading />;
  if (hearing.isError) return <QueryProblem query={hearing} />;
  return <Hall key={hearingId} hearing={hearing.data} onChanged={() => void hearing.refetch()} />;
}

function Hall({ hearing, onChanged }: { hearing: Hearing; onChanged: () => void }) {
  const { t } = useTranslation();
  const media = useLocalMedia();
  const { room, state } = useRoom(hearing.id, media);
  const hearingState = state.snapshot?.state;
  const { connection } = state;

  useEffect(() => {
    if (hearingState && hearingState !== hearing.state) onChanged();
  }, [hearingState]); // eslint-disable-line react-hooks/exhaustive-deps -- the room knows first

  if (!hearing.actions.includes('hearing.join')) {
    return (
      <Closed
        hearing={hearing}
        title={t(`hearings.over.${hearing.state === 'cancelled' ? 'cancelled' : 'not-yours'}`)}
      >
        {hearing.reason && <p>{hearing.reason}</p>}
      </Closed>
    );
  }
  if (connection === 'replaced') {
    return (
      <Closed hearing={hearing} title={t('hearings.over.replaced')}>
        <p>{t('hearings.over.replaced-hint')}</p>
        <Button onClick={() => void room.enter()}>{t('hearings.over.take-over')}</Button>
      </Closed>
    );
  }
  if (connection === 'in' || connection === 'mending') {
    const { snapshot } = state;
    if (snapshot?.space === 'main')
      return <RoomView hearing={hearing} room={room} state={state} media={media} onChanged={onChanged} />;
    if (snapshot) return <WaitingRoom hearing={hearing} room={room} state={state} media={media} />;
  }
  if (connection === 'entering') {
    return (
      <>
        <HearingHeader hearing={hearing} />
        <main id="main">
          <Loading text={t('hearings.entering')} />
        </main>
      </>
    );
  }
  return (
    <Entrance
      hearing={hearing}
      media={media}
      onEnter={() => void room.enter()}
      notice={connection === 'failed' ? <Failed problem={state.problem} hearing={hearing} /> : null}
    />
  );
}

function Failed({ problem, hearing }: { problem: unknown; hearing: Hearing }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (problem instanceof RoomRefusal && problem.reason === 'hearing.lobby-not-yet') {
    return (
      <Notice tone="info" title={t('hearings.entrance.too-early')} live>
        <p>{t('hearings.entrance.opens-at', { time: dateTime(hearing.lobbyOpensAt) })}</p>
      </Notice>
    );
  }
  const text =
    problem instanceof RoomRefusal
      ? problem.message
      : problem instanceof NoAnswer
        ? t('hearings.entrance.no-answer')
        : sentence(problem);
  return (
    <Notice tone="danger" title={t('hearings.entrance.failed')} live>
      <p>{text}</p>
    </Notice>
  );
}

function Closed({ hearing, title, children }: { hearing: Hearing; title: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const back = hearing.role === 'claimant' || hearing.role === 'respondent' ? '/cases' : '/desk/cases';
  return (
    <>
      <HearingHeader hearing={hearing} />
      <main id="main" className={styles['main']}>
        <h1>{title}</h1>
        <div className="stack">{children}</div>
        <Link to={`${back}/${hearing.caseId}`}>{t('hearings.header.back')}</Link>
      </main>
    </>
  );
}
