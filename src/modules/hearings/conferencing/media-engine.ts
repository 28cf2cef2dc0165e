import type { Plain, Source, TransportView } from './protocol';

/** The media library as the room sees it. One implementation talks to mediasoup; the property test brings its own. */
export interface MediaEngine {
  /** Capabilities that a page loads its device with, the same for every room. */
  readonly rtpCapabilities: Plain;
  createRouter(roomId: string): Promise<MediaRouter>;
}

export interface MediaRouter {
  createTransport(direction: 'send' | 'recv'): Promise<MediaTransport>;
  onSpeaker(listener: (producerId: string | null) => void): void;
  watchSpeaker(producer: MediaProducer): Promise<void>;
  close(): void;
}

export interface MediaTransport {
  readonly id: string;
  readonly isClosed: boolean;
  readonly view: TransportView;
  connect(dtlsParameters: Plain): Promise<void>;
  restartIce(): Promise<Plain>;
  produce(source: Source, rtpParameters: Plain, isPaused: boolean): Promise<MediaProducer>;
  /** Always paused; null when the receiver cannot decode what the producer sends. */
  consume(producer: MediaProducer, rtpCapabilities: Plain): Promise<MediaConsumer | null>;
  close(): void;
}

export interface MediaProducer {
  readonly id: string;
  readonly kind: 'audio' | 'video';
  readonly isPaused: boolean;
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): void;
}

export interface MediaConsumer {
  readonly id: string;
  readonly producerId: string;
  readonly kind: 'audio' | 'video';
  readonly rtpParameters: Plain;
  pause(): Promise<void>;
  resume(): Promise<void>;
  requestKeyFrame(): Promise<void>;
  preferLayer(spatialLayer: number): Promise<void>;
  close(): void;
  packetsSent(): Promise<number>;
}

/** The media worker died under the call; the room is being rebuilt and the page will hear of it. */
export class MediaGoneError extends Error {}

/** The page sent media parameters that we do not take; `reason` names which. */
export class MediaRefusedError extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
