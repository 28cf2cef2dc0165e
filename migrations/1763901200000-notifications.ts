import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1763901200000 implements MigrationInterface {
  name = 'Notifications1763901200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id text PRIMARY KEY,
        entry_id text NOT NULL REFERENCES record_entry,
        user_id text NOT NULL REFERENCES user_account,
        case_id text NOT NULL REFERENCES labour_case,
        kind text NOT NULL,
        params jsonb NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notification_entry_id_user_id_key UNIQUE (entry_id, user_id)
      );
      CREATE INDEX notification_user_id_idx ON notification (user_id, id);
      CREATE INDEX notification_unread_idx ON notification (user_id) WHERE read_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification');
  }
}
