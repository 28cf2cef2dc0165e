import type { Socket } from 'socket.io';
import { Answers } from './answers';
import type { RoomListener } from './hearing-room';
import type { Events, MediaReset, Numbered } from './protocol';
import type { Entrant } from '../sittings.service';

/** What is kept for a person between one socket and the next. */
export interface Session {
  entrant: Entrant;
  socket: Socket | null;
  connectionId: string | null;
  answers: Answers;
  /** Runs out when no new socket has come in time. */
  holdTimer: NodeJS.Timeout | null;
}

const keyOf = (hearingId: string, seatId: string): string => `${hearingId} ${seatId}`;

/** Which socket speaks for which seat: one at a time. */
export class RoomSockets {
  private readonly sessions = new Map<string, Session>();

  of(hearingId: string, seatId: string): Session | null {
    return this.sessions.get(keyOf(hearingId, seatId)) ?? null;
  }

  claim(entrant: Entrant): Session {
    const key = keyOf(entrant.hearingId, entrant.userId);
    const session = this.sessions.get(key) ?? {
      entrant,
      socket: null,
      connectionId: null,
      answers: new Answers(),
      holdTimer: null,
    };
    session.entrant = entrant;
    this.sessions.set(key, session);
    return session;
  }

  forget(entrant: Entrant): void {
    this.sessions.delete(keyOf(entrant.hearingId, entrant.userId));
  }

  *all(): Iterable<Session> {
    yield* this.sessions.values();
  }

  /** The listener of one hearing's room. */
  listener(hearingId: string): RoomListener {
    return {
      toSeat: <E extends keyof Events>(seatId: string, event: E, numbered: Numbered<Events[E]>) =>
        void this.of(hearingId, seatId)?.socket?.emit(event, numbered),
      mediaReset: (seatId: string, reset: Numbered<MediaReset>) =>
        void this.of(hearingId, seatId)?.socket?.emit('media:reset', reset),
    };
  }
}
