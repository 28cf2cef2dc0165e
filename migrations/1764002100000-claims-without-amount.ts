import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A claim may be for something else than money: a certificate has no amount, which is not an amount of zero. */
export class ClaimsWithoutAmount1764002100000 implements MigrationInterface {
  name = 'ClaimsWithoutAmount1764002100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_claim ALTER COLUMN amount_fen DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM case_claim WHERE amount_fen IS NULL');
    await runner.query('ALTER TABLE case_claim ALTER COLUMN amount_fen SET NOT NULL');
  }
}
