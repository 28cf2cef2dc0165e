import { randomBytes } from 'node:crypto';
import { allowedCapabilities } from './codecs';
import { CommandQueue } from './command-queue';
import { MediaRefusedError } from './media-engine';
import type { MediaConsumer, MediaEngine, MediaProducer, MediaRouter, MediaTransport } from './media-engine';
import type {
  ConsumerView,
  Events,
  FeedState,
  HearingMode,
  HearingRole,
  HearingState,
  MediaReset,
  Numbered,
  Plain,
  Presence,
  Quality,
  RecordState,
  RecordView,
  RoomAction,
  SeatView,
  Snapshot,
  Source,
  Space,
  TileSize,
  TransportView,
} from './protocol';
import { SOURCES } from './protocol';
import { actionsFor, type Standing } from './room.policy';
import { canPublish, hasMedia, isLive, wantedFeeds } from './visibility';

export type RoomRefusal = 'NOT_FOUND' | 'BAD_STATE' | 'NOT_ALLOWED' | 'LIMIT' | 'RETRY';

/** The room says no: the code goes back to the page as it is. */
export class RoomError extends Error {
  constructor(
    readonly code: RoomRefusal,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Who sits here, as the case and the hearing have it. */
export interface Member {
  seatId: string;
  role: HearingRole;
  partyId: string | null;
  name: string;
  isAdmitted: boolean;
  /** Sits in the chamber and not before a camera of their own. */
  isInChamber: boolean;
  muted: readonly Source[];
}

/** How the hearing stands when its room is opened, and who sits in its chamber already. */
export interface Opened {
  state: HearingState;
  record: RecordState;
  mode: HearingMode;
  inChamber: readonly Member[];
}

/** Where the room's events go; the sockets are one listener, the connection log another. */
export interface RoomListener {
  toSeat<E extends keyof Events>(seatId: string, event: E, numbered: Numbered<Events[E]>): void;
  mediaReset(seatId: string, reset: Numbered<MediaReset>): void;
}

interface Publication {
  producer: MediaProducer;
  /** Paused by its owner; what the tribunal has muted is on the seat. */
  isSelfPaused: boolean;
}

interface Subscription {
  consumer: MediaConsumer;
  view: ConsumerView;
  /** The page has a decoder for it. */
  isReady: boolean;
  /** As the worker has it. */
  isFlowing: boolean;
  /** Null until the page has said how large it draws it. */
  size: TileSize | null;
}

class Seat {
  space: Space;
  /** How the page is there; somebody in the chamber needs none. */
  presence: Exclude<Presence, 'chamber'> = 'away';
  isInChamber: boolean;
  name: string;
  quality: Quality = 'unknown';
  seq = 0;
  resumeKey = '';
  capabilities: Plain | null = null;
  send: MediaTransport | null = null;
  recv: MediaTransport | null = null;
  isSendConnected = false;
  isRecvConnected = false;
  readonly muted: Set<Source>;
  readonly publications = new Map<Source, Publication>();
  /** By owner and source. */
  readonly subscriptions = new Map<string, Subscription>();

  constructor(readonly member: Member) {
    this.space = member.isAdmitted ? 'main' : 'lobby';
    this.isInChamber = member.isInChamber;
    this.name = member.name;
    this.muted = new Set(member.muted);
  }

  get seatId(): string {
    return this.member.seatId;
  }

  get role(): HearingRole {
    return this.member.role;
  }

  get isHere(): boolean {
    return this.isInChamber || this.presence !== 'away';
  }

  feed(source: Source): FeedState {
    if (this.muted.has(source)) return 'muted';
    const publication = this.publications.get(source);
    if (!publication) return 'off';
    return publication.isSelfPaused ? 'paused' : 'on';
  }

  view(): SeatView {
    return {
      seatId: this.seatId,
      role: this.role,
      partyId: this.member.partyId,
      name: this.name,
      space: this.space,
      presence: this.isInChamber ? 'chamber' : this.presence,
      mic: this.feed('mic'),
      cam: this.feed('cam'),
      quality: this.quality,
    };
  }
}

export interface EnteredRoom {
  resumeKey: string;
  isMediaKept: boolean;
  send: TransportView | null;
  recv: TransportView | null;
  consumers: ConsumerView[];
  snapshot: Snapshot;
}

const LAYER: Record<Exclude<TileSize, 'hidden'>, number> = { large: 2, medium: 1, small: 0 };
const feedKey = (ownerId: string, source: Source): string => `${ownerId}/${source}`;
const isTribunal = (role: HearingRole): boolean => role === 'arbitrator' || role === 'recorder';

/**
 * One hearing's room: seats, who is where, what flows. Every command runs alone, in the order it came. What may be
 * seen and heard is asked of `visibility` alone, after each change; what is taken away stops before it is announced.
 */
export class HearingRoom {
  private readonly queue = new CommandQueue();
  private readonly seats = new Map<string, Seat>();
  private router: MediaRouter | null = null;
  private speakerSeatId: string | null = null;
  isRetired = false;

  private state: HearingState;
  private recordState: RecordState;
  private readonly mode: HearingMode;

  constructor(
    readonly hearingId: string,
    { state, record, mode, inChamber }: Opened,
    private readonly engine: MediaEngine,
    private readonly listener: RoomListener,
  ) {
    this.state = state;
    this.recordState = record;
    this.mode = mode;
    for (const member of inChamber) this.seats.set(member.seatId, new Seat(member));
  }

  /** Takes a seat, or takes it again: after a reload with new connections, after a lost socket with the old ones. */
  enter(
    member: Member,
    rtpCapabilities: Plain,
    kept?: { sendId: string; recvId: string },
  ): Promise<EnteredRoom> {
    return this.queue.run(async () => {
      if (this.isRetired) throw new RoomError('RETRY', 'room.retired');
      const capabilities = allowedCapabilities(rtpCapabilities);
      let seat = this.seats.get(member.seatId);
      if (!seat) {
        seat = new Seat(member);
        this.seats.set(member.seatId, seat);
      }
      const isMediaKept = Boolean(
        kept &&
        seat.send?.id === kept.sendId &&
        seat.recv?.id === kept.recvId &&
        !seat.send.isClosed &&
        !seat.recv.isClosed,
      );
      if (!isMediaKept) await this.dropMedia(seat);
      seat.presence = 'online';
      seat.capabilities = capabilities;
      seat.resumeKey = randomBytes(32).toString('base64url');
      if (!isMediaKept && this.hasOwnMedia(seat)) await this.createTransports(seat);
      await this.reconcile(seat);
      this.announceSeat(seat, seat.seatId);
      this.announceTribunal(seat);
      return {
        resumeKey: seat.resumeKey,
        isMediaKept,
        send: seat.send?.view ?? null,
        recv: seat.recv?.view ?? null,
        consumers: [...seat.subscriptions.values()].map((s) => s.view),
        snapshot: this.snapshotOf(seat),
      };
    });
  }

  /** Whether the key is the one last given to this seat. */
  acceptsResume(seatId: string, resumeKey: string): boolean {
    const seat = this.seats.get(seatId);
    return seat !== undefined && seat.resumeKey !== '' && seat.resumeKey === resumeKey;
  }

  /** The socket is gone. Nothing is taken away yet: pictures may flow on, and a new socket picks them up. */
  hold(seatId: string): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seats.get(seatId);
      if (!seat || seat.presence !== 'online') return;
      seat.presence = 'held';
      seat.quality = 'poor';
      this.announceSeat(seat);
      this.announceTribunal();
    });
  }

  /** The socket has not come back in time, or its owner left: the media end, the seat itself stays. */
  vacate(seatId: string): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seats.get(seatId);
      if (!seat) return;
      seat.presence = 'away';
      seat.quality = 'unknown';
      seat.resumeKey = '';
      await this.dropMedia(seat);
      await this.reconcile();
      this.announceSeat(seat);
      this.announceTribunal();
    });
  }

  snapshot(seatId: string): Promise<Snapshot> {
    return this.queue.run(async () => this.snapshotOf(this.seat(seatId)));
  }

  changeState(state: HearingState, reason: string | null): Promise<void> {
    return this.queue.run(async () => {
      this.state = state;
      for (const seat of this.seats.values()) await this.applyFlow(seat);
      await this.reconcile();
      if (!isLive(state)) this.announceSpeaker(null);
      for (const seat of this.seats.values()) {
        this.emit(seat, 'room:state', { state, reason, actions: this.actionsOf(seat) });
      }
      if (!hasMedia(state)) for (const seat of this.seats.values()) await this.dropMedia(seat);
      if (!hasMedia(state)) this.closeRouter();
    });
  }

  /** Somebody has come to the chamber and sits before the tribunal: no page is asked for, no picture sent. */
  seatInChamber(member: Member, record: RecordView): Promise<void> {
    return this.queue.run(async () => {
      let seat = this.seats.get(member.seatId);
      if (!seat) {
        seat = new Seat(member);
        this.seats.set(member.seatId, seat);
      }
      const wasWaiting = seat.space === 'lobby';
      seat.isInChamber = true;
      seat.space = 'main';
      seat.name = member.name;
      await this.dropMedia(seat);
      if (wasWaiting) this.emit(seat, 'space:moved', { snapshot: this.snapshotOf(seat, 1), record });
      this.announceSeat(seat);
    });
  }

  /** Lets a person in from the waiting room, who then reads the hearing record too, or sends one back. */
  move(seatId: string, space: Space, record: RecordView | null): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seats.get(seatId);
      if (!seat || seat.space === space) return;
      const hasLeftChamber = seat.isInChamber;
      seat.isInChamber = false;
      if (space === 'lobby') for (const source of [...seat.publications.keys()]) this.unpublish(seat, source);
      seat.space = space;
      await this.reconcile();
      this.emit(seat, 'space:moved', { snapshot: this.snapshotOf(seat, 1), record });
      if (hasLeftChamber && seat.presence !== 'away' && this.hasOwnMedia(seat)) await this.renewMedia(seat);
      this.announceSeat(seat, seat.seatId);
    });
  }

  /** The tribunal silences or darkens somebody: the server stops passing the packets on, then says so. */
  mute(seatId: string, source: Source, isMuted: boolean): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seats.get(seatId);
      if (!seat || seat.muted.has(source) === isMuted) return;
      if (isMuted) seat.muted.add(source);
      else seat.muted.delete(source);
      await this.applyFlow(seat);
      this.emit(seat, 'media:muted', { source, isMuted });
      this.announceSeat(seat);
    });
  }

  connectTransport(seatId: string, transportId: string, dtlsParameters: Plain): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      const transport = this.transport(seat, transportId);
      const isSend = transport === seat.send;
      if (isSend ? seat.isSendConnected : seat.isRecvConnected) {
        throw new RoomError('BAD_STATE', 'room.transport-connected');
      }
      await transport.connect(dtlsParameters);
      if (isSend) seat.isSendConnected = true;
      else seat.isRecvConnected = true;
    });
  }

  restartIce(seatId: string, transportId: string): Promise<Plain> {
    return this.queue.run(async () => this.transport(this.seat(seatId), transportId).restartIce());
  }

  produce(
    seatId: string,
    transportId: string,
    source: Source,
    rtpParameters: Plain,
  ): Promise<{ producerId: string; isMuted: boolean }> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      const transport = this.transport(seat, transportId);
      if (transport !== seat.send) throw new RoomError('NOT_ALLOWED', 'room.not-a-send-transport');
      if (seat.space !== 'main') throw new RoomError('NOT_ALLOWED', 'room.not-admitted');
      if (seat.publications.has(source)) throw new RoomError('LIMIT', 'room.already-published');
      const isMuted = seat.muted.has(source);
      const isPaused = isMuted || !canPublish(seat, this.state);
      const producer = await transport.produce(source, rtpParameters, isPaused);
      seat.publications.set(source, { producer, isSelfPaused: false });
      if (source === 'mic') await this.router?.watchSpeaker(producer);
      await this.reconcile();
      this.announceSeat(seat);
      return { producerId: producer.id, isMuted };
    });
  }

  /** A person's own switch. What the tribunal has muted stays muted whatever its owner switches. */
  setPaused(seatId: string, source: Source, isPaused: boolean): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      const publication = seat.publications.get(source);
      if (!publication) throw new RoomError('NOT_FOUND', 'room.not-published');
      if (!isPaused && seat.muted.has(source)) throw new RoomError('NOT_ALLOWED', 'room.muted-by-tribunal');
      publication.isSelfPaused = isPaused;
      await this.applyFlow(seat);
      this.announceSeat(seat);
    });
  }

  closeProducer(seatId: string, source: Source): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      if (!seat.publications.has(source)) return;
      this.unpublish(seat, source);
      await this.reconcile();
      this.announceSeat(seat);
    });
  }

  /** The page has its decoders: all of them start in one go, each with a key frame. */
  ready(seatId: string, consumerIds: readonly string[]): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      const wanted = new Set(consumerIds);
      await Promise.all(
        [...seat.subscriptions.values()]
          .filter((s) => wanted.has(s.consumer.id))
          .map(async (subscription) => {
            if (subscription.isReady && subscription.isFlowing) {
              // Asked again: the page has seen no picture yet.
              if (subscription.consumer.kind === 'video') await subscription.consumer.requestKeyFrame();
              return;
            }
            subscription.isReady = true;
            await this.applySize(subscription);
          }),
      );
    });
  }

  /** How large each picture is drawn decides which layer is worth sending; a hidden one is not sent at all. */
  showTiles(seatId: string, tiles: readonly { consumerId: string; size: TileSize }[]): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      const sizes = new Map(tiles.map(({ consumerId, size }) => [consumerId, size]));
      for (const subscription of seat.subscriptions.values()) {
        const size = sizes.get(subscription.consumer.id);
        if (!size || subscription.consumer.kind !== 'video' || subscription.size === size) continue;
        subscription.size = size;
        if (size !== 'hidden') await subscription.consumer.preferLayer(LAYER[size]);
        await this.applySize(subscription);
      }
    });
  }

  reportQuality(seatId: string, quality: Quality): Promise<void> {
    return this.queue.run(async () => {
      const seat = this.seat(seatId);
      if (seat.quality === quality) return;
      seat.quality = quality;
      this.announceSeat(seat);
    });
  }

  /** The worker died: a new router, new connections for everybody who is here. Mutes and admissions stand. */
  rebuild(): Promise<void> {
    return this.queue.run(async () => {
      this.router = null;
      this.speakerSeatId = null;
      for (const seat of this.seats.values()) this.forgetMedia(seat);
      if (!hasMedia(this.state)) return;
      for (const seat of this.seats.values()) {
        if (seat.presence !== 'away' && this.hasOwnMedia(seat)) await this.renewMedia(seat);
      }
      for (const seat of this.seats.values()) this.announceSeat(seat);
    });
  }

  /** Everybody before the tribunal sees the record grow. */
  showRecord(record: RecordView): Promise<void> {
    return this.queue.run(async () => {
      this.recordState = record.state;
      for (const seat of this.seats.values()) {
        if (seat.space === 'main')
          this.emit(seat, 'record:changed', { record, actions: this.actionsOf(seat) });
      }
    });
  }

  /** How a person stands now: what the policy is asked with. */
  standingOf(seatId: string): Standing | null {
    const seat = this.seats.get(seatId);
    return seat ? this.standing(seat) : null;
  }

  /** Who is before the tribunal now: a seat held for a lost network counts, as one in the chamber; an empty one does not. */
  present(): Promise<{ seatId: string; role: HearingRole }[]> {
    return this.queue.run(async () =>
      [...this.seats.values()]
        .filter((seat) => seat.space === 'main' && seat.isHere)
        .map(({ seatId, role }) => ({ seatId, role })),
    );
  }

  /** Gives up a room that everybody has left; false while somebody is there. Whoever comes later opens a new one. */
  retire(): Promise<boolean> {
    return this.queue.run(async () => {
      if (![...this.seats.values()].every((seat) => seat.presence === 'away')) return false;
      this.isRetired = true;
      for (const seat of this.seats.values()) this.forgetMedia(seat);
      this.closeRouter();
      return true;
    });
  }

  /** For the tests and the metrics: what each viewer actually receives. */
  inspect(): {
    viewerId: string;
    ownerId: string;
    source: Source;
    consumer: MediaConsumer;
    isReady: boolean;
  }[] {
    return [...this.seats.values()].flatMap((seat) =>
      [...seat.subscriptions.values()].map(({ consumer, view, isReady }) => ({
        viewerId: seat.seatId,
        ownerId: view.seatId,
        source: view.source,
        consumer,
        isReady,
      })),
    );
  }

  inspectSeats(): {
    seatId: string;
    role: HearingRole;
    space: Space;
    isConnected: boolean;
    published: Source[];
    flowing: Source[];
  }[] {
    return [...this.seats.values()].map((seat) => ({
      seatId: seat.seatId,
      role: seat.role,
      space: seat.space,
      isConnected: seat.recv !== null,
      published: [...seat.publications.keys()],
      flowing: [...seat.publications].filter(([, p]) => !p.producer.isPaused).map(([source]) => source),
    }));
  }

  get hearingState(): HearingState {
    return this.state;
  }

  // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private seat(seatId: string): Seat {
    const seat = this.seats.get(seatId);
    if (!seat) throw new RoomError('NOT_FOUND', 'room.no-seat');
    return seat;
  }

  private standing({ role, space }: Seat): Standing {
    return { role, space, state: this.state, record: this.recordState, mode: this.mode };
  }

  /** Whether this person is heard and seen over connections of their own. */
  private hasOwnMedia(seat: Seat): boolean {
    return hasMedia(this.state) && this.mode !== 'on-site' && !seat.isInChamber;
  }

  private actionsOf(seat: Seat): RoomAction[] {
    return actionsFor(this.standing(seat));
  }

  private transport(seat: Seat, transportId: string): MediaTransport {
    const transport = [seat.send, seat.recv].find((t) => t?.id === transportId);
    if (!transport) throw new RoomError('NOT_FOUND', 'room.no-transport');
    return transport;
  }

  private async createTransports(seat: Seat): Promise<void> {
    if (!this.router) {
      const router = await this.engine.createRouter(this.hearingId);
      router.onSpeaker((producerId) => this.heardSpeaker(producerId));
      this.router = router;
    }
    [seat.send, seat.recv] = await Promise.all([
      this.router.createTransport('send'),
      this.router.createTransport('recv'),
    ]);
    seat.isSendConnected = false;
    seat.isRecvConnected = false;
  }

  /** New connections for a page that is here: it builds everything anew from them. */
  private async renewMedia(seat: Seat): Promise<void> {
    await this.createTransports(seat);
    const send = seat.send?.view;
    const recv = seat.recv?.view;
    if (send && recv) this.listener.mediaReset(seat.seatId, { seq: ++seat.seq, data: { send, recv } });
  }

  /** Makes what flows from a seat agree with what may: first the server stops or starts, then it is told. */
  private async applyFlow(seat: Seat): Promise<void> {
    for (const [source, { producer, isSelfPaused }] of seat.publications) {
      const mayFlow = canPublish(seat, this.state) && !seat.muted.has(source) && !isSelfPaused;
      if (mayFlow && producer.isPaused) await producer.resume();
      if (!mayFlow && !producer.isPaused) await producer.pause();
    }
  }

  /**
   * Makes consumers agree with `wantedFeeds`: closes what is no longer allowed, then creates what is missing.
   * The seat that is just entering gets its consumers with the answer and not by event.
   */
  private async reconcile(entering?: Seat): Promise<void> {
    const seats = [...this.seats.values()];
    const publications = seats.flatMap((seat) =>
      [...seat.publications.keys()].map((source) => ({ ownerId: seat.seatId, source })),
    );
    const wanted = new Map<string, { ownerId: string; source: Source }[]>();
    for (const { viewerId, ownerId, source } of wantedFeeds(seats, publications, this.state)) {
      wanted.set(viewerId, [...(wanted.get(viewerId) ?? []), { ownerId, source }]);
    }
    for (const viewer of seats) {
      const keys = new Set((wanted.get(viewer.seatId) ?? []).map((f) => feedKey(f.ownerId, f.source)));
      const closed: string[] = [];
      for (const [key, { consumer, view }] of viewer.subscriptions) {
        const current = this.seats.get(view.seatId)?.publications.get(view.source);
        if (keys.has(key) && current?.producer.id === view.producerId) continue;
        consumer.close();
        viewer.subscriptions.delete(key);
        closed.push(consumer.id);
      }
      if (closed.length > 0 && viewer !== entering) this.emit(viewer, 'consumers:closed', closed);
    }
    await Promise.all(
      seats.map(async (viewer) => {
        const views = await this.subscribe(viewer, wanted.get(viewer.seatId) ?? []);
        if (views.length > 0 && viewer !== entering) this.emit(viewer, 'consumers:new', views);
      }),
    );
  }

  private async subscribe(
    viewer: Seat,
    feeds: { ownerId: string; source: Source }[],
  ): Promise<ConsumerView[]> {
    const { recv, capabilities } = viewer;
    if (!recv || !capabilities) return [];
    const created = await Promise.all(
      feeds.map(async ({ ownerId, source }) => {
        const key = feedKey(ownerId, source);
        const publication = this.seats.get(ownerId)?.publications.get(source);
        if (!publication || viewer.subscriptions.has(key)) return null;
        const consumer = await recv.consume(publication.producer, capabilities).catch((error: unknown) => {
          // One page that cannot take the stream must not keep it from the others.
          if (error instanceof MediaRefusedError) return null;
          throw error;
        });
        if (!consumer) return null;
        const view: ConsumerView = {
          consumerId: consumer.id,
          producerId: consumer.producerId,
          seatId: ownerId,
          source,
          kind: consumer.kind,
          rtpParameters: consumer.rtpParameters,
        };
        viewer.subscriptions.set(key, { consumer, view, isReady: false, isFlowing: false, size: null });
        return view;
      }),
    );
    return created.filter((view) => view !== null);
  }

  /** Sends a stream when its page can show it and does, and not otherwise. */
  private async applySize(subscription: Subscription): Promise<void> {
    const mayFlow = subscription.isReady && subscription.size !== 'hidden';
    if (mayFlow === subscription.isFlowing) return;
    if (mayFlow) await subscription.consumer.resume();
    else await subscription.consumer.pause();
    subscription.isFlowing = mayFlow;
  }

  /** Receivers first, then the source: the worker is not asked to close what went with its producer. */
  private unpublish(seat: Seat, source: Source): void {
    const key = feedKey(seat.seatId, source);
    for (const viewer of this.seats.values()) {
      const subscription = viewer.subscriptions.get(key);
      if (!subscription) continue;
      subscription.consumer.close();
      viewer.subscriptions.delete(key);
      this.emit(viewer, 'consumers:closed', [subscription.consumer.id]);
    }
    seat.publications.get(source)?.producer.close();
    seat.publications.delete(source);
    if (this.speakerSeatId === seat.seatId && source === 'mic') this.announceSpeaker(null);
  }

  /** Closes a seat's connections and with them everything sent and received over them. */
  private async dropMedia(seat: Seat): Promise<void> {
    for (const source of SOURCES) if (seat.publications.has(source)) this.unpublish(seat, source);
    for (const { consumer } of seat.subscriptions.values()) consumer.close();
    seat.subscriptions.clear();
    seat.send?.close();
    seat.recv?.close();
    seat.send = null;
    seat.recv = null;
    await this.reconcile(seat);
  }

  /** The router is gone already: only our own notes remain to be cleared. */
  private forgetMedia(seat: Seat): void {
    seat.publications.clear();
    seat.subscriptions.clear();
    seat.send = null;
    seat.recv = null;
  }

  private closeRouter(): void {
    this.router?.close();
    this.router = null;
  }

  private heardSpeaker(producerId: string | null): void {
    const speaker = [...this.seats.values()].find(
      (s) => s.publications.get('mic')?.producer.id === producerId,
    );
    this.announceSpeaker(speaker?.seatId ?? null);
  }

  private announceSpeaker(seatId: string | null): void {
    if (this.speakerSeatId === seatId) return;
    this.speakerSeatId = seatId;
    for (const seat of this.seats.values()) {
      if (seat.space === 'main') this.emit(seat, 'speaker:active', { seatId });
    }
  }

  /** Those before the tribunal know of everybody; in the waiting room one knows only of oneself. */
  private announceSeat(changed: Seat, exceptSeatId?: string): void {
    const view = changed.view();
    for (const seat of this.seats.values()) {
      if (seat.seatId === exceptSeatId) continue;
      if (seat.space === 'main' || seat === changed) this.emit(seat, 'seat:updated', view);
    }
  }

  private announceTribunal(except?: Seat): void {
    const isTribunalPresent = this.isTribunalPresent();
    for (const seat of this.seats.values()) {
      if (seat.space === 'lobby' && seat !== except)
        this.emit(seat, 'tribunal:presence', { isTribunalPresent });
    }
  }

  private isTribunalPresent(): boolean {
    return [...this.seats.values()].some((s) => isTribunal(s.role) && s.presence !== 'away');
  }

  /** `ahead` is 1 when the snapshot itself travels in the next event. */
  private snapshotOf(viewer: Seat, ahead = 0): Snapshot {
    const isMain = viewer.space === 'main';
    return {
      seq: viewer.seq + ahead,
      space: viewer.space,
      actions: this.actionsOf(viewer),
      state: this.state,
      mode: this.mode,
      isTribunalPresent: this.isTribunalPresent(),
      seats: isMain ? [...this.seats.values()].map((seat) => seat.view()) : [viewer.view()],
      speakerSeatId: isMain ? this.speakerSeatId : null,
    };
  }

  private emit<E extends keyof Events>(seat: Seat, event: E, data: Events[E]): void {
    seat.seq += 1;
    if (seat.presence === 'online') this.listener.toSeat(seat.seatId, event, { seq: seat.seq, data });
  }
}
