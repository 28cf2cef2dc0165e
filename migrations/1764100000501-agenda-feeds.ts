import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars that people subscribe to. */
export class AgendaFeeds1764100000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agenda_feed (
        user_id text PRIMARY KEY REFERENCES user_account,
        token_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT agenda_feed_token_hash_key UNIQUE (token_hash)
      );
      CREATE INDEX hearing_starts_at_idx ON hearing (starts_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX hearing_starts_at_idx;
      DROP TABLE agenda_feed;
    `);
  }
}
