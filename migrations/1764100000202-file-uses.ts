import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What keeps a file: a case for good, a draft as long as it lists it. What nothing keeps is put away after a week. */
export class FileUses1764100000202 implements MigrationInterface {
  name = 'FileUses1764100000202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stored_file ADD COLUMN used_at timestamptz, ADD COLUMN draft_id text;
      -- What is there already is taken to be in use: nobody can say any more that it is not.
      UPDATE stored_file SET used_at = created_at WHERE uploaded_by IS NOT NULL;
      CREATE INDEX stored_file_draft_id_idx ON stored_file (draft_id) WHERE draft_id IS NOT NULL;
      CREATE INDEX stored_file_unused_idx ON stored_file (created_at)
        WHERE uploaded_by IS NOT NULL AND used_at IS NULL AND draft_id IS NULL;
      CREATE INDEX stored_file_sha256_idx ON stored_file (sha256);
      CREATE INDEX upload_user_id_idx ON upload (user_id);
      CREATE INDEX upload_file_id_idx ON upload (file_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX upload_file_id_idx;
      DROP INDEX upload_user_id_idx;
      DROP INDEX stored_file_sha256_idx;
      ALTER TABLE stored_file DROP COLUMN used_at, DROP COLUMN draft_id;
    `);
  }
}
