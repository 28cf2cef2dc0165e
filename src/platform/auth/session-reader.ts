import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isSignedIn, type Actor, type SignedInActor } from '../../kernel/actor';
import { DomainError } from '../../kernel/domain-error';
import { ENV, type Env } from '../../config/env';

export const SESSION_COOKIE = 'sid';
/** Given to visitors who have not signed in, so that their writes (asking for a code) carry a CSRF token too. */
export const VISITOR_COOKIE = 'vid';

/** Where sessions are kept; identity implements it. */
export abstract class SessionStore {
  abstract find(tokenHash: string): Promise<Actor | null>;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

@Injectable()
export class SessionReader {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly store: SessionStore,
  ) {}

  async actor(request: FastifyRequest): Promise<Actor> {
    const token = request.cookies[SESSION_COOKIE];
    return this.actorOfToken(token);
  }

  async actorOfToken(token: string | undefined): Promise<Actor> {
    if (!token) return { kind: 'anonymous' };
    return (await this.store.find(tokenHash(token))) ?? { kind: 'anonymous' };
  }

  /** Whose session has this hash; null when it is over. */
  async actorOfSession(hash: string): Promise<SignedInActor | null> {
    const actor = await this.store.find(hash);
    return actor && isSignedIn(actor) ? actor : null;
  }

  /** Bound to the cookie it travels with; nothing to store, nothing to guess. */
  csrfToken(cookieValue: string): string {
    return createHmac('sha256', this.env.sessionSecret).update(`csrf:${cookieValue}`).digest('base64url');
  }

  /** @throws DomainError `auth.csrf` (forbidden) when the token is missing or belongs to another cookie. */
  requireCsrf(request: FastifyRequest): void {
    const cookie = request.cookies[SESSION_COOKIE] ?? request.cookies[VISITOR_COOKIE];
    const sent = request.headers['x-csrf-token'];
    if (!cookie || typeof sent !== 'string') throw new DomainError('forbidden', 'auth.csrf');
    const expected = Buffer.from(this.csrfToken(cookie));
    const given = Buffer.from(sent);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
      throw new DomainError('forbidden', 'auth.csrf');
    }
  }
}
