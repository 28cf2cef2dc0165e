import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, StaffRole } from '../../kernel/actor';
import { SessionStore, tokenHash } from '../../platform/auth/session-reader';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/unit-of-work';
import { Job } from '../../platform/record/subscribers';
import { Session } from './session.entity';
import type { UserAccount } from './user-account.entity';

const LIFE_HOURS = { party: 24 * 7, staff: 12 } as const;

@Injectable()
export class Sessions extends SessionStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** @returns the value of the session cookie; only its hash is kept. */
  async open(tx: Tx, user: UserAccount): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await tx.manager.insert(Session, {
      tokenHash: tokenHash(token),
      userId: user.id,
      createdAt: tx.at,
      expiresAt: new Date(tx.at.getTime() + LIFE_HOURS[user.kind] * 3_600_000),
    });
    return token;
  }

  /** Ends one session. Every process hears of it, and closes the sockets that were opened in it. */
  async close(token: string): Promise<void> {
    await this.dataSource.query(
      `WITH closed AS (DELETE FROM session WHERE token_hash = $1 RETURNING token_hash)
       SELECT pg_notify('session', token_hash) FROM closed`,
      [tokenHash(token)],
    );
  }

  /** Ends all sessions of an account, on whatever device, when the transaction commits. */
  async closeAll(tx: Tx, userId: string): Promise<void> {
    await tx.manager.query(
      `WITH closed AS (DELETE FROM session WHERE user_id = $1 RETURNING token_hash)
       SELECT pg_notify('session', token_hash) FROM closed`,
      [userId],
    );
  }

  /** Whether a session of this account that was there at that moment is open still. */
  async isStillSignedIn(userId: string, since: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM session WHERE user_id = $1 AND created_at <= $2 AND expires_at > $3 LIMIT 1',
      [userId, since, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Sessions that have ended; codes and refused sign-ins of more than a day ago. */
  @Job('housekeeping')
  async purge(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.query('DELETE FROM session WHERE expires_at < $1', [now]);
    await this.dataSource.query(
      `DELETE FROM one_time_code WHERE created_at < $1::timestamptz - interval '1 day'`,
      [now],
    );
    await this.dataSource.query(
      `DELETE FROM staff_sign_in_failure WHERE at < $1::timestamptz - interval '1 day'`,
      [now],
    );
  }

  override async find(hash: string): Promise<Actor | null> {
    const [row]: {
      id: string;
      kind: 'party' | 'staff';
      name: string;
      commission_id: string;
      roles: StaffRole[];
    }[] = await this.dataSource.query(
      `SELECT u.id, u.kind, u.name, u.commission_id, u.roles FROM session s JOIN user_account u ON u.id = s.user_id
         WHERE s.token_hash = $1 AND s.expires_at > $2`,
      [hash, this.clock.now()],
    );
    if (!row) return null;
    return row.kind === 'party'
      ? { kind: 'party', userId: row.id, name: row.name }
      : { kind: 'staff', userId: row.id, name: row.name, commissionId: row.commission_id, roles: row.roles };
  }
}
