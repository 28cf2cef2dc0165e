import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case is found by the telephone of a party, however the number was written. */
export class TelephoneSearch1764100000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION digits_of(phone text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT regexp_replace(phone, '[^0-9]', '', 'g') $$;
      -- The last eight: with the code of its place or without, they are the same.
      CREATE INDEX case_party_digits_idx ON case_party (right(public.digits_of(phone), 8));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_party_digits_idx; DROP FUNCTION digits_of;');
  }
}
