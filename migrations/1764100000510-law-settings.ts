import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a finding of a labour relation keeps an award from being final is a commission's to say until the text of
 * the joint opinion has been compared. The court of first instance goes: where to sue the law leaves two.
 */
export class LawSettings1764100000510 implements MigrationInterface {
  name = 'LawSettings1764100000510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE commission ADD COLUMN is_relation_confirmation_non_final boolean NOT NULL DEFAULT true;
      ALTER TABLE commission ALTER COLUMN is_relation_confirmation_non_final DROP DEFAULT;
      ALTER TABLE commission DROP COLUMN base_court;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE commission ADD COLUMN base_court text NOT NULL DEFAULT '';
      ALTER TABLE commission ALTER COLUMN base_court DROP DEFAULT;
      ALTER TABLE commission DROP COLUMN is_relation_confirmation_non_final;
    `);
  }
}
