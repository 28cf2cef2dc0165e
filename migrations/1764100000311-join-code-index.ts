import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Codes were looked up by a hash that anybody could compute; now by one with a key, which the database does not have.
 * It is computed from the sealed codes right after this, as part of migrating.
 */
export class JoinCodeIndex1764100000311 implements MigrationInterface {
  name = 'JoinCodeIndex1764100000311';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_party ADD COLUMN join_code_index text;
      ALTER TABLE case_party DROP COLUMN join_code_hash;
      CREATE UNIQUE INDEX case_party_join_code_index_key ON case_party (join_code_index);
      ALTER TABLE join_code_sending DROP COLUMN code_hash;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE join_code_sending ADD COLUMN code_hash text NOT NULL DEFAULT '';
      ALTER TABLE case_party DROP COLUMN join_code_index;
      ALTER TABLE case_party ADD COLUMN join_code_hash text;
      CREATE UNIQUE INDEX case_party_join_code_hash_key ON case_party (join_code_hash);
    `);
  }
}
