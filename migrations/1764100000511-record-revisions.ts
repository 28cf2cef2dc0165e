import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood in a hearing record, and who had signed what, before it was changed. */
export class RecordRevisions1764100000511 implements MigrationInterface {
  name = 'RecordRevisions1764100000511';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hearing_record_revision (
        id text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing_record,
        cause text NOT NULL CHECK (cause IN ('amended', 'corrected', 'reopened')),
        entry_ordinal integer,
        text text NOT NULL,
        sha256 text,
        signatures jsonb NOT NULL,
        made_by text REFERENCES user_account,
        made_at timestamptz NOT NULL,
        -- One entry of it, or the whole as it was put before everybody.
        CHECK ((entry_ordinal IS NULL) = (sha256 IS NOT NULL))
      );
      CREATE INDEX hearing_record_revision_hearing_id_idx ON hearing_record_revision (hearing_id, made_at);
      CREATE TRIGGER hearing_record_revision_append_only BEFORE UPDATE OR DELETE ON hearing_record_revision
        FOR EACH ROW EXECUTE FUNCTION record_is_append_only();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hearing_record_revision;');
  }
}
