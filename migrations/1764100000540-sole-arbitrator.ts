import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why one arbitrator was enough, as the clerk found it: where the consent is on file, and that nothing stood against it. */
export class SoleArbitrator1764100000540 implements MigrationInterface {
  name = 'SoleArbitrator1764100000540';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tribunal ADD COLUMN consent text;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tribunal DROP COLUMN consent;');
  }
}
