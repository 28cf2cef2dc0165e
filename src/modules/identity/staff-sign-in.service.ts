import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { authenticator } from 'otplib';
import { DataSource, type EntityManager } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import { DomainError } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { Clock } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { hashPassword, isPassword } from './password';
import { Sessions } from './sessions.service';
import { StaffSignInFailure } from './staff-sign-in-failure.entity';
import { UserAccount } from './user-account.entity';

/** Failures within the quarter of an hour: of one name from one address, and of all names from it. */
const MAX_FAILURES = 8;
const MAX_FAILURES_OF_ADDRESS = 60;
const WITHIN_MINUTES = 15;
const STEP_SECONDS = 30;

interface Attempt {
  address: string;
  nameHash: string;
}

/**
 * Staff: password (scrypt) and a time-based code (RFC 6238) that works once. Failures are counted by where they come
 * from: whoever guesses at a clerk's name shuts himself out, not the clerk, and learns nothing of which names exist.
 */
@Injectable()
export class StaffSignIn {
  /** Checked when the name is unknown, so that both cases take the same time. */
  private readonly nobody = hashPassword('nobody');

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly encryption: FieldEncryption,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `auth.staff-wrong` (unauthenticated), which does not tell which of the three was wrong;
   *   `auth.too-many-failures` (too-many), alike for names that exist and names that do not.
   */
  async signIn(
    { username, password, totp }: { username: string; password: string; totp: string },
    address: string,
  ): Promise<string> {
    const attempt = { address, nameHash: this.hash(username) };
    // Before the slow hash, which must not be had for nothing.
    await this.requireWithinLimits(this.dataSource.manager, attempt, this.clock.now());
    // The slow hash is computed outside the transaction: no lock is held meanwhile.
    const known = await this.dataSource.manager.findOneBy(UserAccount, { username });
    const hasPassword = await isPassword(password, known?.passwordHash ?? (await this.nobody));
    const token = await this.uow.run({ kind: 'anonymous' }, async (tx) => {
      // Tries sent at once are counted one by one.
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [address]);
      await this.requireWithinLimits(tx.manager, attempt, tx.at);
      const user = await tx.manager.findOne(UserAccount, {
        where: { username },
        lock: { mode: 'pessimistic_write' },
      });
      const step = user && hasPassword ? this.stepOf(user, totp, tx.at) : null;
      // Counted although the request fails: the transaction commits and the error is thrown after it.
      if (!user || step === null) return this.count(tx, attempt);
      await tx.manager.update(UserAccount, user.id, { totpLastStep: String(step) });
      await tx.manager.delete(StaffSignInFailure, attempt);
      return this.sessions.open(tx, user);
    });
    if (token === null) throw new DomainError('unauthenticated', 'auth.staff-wrong');
    return token;
  }

  /** The code an account's authenticator shows now; for the demonstration page only. */
  currentCode(user: UserAccount): string {
    return authenticator.clone({ epoch: this.clock.now().getTime() }).generate(this.secret(user));
  }

  private async requireWithinLimits(
    manager: EntityManager,
    { address, nameHash }: Attempt,
    now: Date,
  ): Promise<void> {
    const [counts]: { all_names: number; this_name: number }[] = await manager.query(
      `SELECT count(*)::int AS all_names, count(*) FILTER (WHERE name_hash = $2)::int AS this_name
       FROM staff_sign_in_failure WHERE address = $1 AND at > $3::timestamptz - make_interval(mins => $4)`,
      [address, nameHash, now, WITHIN_MINUTES],
    );
    if (counts!.this_name >= MAX_FAILURES || counts!.all_names >= MAX_FAILURES_OF_ADDRESS) {
      throw new DomainError('too-many', 'auth.too-many-failures', { params: { minutes: WITHIN_MINUTES } });
    }
  }

  private async count(tx: Tx, attempt: Attempt): Promise<null> {
    await tx.manager.insert(StaffSignInFailure, { id: newId(tx.at.getTime()), ...attempt, at: tx.at });
    return null;
  }

  private hash(username: string): string {
    return createHmac('sha256', this.env.sessionSecret).update(`staff:${username}`).digest('hex');
  }

  /** The time step the code belongs to (one step of drift either way), or null when wrong or already used. */
  private stepOf(user: UserAccount, totp: string, at: Date): number | null {
    const delta = authenticator.clone({ epoch: at.getTime(), window: 1 }).checkDelta(totp, this.secret(user));
    if (delta === null) return null;
    const step = Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
    return user.totpLastStep !== null && step <= Number(user.totpLastStep) ? null : step;
  }

  private secret(user: UserAccount): string {
    return this.encryption.open(user.totpSecret!);
  }
}
