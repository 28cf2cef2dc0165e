import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case that was transferred here knows the file it comes from, and the other way round (Rules 9). */
export class Transfers1764100000710 implements MigrationInterface {
  name = 'Transfers1764100000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE labour_case ADD COLUMN transferred_from_id text REFERENCES labour_case;
      -- Once and to one commission.
      CREATE UNIQUE INDEX labour_case_transferred_from_id_key ON labour_case (transferred_from_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE labour_case DROP COLUMN transferred_from_id;');
  }
}
