import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `party_id` carries no foreign key: a correction writes the parties anew under their ids, before the evidence. */
export class Evidence1763901100000 implements MigrationInterface {
  name = 'Evidence1763901100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        party_id text NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        item_id text,
        file_id text NOT NULL REFERENCES stored_file,
        name text NOT NULL,
        purpose text NOT NULL,
        source text,
        has_original boolean NOT NULL,
        is_late boolean NOT NULL,
        late_reason text,
        submitted_by text NOT NULL REFERENCES user_account,
        submitted_at timestamptz NOT NULL,
        CONSTRAINT evidence_case_id_party_id_number_key UNIQUE (case_id, party_id, number),
        CHECK (is_late = (late_reason IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence');
  }
}
