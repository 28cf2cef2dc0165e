import { Injectable } from '@nestjs/common';
import { authenticator } from 'otplib';
import { DataSource, In } from 'typeorm';
import type { StaffRole } from '../../kernel/actor';
import { newId } from '../../kernel/id';
import { FieldEncryption } from '../../platform/database/field-encryption';
import type { Tx } from '../../platform/database/unit-of-work';
import { hashPassword } from './password';
import { UserAccount } from './user-account.entity';

export interface NewStaff {
  username: string;
  name: string;
  password: string;
  commissionId: string;
  roles: StaffRole[];
}

@Injectable()
export class Users {
  constructor(
    private readonly dataSource: DataSource,
    private readonly encryption: FieldEncryption,
  ) {}

  async byId(id: string): Promise<UserAccount | null> {
    return this.dataSource.manager.findOneBy(UserAccount, { id });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, UserAccount>> {
    const users =
      ids.length === 0 ? [] : await this.dataSource.manager.findBy(UserAccount, { id: In([...ids]) });
    return new Map(users.map((user) => [user.id, user]));
  }

  async staff(commissionId?: string): Promise<UserAccount[]> {
    return this.dataSource.manager.find(UserAccount, {
      where: { kind: 'staff', ...(commissionId ? { commissionId } : {}) },
      order: { username: 'ASC' },
    });
  }

  async rename(tx: Tx, userId: string, name: string): Promise<void> {
    await tx.manager.update(UserAccount, userId, { name });
  }

  /** Creates the account once; a second call with the same user name changes nothing. */
  async ensureStaff(tx: Tx, staff: NewStaff): Promise<UserAccount> {
    const existing = await tx.manager.findOneBy(UserAccount, { username: staff.username });
    if (existing) return existing;
    return tx.manager.save(
      tx.manager.create(UserAccount, {
        id: newId(tx.at.getTime()),
        kind: 'staff',
        name: staff.name,
        phone: null,
        username: staff.username,
        passwordHash: await hashPassword(staff.password),
        totpSecret: this.encryption.seal(authenticator.generateSecret()),
        totpLastStep: null,
        commissionId: staff.commissionId,
        roles: staff.roles,
        createdAt: tx.at,
      }),
    );
  }
}
