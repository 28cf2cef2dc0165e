import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { notFound } from '../../kernel/domain-error';
import { Clock } from '../../platform/clock';

const LIFE_MS = 2 * 60_000;

/**
 * A ticket opens one file for two minutes. It is minted only after the permission on the thing the file
 * belongs to was checked, so files themselves need no permissions of their own.
 */
@Injectable()
export class FileTickets {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
  ) {}

  mint(fileId: string): { url: string } {
    const payload = `${fileId}.${(this.clock.now().getTime() + LIFE_MS).toString(36)}`;
    return { url: `/api/tickets/${payload}.${this.sign(payload)}` };
  }

  /** @returns the file's id. @throws DomainError not-found when forged or past its time. */
  redeem(ticket: string): string {
    const [fileId = '', expires = '', signature = ''] = ticket.split('.');
    const expected = Buffer.from(this.sign(`${fileId}.${expires}`));
    const given = Buffer.from(signature);
    const isGenuine = expected.length === given.length && timingSafeEqual(expected, given);
    if (!isGenuine || parseInt(expires, 36) < this.clock.now().getTime())
      throw notFound('file.ticket-expired');
    return fileId;
  }

  private sign(payload: string): string {
    return createHmac('sha256', this.env.sessionSecret).update(`ticket:${payload}`).digest('base64url');
  }
}
