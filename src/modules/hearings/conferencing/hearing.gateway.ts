import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { DisconnectReason, Namespace, Socket } from 'socket.io';
import { DomainError, type ErrorKind } from '../../../kernel/domain-error';
import { localeOf, type Locale } from '../../../platform/http/locale';
import { sentence } from '../../../platform/http/message-catalogue';
import { fieldErrors, VALIDATOR_OPTIONS } from '../../../platform/http/validation';
import { requestContext } from '../../../platform/request-context';
import { Sittings, type Entrant } from '../sittings.service';
import { RoomError } from './hearing-room';
import { MediaGoneError, MediaRefusedError } from './media-engine';
import type { Ack, AckCode, RoomAction } from './protocol';
import { RateLimit } from '../../../platform/http/rate-limit';
import { PgListener } from '../../../platform/realtime/pg-listener';
import { RoomCommands, type Page } from './room-commands';
import { mayDo, type Standing } from './room.policy';
import { REQUEST_CLASSES, type Req } from './room-requests';
import { Rooms } from './rooms';

/** How long pictures go on flowing for a page whose socket is lost. */
const HOLD_MS = 15_000;
/** Requests a page may send in a burst, and per second after that; a join takes about a dozen. */
const BURST = 60;
const PER_SECOND = 20;
const MAX_REFUSED = 300;

const CODE_OF_KIND: Record<ErrorKind, AckCode> = {
  invalid: 'INVALID',
  unauthenticated: 'AUTH_EXPIRED',
  forbidden: 'NOT_ALLOWED',
  'not-found': 'NOT_FOUND',
  conflict: 'BAD_STATE',
  gone: 'NOT_FOUND',
  'too-large': 'INVALID',
  unsupported: 'INVALID',
  'too-many': 'LIMIT',
  unavailable: 'RETRY',
};

/** Possible before the room has been entered: the device check, and entering. */
const BEFORE_ENTERING: ReadonlySet<RoomAction> = new Set([
  'room:enter',
  'net:ping',
  'probe:start',
  'probe:connect',
  'probe:produce',
  'probe:stop',
]);

type Refusal = Extract<Ack<unknown>, { ok: false }>;

/**
 * The sockets of the hearings. A page gets in with a ticket, once, or with the key its seat was given last. Each of
 * its requests is counted, checked for shape, for the right socket, and against the policy, before anything happens.
 */
@WebSocketGateway({ namespace: '/hearing' })
export class HearingGateway
  implements
    OnGatewayInit<Namespace>,
    OnGatewayConnection<Socket>,
    OnGatewayDisconnect<Socket>,
    BeforeApplicationShutdown
{
  private readonly logger = new Logger('HearingGateway');
  private readonly pages = new WeakMap<Socket, Page>();
  private readonly connected = new Set<Page>();
  private isStopping = false;

  constructor(
    private readonly commands: RoomCommands,
    private readonly rooms: Rooms,
    private readonly sittings: Sittings,
    private readonly listener: PgListener,
  ) {}

  afterInit(namespace: Namespace): void {
    this.rooms
      .start()
      .catch((error: unknown) => this.logger.error({ err: error }, 'media workers did not start'));
    this.listener.on('session', (hash) => this.signedOut(hash));
    this.listener.whenBack(() => {
      for (const page of this.connected) this.watchSession(page);
    });
    namespace.use((socket, next) => {
      this.authenticate(socket)
        .then((entrant) => {
          if (!entrant) return next(handshakeRefusal(socket));
          this.pages.set(socket, { socket, entrant, probe: null });
          next();
        })
        .catch((error: unknown) => {
          this.logger.error({ err: error }, 'handshake failed');
          next(new Error('RETRY'));
        });
    });
  }

  handleConnection(socket: Socket): void {
    const page = this.pages.get(socket);
    if (!page) return void socket.disconnect(true);
    this.connected.add(page);
    // Known from here on to whoever ends the session; whether it has ended since the ticket was taken is asked once more.
    this.watchSession(page);
    const limit = new RateLimit(BURST, PER_SECOND);
    let refused = 0;
    for (const action of Object.keys(REQUEST_CLASSES) as RoomAction[]) {
      socket.on(action, (payload: unknown, ack: unknown) => {
        if (typeof ack !== 'function') return;
        const reply = ack as (answer: Ack<unknown>) => void;
        if (!limit.take()) {
          refused += 1;
          if (refused > MAX_REFUSED) socket.disconnect(true);
          return reply(this.refusal(socket, 'LIMIT', 'room.too-fast'));
        }
        this.answer(page, action, payload).then(reply, (error: unknown) => {
          this.logger.error({ err: error, action }, 'unexpected error');
          reply(this.refusal(socket, 'RETRY', 'internal'));
        });
      });
    }
  }

  handleDisconnect(socket: Socket, reason?: DisconnectReason): void {
    const page = this.pages.get(socket);
    if (page) this.connected.delete(page);
    if (!page || this.isStopping) return;
    this.commands.endProbe(page);
    this.lost(page, reason).catch((error: unknown) => this.logger.error({ err: error }, 'disconnect failed'));
  }

  /** While the database is still there: who was connected until the end is on the books. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const { connectionId, holdTimer } of this.commands.sockets.all()) {
      if (holdTimer) clearTimeout(holdTimer);
      if (connectionId) await this.sittings.disconnected(connectionId, 'ended');
    }
  }

  private async lost({ entrant, socket }: Page, reason: DisconnectReason | undefined): Promise<void> {
    const session = this.commands.sockets.of(entrant.hearingId, entrant.userId);
    if (session?.socket !== socket) return;
    if (reason === 'client namespace disconnect') return this.commands.leave(entrant, socket);
    session.socket = null;
    session.holdTimer = setTimeout(() => {
      this.commands
        .vacate(entrant)
        .catch((error: unknown) => this.logger.error({ err: error }, 'vacating failed'));
    }, HOLD_MS);
    session.holdTimer.unref();
    if (session.connectionId) await this.sittings.disconnected(session.connectionId, 'network');
    await this.rooms.find(entrant.hearingId)?.hold(entrant.userId);
  }

  /** A session has ended: whoever came in with it leaves, at once and whether or not its page is connected just now. */
  private signedOut(hash: string): void {
    for (const session of [...this.commands.sockets.all()]) {
      if (session.entrant.sessionHash !== hash) continue;
      this.commands
        .showOut(session)
        .catch((error: unknown) =>
          this.logger.error({ err: error }, 'somebody who signed out is still there'),
        );
    }
    // Those that have not entered, or have lost their seat to another page.
    for (const { entrant, socket } of [...this.connected]) {
      const isSeated = this.commands.sockets.of(entrant.hearingId, entrant.userId)?.socket === socket;
      if (entrant.sessionHash === hash && !isSeated) socket.disconnect(true);
    }
  }

  private watchSession({ entrant }: Page): void {
    this.sittings.isSignedIn(entrant).then(
      (isSignedIn) => {
        if (!isSignedIn) this.signedOut(entrant.sessionHash);
      },
      (error: unknown) => this.logger.error({ err: error }, 'a session could not be looked up'),
    );
  }

  private async authenticate(socket: Socket): Promise<Entrant | null> {
    const { ticket, resumeKey, hearingId, seatId } = socket.handshake.auth as Record<string, unknown>;
    if (typeof ticket === 'string') return this.sittings.redeemTicket(ticket);
    if (typeof resumeKey === 'string' && typeof hearingId === 'string' && typeof seatId === 'string') {
      const isGenuine = this.rooms.find(hearingId)?.acceptsResume(seatId, resumeKey) ?? false;
      const session = isGenuine ? this.commands.sockets.of(hearingId, seatId) : null;
      // Asked again, because somebody may have signed out, or ceased to belong to the case, in the meantime.
      return session ? this.sittings.entrantOf(session.entrant.sessionHash, hearingId) : null;
    }
    return null;
  }

  private async answer(page: Page, action: RoomAction, payload: unknown): Promise<Ack<unknown>> {
    const { socket, entrant } = page;
    const body = plainToInstance<Req, unknown>(REQUEST_CLASSES[action], payload ?? {});
    if (typeof body !== 'object' || Array.isArray(body))
      return this.refusal(socket, 'INVALID', 'request.malformed');
    const problems = fieldErrors(await validate(body, VALIDATOR_OPTIONS));
    if (problems[0]) return this.refusal(socket, 'INVALID', problems[0].code);

    const session = this.commands.sockets.of(entrant.hearingId, entrant.userId);
    const isEntered = session?.socket === socket;
    if (!isEntered && !BEFORE_ENTERING.has(action))
      return this.refusal(socket, 'BAD_STATE', 'room.not-entered');
    const work = () => this.perform(page, action, body, isEntered);
    const isFinal = (ack: Ack<unknown>) => ack.ok || (ack.code !== 'RETRY' && ack.code !== 'WORKER_GONE');
    if (!session || action === 'room:enter') return work();
    return session.answers.once(body.reqId && `${action} ${body.reqId}`, work, isFinal);
  }

  private async perform(
    page: Page,
    action: RoomAction,
    body: Req,
    isEntered: boolean,
  ): Promise<Ack<unknown>> {
    const { socket, entrant } = page;
    try {
      const verdict = mayDo(action, await this.standing(entrant, isEntered));
      if (verdict !== 'yes') {
        this.logger.warn(
          { hearingId: entrant.hearingId, userId: entrant.userId, action, verdict },
          'refused',
        );
        return this.refusal(socket, verdict, verdict === 'NOT_ALLOWED' ? 'room.not-for-you' : 'room.not-now');
      }
      // Each socket request is its own unit of work, also when it comes over a connection opened by another request.
      const context = { requestId: socket.id, idempotency: null, unitsOfWork: 0 };
      const handler = this.commands.handlers[action] as (page: Page, body: Req) => Promise<unknown>;
      return { ok: true, data: await requestContext.run(context, () => handler(page, body)) };
    } catch (error) {
      return this.refusalFor(socket, action, error);
    }
  }

  private async standing(entrant: Entrant, isEntered: boolean): Promise<Standing> {
    const seated = isEntered ? this.rooms.find(entrant.hearingId)?.standingOf(entrant.userId) : null;
    if (seated) return seated;
    return { role: entrant.role, space: 'lobby', ...(await this.sittings.standing(entrant.hearingId)) };
  }

  private refusalFor(socket: Socket, action: RoomAction, error: unknown): Refusal {
    if (error instanceof RoomError) return this.refusal(socket, error.code, error.reason);
    if (error instanceof MediaGoneError) return this.refusal(socket, 'WORKER_GONE', 'room.media-gone');
    if (error instanceof MediaRefusedError) {
      return this.refusal(socket, 'INVALID', 'room.media-refused', { what: error.reason });
    }
    if (error instanceof DomainError) {
      return this.refusal(socket, CODE_OF_KIND[error.kind], error.code, error.params);
    }
    this.logger.error({ err: error, action }, 'unexpected error');
    return this.refusal(socket, 'RETRY', 'internal', { request: socket.id });
  }

  private refusal(
    socket: Socket,
    code: AckCode,
    reason: string,
    params: Record<string, string | number> = {},
  ): Refusal {
    return { ok: false, code, reason, message: sentence(languageOf(socket), reason, params) };
  }
}

/** The page's own language; the browser's for a client that does not say. */
function languageOf(socket: Socket): Locale {
  const { language } = socket.handshake.auth as { language?: unknown };
  return localeOf(
    typeof language === 'string' ? { headers: { 'accept-language': language } } : socket.handshake,
  );
}

function handshakeRefusal(socket: Socket): Error {
  const error = new Error('AUTH_EXPIRED') as Error & { data: Refusal };
  const reason = 'room.ticket-expired';
  error.data = {
    ok: false,
    code: 'AUTH_EXPIRED',
    reason,
    message: sentence(languageOf(socket), reason),
  };
  return error;
}
