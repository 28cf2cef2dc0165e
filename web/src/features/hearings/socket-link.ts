import { io, type Socket } from 'socket.io-client';
import type { Ack, AckCode, Requests, RoomAction } from './protocol';
import { uuid } from '../../api/intent';

/** The server said no, in the reader's language. */
export class RoomRefusal extends Error {
  readonly code: AckCode;
  readonly reason: string;

  constructor({ code, reason, message }: { code: AckCode; reason: string; message: string }) {
    super(message);
    this.name = 'RoomRefusal';
    this.code = code;
    this.reason = reason;
  }
}

/** No answer came in time, also not after trying again. */
export class NoAnswer extends Error {}

/** What opens a socket: a fresh ticket, or the key the seat was given last. */
export type Credentials = { ticket: string } | { resumeKey: string; hearingId: string; seatId: string };

const ANSWER_MS = 8_000;
const TRIES = 3;
const PAUSE_MS = 400;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One socket of the hearing: requests with answers, tried again under the same id so that nothing is done twice. */
export class SocketLink {
  readonly socket: Socket;

  constructor(credentials: Credentials, language: string, address = '') {
    this.socket = io(`${address}/hearing`, {
      auth: { ...credentials, language },
      transports: ['websocket', 'polling'],
      // Each attempt needs other credentials, so the room decides when to come back.
      reconnection: false,
      forceNew: true,
    });
  }

  /** @throws RoomRefusal when the credentials are not accepted, NoAnswer when the server cannot be reached. */
  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', (error: Error & { data?: Ack<never> }) => {
        this.socket.close();
        reject(error.data && !error.data.ok ? new RoomRefusal(error.data) : new NoAnswer(error.message));
      });
    });
  }

  async request<A extends RoomAction>(
    action: A,
    body: Omit<Requests[A][0], 'reqId'>,
  ): Promise<Requests[A][1]> {
    const payload = { ...body, reqId: uuid() };
    for (let attempt = 1; ; attempt += 1) {
      let answer: Ack<Requests[A][1]>;
      try {
        answer = (await this.socket.timeout(ANSWER_MS).emitWithAck(action, payload)) as Ack<Requests[A][1]>;
      } catch (error) {
        if (attempt === TRIES || !this.socket.connected) throw new NoAnswer(action, { cause: error });
        continue;
      }
      if (answer.ok) return answer.data;
      const isWorthAnother = ['RETRY', 'WORKER_GONE', 'LIMIT'].includes(answer.code) && attempt < TRIES;
      if (!isWorthAnother) throw new RoomRefusal(answer);
      await pause(PAUSE_MS * attempt);
    }
  }

  close(): void {
    this.socket.close();
  }
}
