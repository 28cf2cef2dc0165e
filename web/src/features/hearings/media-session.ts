import { Device, type types } from 'mediasoup-client';
import type {
  ConsumerView,
  IceServerView,
  MediaReset,
  Plain,
  Source,
  TileSize,
  TransportView,
} from './protocol';
import type { SocketLink } from './socket-link';

/** Three sizes of one picture; the server passes on the one that each viewer's tile is worth. */
function cameraEncodings(height: number): types.RtpEncodingParameters[] {
  // No temporal layers here: a single VP8 stream with them passes for SVC in the media server, which then loses the
  // first key frame of each viewer and with it a second.
  if (height <= 240) return [{ maxBitrate: 150_000 }];
  const layers: types.RtpEncodingParameters[] = [
    { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 150_000, scalabilityMode: 'L1T3' },
    { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 450_000, scalabilityMode: 'L1T3' },
    { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_200_000, scalabilityMode: 'L1T3' },
  ];
  return height <= 360 ? layers.slice(0, 2).map((l, i) => ({ ...l, scaleResolutionDownBy: 2 - i })) : layers;
}

const SETTLE_MS = 2_000;
const RESTART_MS = 4_000;
/** A picture that has not moved this long after it was asked for is asked for again. */
const FIRST_FRAME_MS = 1_200;
const FIRST_FRAME_TRIES = 8;

export interface MediaEvents {
  /** Something arrived, left, or changed its state. */
  changed(): void;
  /** The connections cannot be saved: the room has to be entered again, with new ones. */
  lost(): void;
  problem(error: unknown): void;
}

interface Received {
  view: ConsumerView;
  consumer: types.Consumer;
}

/** The two media connections of a page, what it sends over one and what it receives over the other. */
export class MediaSession {
  private send: types.Transport | null = null;
  private recv: types.Transport | null = null;
  private readonly producers = new Map<Source, types.Producer>();
  private readonly received = new Map<string, Received>();
  private readonly repairs = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly restarting = new Set<string>();
  private readonly producing = new Set<Source>();
  /** Grows with each new pair of connections: what was begun on older ones no longer matters. */
  generation = 0;

  private constructor(
    private readonly device: Device,
    private readonly iceServers: readonly IceServerView[],
    private readonly link: () => SocketLink,
    private readonly events: MediaEvents,
  ) {}

  /** @throws UnsupportedError when this browser has no WebRTC that we can use. */
  static async load(
    rtpCapabilities: Plain,
    iceServers: readonly IceServerView[],
    link: () => SocketLink,
    events: MediaEvents,
  ): Promise<MediaSession> {
    const device = await Device.factory();
    await device.load({ routerRtpCapabilities: rtpCapabilities });
    return new MediaSession(device, iceServers, link, events);
  }

  get rtpCapabilities(): Plain {
    return this.device.recvRtpCapabilities;
  }

  /** The connections that a new socket may pick up again. */
  get kept(): { sendId: string; recvId: string } | null {
    const alive = [this.send, this.recv].every((t) => t && !t.closed && t.connectionState !== 'failed');
    return alive && this.send && this.recv ? { sendId: this.send.id, recvId: this.recv.id } : null;
  }

  /** `null` for both: a hearing that is over has no media. */
  rebuild(send: TransportView | null, recv: TransportView | null): void {
    this.close();
    this.generation += 1;
    if (send) this.send = this.connect(this.device.createSendTransport(this.options(send)));
    if (recv) this.recv = this.connect(this.device.createRecvTransport(this.options(recv)));
    this.send?.on('produce', ({ rtpParameters, appData }, done, fail) => {
      this.link()
        .request('media:produce', {
          transportId: this.send!.id,
          source: appData['source'] as Source,
          rtpParameters: rtpParameters,
        })
        .then(({ producerId }) => done({ id: producerId }), fail);
    });
  }

  reset({ send, recv }: MediaReset): void {
    this.rebuild(send, recv);
    this.events.changed();
  }

  /** Receives exactly these from now on: what is new is made, what is gone is closed. */
  async receive(views: readonly ConsumerView[]): Promise<void> {
    const ids = new Set(views.map((view) => view.consumerId));
    this.drop([...this.received.keys()].filter((id) => !ids.has(id)));
    // Of those already here the server may never have heard that they are ready.
    await this.add(views, [...this.received.keys()]);
  }

  /** All of them are made first and started together: no key frame is lost on a decoder that is not there yet. */
  async add(views: readonly ConsumerView[], alsoReady: readonly string[] = []): Promise<void> {
    const recv = this.recv;
    if (!recv) return;
    const made = await Promise.all(
      views
        .filter((view) => !this.received.has(view.consumerId))
        .map(async (view) => {
          const consumer = await recv.consume({
            id: view.consumerId,
            producerId: view.producerId,
            kind: view.kind,
            rtpParameters: view.rtpParameters as unknown as types.RtpParameters,
            // Sound and picture of one person belong together.
            streamId: view.seatId,
          });
          this.received.set(view.consumerId, { view, consumer });
          return view;
        }),
    );
    const consumerIds = [...alsoReady, ...made.map((view) => view.consumerId)];
    if (consumerIds.length === 0) return;
    await this.link().request('consumers:ready', { consumerIds });
    this.events.changed();
    for (const view of made) if (view.kind === 'video') this.watchFirstFrame(view.consumerId);
  }

  drop(consumerIds: readonly string[]): void {
    for (const id of consumerIds) {
      this.received.get(id)?.consumer.close();
      this.received.delete(id);
    }
    if (consumerIds.length > 0) this.events.changed();
  }

  track(seatId: string, source: Source): MediaStreamTrack | null {
    for (const { view, consumer } of this.received.values()) {
      if (view.seatId === seatId && view.source === source) return consumer.track;
    }
    return null;
  }

  isSending(source: Source): boolean {
    return this.producers.has(source);
  }

  async produce(source: Source, track: MediaStreamTrack): Promise<void> {
    if (!this.send || this.send.closed || this.producers.has(source) || this.producing.has(source)) return;
    const { generation } = this;
    this.producing.add(source);
    try {
      await this.startSending(this.send, source, track);
    } finally {
      if (generation === this.generation) this.producing.delete(source);
    }
  }

  private async startSending(send: types.Transport, source: Source, track: MediaStreamTrack): Promise<void> {
    const { height = 720 } = track.getSettings();
    const producer = await send.produce({
      track,
      // The camera's own switch must not end the track: it is used again.
      stopTracks: false,
      disableTrackOnPause: true,
      zeroRtpOnPause: true,
      appData: { source },
      ...(source === 'cam'
        ? { encodings: cameraEncodings(height), codecOptions: { videoGoogleStartBitrate: 600 } }
        : {
            codecOptions: { opusStereo: false, opusFec: true, opusDtx: true, opusMaxAverageBitrate: 32_000 },
          }),
    });
    // The connections may have been renewed in the meantime; this one then went with the old ones.
    if (send === this.send) this.producers.set(source, producer);
  }

  async replaceTrack(source: Source, track: MediaStreamTrack): Promise<void> {
    await this.producers.get(source)?.replaceTrack({ track });
  }

  setPaused(source: Source, isPaused: boolean): void {
    const producer = this.producers.get(source);
    if (isPaused) producer?.pause();
    else producer?.resume();
  }

  async showTiles(sizes: ReadonlyMap<string, TileSize>): Promise<void> {
    const tiles = [...this.received.values()]
      .filter(({ view }) => view.source === 'cam')
      .map(({ view }) => ({ consumerId: view.consumerId, size: sizes.get(view.seatId) ?? 'small' }));
    if (tiles.length > 0) await this.link().request('consumers:tiles', { tiles });
  }

  /** Round trip and loss as the browser counts them, both ways together. */
  async quality(): Promise<{ rttMs: number; lossRatio: number } | null> {
    const reports = await Promise.all(
      [this.send, this.recv].map(async (t) => (t && !t.closed ? t.getStats() : null)),
    );
    let rttMs: number | null = null;
    let lossRatio = 0;
    for (const report of reports) {
      report?.forEach((stat: Record<string, unknown>) => {
        if (
          stat['type'] === 'candidate-pair' &&
          typeof stat['currentRoundTripTime'] === 'number' &&
          stat['nominated']
        ) {
          rttMs = Math.max(rttMs ?? 0, stat['currentRoundTripTime'] * 1000);
        }
        if (stat['type'] === 'remote-inbound-rtp' && typeof stat['fractionLost'] === 'number') {
          lossRatio = Math.max(lossRatio, stat['fractionLost']);
        }
      });
    }
    return rttMs === null
      ? null
      : { rttMs: Math.min(rttMs, 60_000), lossRatio: Math.min(Math.max(lossRatio, 0), 1) };
  }

  close(): void {
    for (const timer of this.repairs.values()) clearTimeout(timer);
    this.repairs.clear();
    this.restarting.clear();
    this.producing.clear();
    this.producers.clear();
    this.received.clear();
    this.send?.close();
    this.recv?.close();
    this.send = null;
    this.recv = null;
  }

  private options(view: TransportView): types.TransportOptions {
    return {
      ...(view as unknown as types.TransportOptions),
      iceServers: this.iceServers.map((server) => ({ ...server })),
    };
  }

  private connect(transport: types.Transport): types.Transport {
    transport.on('connect', ({ dtlsParameters }, done, fail) => {
      this.link()
        .request('transport:connect', {
          transportId: transport.id,
          dtlsParameters: dtlsParameters,
        })
        .then(done, fail);
    });
    transport.on('connectionstatechange', (state) => {
      clearTimeout(this.repairs.get(transport.id));
      this.repairs.delete(transport.id);
      if (state === 'disconnected') this.repairIn(transport, SETTLE_MS);
      if (state === 'failed') this.repairIn(transport, 0);
      this.events.changed();
    });
    return transport;
  }

  private repairIn(transport: types.Transport, ms: number): void {
    this.repairs.set(
      transport.id,
      setTimeout(() => void this.repair(transport), ms),
    );
  }

  /** One restart of ICE; it works at once or not at all, and then new connections are made. */
  private async repair(transport: types.Transport): Promise<void> {
    if (transport.closed || this.restarting.has(transport.id)) return;
    this.restarting.add(transport.id);
    try {
      const { iceParameters } = await this.link().request('transport:restart-ice', {
        transportId: transport.id,
      });
      await transport.restartIce({ iceParameters: iceParameters as unknown as types.IceParameters });
      setTimeout(() => {
        if (!transport.closed && transport.connectionState !== 'connected') this.events.lost();
      }, RESTART_MS);
    } catch {
      // No socket either, or the server no longer knows the connection: entering again makes new ones.
      if (!transport.closed) this.events.lost();
    } finally {
      this.restarting.delete(transport.id);
    }
  }

  /** A picture that does not come is asked for again, a few times: the first key frame may have been lost. */
  private watchFirstFrame(consumerId: string, tries = FIRST_FRAME_TRIES): void {
    setTimeout(() => {
      void this.requestMissingFrame(consumerId, tries).catch((error: unknown) => this.events.problem(error));
    }, FIRST_FRAME_MS);
  }

  private async requestMissingFrame(consumerId: string, tries: number): Promise<void> {
    const received = this.received.get(consumerId);
    if (!received || received.consumer.closed) return;
    let frames = 0;
    (await received.consumer.getStats()).forEach((stat: Record<string, unknown>) => {
      if (stat['type'] === 'inbound-rtp') frames += Number(stat['framesDecoded'] ?? 0);
    });
    if (frames > 0 || tries === 0 || this.received.get(consumerId) !== received) return;
    await this.link().request('consumers:ready', { consumerIds: [consumerId] });
    this.watchFirstFrame(consumerId, tries - 1);
  }
}
