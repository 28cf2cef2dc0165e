import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentLocale } from '../../app/i18n';
import { askForAdmission } from './hearing-api';
import type { LocalMedia } from './local-media';
import { RoomClient, type RoomState } from './room-client';

/** The room of this page: made once, left when the page is left. */
export function useRoom(hearingId: string, media: LocalMedia): { room: RoomClient; state: RoomState } {
  const [room] = useState(
    () =>
      new RoomClient({ hearingId, language: currentLocale(), admission: () => askForAdmission(hearingId) }),
  );
  const state = useSyncExternalStore(room.subscribe, () => room.state);
  const { mic, cam } = media;
  useEffect(() => void room.useTrack('mic', mic), [room, mic]);
  useEffect(() => void room.useTrack('cam', cam), [room, cam]);
  useEffect(() => {
    const gone = (): void => void room.leave();
    return gone;
  }, [room]);
  return { room, state };
}
