import { useEffect, useRef } from 'react';

/** A picture or a sound from a track. The element stays while the track changes. */
export function TrackVideo({
  track,
  label,
  isMirrored = false,
}: {
  track: MediaStreamTrack;
  label: string;
  isMirrored?: boolean;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current!;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      autoPlay
      playsInline
      muted
      aria-label={label}
      {...(isMirrored ? { style: { transform: 'scaleX(-1)' } } : {})}
    />
  );
}

/** `onBlocked` is called when the browser wants a click first before it plays any sound. */
export function TrackAudio({
  track,
  seat,
  onBlocked,
}: {
  track: MediaStreamTrack;
  seat: string;
  onBlocked: () => void;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current!;
    element.srcObject = new MediaStream([track]);
    element.play().catch((error: unknown) => {
      if ((error as DOMException).name === 'NotAllowedError') onBlocked();
    });
    return () => {
      element.srcObject = null;
    };
  }, [track, onBlocked]);
  return <audio ref={audio} data-seat={seat} />;
}
