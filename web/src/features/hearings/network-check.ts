import { Device, type types } from 'mediasoup-client';
import type { Admission } from './room-client';
import { SocketLink } from './socket-link';

export interface NetworkResult {
  /** Median round trip of the signalling socket. */
  socketMs: number;
  /** Round trip over the media connection, and what it goes over. */
  mediaMs: number;
  protocol: 'udp' | 'tcp';
}

const PINGS = 5;
const CONNECT_MS = 10_000;
const FIRST_REPORT_MS = 3_000;

/** The media server could not be reached, while the site itself could: usually a firewall. */
export class MediaBlocked extends Error {}

/**
 * Goes the way the hearing will go: a socket, a media connection, a real stream over it, and what the server reports
 * back about it.
 */
export async function checkNetwork(
  admission: Admission,
  track: MediaStreamTrack,
  language: string,
): Promise<NetworkResult> {
  const link = new SocketLink({ ticket: admission.ticket }, language);
  let transport: types.Transport | null = null;
  try {
    await link.opened();
    const socketMs = await pingTime(link);
    const { transport: view } = await link.request('probe:start', {});
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities: admission.rtpCapabilities });
    const probe = device.createSendTransport({
      ...(view as unknown as types.TransportOptions),
      iceServers: admission.iceServers.map((server) => ({ ...server })),
    });
    transport = probe;
    probe.on('connect', ({ dtlsParameters }, done, fail) => {
      link.request('probe:connect', { dtlsParameters: dtlsParameters }).then(done, fail);
    });
    probe.on('produce', ({ rtpParameters }, done, fail) => {
      link
        .request('probe:produce', { rtpParameters: rtpParameters })
        .then(({ producerId }) => done({ id: producerId }), fail);
    });
    const connected = connection(probe);
    await Promise.all([probe.produce({ track, stopTracks: false }), connected]);
    return { socketMs, ...(await path(probe)) };
  } finally {
    transport?.close();
    if (link.socket.connected) await link.request('probe:stop', {}).catch(() => null);
    link.close();
  }
}

async function pingTime(link: SocketLink): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < PINGS; i += 1) {
    const start = performance.now();
    await link.request('net:ping', {});
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(PINGS / 2)]!;
}

function connection(transport: types.Transport): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new MediaBlocked('time')), CONNECT_MS);
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') resolve();
      if (state === 'failed') reject(new MediaBlocked('failed'));
      if (state === 'connected' || state === 'failed') clearTimeout(timer);
    });
  });
}

async function path(transport: types.Transport): Promise<Pick<NetworkResult, 'mediaMs' | 'protocol'>> {
  const until = performance.now() + FIRST_REPORT_MS;
  for (;;) {
    const stats = await transport.getStats();
    const byId = new Map<string, Record<string, unknown>>();
    stats.forEach((stat: Record<string, unknown>) => byId.set(String(stat['id']), stat));
    const pair = [...byId.values()].find((stat) => stat['type'] === 'candidate-pair' && stat['nominated']);
    const roundTrip = pair?.['currentRoundTripTime'];
    if (pair && typeof roundTrip === 'number') {
      const remote = byId.get(String(pair['remoteCandidateId']));
      return { mediaMs: roundTrip * 1000, protocol: remote?.['protocol'] === 'tcp' ? 'tcp' : 'udp' };
    }
    if (performance.now() > until) throw new MediaBlocked('no-report');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
