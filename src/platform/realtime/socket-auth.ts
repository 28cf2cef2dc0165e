import { parse } from 'node:querystring';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { isSignedIn, type SignedInActor } from '../../kernel/actor';
import { SESSION_COOKIE, SessionReader } from '../auth/session-reader';

/** The session cookie opens sockets too; there is no second way in. */
@Injectable()
export class SocketAuth {
  constructor(private readonly sessions: SessionReader) {}

  /** Who is at the other end; null when nobody is signed in. */
  async actor(socket: Socket): Promise<SignedInActor | null> {
    const cookies = parse(socket.handshake.headers.cookie ?? '', '; ');
    const actor = await this.sessions.actorOfToken(String(cookies[SESSION_COOKIE] ?? '') || undefined);
    return isSignedIn(actor) ? actor : null;
  }
}
