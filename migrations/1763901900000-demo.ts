import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which stories of the demonstration have been told; stays empty in a real installation. */
export class Demo1763901900000 implements MigrationInterface {
  name = 'Demo1763901900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE demo_story (
        key text PRIMARY KEY,
        told_at timestamptz NOT NULL DEFAULT now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE demo_story');
  }
}
