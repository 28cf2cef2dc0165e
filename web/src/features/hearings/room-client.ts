import { ApiProblem } from '../../api/problem';
import { MediaSession } from './media-session';
import type {
  ConsumerView,
  Events,
  Entered,
  IceServerView,
  MediaReset,
  Numbered,
  Plain,
  RecordView,
  Requests,
  RoomAction,
  SeatView,
  Snapshot,
  Source,
  TileSize,
} from './protocol';
import { NoAnswer, RoomRefusal, SocketLink, type Credentials } from './socket-link';

export interface Admission {
  ticket: string;
  rtpCapabilities: Plain;
  iceServers: IceServerView[];
}

export interface RoomOptions {
  hearingId: string;
  language: string;
  /** Asks the server for a ticket; each opens one socket. */
  admission: () => Promise<Admission>;
  address?: string;
}

export type Connection =
  /** Before entering, after leaving. */
  | 'out'
  | 'entering'
  | 'in'
  /** Lost, and being mended. */
  | 'mending'
  /** The same person has entered from another page. */
  | 'replaced'
  /** Given up: `problem` says why. */
  | 'failed';

export interface RoomState {
  connection: Connection;
  seatId: string;
  snapshot: Snapshot | null;
  record: RecordView | null;
  /** How much the server's clock is ahead of this page's, in milliseconds. */
  clockAhead: number;
  /** Why the hearing changed its state last: the reason of a recess, say. */
  stateReason: string | null;
  /** What one's own page sends, as its owner has switched it. */
  isOn: Record<Source, boolean>;
  hasTrack: Record<Source, boolean>;
  /** Grows when a picture or a sound arrives or leaves. */
  media: number;
  problem: unknown;
  /** A request that failed; shown, and gone with the next that succeeds. */
  refusal: unknown;
}

const COME_BACK_MS = [0, 300, 1_200, 2_700, 4_800, 7_000];
/** After this long without a way back the page says so and offers a button instead. */
const GIVE_UP_MS = 5 * 60_000;
const REPORT_MS = 5_000;
const RENEW_MS = 1_000;
const MAX_RENEW_MS = 30_000;
/** Refusals that say that this page's connections are not the ones the server has. */
const STALE = [
  'room.transport-connected',
  'room.already-published',
  'room.no-transport',
  'room.not-a-send-transport',
  'room.not-published',
];

/** Whether trying again would only be told the same. */
function isFinal(error: unknown): boolean {
  if (error instanceof RoomRefusal)
    return !['RETRY', 'WORKER_GONE', 'LIMIT', 'AUTH_EXPIRED'].includes(error.code);
  return error instanceof ApiProblem && error.status < 500 && error.status !== 429;
}

const EVENTS: (keyof Events)[] = [
  'room:state',
  'seat:updated',
  'space:moved',
  'tribunal:presence',
  'consumers:new',
  'consumers:closed',
  'media:muted',
  'speaker:active',
  'record:changed',
];

/**
 * One person's presence in a hearing: socket, media, and the state the page draws. It comes back by itself after a
 * lost network: a new socket picks the old connections up, or new ones are made; the seat is the same.
 */
export class RoomClient {
  private current: RoomState = {
    connection: 'out',
    seatId: '',
    snapshot: null,
    record: null,
    clockAhead: 0,
    stateReason: null,
    isOn: { mic: true, cam: true },
    hasTrack: { mic: false, cam: false },
    media: 0,
    problem: null,
    refusal: null,
  };
  private readonly listeners = new Set<() => void>();
  private readonly tracks = new Map<Source, MediaStreamTrack>();
  private link: SocketLink | null = null;
  private media: MediaSession | null = null;
  private resumeKey: string | null = null;
  private seq = 0;
  /** Events that arrive before the answer to `room:enter`; applied after it. */
  private early: (() => void)[] | null = null;
  private entering: Promise<void> | null = null;
  private mending: Promise<void> | null = null;
  private work: Promise<void> = Promise.resolve();
  private sizes: ReadonlyMap<string, TileSize> = new Map();
  private reporter: ReturnType<typeof setInterval> | null = null;
  private renewal: ReturnType<typeof setTimeout> | null = null;
  private renewDelay = RENEW_MS;
  private renewedAt = 0;
  private wake: (() => void) | null = null;

  constructor(private readonly options: RoomOptions) {}

  get state(): RoomState {
    return this.current;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  track(seatId: string, source: Source): MediaStreamTrack | null {
    if (seatId === this.current.seatId) return this.tracks.get(source) ?? null;
    return this.media?.track(seatId, source) ?? null;
  }

  /** Camera or microphone as chosen in the device check; a later choice replaces an earlier one. */
  async useTrack(source: Source, track: MediaStreamTrack | null): Promise<void> {
    if (track) this.tracks.set(source, track);
    else this.tracks.delete(source);
    this.set({ hasTrack: { ...this.current.hasTrack, [source]: track !== null } });
    if (track && this.media?.isSending(source)) await this.media.replaceTrack(source, track);
    else await this.sendWhatMaySend();
  }

  async enter(): Promise<void> {
    this.set({ connection: 'entering', problem: null });
    window.addEventListener('online', this.comeBackNow);
    this.reporter ??= setInterval(() => void this.report(), REPORT_MS);
    try {
      await this.open();
    } catch (error) {
      // A socket lost on the way in is being mended already.
      if (!this.mending) this.set({ connection: 'failed', problem: error });
    }
  }

  async leave(): Promise<void> {
    window.removeEventListener('online', this.comeBackNow);
    if (this.reporter) clearInterval(this.reporter);
    this.reporter = null;
    if (this.renewal) clearTimeout(this.renewal);
    this.renewal = null;
    const link = this.link;
    this.link = null;
    this.resumeKey = null;
    this.set({ connection: 'out' });
    this.media?.close();
    this.media = null;
    if (link?.socket.connected) await link.request('room:leave', {}).catch(() => null);
    link?.close();
  }

  /** Asks the server for something; what it refuses is shown, and told to the caller by `null`. */
  async ask<A extends RoomAction>(
    action: A,
    body: Omit<Requests[A][0], 'reqId'>,
  ): Promise<{ data: Requests[A][1] } | null> {
    try {
      if (!this.link) throw new NoAnswer(action);
      const data = await this.link.request(action, body);
      this.set({ refusal: null });
      return { data };
    } catch (error) {
      this.set({ refusal: error });
      return null;
    }
  }

  clearRefusal(): void {
    this.set({ refusal: null });
  }

  async switch(source: Source, isOn: boolean): Promise<void> {
    const me = this.me();
    if (isOn && me?.[source] === 'muted') return;
    this.set({ isOn: { ...this.current.isOn, [source]: isOn } });
    this.media?.setPaused(source, !isOn);
    if (isOn) await this.sendWhatMaySend();
    if (this.media?.isSending(source)) await this.ask(isOn ? 'media:resume' : 'media:pause', { source });
  }

  /** How large each seat is drawn; the server sends no more than that needs. */
  showTiles(sizes: ReadonlyMap<string, TileSize>): void {
    this.sizes = sizes;
    void this.media?.showTiles(sizes).catch((error: unknown) => this.trouble(error));
  }

  // ── coming and going ───────────────────────────────────────────────────────────────────────────────────────────

  private async open(): Promise<void> {
    const credentials = await this.credentials();
    const link = new SocketLink(credentials, this.options.language, this.options.address);
    this.attach(link);
    try {
      await link.opened();
    } catch (error) {
      if (error instanceof RoomRefusal && this.resumeKey) {
        // The seat no longer knows this key: come in with a ticket, as after a reload.
        this.resumeKey = null;
        return this.open();
      }
      throw error;
    }
    const former = this.link;
    this.link = link;
    former?.close();
    await this.enterRoom();
  }

  private async credentials(): Promise<Credentials> {
    if (this.resumeKey) {
      return { resumeKey: this.resumeKey, hearingId: this.options.hearingId, seatId: this.current.seatId };
    }
    const { ticket, rtpCapabilities, iceServers } = await this.options.admission();
    if (!this.media) {
      this.media = await MediaSession.load(rtpCapabilities, iceServers, () => this.link!, {
        changed: () => this.set({ media: this.current.media + 1 }),
        lost: () => this.renewSoon(),
        problem: (error) => this.trouble(error),
      });
    }
    return { ticket };
  }

  /** One round: seat, connections and everything to be received come with the answer. */
  private enterRoom({ isFresh = false } = {}): Promise<void> {
    // New connections are not got from an entering that tries to keep the old ones.
    if (this.entering && isFresh) return this.entering.then(() => this.enterRoom({ isFresh }));
    this.entering ??= this.enterOnce(isFresh).finally(() => (this.entering = null));
    return this.entering;
  }

  private async enterOnce(isFresh: boolean): Promise<void> {
    const { link, media } = this;
    if (!link || !media) return;
    this.early = [];
    const kept = isFresh ? null : media.kept;
    let entered: Entered;
    try {
      entered = await link.request('room:enter', {
        rtpCapabilities: media.rtpCapabilities,
        ...(kept ? { kept } : {}),
      });
    } catch (error) {
      this.early = null;
      throw error;
    }
    // Left, or taken over by another page, while the answer was on its way.
    if (this.link !== link) return;
    this.resumeKey = entered.resumeKey;
    this.seq = entered.snapshot.seq;
    this.set({
      connection: 'in',
      seatId: entered.seatId,
      snapshot: entered.snapshot,
      record: entered.record,
      clockAhead: Date.parse(entered.now) - Date.now(),
      problem: null,
    });
    if (!entered.isMediaKept) {
      media.rebuild(entered.send, entered.recv);
      this.work = Promise.resolve();
    }
    const early = this.early;
    this.early = null;
    this.inOrder(() => media.receive(entered.consumers));
    for (const event of early) event();
    void this.sendWhatMaySend();
    this.showTiles(this.sizes);
  }

  private attach(link: SocketLink): void {
    const { socket } = link;
    for (const event of EVENTS) {
      socket.on(event, (numbered: Numbered<never>) => this.receive(link, event, numbered));
    }
    socket.on('media:reset', (numbered: Numbered<MediaReset>) => this.resetMedia(link, numbered));
    socket.on('session:replaced', () => {
      this.resumeKey = null;
      this.link = null;
      this.media?.close();
      this.set({ connection: 'replaced' });
    });
    socket.on('disconnect', () => {
      if (this.link === link) void this.comeBack();
    });
  }

  /** Tries again, sooner at first, and at once when the browser says that the network is there. */
  private comeBack(): Promise<void> {
    this.mending ??= this.mend().finally(() => (this.mending = null));
    return this.mending;
  }

  private async mend(): Promise<void> {
    this.set({ connection: 'mending' });
    const until = Date.now() + GIVE_UP_MS;
    for (let attempt = 0; Date.now() < until; attempt += 1) {
      const delay = COME_BACK_MS[Math.min(attempt, COME_BACK_MS.length - 1)]! * (0.8 + Math.random() * 0.4);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delay);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (this.current.connection !== 'mending') return;
      try {
        await this.open();
        return;
      } catch (error) {
        if (isFinal(error)) {
          this.set({ connection: 'failed', problem: error });
          return;
        }
      }
    }
    this.set({ connection: 'failed', problem: new NoAnswer('room') });
  }

  private comeBackNow = (): void => this.wake?.();

  // ── what the server tells ──────────────────────────────────────────────────────────────────────────────────────

  private receive<E extends keyof Events>(link: SocketLink, event: E, numbered: Numbered<Events[E]>): void {
    if (this.link !== link && this.link !== null) return;
    if (this.early) {
      this.early.push(() => this.receive(link, event, numbered));
      return;
    }
    if (this.isNext(numbered.seq)) this.apply(event, numbered.data);
  }

  private resetMedia(link: SocketLink, numbered: Numbered<MediaReset>): void {
    if (this.link !== link && this.link !== null) return;
    if (this.early) {
      this.early.push(() => this.resetMedia(link, numbered));
      return;
    }
    if (!this.isNext(numbered.seq)) return;
    this.media?.reset(numbered.data);
    this.work = Promise.resolve();
    void this.sendWhatMaySend();
  }

  /** Whether this is the next event; one that is missing is made good by entering again. */
  private isNext(seq: number): boolean {
    if (seq <= this.seq) return false;
    if (seq > this.seq + 1) {
      void this.enterRoom().catch((error: unknown) => this.trouble(error));
      return false;
    }
    this.seq = seq;
    return true;
  }

  private apply<E extends keyof Events>(event: E, data: Events[E]): void {
    const changes = this.changes[event] as (data: Events[E]) => void;
    changes(data);
  }

  private readonly changes: { [E in keyof Events]: (data: Events[E]) => void } = {
    'room:state': ({ state, reason, actions }) => {
      this.snapshot({ state, actions });
      this.set({ stateReason: reason });
      if (['closed', 'adjourned', 'cancelled'].includes(state)) this.media?.close();
      else void this.sendWhatMaySend();
    },
    'seat:updated': (seat) => {
      const seats = this.current.snapshot?.seats ?? [];
      const isKnown = seats.some((s) => s.seatId === seat.seatId);
      this.snapshot({
        seats: isKnown ? seats.map((s) => (s.seatId === seat.seatId ? seat : s)) : [...seats, seat],
      });
      // Seated in the chamber: there its camera and microphone are the tribunal's.
      if (seat.seatId === this.current.seatId && seat.presence === 'chamber') this.media?.close();
    },
    'space:moved': ({ snapshot, record }) => {
      this.set({ snapshot, record });
      void this.sendWhatMaySend();
    },
    'tribunal:presence': (presence) => this.snapshot(presence),
    'consumers:new': (views: ConsumerView[]) =>
      this.inOrder(async () => {
        await this.media?.add(views);
        if (this.sizes.size > 0) await this.media?.showTiles(this.sizes);
      }),
    'consumers:closed': (ids) => this.inOrder(async () => this.media?.drop(ids)),
    'media:muted': ({ source, isMuted }) => {
      const me = this.me();
      if (me) this.changes['seat:updated']({ ...me, [source]: isMuted ? 'muted' : this.ownFeed(source) });
    },
    'speaker:active': ({ seatId }) => this.snapshot({ speakerSeatId: seatId }),
    'record:changed': ({ record, actions }) => {
      this.snapshot({ actions });
      this.set({ record });
    },
  };

  private ownFeed(source: Source): SeatView[Source] {
    if (!this.media?.isSending(source)) return 'off';
    return this.current.isOn[source] ? 'on' : 'paused';
  }

  private me(): SeatView | null {
    return this.current.snapshot?.seats.find((seat) => seat.seatId === this.current.seatId) ?? null;
  }

  /** Sends camera and microphone as soon as one is before the tribunal and it sits. */
  private async sendWhatMaySend(): Promise<void> {
    const { snapshot, isOn } = this.current;
    if (!this.media || snapshot?.space !== 'main') return;
    if (!['lobby-open', 'in-session', 'recess'].includes(snapshot.state)) return;
    for (const [source, track] of this.tracks) {
      if (!isOn[source] || this.media.isSending(source)) continue;
      const generation: number = this.media.generation;
      try {
        await this.media.produce(source, track);
      } catch (error) {
        if (generation === this.media?.generation) this.trouble(error);
      }
    }
  }

  /** Media work is done one piece after the other: what closes must not overtake what opens. */
  private inOrder(work: () => Promise<unknown>): void {
    const generation = this.media?.generation;
    this.work = this.work.then(async () => {
      try {
        await work();
      } catch (error) {
        if (generation === this.media?.generation) this.trouble(error);
      }
    });
  }

  private async report(): Promise<void> {
    if (this.current.connection !== 'in') return;
    const quality = await this.media?.quality();
    if (quality && this.link?.socket.connected)
      await this.link.request('net:report', quality).catch(() => null);
  }

  private trouble(error: unknown): void {
    if (error instanceof RoomRefusal && !STALE.includes(error.reason)) this.set({ refusal: error });
    else this.renewSoon();
  }

  /**
   * Page and server no longer agree about the connections, or an answer never came: everything is asked for anew.
   * A moment later, because several things fail together when one connection goes.
   */
  private renewSoon(): void {
    if (this.renewal || this.current.connection !== 'in') return;
    // Not more often than helps: on a page that is slow, each renewal makes it slower.
    const now = Date.now();
    this.renewDelay = now - this.renewedAt < 60_000 ? Math.min(this.renewDelay * 2, MAX_RENEW_MS) : RENEW_MS;
    this.renewal = setTimeout(() => {
      this.renewal = null;
      this.renewedAt = Date.now();
      if (this.current.connection !== 'in' || !this.link?.socket.connected) return;
      this.enterRoom({ isFresh: true }).catch((error: unknown) => this.trouble(error));
    }, this.renewDelay);
  }

  private snapshot(change: Partial<Snapshot>): void {
    if (this.current.snapshot) this.set({ snapshot: { ...this.current.snapshot, ...change } });
  }

  private set(change: Partial<RoomState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
