import { errors, type types } from 'mediasoup';
import { acceptedDtls, acceptedParameters, allowedCapabilities, MEDIA_CODECS } from './codecs';
import {
  MediaGoneError,
  MediaRefusedError,
  type MediaConsumer,
  type MediaEngine,
  type MediaProducer,
  type MediaRouter,
  type MediaTransport,
} from './media-engine';
import type { Plain, Source, TransportView } from './protocol';
import type { WorkerPool } from './worker-pool';

const plain = (value: unknown): Plain => value as Plain;

/** A call that fails because the worker died is not the page's fault, one that fails on its parameters is. */
async function media<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof errors.WorkerClosedError || error instanceof errors.NotFoundError) {
      throw new MediaGoneError('The media worker is gone', { cause: error });
    }
    if (error instanceof TypeError || error instanceof errors.UnsupportedError) {
      throw new MediaRefusedError('rtp-parameters');
    }
    throw error;
  }
}

export class MediasoupEngine implements MediaEngine {
  private capabilities: Plain | null = null;

  constructor(private readonly pool: WorkerPool) {}

  async start(): Promise<void> {
    await this.pool.start();
    const router = await this.createRouter('capabilities');
    this.capabilities = router.rtpCapabilities;
    router.close();
  }

  get rtpCapabilities(): Plain {
    if (!this.capabilities) throw new Error('The media engine has not been started');
    return this.capabilities;
  }

  async createRouter(roomId: string): Promise<MediasoupRouter> {
    const slot = this.pool.assign(roomId);
    if (!slot?.worker || !slot.server) throw new MediaGoneError('No media worker is running');
    const { worker, server } = slot;
    return media(async () => {
      const router = await worker.createRouter({ mediaCodecs: MEDIA_CODECS });
      const speakers = await router.createActiveSpeakerObserver({ interval: 300 });
      return new MediasoupRouter(router, server, speakers, () => this.pool.release(roomId));
    });
  }
}

class MediasoupRouter implements MediaRouter {
  constructor(
    private readonly router: types.Router,
    private readonly server: types.WebRtcServer,
    private readonly speakers: types.ActiveSpeakerObserver,
    private readonly release: () => void,
  ) {}

  get rtpCapabilities(): Plain {
    return allowedCapabilities(plain(this.router.rtpCapabilities));
  }

  async createTransport(direction: 'send' | 'recv'): Promise<MediaTransport> {
    return media(async () => {
      const transport = await this.router.createWebRtcTransport({
        webRtcServer: this.server,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        // A browser that vanished without a word is noticed after 20 s; 0 would never notice.
        iceConsentTimeout: 20,
        initialAvailableOutgoingBitrate: 1_500_000,
      });
      if (direction === 'send') await transport.setMaxIncomingBitrate(2_500_000);
      else await transport.setMaxOutgoingBitrate(8_000_000);
      return new MediasoupTransport(transport, this.router);
    });
  }

  onSpeaker(listener: (producerId: string | null) => void): void {
    this.speakers.on('dominantspeaker', ({ producer }) => listener(producer.id));
  }

  async watchSpeaker(producer: MediaProducer): Promise<void> {
    await media(() => this.speakers.addProducer({ producerId: producer.id }));
  }

  close(): void {
    this.router.close();
    this.release();
  }
}

class MediasoupTransport implements MediaTransport {
  constructor(
    private readonly transport: types.WebRtcTransport,
    private readonly router: types.Router,
  ) {}

  get id(): string {
    return this.transport.id;
  }

  get isClosed(): boolean {
    return this.transport.closed;
  }

  get view(): TransportView {
    const { id, iceParameters, iceCandidates, dtlsParameters } = this.transport;
    return {
      id,
      iceParameters: plain(iceParameters),
      iceCandidates: iceCandidates.map(plain),
      dtlsParameters: plain(dtlsParameters),
    };
  }

  async connect(dtlsParameters: Plain): Promise<void> {
    await media(() => this.transport.connect({ dtlsParameters: acceptedDtls(dtlsParameters) }));
  }

  async restartIce(): Promise<Plain> {
    return plain(await media(() => this.transport.restartIce()));
  }

  async produce(source: Source, rtpParameters: Plain, isPaused: boolean): Promise<MediaProducer> {
    const kind = source === 'mic' ? 'audio' : 'video';
    const accepted = acceptedParameters(source, rtpParameters);
    return new MediasoupProducer(
      await media(() =>
        this.transport.produce({
          kind,
          rtpParameters: accepted,
          paused: isPaused,
          // Browsers answer one request for a key frame in 300 ms and ignore the rest; the worker would then wait a
          // whole second. So requests of several viewers are kept that far apart.
          keyFrameRequestDelay: 400,
          // The page's own appData is never taken over.
          appData: { source },
        }),
      ),
    );
  }

  async consume(producer: MediaProducer, rtpCapabilities: Plain): Promise<MediaConsumer | null> {
    const capabilities = rtpCapabilities as unknown as types.RtpCapabilities;
    return media(async () => {
      if (!this.router.canConsume({ producerId: producer.id, rtpCapabilities: capabilities })) return null;
      const consumer = await this.transport.consume({
        producerId: producer.id,
        rtpCapabilities: capabilities,
        // The first key frame must not arrive before the page has a decoder: it says when it is ready.
        paused: true,
        enableRtx: true,
        ignoreDtx: true,
      });
      return new MediasoupConsumer(consumer);
    });
  }

  close(): void {
    this.transport.close();
  }
}

class MediasoupProducer implements MediaProducer {
  constructor(private readonly producer: types.Producer) {}

  get id(): string {
    return this.producer.id;
  }

  get kind(): 'audio' | 'video' {
    return this.producer.kind;
  }

  get isPaused(): boolean {
    return this.producer.paused;
  }

  async pause(): Promise<void> {
    await media(() => this.producer.pause());
  }

  async resume(): Promise<void> {
    await media(() => this.producer.resume());
  }

  close(): void {
    this.producer.close();
  }
}

class MediasoupConsumer implements MediaConsumer {
  constructor(private readonly consumer: types.Consumer) {}

  get id(): string {
    return this.consumer.id;
  }

  get producerId(): string {
    return this.consumer.producerId;
  }

  get kind(): 'audio' | 'video' {
    return this.consumer.kind;
  }

  get rtpParameters(): Plain {
    return plain(this.consumer.rtpParameters);
  }

  async pause(): Promise<void> {
    await media(() => this.consumer.pause());
  }

  async resume(): Promise<void> {
    await media(() => this.consumer.resume());
  }

  async requestKeyFrame(): Promise<void> {
    await media(() => this.consumer.requestKeyFrame());
  }

  async preferLayer(spatialLayer: number): Promise<void> {
    // Only a simulcast stream has layers; with a single one there is nothing to choose.
    if (this.consumer.type !== 'simulcast') return;
    await media(() => this.consumer.setPreferredLayers({ spatialLayer }));
  }

  close(): void {
    this.consumer.close();
  }

  async packetsSent(): Promise<number> {
    const stats = await media(() => this.consumer.getStats());
    return stats
      .filter((stat) => stat.type === 'outbound-rtp')
      .reduce((sum, stat) => sum + stat.packetCount, 0);
  }
}
