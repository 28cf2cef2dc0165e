import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/page';
import { Notice } from '../../ui/states';
import { ConnectionBanner } from './connection-banner';
import type { Hearing } from './hearing-api';
import { HearingHeader } from './hearing-header';
import { LevelMeter } from './level-meter';
import type { LocalMedia } from './local-media';
import type { RoomClient, RoomState } from './room-client';
import { RoomControls } from './room-controls';
import { TrackVideo } from './video';
import styles from './waiting-room.module.css';

/** Before one is admitted: oneself, whether the tribunal is there, and nothing of the others. */
export function WaitingRoom({
  hearing,
  room,
  state,
  media,
}: {
  hearing: Hearing;
  room: RoomClient;
  state: RoomState;
  media: LocalMedia;
}) {
  const { t } = useTranslation();
  const heading = usePageTitle(t('hearings.waiting.title'));
  const isTribunalPresent = state.snapshot?.isTribunalPresent ?? false;
  const hearingState = state.snapshot?.state ?? 'lobby-open';
  const isOver = ['closed', 'adjourned', 'cancelled'].includes(hearingState);
  return (
    <>
      <HearingHeader hearing={hearing} />
      <ConnectionBanner state={state} />
      <main id="main" className={styles['main']}>
        <h1 ref={heading} tabIndex={-1}>
          {t('hearings.waiting.title')}
        </h1>
        <div role="status">
          {isOver ? (
            <Notice tone="warn" title={t(`hearings.state.${hearingState}`)}>
              {state.stateReason && <p>{state.stateReason}</p>}
            </Notice>
          ) : hearing.mode === 'on-site' ? (
            <Notice tone="info" title={t('hearings.chamber.come-here')}>
              <p>
                {t('hearings.chamber.come-here-hint', {
                  place: hearing.placeName,
                  address: hearing.chamberAddress,
                })}
              </p>
            </Notice>
          ) : (
            <Notice
              tone={isTribunalPresent ? 'ok' : 'info'}
              title={t(
                isTribunalPresent ? 'hearings.waiting.tribunal-here' : 'hearings.waiting.tribunal-away',
              )}
            >
              <p>{t('hearings.waiting.hint')}</p>
            </Notice>
          )}
        </div>
        {hearing.mode !== 'on-site' && (
          <div className={styles['self']}>
            <div className={styles['picture']}>
              {media.cam ? (
                <TrackVideo track={media.cam} label={t('hearings.check.preview')} isMirrored />
              ) : (
                <p>{t('hearings.seat.cam-off')}</p>
              )}
            </div>
            <LevelMeter track={media.mic} />
            <p className="small quiet">{t('hearings.waiting.nobody-sees')}</p>
          </div>
        )}
        <RoomControls room={room} state={state} hasMedia={hearing.mode !== 'on-site'} />
      </main>
    </>
  );
}
