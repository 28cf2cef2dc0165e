import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { SignedInActor } from '../../kernel/actor';
import { notFound } from '../../kernel/domain-error';
import { Clock } from '../../platform/clock';
import { Sessions } from '../identity';

const LIFE_MS = 2 * 60_000;

/**
 * A ticket opens one file for two minutes, and no longer than whoever it was given to stays signed in. It is minted
 * only after the permission on the thing the file belongs to was checked, so files need no permissions of their own.
 */
@Injectable()
export class FileTickets {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  mint(actor: SignedInActor, fileId: string): { url: string } {
    const payload = `${fileId}.${actor.userId}.${this.clock.now().getTime().toString(36)}`;
    return { url: `/api/tickets/${payload}.${this.sign(payload)}` };
  }

  /** @returns the file's id. @throws DomainError not-found when forged, past its time, or its holder has been signed out. */
  async redeem(ticket: string): Promise<string> {
    const [fileId = '', userId = '', minted = '', signature = ''] = ticket.split('.');
    const expected = Buffer.from(this.sign(`${fileId}.${userId}.${minted}`));
    const given = Buffer.from(signature);
    const isGenuine = expected.length === given.length && timingSafeEqual(expected, given);
    if (!isGenuine) throw notFound('file.ticket-expired');
    const mintedAt = new Date(parseInt(minted, 36));
    const isOver = mintedAt.getTime() + LIFE_MS < this.clock.now().getTime();
    if (isOver || !(await this.sessions.isStillSignedIn(userId, mintedAt)))
      throw notFound('file.ticket-expired');
    return fileId;
  }

  private sign(payload: string): string {
    return createHmac('sha256', this.env.sessionSecret).update(`ticket:${payload}`).digest('base64url');
  }
}
