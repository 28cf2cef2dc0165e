import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import { DomainError, invalid } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Messages } from '../../platform/messaging/messaging.module';
import { OneTimeCode } from './one-time-code.entity';
import { normalisePhone } from './phone-number';
import { Sessions } from './sessions.service';
import { UserAccount } from './user-account.entity';

const LIFE_MINUTES = 5;
const MAX_TRIES = 5;
const PER_PHONE_HOUR = 6;
const PER_ADDRESS_HOUR = 40;
const SECONDS_BETWEEN = 30;

/** Parties: a phone and a code that works once, for five minutes, with five tries. */
@Injectable()
export class PartySignIn {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly messages: Messages,
  ) {}

  /** @throws DomainError `auth.too-many-codes` (too-many) past the limits by phone or address. */
  async requestCode(phoneText: string, address: string): Promise<void> {
    const phone = requirePhone(phoneText);
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    await this.uow.run({ kind: 'anonymous' }, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [phone]);
      await this.requireWithinLimits(tx, phone, address);
      // Only the newest code opens the door; those sent before it end now.
      await tx.manager.update(OneTimeCode, { phone, usedAt: IsNull() }, { expiresAt: tx.at });
      await tx.manager.insert(OneTimeCode, {
        id: newId(tx.at.getTime()),
        phone,
        address,
        codeHash: this.hash(phone, code),
        createdAt: tx.at,
        expiresAt: new Date(tx.at.getTime() + LIFE_MINUTES * 60_000),
        tries: 0,
        usedAt: null,
      });
    });
    await this.messages.sendNow(
      phone,
      `您的验证码是 ${code}，${LIFE_MINUTES} 分钟内有效。工作人员不会向您索要验证码，请勿转告他人。`,
    );
  }

  /**
   * @returns the cookie value of the new session.
   * @throws DomainError `auth.code-wrong`, `auth.code-used`, `auth.code-expired` (unauthenticated).
   */
  async signIn(phoneText: string, code: string): Promise<string> {
    const phone = requirePhone(phoneText);
    const outcome = await this.uow.run({ kind: 'anonymous' }, async (tx) => {
      const [latest] = await tx.manager.find(OneTimeCode, {
        where: { phone },
        order: { createdAt: 'DESC' },
        take: 1,
        lock: { mode: 'pessimistic_write' },
      });
      if (!latest) return { refused: 'auth.code-wrong' };
      const isRight = timingSafeEqual(Buffer.from(latest.codeHash), Buffer.from(this.hash(phone, code)));
      if (isRight && latest.usedAt) return { refused: 'auth.code-used' };
      if (latest.expiresAt <= tx.at) return { refused: 'auth.code-expired' };
      if (latest.tries >= MAX_TRIES) return { refused: 'auth.code-too-many-tries' };
      if (!isRight || latest.usedAt) {
        // Counted even though the request fails: the transaction commits and the error is thrown after it.
        await tx.manager.update(OneTimeCode, latest.id, { tries: latest.tries + 1 });
        return { refused: 'auth.code-wrong', triesLeft: MAX_TRIES - latest.tries - 1 };
      }
      await tx.manager.update(OneTimeCode, latest.id, { usedAt: tx.at });
      const user = await findOrCreate(tx, phone);
      return { token: await this.sessions.open(tx, user) };
    });
    if (outcome.token !== undefined) return outcome.token;
    throw new DomainError('unauthenticated', outcome.refused, {
      params: { triesLeft: outcome.triesLeft ?? 0 },
    });
  }

  private hash(phone: string, code: string): string {
    return createHmac('sha256', this.env.sessionSecret).update(`code:${phone}:${code}`).digest('hex');
  }

  private async requireWithinLimits(tx: Tx, phone: string, address: string): Promise<void> {
    const [counts]: { phone_hour: number; address_hour: number; seconds: number | null }[] =
      await tx.manager.query(
        `SELECT count(*) FILTER (WHERE phone = $1)::int AS phone_hour,
              count(*) FILTER (WHERE address = $2)::int AS address_hour,
              extract(epoch FROM $3::timestamptz - max(created_at) FILTER (WHERE phone = $1))::float AS seconds
       FROM one_time_code WHERE (phone = $1 OR address = $2) AND created_at > $3::timestamptz - interval '1 hour'`,
        [phone, address, tx.at],
      );
    const { phone_hour, address_hour, seconds } = counts!;
    // A demonstration has everybody behind one address and in a hurry.
    const isTooMany = phone_hour >= PER_PHONE_HOUR || address_hour >= PER_ADDRESS_HOUR;
    if (isTooMany && !this.env.isDemo) throw new DomainError('too-many', 'auth.too-many-codes');
    if (seconds !== null && seconds < SECONDS_BETWEEN && !this.env.isDemo) {
      throw new DomainError('too-many', 'auth.code-just-sent', {
        params: { seconds: Math.ceil(SECONDS_BETWEEN - seconds) },
      });
    }
  }
}

function requirePhone(text: string): string {
  const phone = normalisePhone(text);
  if (!phone) throw invalid([{ pointer: '/phone', code: 'field.phone' }]);
  return phone;
}

async function findOrCreate(tx: Tx, phone: string): Promise<UserAccount> {
  const found = await tx.manager.findOneBy(UserAccount, { phone });
  if (found) return found;
  const user = tx.manager.create(UserAccount, {
    id: newId(tx.at.getTime()),
    kind: 'party',
    name: '',
    phone,
    username: null,
    passwordHash: null,
    totpSecret: null,
    totpLastStep: null,
    commissionId: null,
    roles: [],
    createdAt: tx.at,
  });
  return tx.manager.save(user);
}
