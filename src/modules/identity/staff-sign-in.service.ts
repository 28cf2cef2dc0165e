import { Injectable } from '@nestjs/common';
import { authenticator } from 'otplib';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';
import { Clock } from '../../platform/clock';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { hashPassword, isPassword } from './password';
import { Sessions } from './sessions.service';
import { UserAccount } from './user-account.entity';

const MAX_FAILURES = 8;
const LOCK_MINUTES = 15;
const STEP_SECONDS = 30;

/** Staff: password (scrypt) and a time-based code (RFC 6238) that works once. */
@Injectable()
export class StaffSignIn {
  /** Checked when the name is unknown, so that both cases take the same time. */
  private readonly nobody = hashPassword('nobody');

  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly encryption: FieldEncryption,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `auth.staff-wrong` (unauthenticated), which does not tell which of the three was wrong; `auth.locked`. */
  async signIn(username: string, password: string, totp: string): Promise<string> {
    // The slow hash is computed outside the transaction: no lock is held meanwhile.
    const known = await this.dataSource.manager.findOneBy(UserAccount, { username });
    const hasPassword = await isPassword(password, known?.passwordHash ?? (await this.nobody));
    const outcome = await this.uow.run({ kind: 'anonymous' }, async (tx) => {
      const user = await tx.manager.findOne(UserAccount, {
        where: { username },
        lock: { mode: 'pessimistic_write' },
      });
      if (!user) return { refused: 'auth.staff-wrong' };
      if (user.lockedUntil && user.lockedUntil > tx.at) return { refused: 'auth.locked' };
      const step = hasPassword ? this.stepOf(user, totp, tx.at) : null;
      if (step === null) {
        const failures = user.failedSignIns + 1;
        const isLocked = failures >= MAX_FAILURES;
        await tx.manager.update(UserAccount, user.id, {
          failedSignIns: isLocked ? 0 : failures,
          lockedUntil: isLocked ? new Date(tx.at.getTime() + LOCK_MINUTES * 60_000) : null,
        });
        return { refused: 'auth.staff-wrong' };
      }
      await tx.manager.update(UserAccount, user.id, {
        failedSignIns: 0,
        lockedUntil: null,
        totpLastStep: String(step),
      });
      return { token: await this.sessions.open(tx, user) };
    });
    if (outcome.token !== undefined) return outcome.token;
    throw new DomainError('unauthenticated', outcome.refused, { params: { minutes: LOCK_MINUTES } });
  }

  /** The code an account's authenticator shows now; for the demonstration page only. */
  currentCode(user: UserAccount): string {
    return authenticator.clone({ epoch: this.clock.now().getTime() }).generate(this.secret(user));
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
