import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has difficulty writing applies orally, and the commission takes it down (Law 28(3), Rules 29(3)). */
export class Counter1764100000810 implements MigrationInterface {
  name = 'Counter1764100000810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The commission at whose counter it is written down; null for what applicants write themselves.
      ALTER TABLE application_draft ADD COLUMN counter_of text REFERENCES commission;

      -- Who applies at the counter may have no telephone; the seat then waits with a code of its own.
      ALTER TABLE case_party
        DROP CONSTRAINT case_party_claimant_known,
        ADD CONSTRAINT case_party_claimant_known CHECK (
          role <> 'claimant' OR (document_kind IS NOT NULL AND (phone IS NOT NULL OR join_code_index IS NOT NULL))
        );

      CREATE TABLE oral_application (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        text_sealed bytea NOT NULL,
        confirmed_by text NOT NULL CHECK (confirmed_by IN ('signature', 'fingerprint')),
        -- The sheet signed or fingerprinted on paper; null where it was signed on the screen.
        sheet_file_id text REFERENCES stored_file,
        taken_by text NOT NULL REFERENCES user_account,
        taken_at timestamptz NOT NULL
      );
      CREATE INDEX oral_application_case_id_idx ON oral_application (case_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE oral_application;
      ALTER TABLE application_draft DROP COLUMN counter_of;
      -- A case without the telephone of its claimant was none before.
      UPDATE case_party SET phone = '' WHERE role = 'claimant' AND phone IS NULL;
      ALTER TABLE case_party
        DROP CONSTRAINT case_party_claimant_known,
        ADD CONSTRAINT case_party_claimant_known CHECK (
          role <> 'claimant' OR (document_kind IS NOT NULL AND phone IS NOT NULL)
        );
    `);
  }
}
