import { useCallback, useEffect, useRef, useState } from 'react';
import type { Source } from './protocol';

export type Picture = 'clear' | 'standard' | 'saving';

const HEIGHTS: Record<Picture, number> = { clear: 720, standard: 360, saving: 180 };
const REMEMBERED = 'hearing.picture';

export function rememberedPicture(): Picture {
  const kept = localStorage.getItem(REMEMBERED);
  return kept === 'clear' || kept === 'saving' ? kept : 'standard';
}

export type MediaProblem = 'insecure' | 'denied' | 'missing' | 'busy' | 'other';

function problemOf(error: unknown): MediaProblem {
  switch ((error as DOMException).name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      console.error(error);
      return 'other';
  }
}

async function capture(source: Source, deviceId: string | null, picture: Picture): Promise<MediaStreamTrack> {
  const height = HEIGHTS[picture];
  const which = deviceId ? { deviceId: { exact: deviceId } } : {};
  const stream = await navigator.mediaDevices.getUserMedia(
    source === 'cam'
      ? {
          video: {
            ...which,
            height: { ideal: height },
            width: { ideal: (height * 16) / 9 },
            frameRate: { ideal: picture === 'saving' ? 15 : 24 },
          },
        }
      : { audio: { ...which, echoCancellation: true, noiseSuppression: true, autoGainControl: true } },
  );
  return stream.getTracks()[0]!;
}

export interface LocalMedia {
  cam: MediaStreamTrack | null;
  mic: MediaStreamTrack | null;
  problems: Partial<Record<Source, MediaProblem>>;
  isOpening: boolean;
  devices: MediaDeviceInfo[];
  picture: Picture;
  open: () => Promise<void>;
  choose: (source: Source, deviceId: string) => Promise<void>;
  choosePicture: (picture: Picture) => Promise<void>;
}

/** Camera and microphone of this page. Each is asked for on its own: who has no camera can still be heard. */
export function useLocalMedia(): LocalMedia {
  const [tracks, setTracks] = useState<Record<Source, MediaStreamTrack | null>>({ mic: null, cam: null });
  const [problems, setProblems] = useState<LocalMedia['problems']>({});
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const [isOpening, setIsOpening] = useState(false);
  const [picture, setPicture] = useState(rememberedPicture);
  const held = useRef(tracks);
  held.current = tracks;

  const take = useCallback(
    async (source: Source, deviceId: string | null, wanted: Picture): Promise<void> => {
      if (!navigator.mediaDevices) {
        setProblems({ mic: 'insecure', cam: 'insecure' });
        return;
      }
      try {
        const track = await capture(source, deviceId, wanted);
        held.current[source]?.stop();
        setTracks((old) => ({ ...old, [source]: track }));
        setProblems(({ [source]: _gone, ...others }) => others);
        track.addEventListener('ended', () => setProblems((old) => ({ ...old, [source]: 'missing' })));
      } catch (error) {
        setProblems((old) => ({ ...old, [source]: problemOf(error) }));
      }
    },
    [],
  );

  const list = useCallback(async (): Promise<void> => {
    if (navigator.mediaDevices) setDevices(await navigator.mediaDevices.enumerateDevices());
  }, []);

  useEffect(() => {
    if (!navigator.mediaDevices) return undefined;
    const changed = (): void => void list();
    navigator.mediaDevices.addEventListener('devicechange', changed);
    return () => navigator.mediaDevices.removeEventListener('devicechange', changed);
  }, [list]);

  // The light of the camera goes out with the page that lit it.
  useEffect(() => () => Object.values(held.current).forEach((track) => track?.stop()), []);

  return {
    ...tracks,
    problems,
    devices,
    isOpening,
    picture,
    open: async () => {
      setIsOpening(true);
      await take('mic', null, picture);
      await take('cam', null, picture);
      await list();
      setIsOpening(false);
    },
    choose: async (source, deviceId) => take(source, deviceId, picture),
    choosePicture: async (chosen) => {
      localStorage.setItem(REMEMBERED, chosen);
      setPicture(chosen);
      await take('cam', held.current.cam?.getSettings().deviceId ?? null, chosen);
    },
  };
}

/** How loud the microphone is, 0 to 1, a few times a second. */
export function useLevel(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!track) return undefined;
    const context = new AudioContext();
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, s) => sum + s * s, 0) / samples.length;
      // From -60 dB to -10 dB: silence in a room to plain speech.
      const decibels = 10 * Math.log10(power + 1e-10);
      setLevel(Math.min(1, Math.max(0, (decibels + 60) / 50)));
    }, 100);
    return () => {
      clearInterval(timer);
      void context.close();
      setLevel(0);
    };
  }, [track]);
  return level;
}

/** Two friendly notes, so that one hears whether anything is heard. */
export async function playTestTone(): Promise<void> {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  const now = context.currentTime;
  [523.25, 659.25].forEach((frequency, i) => {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = frequency;
    oscillator.connect(gain);
    oscillator.start(now + i * 0.5);
    oscillator.stop(now + i * 0.5 + 0.45);
  });
  gain.gain.setValueAtTime(0.2, now);
  gain.gain.linearRampToValueAtTime(0, now + 1);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await context.close();
}
