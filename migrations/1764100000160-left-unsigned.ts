import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever had gone before the record was signed has not refused to sign it: two findings, kept apart. */
export class LeftUnsigned1764100000160 implements MigrationInterface {
  name = 'LeftUnsigned1764100000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing_record_signature DROP CONSTRAINT hearing_record_signature_state_check;
      ALTER TABLE hearing_record_signature ADD CONSTRAINT hearing_record_signature_state_check
        CHECK (state IN ('awaited', 'signed', 'refused', 'left'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE hearing_record_signature SET state = 'refused' WHERE state = 'left';
      ALTER TABLE hearing_record_signature DROP CONSTRAINT hearing_record_signature_state_check;
      ALTER TABLE hearing_record_signature ADD CONSTRAINT hearing_record_signature_state_check
        CHECK (state IN ('awaited', 'signed', 'refused'));
    `);
  }
}
