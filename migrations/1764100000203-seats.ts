import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A seat can be taken back from who should not have it: what was done through it no longer counts, and stays to be seen. */
export class Seats1764100000203 implements MigrationInterface {
  name = 'Seats1764100000203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE join_code_sending (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        party_id text NOT NULL REFERENCES case_party,
        phone_sealed bytea NOT NULL,
        checked_how text NOT NULL,
        code_hash text NOT NULL,
        sent_by text NOT NULL REFERENCES user_account,
        sent_at timestamptz NOT NULL
      );
      CREATE INDEX join_code_sending_case_id_idx ON join_code_sending (case_id);
      CREATE TABLE seat_release (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        party_id text NOT NULL REFERENCES case_party,
        user_id text NOT NULL REFERENCES user_account,
        representative_name text,
        reason text NOT NULL,
        released_by text NOT NULL REFERENCES user_account,
        released_at timestamptz NOT NULL
      );
      CREATE INDEX seat_release_case_id_idx ON seat_release (case_id);
      ALTER TABLE paper ADD COLUMN void_since timestamptz;
      ALTER TABLE evidence ADD COLUMN set_aside_at timestamptz;
      ALTER TABLE service DROP CONSTRAINT service_state_check;
      ALTER TABLE service ADD CONSTRAINT service_state_check
        CHECK (state IN ('pending', 'sent', 'served', 'failed', 'withdrawn'));
      ALTER TABLE service DROP CONSTRAINT service_check1;
      ALTER TABLE service ADD CONSTRAINT service_check1
        CHECK (state IN ('pending', 'withdrawn') OR channel IS NOT NULL);
      ALTER TABLE service_attempt DROP CONSTRAINT service_attempt_outcome_check;
      ALTER TABLE service_attempt ADD CONSTRAINT service_attempt_outcome_check
        CHECK (outcome IN ('sent', 'served', 'failed', 'set-aside'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE service_attempt DROP CONSTRAINT service_attempt_outcome_check;
      ALTER TABLE service_attempt ADD CONSTRAINT service_attempt_outcome_check
        CHECK (outcome IN ('sent', 'served', 'failed'));
      ALTER TABLE service DROP CONSTRAINT service_check1;
      ALTER TABLE service ADD CONSTRAINT service_check1 CHECK (state = 'pending' OR channel IS NOT NULL);
      ALTER TABLE service DROP CONSTRAINT service_state_check;
      ALTER TABLE service ADD CONSTRAINT service_state_check CHECK (state IN ('pending', 'sent', 'served', 'failed'));
      ALTER TABLE evidence DROP COLUMN set_aside_at;
      ALTER TABLE paper DROP COLUMN void_since;
      DROP TABLE seat_release, join_code_sending;
    `);
  }
}
