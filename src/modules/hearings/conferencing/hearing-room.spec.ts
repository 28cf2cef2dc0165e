import fc from 'fast-check';
import { HearingRoom, RoomError, type Member, type Opened, type RoomListener } from './hearing-room';
import {
  MediaGoneError,
  MediaRefusedError,
  type MediaConsumer,
  type MediaEngine,
  type MediaProducer,
  type MediaRouter,
  type MediaTransport,
} from './media-engine';
import {
  SOURCES,
  type Events,
  type HearingRole,
  type HearingState,
  type MediaReset,
  type Plain,
  type Source,
} from './protocol';

/** A media library without media: objects that are open or closed, paused or not, and nothing travels. */
class FakeEngine implements MediaEngine {
  readonly rtpCapabilities = {};
  private count = 0;
  isGone = false;
  refusesConsumersOf: string | null = null;
  speak: (producerId: string | null) => void = () => undefined;

  next(): string {
    return `m${(this.count += 1)}`;
  }

  async createRouter(): Promise<MediaRouter> {
    if (this.isGone) throw new MediaGoneError();
    const transports: FakeTransport[] = [];
    return {
      createTransport: async () => {
        const transport = new FakeTransport(this);
        transports.push(transport);
        return transport;
      },
      onSpeaker: (listener) => (this.speak = listener),
      watchSpeaker: async () => undefined,
      close: () => transports.forEach((t) => t.close()),
    };
  }
}

class FakeTransport implements MediaTransport {
  readonly id: string;
  isClosed = false;
  constructor(private readonly engine: FakeEngine) {
    this.id = engine.next();
  }
  get view() {
    return { id: this.id, iceParameters: {}, iceCandidates: [], dtlsParameters: {} };
  }
  async connect() {}
  async restartIce() {
    return {};
  }
  async produce(source: Source, _parameters: Plain, isPaused: boolean): Promise<MediaProducer> {
    if (this.isClosed) throw new Error('produced on a closed transport');
    const producer = {
      id: this.engine.next(),
      kind: source === 'mic' ? ('audio' as const) : ('video' as const),
      isPaused,
      isClosed: false,
      pause: async () => void (producer.isPaused = true),
      resume: async () => void (producer.isPaused = false),
      close: () => void (producer.isClosed = true),
    };
    return producer;
  }
  async consume(producer: MediaProducer): Promise<MediaConsumer | null> {
    if (this.isClosed) throw new Error('consumed on a closed transport');
    if ((producer as MediaProducer & { isClosed: boolean }).isClosed)
      throw new Error('consumed a closed producer');
    if (this.engine.refusesConsumersOf === producer.id) throw new MediaRefusedError('codecs');
    let isClosed = false;
    return {
      id: this.engine.next(),
      producerId: producer.id,
      kind: producer.kind,
      rtpParameters: {},
      pause: async () => undefined,
      resume: async () => {
        if (isClosed) throw new Error('resumed a closed consumer');
      },
      requestKeyFrame: async () => undefined,
      preferLayer: async () => undefined,
      close: () => (isClosed = true),
      packetsSent: async () => 0,
    };
  }
  close() {
    this.isClosed = true;
  }
}

const capabilities = { codecs: [], headerExtensions: [] };

class Heard implements RoomListener {
  readonly events: { seatId: string; event: string; seq: number; data: unknown }[] = [];
  toSeat<E extends keyof Events>(
    seatId: string,
    event: E,
    { seq, data }: { seq: number; data: Events[E] },
  ): void {
    this.events.push({ seatId, event, seq, data });
  }
  mediaReset(seatId: string, { seq, data }: { seq: number; data: unknown }): void {
    this.events.push({ seatId, event: 'media:reset', seq, data });
  }
  of(seatId: string, event: string): unknown[] {
    return this.events.filter((e) => e.seatId === seatId && e.event === event).map((e) => e.data);
  }
}

const member = (seatId: string, role: HearingRole, isAdmitted = true): Member => ({
  seatId,
  role,
  partyId: role === 'claimant' || role === 'respondent' ? `party of ${seatId}` : null,
  name: seatId,
  isAdmitted,
  isInChamber: false,
  muted: [],
});

const MEMBERS = [
  member('arbitrator', 'arbitrator'),
  member('recorder', 'recorder'),
  member('claimant', 'claimant', false),
  member('respondent', 'respondent', false),
  member('colleague', 'claimant', false),
];

function room(state: HearingState = 'in-session', opened: Partial<Opened> = {}) {
  const engine = new FakeEngine();
  const heard = new Heard();
  const standing: Opened = { state, record: 'typing', mode: 'online', inChamber: [], ...opened };
  return { engine, heard, room: new HearingRoom('h', standing, engine, heard) };
}

async function publish(on: HearingRoom, seatId: string, sendId: string, source: Source = 'mic') {
  return on.produce(seatId, sendId, source, {});
}

type Command =
  | { do: 'enter' | 'hold' | 'vacate' | 'return' | 'admit' | 'ready'; who: number }
  | { do: 'produce' | 'pause' | 'resume' | 'close' | 'mute' | 'unmute'; who: number; source: Source }
  | { do: 'state'; state: HearingState }
  | { do: 'worker-dies' };

const who = fc.integer({ min: 0, max: MEMBERS.length - 1 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('enter', 'admit', 'admit', 'ready'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('hold', 'vacate', 'return'), who }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('produce'), who, source: fc.constantFrom(...SOURCES) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('pause', 'resume', 'close', 'mute', 'unmute'),
      who,
      source: fc.constantFrom(...SOURCES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('state'),
      state: fc.constantFrom<HearingState>(
        'lobby-open',
        'in-session',
        'in-session',
        'recess',
        'recess',
        'closed',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('worker-dies') }) },
);

describe('a hearing room, whatever happens in it', () => {
  it('passes on exactly what may be seen and heard, after every step', async () => {
    const runs = Number(process.env.ROOM_RUNS ?? 80);
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60, size: 'max' }), async (commands) => {
        const { room: hearing, heard } = room('lobby-open');
        // The test keeps its own books; nothing below asks the code under test what it thinks is right.
        const here = new Map<string, { sendId: string | null }>();
        const admitted = new Set(MEMBERS.filter((m) => m.isAdmitted).map((m) => m.seatId));
        const muted = new Set<string>();
        const published = new Map<string, { isPaused: boolean }>();
        let state: HearingState = 'lobby-open';
        const live = () => state === 'lobby-open' || state === 'in-session';
        for (const m of MEMBERS)
          here.set(m.seatId, { sendId: (await hearing.enter(m, capabilities)).send!.id });
        const clear = (seatId: string) =>
          SOURCES.forEach((source) => published.delete(`${seatId}/${source}`));

        for (const step of commands) {
          const seatId = 'who' in step ? MEMBERS[step.who]!.seatId : '';
          const key = 'source' in step ? `${seatId}/${step.source}` : '';
          try {
            switch (step.do) {
              case 'enter': {
                const { send } = await hearing.enter(MEMBERS[step.who]!, capabilities);
                clear(seatId);
                here.set(seatId, { sendId: send?.id ?? null });
                break;
              }
              case 'hold':
                await hearing.hold(seatId);
                break;
              case 'vacate':
                await hearing.vacate(seatId);
                clear(seatId);
                here.delete(seatId);
                break;
              case 'admit':
                await hearing.move(seatId, 'main', null);
                if (here.has(seatId) || hearing.standingOf(seatId)) admitted.add(seatId);
                break;
              case 'return':
                await hearing.move(seatId, 'lobby', null);
                if (hearing.standingOf(seatId)) {
                  admitted.delete(seatId);
                  clear(seatId);
                }
                break;
              case 'ready':
                await hearing.ready(
                  seatId,
                  hearing.inspect().map((i) => i.consumer.id),
                );
                break;
              case 'produce': {
                const sendId = here.get(seatId)?.sendId ?? 'none';
                const { isMuted } = await publish(hearing, seatId, sendId, step.source);
                expect(isMuted).toBe(muted.has(key));
                expect(admitted.has(seatId)).toBe(true);
                published.set(key, { isPaused: false });
                break;
              }
              case 'pause':
              case 'resume':
                await hearing.setPaused(seatId, step.source, step.do === 'pause');
                if (step.do === 'resume') expect(muted.has(key)).toBe(false);
                published.get(key)!.isPaused = step.do === 'pause';
                break;
              case 'close':
                await hearing.closeProducer(seatId, step.source);
                published.delete(key);
                break;
              case 'mute':
              case 'unmute':
                await hearing.mute(seatId, step.source, step.do === 'mute');
                if (hearing.standingOf(seatId)) {
                  if (step.do === 'mute') muted.add(key);
                  else muted.delete(key);
                }
                break;
              case 'state':
                await hearing.changeState(step.state, null);
                state = step.state;
                if (state === 'closed') {
                  published.clear();
                  here.forEach((h) => (h.sendId = null));
                }
                break;
              case 'worker-dies':
                await hearing.rebuild();
                published.clear();
                here.forEach((h) => (h.sendId = null));
                for (const { seatId: id, event, data } of heard.events.splice(0)) {
                  if (event === 'media:reset') here.set(id, { sendId: (data as MediaReset).send.id });
                }
                break;
            }
          } catch (error) {
            if (!(error instanceof RoomError)) throw error;
          }

          const got = hearing.inspect().map((i) => `${i.viewerId}<${i.ownerId}/${i.source}`);
          const due = [...here.keys()].flatMap((viewer) =>
            [...published.keys()]
              .filter((feed) => live() && admitted.has(viewer) && !feed.startsWith(`${viewer}/`))
              .filter((feed) => admitted.has(feed.split('/')[0]!))
              .map((feed) => `${viewer}<${feed}`),
          );
          // Without connections (after a closed hearing was reopened by the test) there is nothing to receive over.
          const connected = due.filter((d) => got.includes(d) || hasConnections(hearing, d.split('<')[0]!));
          expect(got.sort().join()).toBe(connected.sort().join());

          for (const seat of hearing.inspectSeats()) {
            if (!admitted.has(seat.seatId)) expect(seat.published.join()).toBe('');
            const flowing = seat.published.filter(
              (source) =>
                live() &&
                !muted.has(`${seat.seatId}/${source}`) &&
                !published.get(`${seat.seatId}/${source}`)!.isPaused,
            );
            expect(seat.flowing.sort().join()).toBe(flowing.sort().join());
          }
        }
      }),
      { numRuns: runs },
    );
  });
});

const hasConnections = (hearing: HearingRoom, seatId: string): boolean =>
  hearing.inspectSeats().some((s) => s.seatId === seatId && s.isConnected);

describe('a hearing room', () => {
  it('gives the waiting room connections but neither roster nor consumers, and takes nothing from it', async () => {
    const { room: hearing, heard } = room();
    const tribunal = await hearing.enter(MEMBERS[0]!, capabilities);
    await publish(hearing, 'arbitrator', tribunal.send!.id);
    const party = await hearing.enter(MEMBERS[2]!, capabilities);
    expect(party.send).not.toBeNull();
    expect(party.consumers).toEqual([]);
    expect(party.snapshot.seats.map((s) => s.seatId)).toEqual(['claimant']);
    expect(party.snapshot.isTribunalPresent).toBe(true);
    await expect(publish(hearing, 'claimant', party.send!.id)).rejects.toThrow('room.not-admitted');
    expect(heard.of('arbitrator', 'seat:updated')).toHaveLength(2);

    await hearing.move('claimant', 'main', null);
    expect(heard.of('claimant', 'consumers:new')).toHaveLength(1);
    expect(heard.of('claimant', 'space:moved')).toHaveLength(1);
  });

  it('keeps a muted mouth shut through its own switch, a new producer, a reload and a dead worker', async () => {
    const { room: hearing } = room();
    const party = { ...MEMBERS[2]!, isAdmitted: true };
    const first = await hearing.enter(party, capabilities);
    await publish(hearing, 'claimant', first.send!.id);
    await hearing.mute('claimant', 'mic', true);
    await expect(hearing.setPaused('claimant', 'mic', false)).rejects.toThrow('room.muted-by-tribunal');
    await hearing.closeProducer('claimant', 'mic');
    expect(await publish(hearing, 'claimant', first.send!.id)).toMatchObject({ isMuted: true });
    expect(hearing.inspectSeats()[0]!.flowing).toEqual([]);
    const second = await hearing.enter(party, capabilities);
    expect(second.isMediaKept).toBe(false);
    expect(await publish(hearing, 'claimant', second.send!.id)).toMatchObject({ isMuted: true });
    await hearing.rebuild();
    expect(hearing.inspectSeats()[0]).toMatchObject({ published: [], flowing: [] });
    await hearing.mute('claimant', 'mic', false);
    const third = await hearing.enter(party, capabilities);
    await publish(hearing, 'claimant', third.send!.id);
    expect(hearing.inspectSeats()[0]!.flowing).toEqual(['mic']);
  });

  it('keeps the connections of a socket that comes back, and only of that page', async () => {
    const { room: hearing } = room();
    const first = await hearing.enter(MEMBERS[0]!, capabilities);
    await publish(hearing, 'arbitrator', first.send!.id);
    await hearing.hold('arbitrator');
    expect(hearing.acceptsResume('arbitrator', first.resumeKey)).toBe(true);
    expect(hearing.acceptsResume('arbitrator', 'guess')).toBe(false);
    expect(hearing.acceptsResume('nobody', '')).toBe(false);
    const kept = { sendId: first.send!.id, recvId: first.recv!.id };
    const again = await hearing.enter(MEMBERS[0]!, capabilities, kept);
    expect(again).toMatchObject({ isMediaKept: true, send: { id: kept.sendId } });
    expect(again.resumeKey).not.toBe(first.resumeKey);
    expect(hearing.acceptsResume('arbitrator', first.resumeKey)).toBe(false);
    expect(hearing.inspectSeats()[0]!.published).toEqual(['mic']);
    await hearing.vacate('arbitrator');
    expect(hearing.acceptsResume('arbitrator', again.resumeKey)).toBe(false);
    expect(await hearing.enter(MEMBERS[0]!, capabilities, kept)).toMatchObject({ isMediaKept: false });
  });

  it('numbers the events of each seat without holes', async () => {
    const { room: hearing, heard } = room('lobby-open');
    const { send, snapshot } = await hearing.enter(MEMBERS[0]!, capabilities);
    await hearing.enter(MEMBERS[2]!, capabilities);
    await hearing.move('claimant', 'main', null);
    await publish(hearing, 'arbitrator', send!.id);
    await hearing.changeState('in-session', null);
    const numbers = heard.events.filter((e) => e.seatId === 'arbitrator').map((e) => e.seq);
    expect(numbers).toEqual(numbers.map((_, i) => snapshot.seq + i + 1));
    expect((await hearing.snapshot('arbitrator')).seq).toBe(numbers.at(-1));
  });

  it('tells the admitted who speaks, and says nothing when the speaker is gone', async () => {
    const { room: hearing, heard, engine } = room();
    const { send } = await hearing.enter(MEMBERS[0]!, capabilities);
    await hearing.enter(MEMBERS[1]!, capabilities);
    await hearing.enter(MEMBERS[2]!, capabilities);
    const { producerId } = await publish(hearing, 'arbitrator', send!.id);
    engine.speak(producerId);
    engine.speak(producerId);
    await hearing.closeProducer('arbitrator', 'mic');
    engine.speak('unknown');
    expect(heard.of('recorder', 'speaker:active')).toEqual([{ seatId: 'arbitrator' }, { seatId: null }]);
    expect(heard.of('claimant', 'speaker:active')).toEqual([]);
  });

  it('closes what a recess forbids and brings it back afterwards', async () => {
    const { room: hearing, heard } = room();
    const a = await hearing.enter(MEMBERS[0]!, capabilities);
    await hearing.enter(MEMBERS[1]!, capabilities);
    await publish(hearing, 'arbitrator', a.send!.id, 'cam');
    await hearing.changeState('recess', '休庭十分钟');
    expect(hearing.inspect()).toEqual([]);
    expect(heard.of('recorder', 'room:state')).toMatchObject([{ state: 'recess', reason: '休庭十分钟' }]);
    await hearing.changeState('in-session', null);
    expect(hearing.inspect()).toHaveLength(1);
    await hearing.changeState('closed', null);
    expect(hearing.inspectSeats().every((s) => !s.isConnected)).toBe(true);
    expect((await hearing.enter(MEMBERS[1]!, capabilities)).send).toBeNull();
  });

  it('does not let one page that cannot take a stream keep it from the others', async () => {
    const { room: hearing, engine } = room();
    const a = await hearing.enter(MEMBERS[0]!, capabilities);
    await hearing.enter(MEMBERS[1]!, capabilities);
    engine.refusesConsumersOf = 'm5';
    await publish(hearing, 'arbitrator', a.send!.id, 'cam');
    expect(hearing.inspect()).toEqual([]);
  });

  it.each<[string, (hearing: HearingRoom, ids: { send: string; recv: string }) => Promise<unknown>, string]>([
    ['a stranger', (h) => h.snapshot('stranger'), 'room.no-seat'],
    ['a foreign transport', (h) => h.restartIce('arbitrator', 'x'), 'room.no-transport'],
    [
      'sending over the receiving side',
      (h, { recv }) => publish(h, 'arbitrator', recv),
      'room.not-a-send-transport',
    ],
    [
      'two microphones',
      (h, { send }) => publish(h, 'arbitrator', send).then(() => publish(h, 'arbitrator', send)),
      'room.already-published',
    ],
    ['a switch without a camera', (h) => h.setPaused('arbitrator', 'cam', true), 'room.not-published'],
    [
      'connecting twice',
      (h, { send }) =>
        h.connectTransport('arbitrator', send, {}).then(() => h.connectTransport('arbitrator', send, {})),
      'room.transport-connected',
    ],
  ])('refuses %s', async (_name, act, reason) => {
    const { room: hearing } = room();
    const { send, recv } = await hearing.enter(MEMBERS[0]!, capabilities);
    await expect(act(hearing, { send: send!.id, recv: recv!.id })).rejects.toThrow(reason);
  });

  it('retires when everybody has left, and takes nobody in after that', async () => {
    const { room: hearing } = room();
    await hearing.enter(MEMBERS[0]!, capabilities);
    expect(await hearing.retire()).toBe(false);
    await hearing.vacate('arbitrator');
    expect(await hearing.retire()).toBe(true);
    await expect(hearing.enter(MEMBERS[0]!, capabilities)).rejects.toThrow('room.retired');
  });

  it('goes on after a failed command', async () => {
    const { room: hearing, engine } = room();
    engine.isGone = true;
    await expect(hearing.enter(MEMBERS[0]!, capabilities)).rejects.toBeInstanceOf(MediaGoneError);
    engine.isGone = false;
    await expect(hearing.enter(MEMBERS[0]!, capabilities)).resolves.toMatchObject({ isMediaKept: false });
  });

  describe('with a chamber', () => {
    const inChamber: Member = { ...member('visitor', 'respondent'), isInChamber: true };

    it('counts whoever sits in it as present, and is given up all the same when the last page has gone', async () => {
      const { room: hearing } = room('lobby-open', { mode: 'mixed', inChamber: [inChamber] });
      await hearing.enter(member('recorder', 'recorder'), capabilities);
      expect(await hearing.present()).toEqual([
        { seatId: 'visitor', role: 'respondent' },
        { seatId: 'recorder', role: 'recorder' },
      ]);
      expect(await hearing.retire()).toBe(false);
      await hearing.vacate('recorder');
      expect(await hearing.retire()).toBe(true);
    });

    it('alone makes no connections for anybody', async () => {
      const { room: hearing } = room('lobby-open', { mode: 'on-site', inChamber: [inChamber] });
      expect(await hearing.enter(member('arbitrator', 'arbitrator'), capabilities)).toMatchObject({
        send: null,
        recv: null,
        snapshot: { mode: 'on-site' },
      });
    });

    it('is not entered by somebody who was sent away from it', async () => {
      const { room: hearing } = room('lobby-open', { mode: 'mixed', inChamber: [inChamber] });
      await hearing.move('visitor', 'lobby', null);
      expect(await hearing.present()).toEqual([]);
    });
  });
});
