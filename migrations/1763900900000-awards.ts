import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Awards1763900900000 implements MigrationInterface {
  name = 'Awards1763900900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE award_draft (
        case_id text PRIMARY KEY REFERENCES labour_case,
        version integer NOT NULL,
        data_sealed bytea NOT NULL,
        updated_by text NOT NULL REFERENCES user_account,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE award (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        commission_id text NOT NULL REFERENCES commission,
        ordinal integer NOT NULL CHECK (ordinal >= 1),
        kind text NOT NULL CHECK (kind IN ('final', 'non-final')),
        number text NOT NULL,
        items jsonb NOT NULL,
        total_fen bigint NOT NULL CHECK (total_fen >= 0),
        rights_key text NOT NULL,
        paper_id text NOT NULL REFERENCES paper,
        issued_by text NOT NULL REFERENCES user_account,
        issued_at timestamptz NOT NULL,
        CONSTRAINT award_case_id_ordinal_key UNIQUE (case_id, ordinal)
      );
      CREATE UNIQUE INDEX award_number_key ON award (number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE award, award_draft;');
  }
}
