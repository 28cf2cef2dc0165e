import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1763900100000 implements MigrationInterface {
  name = 'Identity1763900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_account (
        id text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('party', 'staff')),
        name text NOT NULL,
        phone text,
        username text,
        password_hash text,
        totp_secret bytea,
        totp_last_step bigint,
        commission_id text,
        roles text[] NOT NULL,
        failed_sign_ins integer NOT NULL,
        locked_until timestamptz,
        created_at timestamptz NOT NULL,
        CHECK ((kind = 'party') = (phone IS NOT NULL)),
        CHECK ((kind = 'staff') = (username IS NOT NULL AND password_hash IS NOT NULL AND commission_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX user_account_phone_key ON user_account (phone);
      CREATE UNIQUE INDEX user_account_username_key ON user_account (username);

      CREATE TABLE session (
        token_hash text PRIMARY KEY,
        user_id text NOT NULL REFERENCES user_account,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX session_user_id_idx ON session (user_id);
      CREATE INDEX session_expires_at_idx ON session (expires_at);

      CREATE TABLE one_time_code (
        id text PRIMARY KEY,
        phone text NOT NULL,
        address text NOT NULL,
        code_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        tries integer NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX one_time_code_phone_idx ON one_time_code (phone, created_at);
      CREATE INDEX one_time_code_address_idx ON one_time_code (address, created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE one_time_code, session, user_account');
  }
}
