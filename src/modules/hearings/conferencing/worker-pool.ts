import type { NetworkInterfaceInfo } from 'node:os';
import { createWorker, type types } from 'mediasoup';

export interface WorkerPoolSettings {
  size: number;
  /** Worker i listens on port + i, UDP and TCP; 0 lets the system choose. */
  port: number;
  /** Addresses to listen on, each with what browsers are told when that differs. */
  listen: readonly { ip: string; announcedAddress?: string }[];
  workerBin: string | null;
}

export interface PoolLog {
  info(message: string, fields: Record<string, unknown>): void;
  warn(message: string, fields: Record<string, unknown>): void;
}

/** A place for a worker process. The process may die; the place, its port and the rooms entered here remain. */
export class WorkerSlot {
  readonly rooms = new Set<string>();
  worker: types.Worker | null = null;
  server: types.WebRtcServer | null = null;
  deaths: number[] = [];

  constructor(readonly index: number) {}
}

/**
 * What to listen on. “Everywhere” is no address a browser could connect to: unless it is told which one to announce,
 * each address of the machine is listened on and announced by itself.
 */
export function listenAddresses(
  listenIp: string,
  announcedAddress: string | null,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
): { ip: string; announcedAddress?: string }[] {
  if (announcedAddress) return [{ ip: listenIp, announcedAddress }];
  if (listenIp !== '0.0.0.0') return [{ ip: listenIp }];
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => ({ ip: address }));
}

const BACK_OFF_MS = [0, 200, 1000, 5000];
const DEATHS_REMEMBERED_MS = 60_000;

/**
 * One media worker per core but one, each with all of its traffic on one port. A dead worker is replaced, and the
 * rooms that lived on it are named to whoever listens, from the pool's own list: the router no longer knows.
 */
export class WorkerPool {
  private readonly slots: WorkerSlot[];
  private onReplaced: (rooms: string[]) => void = () => undefined;
  private isClosing = false;

  constructor(
    private readonly settings: WorkerPoolSettings,
    private readonly log: PoolLog,
  ) {
    this.slots = Array.from({ length: settings.size }, (_, index) => new WorkerSlot(index));
  }

  async start(): Promise<void> {
    await Promise.all(this.slots.map((slot) => this.spawn(slot)));
  }

  /** Called with the rooms that have lost their media, once there is a worker to rebuild them on. */
  whenReplaced(listener: (rooms: string[]) => void): void {
    this.onReplaced = listener;
  }

  /** The living worker with the fewest rooms takes the room; null while none is running. */
  assign(roomId: string): WorkerSlot | null {
    this.release(roomId);
    const slot = this.slots
      .filter((s) => s.worker)
      .sort((a, b) => a.rooms.size - b.rooms.size || a.index - b.index)[0];
    slot?.rooms.add(roomId);
    return slot ?? null;
  }

  release(roomId: string): void {
    for (const slot of this.slots) slot.rooms.delete(roomId);
  }

  status(): { index: number; pid: number | null; rooms: number; deaths: number }[] {
    return this.slots.map(({ index, worker, rooms, deaths }) => ({
      index,
      pid: worker?.pid ?? null,
      rooms: rooms.size,
      deaths: deaths.length,
    }));
  }

  close(): void {
    this.isClosing = true;
    for (const slot of this.slots) slot.worker?.close();
  }

  private async spawn(slot: WorkerSlot): Promise<void> {
    const { port, listen, workerBin } = this.settings;
    const worker = await createWorker({ logLevel: 'warn', ...(workerBin ? { workerBin } : {}) });
    const listenInfos = listen.flatMap(({ ip, announcedAddress }) =>
      (['udp', 'tcp'] as const).map((protocol) => ({
        protocol,
        ip,
        ...(announcedAddress ? { announcedAddress } : {}),
        ...(port === 0 ? {} : { port: port + slot.index }),
      })),
    );
    try {
      slot.server = await worker.createWebRtcServer({ listenInfos });
    } catch (error) {
      worker.close();
      throw new Error(`The media port ${port + slot.index} cannot be opened`, { cause: error });
    }
    // Closed while it was being started: nobody else would end this process.
    if (this.isClosing) return worker.close();
    slot.worker = worker;
    worker.on('died', () => void this.replace(slot));
    this.log.info('media worker started', { index: slot.index, pid: worker.pid });
  }

  private async replace(slot: WorkerSlot): Promise<void> {
    slot.worker = null;
    slot.server = null;
    const now = Date.now();
    slot.deaths = [...slot.deaths.filter((at) => now - at < DEATHS_REMEMBERED_MS), now];
    this.log.warn('media worker died', {
      index: slot.index,
      deaths: slot.deaths.length,
      rooms: slot.rooms.size,
    });
    for (let attempt = slot.deaths.length - 1; !this.isClosing; attempt += 1) {
      await new Promise((resolve) =>
        setTimeout(resolve, BACK_OFF_MS[Math.min(attempt, BACK_OFF_MS.length - 1)]).unref(),
      );
      if (this.isClosing) return;
      try {
        await this.spawn(slot);
        break;
      } catch (error) {
        this.log.warn('media worker could not be restarted', { index: slot.index, error: String(error) });
      }
    }
    if (!this.isClosing) this.onReplaced([...slot.rooms]);
  }
}
