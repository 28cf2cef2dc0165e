import { parse } from 'node:querystring';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { isSignedIn, type SignedInActor } from '../../kernel/actor';
import { SESSION_COOKIE, SessionReader, tokenHash } from '../auth/session-reader';

/** The session cookie opens sockets too; there is no second way in. */
@Injectable()
export class SocketAuth {
  constructor(private readonly sessions: SessionReader) {}

  /** Who is at the other end; null when nobody is signed in. */
  async actor(socket: Socket): Promise<SignedInActor | null> {
    const actor = await this.sessions.actorOfToken(tokenOf(socket));
    return isSignedIn(actor) ? actor : null;
  }

  /** Whether it was opened in the session with this hash, which has ended. */
  isOf(socket: Socket, sessionHash: string): boolean {
    const token = tokenOf(socket);
    return token !== undefined && tokenHash(token) === sessionHash;
  }
}

function tokenOf(socket: Socket): string | undefined {
  const cookies = parse(socket.handshake.headers.cookie ?? '', '; ');
  return String(cookies[SESSION_COOKIE] ?? '') || undefined;
}
