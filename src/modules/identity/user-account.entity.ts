import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '../../kernel/actor';

@Entity('user_account')
export class UserAccount {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  kind: 'party' | 'staff';

  /** What papers and screens call the person; empty until a party has told it. */
  @Column('text')
  name: string;

  /** E.164; parties sign in with it. */
  @Index('user_account_phone_key', { unique: true })
  @Column('text', { nullable: true })
  phone: string | null;

  @Index('user_account_username_key', { unique: true })
  @Column('text', { nullable: true })
  username: string | null;

  /** `scrypt$N$r$p$salt$hash`, base64url. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  /** Sealed base32 secret. */
  @Column('bytea', { nullable: true })
  totpSecret: Buffer | null;

  /** The last 30-second step whose code was used: a code works once. */
  @Column('bigint', { nullable: true })
  totpLastStep: string | null;

  @Column('text', { nullable: true })
  commissionId: string | null;

  @Column('text', { array: true })
  roles: StaffRole[];

  @Column('timestamptz')
  createdAt: Date;
}
