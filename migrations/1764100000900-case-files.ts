import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 立卷归档 (Rules 21 to 24). */
export class CaseFiles1764100000900 implements MigrationInterface {
  name = 'CaseFiles1764100000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        case_id text NOT NULL REFERENCES labour_case (id),
        revision integer NOT NULL,
        closed_by text NOT NULL CHECK (closed_by IN ('award', 'other')),
        entries jsonb NOT NULL,
        kept_until date NOT NULL,
        archived_by text NOT NULL REFERENCES user_account (id),
        archived_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, revision)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_file;');
  }
}
