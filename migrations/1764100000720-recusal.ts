import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is challenged stands aside; a tribunal of which somebody has withdrawn is dissolved, and another is formed. */
export class Recusal1764100000720 implements MigrationInterface {
  name = 'Recusal1764100000720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_member ADD COLUMN challenged_at timestamptz;

      ALTER TABLE tribunal ADD COLUMN dissolved_at timestamptz, ADD COLUMN recused_user_id text REFERENCES user_account;
      ALTER TABLE tribunal ADD CHECK ((dissolved_at IS NULL) = (recused_user_id IS NULL));
      DROP INDEX tribunal_case_id_key;
      CREATE UNIQUE INDEX tribunal_case_id_key ON tribunal (case_id) WHERE dissolved_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX tribunal_case_id_key;
      DELETE FROM tribunal WHERE dissolved_at IS NOT NULL;
      ALTER TABLE tribunal DROP COLUMN dissolved_at, DROP COLUMN recused_user_id;
      CREATE UNIQUE INDEX tribunal_case_id_key ON tribunal (case_id);
      ALTER TABLE case_member DROP COLUMN challenged_at;
    `);
  }
}
