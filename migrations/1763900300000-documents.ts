import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents1763900300000 implements MigrationInterface {
  name = 'Documents1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_file (
        id text PRIMARY KEY,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        uploaded_by text,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX stored_file_uploaded_by_idx ON stored_file (uploaded_by);
      CREATE TABLE upload (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES user_account,
        name text NOT NULL,
        size bigint NOT NULL,
        created_at timestamptz NOT NULL,
        file_id text REFERENCES stored_file
      );
      CREATE INDEX upload_created_at_idx ON upload (created_at);
      CREATE TABLE paper (
        id text PRIMARY KEY,
        case_id text NOT NULL,
        commission_id text NOT NULL REFERENCES commission,
        kind text NOT NULL,
        volume text NOT NULL CHECK (volume IN ('main', 'sub')),
        title text NOT NULL,
        case_number text,
        facts_sealed bytea NOT NULL,
        addressees text[] NOT NULL,
        verification_code text,
        state text NOT NULL CHECK (state IN ('pending', 'rendered')),
        file_id text REFERENCES stored_file,
        sha256 text,
        issued_at timestamptz NOT NULL,
        CHECK ((state = 'rendered') = (file_id IS NOT NULL AND sha256 IS NOT NULL))
      );
      CREATE INDEX paper_case_id_idx ON paper (case_id, issued_at);
      CREATE UNIQUE INDEX paper_verification_code_key ON paper (verification_code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper, upload, stored_file');
  }
}
