import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { DomainError } from '../../../kernel/domain-error';
import { Clock } from '../../../platform/clock';
import type { HearingSeat } from '../hearing-seat.entity';
import { HearingRecords } from '../hearing-records.service';
import { Sittings, type Entrant } from '../sittings.service';
import { RoomError, type HearingRoom, type Member } from './hearing-room';
import { acceptedParameters } from './codecs';
import type { MediaProducer, MediaTransport } from './media-engine';
import type { Quality, RecordView, Requests, RoomAction, Source } from './protocol';
import { RoomSockets, type Session } from './room-sockets';
import { Rooms } from './rooms';

/** A connected page: who it is, and the trial connection of its device check, if any. */
export interface Page {
  socket: Socket;
  entrant: Entrant;
  probe: { transport: MediaTransport; producer: MediaProducer | null; timer: NodeJS.Timeout } | null;
}

type Handler<A extends RoomAction> = (page: Page, body: Requests[A][0]) => Promise<Requests[A][1]>;
type Handlers = { [A in RoomAction]: Handler<A> };

const PROBE_MS = 30_000;

/** Packet loss as remote hearings elsewhere grade it: under ten per cent is good, from fifteen on it is bad. */
function qualityOf(rttMs: number, lossRatio: number): Quality {
  if (lossRatio >= 0.15 || rttMs >= 1000) return 'poor';
  return lossRatio >= 0.1 || rttMs >= 400 ? 'fair' : 'good';
}

/**
 * What each request does. By the time it gets here it is well-formed, from the seat's own socket, and allowed by the
 * policy. What must last is written first; then the room acts on it; the room tells everybody.
 */
@Injectable()
export class RoomCommands {
  readonly sockets = new RoomSockets();

  constructor(
    private readonly rooms: Rooms,
    private readonly sittings: Sittings,
    private readonly records: HearingRecords,
    private readonly clock: Clock,
  ) {
    rooms.listen((hearingId) => this.sockets.listener(hearingId));
  }

  readonly handlers: Handlers = {
    'room:enter': async (page, { rtpCapabilities, kept }) => {
      const { entrant, socket } = page;
      const { hearingId, userId } = entrant;
      await this.rooms.start();
      const state = await this.sittings.openLobbyWhenDue(hearingId);
      if (state === 'cancelled') throw new DomainError('conflict', 'hearing.cancelled');
      const seat = await this.sittings.takeSeat(entrant);
      const { record, mode } = await this.sittings.standing(hearingId);
      const inChamber = (await this.sittings.seats(hearingId)).filter((each) => each.isInChamber);
      const room = this.rooms.open(hearingId, { state, record, mode, inChamber: inChamber.map(memberOf) });
      await this.replace(entrant, socket);
      const entered = await room.enter(memberOf(seat), rtpCapabilities, kept);
      // Gone, or shown out, while all this was done: nobody would notice that the seat is empty.
      if (!socket.connected) await this.leave(entrant, socket);
      return {
        ...entered,
        seatId: userId,
        now: this.clock.now().toISOString(),
        record: entered.snapshot.space === 'main' ? await this.records.view(hearingId) : null,
      };
    },

    'room:leave': async ({ entrant, socket }) => {
      await this.leave(entrant, socket);
      return null;
    },

    'transport:connect': async ({ entrant }, { transportId, dtlsParameters }) => {
      await this.room(entrant).connectTransport(entrant.userId, transportId, dtlsParameters);
      return null;
    },

    'transport:restart-ice': async ({ entrant }, { transportId }) => ({
      iceParameters: await this.room(entrant).restartIce(entrant.userId, transportId),
    }),

    'media:produce': ({ entrant }, { transportId, source, rtpParameters }) =>
      this.room(entrant).produce(entrant.userId, transportId, source, rtpParameters),

    'media:pause': ({ entrant }, { source }) => this.setPaused(entrant, source, true),
    'media:resume': ({ entrant }, { source }) => this.setPaused(entrant, source, false),

    'media:close': async ({ entrant }, { source }) => {
      await this.room(entrant).closeProducer(entrant.userId, source);
      return null;
    },

    'consumers:ready': async ({ entrant }, { consumerIds }) => {
      await this.room(entrant).ready(entrant.userId, consumerIds);
      return null;
    },

    'consumers:tiles': async ({ entrant }, { tiles }) => {
      await this.room(entrant).showTiles(entrant.userId, tiles);
      return null;
    },

    'net:ping': () => Promise.resolve(null),

    'net:report': async ({ entrant }, { rttMs, lossRatio }) => {
      await this.room(entrant).reportQuality(entrant.userId, qualityOf(rttMs, lossRatio));
      return null;
    },

    'probe:start': async (page) => {
      this.endProbe(page);
      const transport = await this.rooms.probe();
      const timer = setTimeout(() => this.endProbe(page), PROBE_MS).unref();
      page.probe = { transport, producer: null, timer };
      return { transport: transport.view };
    },

    'probe:connect': async ({ probe }, { dtlsParameters }) => {
      if (!probe || probe.transport.isClosed) throw new RoomError('BAD_STATE', 'room.no-probe');
      await probe.transport.connect(dtlsParameters);
      return null;
    },

    'probe:produce': async ({ probe }, { rtpParameters }) => {
      if (!probe || probe.transport.isClosed) throw new RoomError('BAD_STATE', 'room.no-probe');
      if (probe.producer) throw new RoomError('LIMIT', 'room.already-published');
      const source: Source = isAudio(rtpParameters) ? 'mic' : 'cam';
      acceptedParameters(source, rtpParameters);
      probe.producer = await probe.transport.produce(source, rtpParameters, false);
      return { producerId: probe.producer.id };
    },

    'probe:stop': (page) => {
      this.endProbe(page);
      return Promise.resolve(null);
    },

    'tribunal:admit': async ({ entrant }, { seatId }) => {
      const { actor, hearingId } = entrant;
      await this.sittings.admit(actor, hearingId, seatId);
      await this.room(entrant).move(seatId, 'main', await this.records.view(hearingId));
      return null;
    },

    'tribunal:seat-in-chamber': async ({ entrant }, { partyId, name, appearance }) => {
      const { actor, hearingId } = entrant;
      const seat = await this.sittings.seatInChamber(actor, hearingId, { partyId, name, appearance });
      await this.room(entrant).seatInChamber(memberOf(seat), await this.records.view(hearingId));
      return null;
    },

    'tribunal:return': async ({ entrant }, { seatId }) => {
      await this.sittings.sendBack(entrant.actor, entrant.hearingId, seatId);
      await this.room(entrant).move(seatId, 'lobby', null);
      return null;
    },

    'tribunal:mute': ({ entrant }, { seatId, source }) => this.setMuted(entrant, seatId, source, true),
    'tribunal:unmute': ({ entrant }, { seatId, source }) => this.setMuted(entrant, seatId, source, false),

    'tribunal:mute-all': async ({ entrant }) => {
      for (const { seatId, role } of await this.sittings.seats(entrant.hearingId)) {
        if (role === 'claimant' || role === 'respondent') await this.setMuted(entrant, seatId, 'mic', true);
      }
      return null;
    },

    'tribunal:open': async ({ entrant }, { absences }) => {
      const { actor, hearingId } = entrant;
      const room = this.room(entrant);
      const state = await this.sittings.open(actor, hearingId, await room.present(), absences ?? []);
      await room.changeState(state, null);
      return null;
    },

    'tribunal:recess': async ({ entrant }, { reason }) => {
      const state = await this.sittings.fire(entrant.actor, entrant.hearingId, 'recess', { reason });
      await this.room(entrant).changeState(state, reason);
      return null;
    },

    'tribunal:resume': async ({ entrant }) => {
      const room = this.room(entrant);
      const present = new Set((await room.present()).map((seat) => seat.role));
      await room.changeState(
        await this.sittings.fire(entrant.actor, entrant.hearingId, 'resume', { present }),
        null,
      );
      return null;
    },

    'tribunal:adjourn': async ({ entrant }, { reason }) => {
      const state = await this.sittings.fire(entrant.actor, entrant.hearingId, 'adjourn', { reason });
      await this.room(entrant).changeState(state, reason);
      return null;
    },

    'tribunal:close': async ({ entrant }) => {
      const state = await this.sittings.fire(entrant.actor, entrant.hearingId, 'close', {});
      await this.room(entrant).changeState(state, null);
      return null;
    },

    'record:append': async ({ entrant }, { stage, speaker, partyId, speakerName, text }) => {
      const { actor, hearingId } = entrant;
      const entryId = await this.records.append(actor, hearingId, {
        stage,
        speaker,
        partyId: partyId ?? null,
        speakerName: speakerName ?? null,
        text,
      });
      await this.showRecord(entrant);
      return { entryId };
    },

    'record:amend': async ({ entrant }, { entryId, version, text }) => {
      await this.records.amend(entrant.actor, entrant.hearingId, entryId, version, text);
      await this.showRecord(entrant);
      return null;
    },

    'record:present': async ({ entrant }) => {
      const sha256 = await this.records.present(entrant.actor, entrant.hearingId);
      await this.showRecord(entrant);
      return { sha256 };
    },

    'record:reopen': async ({ entrant }, { reason }) => {
      await this.records.reopen(entrant.actor, entrant.hearingId, reason);
      await this.showRecord(entrant);
      return null;
    },

    'record:sign': async ({ entrant }, { sha256 }) => {
      await this.records.sign(entrant.actor, entrant.hearingId, sha256);
      await this.showRecord(entrant);
      return null;
    },

    'record:refuse': async ({ entrant }, { seatId, hasLeft = false, note }) => {
      const about = seatId ?? entrant.userId;
      // Who says it is gone is still there; of somebody else the recorder establishes it.
      if ((about !== entrant.userId || hasLeft) && entrant.role !== 'recorder') {
        throw new RoomError('NOT_ALLOWED', 'hearing-record.only-for-oneself');
      }
      await this.records.refuse(entrant.actor, entrant.hearingId, about, { hasLeft, note });
      await this.showRecord(entrant);
      return null;
    },

    'record:note-signature': async ({ entrant }, { seatId }) => {
      await this.records.noteSignature(entrant.actor, entrant.hearingId, seatId);
      await this.showRecord(entrant);
      return null;
    },

    'record:request-correction': ({ entrant }, wanted) =>
      this.requestCorrection(entrant, entrant.userId, wanted),
    'record:note-correction': ({ entrant }, { seatId, ...wanted }) =>
      this.requestCorrection(entrant, seatId, wanted),

    'record:decide-correction': async ({ entrant }, { correctionId, isGranted, reason }) => {
      await this.records.decideCorrection(entrant.actor, entrant.hearingId, correctionId, isGranted, reason);
      await this.showRecord(entrant);
      return null;
    },
  };

  /** The page is gone for good: its connections end, its seat stays empty until it comes back. */
  async leave(entrant: Entrant, socket: Socket): Promise<void> {
    const session = this.sockets.of(entrant.hearingId, entrant.userId);
    if (session?.socket !== socket) return;
    session.socket = null;
    if (session.connectionId) await this.sittings.disconnected(session.connectionId, 'left');
    await this.vacate(entrant);
  }

  async vacate(entrant: Entrant): Promise<void> {
    this.sockets.forget(entrant);
    await this.rooms.find(entrant.hearingId)?.vacate(entrant.userId);
    await this.rooms.closeWhenEmpty(entrant.hearingId);
  }

  /** Somebody who may not be here any more: the seat is empty at once, and is held for no page that comes back. */
  async showOut({ entrant, socket, connectionId, holdTimer }: Session): Promise<void> {
    if (holdTimer) clearTimeout(holdTimer);
    if (connectionId) await this.sittings.disconnected(connectionId, 'ended');
    await this.vacate(entrant);
    socket?.disconnect(true);
  }

  endProbe(page: Page): void {
    if (!page.probe) return;
    clearTimeout(page.probe.timer);
    page.probe.transport.close();
    page.probe = null;
  }

  /** One socket for a seat: a second one takes over, and the first is told so. */
  private async replace(entrant: Entrant, socket: Socket): Promise<void> {
    const session = this.sockets.claim(entrant);
    if (session.holdTimer) clearTimeout(session.holdTimer);
    session.holdTimer = null;
    if (session.socket === socket) return;
    const { socket: former, connectionId } = session;
    session.socket = socket;
    const opened = await this.sittings.connected(entrant.hearingId, entrant.userId);
    if (session.socket === socket) session.connectionId = opened;
    else await this.sittings.disconnected(opened, 'network'); // gone again while we wrote
    if (former) {
      former.emit('session:replaced');
      former.disconnect(true);
      if (connectionId) await this.sittings.disconnected(connectionId, 'replaced');
    }
  }

  private room(entrant: Entrant): HearingRoom {
    const room = this.rooms.find(entrant.hearingId);
    if (!room) throw new RoomError('BAD_STATE', 'room.not-entered');
    return room;
  }

  private async setPaused(entrant: Entrant, source: Source, isPaused: boolean): Promise<null> {
    await this.room(entrant).setPaused(entrant.userId, source, isPaused);
    return null;
  }

  private async setMuted(entrant: Entrant, seatId: string, source: Source, isMuted: boolean): Promise<null> {
    await this.sittings.setMuted(entrant.actor, entrant.hearingId, seatId, source, isMuted);
    await this.room(entrant).mute(seatId, source, isMuted);
    return null;
  }

  private async requestCorrection(
    entrant: Entrant,
    seatId: string,
    { entryId, proposedText, reason }: Requests['record:request-correction'][0],
  ): Promise<{ correctionId: string }> {
    const wanted = { entryId, proposedText, reason };
    const correctionId = await this.records.requestCorrection(
      entrant.actor,
      entrant.hearingId,
      seatId,
      wanted,
    );
    await this.showRecord(entrant);
    return { correctionId };
  }

  private async showRecord({ hearingId }: Entrant): Promise<void> {
    const view: RecordView = await this.records.view(hearingId);
    await this.rooms.find(hearingId)?.showRecord(view);
  }
}

function memberOf({ seatId, role, partyId, name, isAdmitted, isInChamber, muted }: HearingSeat): Member {
  return { seatId, role, partyId, name, isAdmitted, isInChamber, muted };
}

function isAudio(rtpParameters: Record<string, unknown>): boolean {
  const [codec] = Array.isArray(rtpParameters.codecs) ? (rtpParameters.codecs as unknown[]) : [];
  return String((codec as { mimeType?: unknown } | undefined)?.mimeType ?? '').startsWith('audio/');
}
