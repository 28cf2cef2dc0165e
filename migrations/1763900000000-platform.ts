import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record, idempotency, sessions of nothing yet: what every module stands on. */
export class Platform1763900000000 implements MigrationInterface {
  name = 'Platform1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE record_head (
        case_id text PRIMARY KEY,
        seq integer NOT NULL,
        hash text NOT NULL
      );
      CREATE TABLE record_entry (
        id text PRIMARY KEY,
        case_id text NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        actor_kind text NOT NULL,
        actor_id text,
        payload jsonb NOT NULL,
        audience text NOT NULL CHECK (audience IN ('parties', 'commission')),
        at timestamptz NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT record_entry_case_id_seq_key UNIQUE (case_id, seq)
      );
      CREATE FUNCTION record_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the record is append-only';
      END $$;
      CREATE TRIGGER record_entry_append_only BEFORE UPDATE OR DELETE ON record_entry
        FOR EACH ROW EXECUTE FUNCTION record_is_append_only();
      CREATE TRIGGER record_entry_no_truncate BEFORE TRUNCATE ON record_entry
        FOR EACH STATEMENT EXECUTE FUNCTION record_is_append_only();

      CREATE TABLE idempotency_key (
        scope text NOT NULL,
        key text NOT NULL,
        ordinal integer NOT NULL,
        request_hash text NOT NULL,
        result jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (scope, key, ordinal)
      );
      CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at);

      CREATE TABLE demo_message (
        id text PRIMARY KEY,
        recipient text NOT NULL,
        text text NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX demo_message_recipient_idx ON demo_message (recipient, sent_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE demo_message, idempotency_key, record_entry, record_head;
      DROP FUNCTION record_is_append_only;
    `);
  }
}
