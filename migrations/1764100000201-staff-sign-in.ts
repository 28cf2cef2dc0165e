import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failures belong to who makes them, not to the account they aim at: a stranger cannot lock a clerk out. */
export class StaffSignIn1764100000201 implements MigrationInterface {
  name = 'StaffSignIn1764100000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE staff_sign_in_failure (
        id text PRIMARY KEY,
        address text NOT NULL,
        name_hash text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX staff_sign_in_failure_address_idx ON staff_sign_in_failure (address, at);
      ALTER TABLE user_account DROP COLUMN failed_sign_ins, DROP COLUMN locked_until;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_account ADD COLUMN failed_sign_ins integer NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz;
      ALTER TABLE user_account ALTER COLUMN failed_sign_ins DROP DEFAULT;
      DROP TABLE staff_sign_in_failure;
    `);
  }
}
