import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { FieldEncryption } from '../../platform/database/field-encryption';
import { CaseParty } from './case-party.entity';

/** No 0/O, 1/I/L: codes are read aloud and typed from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Eight characters printed on the notice: with them the respondent finds the case, and only it. */
export function newJoinCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** What codes are looked up by. Eight characters are soon tried out, so the hash is worth nothing without the key. */
@Injectable()
export class JoinCodes {
  constructor(private readonly encryption: FieldEncryption) {}

  /** However it was typed. */
  indexOf(code: string): string {
    return this.encryption.blindIndex(`join:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`);
  }

  /** Part of migrating: codes on notices from before the hash had a key go on leading to their cases. */
  async indexOld(manager: EntityManager): Promise<void> {
    const parties = await manager.find(CaseParty, {
      select: { id: true, joinCodeSealed: true },
      where: { joinCodeIndex: IsNull(), joinCodeSealed: Not(IsNull()) },
    });
    for (const { id, joinCodeSealed } of parties) {
      const joinCodeIndex = this.indexOf(this.encryption.open(joinCodeSealed!));
      await manager.update(CaseParty, id, { joinCodeIndex });
    }
  }
}
