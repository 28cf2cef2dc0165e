import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Chromium with a camera and a microphone that are not there: a moving test picture and a beep each second. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
}

const TEXTS = JSON.parse(
  readFileSync(join(__dirname, '../../../web/src/i18n/hearings.zh-CN.json'), 'utf8'),
) as Record<string, string>;

/** What the client shows for a key of this feature. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  const found = TEXTS[`hearings.${key}`];
  if (found === undefined) throw new Error(`There is no text hearings.${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Runs in each page before its own scripts: what the test asks a page about its media. */
export const PROBE = `(() => {
  const connections = new Set();
  const Native = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(...args) {
      super(...args);
      connections.add(this);
    }
  };
  const stats = async (type) => {
    const found = [];
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue;
      for (const stat of (await connection.getStats()).values()) if (stat.type === type) found.push(stat);
    }
    return found;
  };
  const sample = (video) => {
    if (video.videoWidth === 0 || video.readyState < 2) return null;
    const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 24 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, 32, 24);
    return [...context.getImageData(0, 0, 32, 24).data].filter((_, index) => index % 4 === 1);
  };
  window.probe = {
    async sent(kind) {
      return (await stats('outbound-rtp')).filter((s) => s.kind === kind).reduce((sum, s) => sum + s.packetsSent, 0);
    },
    async streams() {
      const inbound = new Map((await stats('inbound-rtp')).map((s) => [s.trackIdentifier, s]));
      return [...document.querySelectorAll('video, audio')].flatMap((element) =>
        (element.srcObject?.getTracks() ?? [])
          .filter((track) => inbound.has(track.id))
          .map((track) => ({
            kind: track.kind,
            trackId: track.id,
            seat: element.closest('[data-seat]')?.dataset.seat ?? null,
            frames: inbound.get(track.id).framesDecoded ?? 0,
            packets: inbound.get(track.id).packetsReceived,
            energy: inbound.get(track.id).totalAudioEnergy ?? 0,
            picture: track.kind === 'video' ? sample(element) : null,
          })),
      );
    },
  };
})()`;
