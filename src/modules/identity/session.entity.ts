import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('session')
export class Session {
  /** SHA-256 of the cookie: a copy of the database opens no session. */
  @PrimaryColumn('text')
  tokenHash: string;

  @Index('session_user_id_idx')
  @Column('text')
  userId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Index('session_expires_at_idx')
  @Column('timestamptz')
  expiresAt: Date;
}
