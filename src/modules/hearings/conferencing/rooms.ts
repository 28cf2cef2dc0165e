import { cpus, networkInterfaces } from 'node:os';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ENV, type Env } from '../../../config/env';
import { HearingRoom, type Opened, type RoomListener } from './hearing-room';
import type { MediaEngine, MediaRouter, MediaTransport } from './media-engine';
import { MediasoupEngine } from './mediasoup-engine';
import type { Plain } from './protocol';
import { listenAddresses, WorkerPool } from './worker-pool';

/** All rooms of this process and the media workers under them. Nothing outside this folder knows the media library. */
@Injectable()
export class Rooms implements OnApplicationShutdown {
  private readonly logger = new Logger('Rooms');
  private readonly rooms = new Map<string, HearingRoom>();
  private readonly pool: WorkerPool;
  private readonly engine: MediasoupEngine;
  private started: Promise<void> | null = null;
  private probes: Promise<MediaRouter> | null = null;
  private listenerOf: ((hearingId: string) => RoomListener) | null = null;

  constructor(@Inject(ENV) env: Env) {
    const { port, listenIp, announcedAddress, workerBin } = env.media;
    this.pool = new WorkerPool(
      {
        size: Math.max(1, cpus().length - 1),
        port,
        listen: listenAddresses(listenIp, announcedAddress, networkInterfaces()),
        workerBin,
      },
      {
        info: (message, fields) => this.logger.log({ ...fields }, message),
        warn: (message, fields) => this.logger.warn({ ...fields }, message),
      },
    );
    this.engine = new MediasoupEngine(this.pool);
    this.pool.whenReplaced((ids) => {
      this.probes = null;
      for (const id of ids) {
        this.rooms
          .get(id)
          ?.rebuild()
          .catch((error: unknown) =>
            this.logger.error({ err: error, hearingId: id }, 'room could not be rebuilt'),
          );
      }
    });
  }

  listen(listenerOf: (hearingId: string) => RoomListener): void {
    this.listenerOf = listenerOf;
  }

  /** Starts the media workers, once; a failed start is tried again by the next who asks. */
  start(): Promise<void> {
    this.started ??= this.engine.start().catch((error: unknown) => {
      this.started = null;
      throw error;
    });
    return this.started;
  }

  get rtpCapabilities(): Plain {
    return this.engine.rtpCapabilities;
  }

  open(hearingId: string, opened: Opened): HearingRoom {
    if (!this.listenerOf) throw new Error('Nobody listens to the rooms');
    const known = this.rooms.get(hearingId);
    const room =
      known && !known.isRetired
        ? known
        : new HearingRoom(hearingId, opened, this.engine, this.listenerOf(hearingId));
    this.rooms.set(hearingId, room);
    return room;
  }

  find(hearingId: string): HearingRoom | null {
    return this.rooms.get(hearingId) ?? null;
  }

  /** Forgets a room that everybody has left; what must last is in the database. */
  async closeWhenEmpty(hearingId: string): Promise<void> {
    const room = this.rooms.get(hearingId);
    if (room && (await room.retire()) && this.rooms.get(hearingId) === room) this.rooms.delete(hearingId);
  }

  /** A connection that leads nowhere, to find out whether this page can reach the media server. */
  async probe(): Promise<MediaTransport> {
    await this.start();
    this.probes ??= (this.engine as MediaEngine).createRouter('probe').catch((error: unknown) => {
      this.probes = null;
      throw error;
    });
    return (await this.probes).createTransport('send');
  }

  status(): { workers: ReturnType<WorkerPool['status']>; rooms: number } {
    return { workers: this.pool.status(), rooms: this.rooms.size };
  }

  onApplicationShutdown(): void {
    this.pool.close();
  }
}
