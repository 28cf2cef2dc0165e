import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SealedResults1764100000300 implements MigrationInterface {
  name = 'SealedResults1764100000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Results lay open, and the database has no key to seal them with: what is remembered is forgotten.
      TRUNCATE idempotency_key;
      ALTER TABLE idempotency_key DROP COLUMN result, ADD COLUMN result_sealed bytea;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      TRUNCATE idempotency_key;
      ALTER TABLE idempotency_key DROP COLUMN result_sealed, ADD COLUMN result jsonb;
    `);
  }
}
