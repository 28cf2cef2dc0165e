import { Button } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLocale } from '../../app/i18n';
import { useSentence } from '../../ui/query-problem';
import { Notice } from '../../ui/states';
import { askForAdmission } from './hearing-api';
import { LevelMeter } from './level-meter';
import { playTestTone, type LocalMedia, type Picture } from './local-media';
import { checkNetwork, MediaBlocked, type NetworkResult } from './network-check';
import type { Source } from './protocol';
import { RoomRefusal } from './socket-link';
import { TrackVideo } from './video';
import styles from './device-check.module.css';

type Verdict = 'waiting' | 'ok' | 'problem';

function Check({
  title,
  verdict,
  text,
  children,
}: {
  title: string;
  verdict: Verdict;
  text: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li className={styles['check']}>
      <h3>
        <span className={styles[verdict]} aria-hidden="true">
          {verdict === 'ok' ? '✓' : verdict === 'problem' ? '!' : '…'}
        </span>
        {title}
        <span className={styles['verdict']} role="status">
          {t(`hearings.check.${verdict}`)}
        </span>
      </h3>
      <p className="quiet">{text}</p>
      {children}
    </li>
  );
}

function DeviceChoice({ media, source }: { media: LocalMedia; source: Source }) {
  const { t } = useTranslation();
  const kind = source === 'cam' ? 'videoinput' : 'audioinput';
  const devices = media.devices.filter((device) => device.kind === kind && device.deviceId !== '');
  if (devices.length < 2) return null;
  return (
    <label className={styles['select']}>
      {t(`hearings.check.choose-${source}`)}
      <select
        value={media[source]?.getSettings().deviceId ?? ''}
        onChange={(event) => void media.choose(source, event.target.value)}
      >
        {devices.map((device, i) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || t('hearings.check.device', { number: i + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}

const PICTURES: Picture[] = ['clear', 'standard', 'saving'];

/** Camera, microphone, loudspeaker and network, one after the other, before one sits down before a tribunal. */
export function DeviceCheck({ hearingId, media }: { hearingId: string; media: LocalMedia }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [heard, setHeard] = useState<boolean | null>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [network, setNetwork] = useState<NetworkResult | Error | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const track = media.cam ?? media.mic;

  const check = useCallback(async (): Promise<void> => {
    if (!track) return;
    setIsChecking(true);
    setNetwork(null);
    // A copy: choosing another camera or picture meanwhile stops the track itself, and the check goes on.
    const copy = track.clone();
    try {
      setNetwork(await checkNetwork(await askForAdmission(hearingId), copy, currentLocale()));
    } catch (error) {
      setNetwork(error as Error);
    } finally {
      copy.stop();
    }
    setIsChecking(false);
  }, [hearingId, track]);

  // Once there is something to send, the way to the server is tried by itself; later only when asked.
  const isReady = track !== null && !media.isOpening;
  useEffect(() => {
    if (isReady) void check();
  }, [isReady]); // eslint-disable-line react-hooks/exhaustive-deps -- not again for another camera

  if (!track && !media.problems.cam && !media.problems.mic) {
    return (
      <div className="stack">
        <p>{t('hearings.check.why')}</p>
        <Button type="primary" size="large" loading={media.isOpening} onClick={() => void media.open()}>
          {t('hearings.check.open-devices')}
        </Button>
      </div>
    );
  }

  const verdictOf = (source: Source): Verdict =>
    media[source] && !media.problems[source] ? 'ok' : media.problems[source] ? 'problem' : 'waiting';
  const textOf = (source: Source): string => {
    const problem = media.problems[source];
    return t(problem ? `hearings.check.problem.${problem}` : `hearings.check.${source}-hint`);
  };
  const networkText = (): string => {
    if (isChecking || !network) return t('hearings.check.network-checking');
    if (network instanceof MediaBlocked) return t('hearings.check.network-blocked');
    if (network instanceof RoomRefusal) return network.message;
    if (network instanceof Error) return sentence(network);
    return t('hearings.check.network-result', {
      socket: Math.round(network.socketMs),
      media: Math.round(network.mediaMs),
      protocol: network.protocol.toUpperCase(),
    });
  };
  const networkVerdict: Verdict =
    !network || isChecking ? 'waiting' : network instanceof Error ? 'problem' : 'ok';

  return (
    <ul className={styles['checks']}>
      <Check title={t('hearings.check.cam')} verdict={verdictOf('cam')} text={textOf('cam')}>
        {media.cam && (
          <div className={styles['preview']}>
            <TrackVideo track={media.cam} label={t('hearings.check.preview')} isMirrored />
          </div>
        )}
        <div className={styles['choices']}>
          <DeviceChoice media={media} source="cam" />
          {media.cam && (
            <label className={styles['select']}>
              {t('hearings.check.picture')}
              <select
                value={media.picture}
                onChange={(event) => void media.choosePicture(event.target.value as Picture)}
              >
                {PICTURES.map((picture) => (
                  <option key={picture} value={picture}>
                    {t(`hearings.check.picture-${picture}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {media.problems.cam && (
            <Button onClick={() => void media.open()}>{t('hearings.check.again')}</Button>
          )}
        </div>
      </Check>
      <Check title={t('hearings.check.mic')} verdict={verdictOf('mic')} text={textOf('mic')}>
        {media.mic && <LevelMeter track={media.mic} />}
        <div className={styles['choices']}>
          <DeviceChoice media={media} source="mic" />
          {media.problems.mic && !media.problems.cam && (
            <Button onClick={() => void media.open()}>{t('hearings.check.again')}</Button>
          )}
        </div>
      </Check>
      <Check
        title={t('hearings.check.speaker')}
        verdict={heard === null ? 'waiting' : heard ? 'ok' : 'problem'}
        text={t(heard === false ? 'hearings.check.speaker-unheard' : 'hearings.check.speaker-hint')}
      >
        <div className="row">
          <Button
            loading={isPlaying}
            onClick={() => {
              setIsPlaying(true);
              void playTestTone().finally(() => setIsPlaying(false));
            }}
          >
            {t('hearings.check.play')}
          </Button>
          <Button onClick={() => setHeard(true)}>{t('hearings.check.heard')}</Button>
          <Button onClick={() => setHeard(false)}>{t('hearings.check.unheard')}</Button>
        </div>
      </Check>
      <Check title={t('hearings.check.network')} verdict={networkVerdict} text={networkText()}>
        <Button onClick={() => void check()} loading={isChecking} disabled={!track}>
          {t('hearings.check.again')}
        </Button>
      </Check>
      {media.problems.cam === 'insecure' && (
        <li>
          <Notice tone="danger" title={t('hearings.check.insecure-title')}>
            <p>{t('hearings.check.problem.insecure')}</p>
          </Notice>
        </li>
      )}
    </ul>
  );
}
