import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Motions1764100000400 implements MigrationInterface {
  name = 'Motions1764100000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_case ADD COLUMN suspended_on date;

      CREATE TABLE motion (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        commission_id text NOT NULL REFERENCES commission,
        kind text NOT NULL,
        state text NOT NULL CHECK (state IN ('filed', 'granted', 'refused', 'withdrawn', 'lapsed')),
        -- The party that asks; null when somebody of the commission does.
        party_id text,
        is_late boolean NOT NULL,
        subject text,
        details_sealed bytea NOT NULL,
        filed_by text NOT NULL REFERENCES user_account,
        filed_at timestamptz NOT NULL,
        decision_sealed bytea,
        decided_by text REFERENCES user_account,
        decided_at timestamptz,
        CHECK ((state IN ('granted', 'refused')) = (decision_sealed IS NOT NULL)),
        CHECK ((state = 'filed') = (decided_at IS NULL))
      );
      CREATE INDEX motion_case_id_idx ON motion (case_id, filed_at);
      CREATE INDEX motion_commission_id_filed_idx ON motion (commission_id, filed_at) WHERE state = 'filed';
      -- The same thing is not asked for twice by the same party while the first waits.
      CREATE UNIQUE INDEX motion_case_id_filed_key ON motion (case_id, kind, party_id) NULLS NOT DISTINCT
        WHERE state = 'filed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE motion; ALTER TABLE labour_case DROP COLUMN suspended_on;');
  }
}
