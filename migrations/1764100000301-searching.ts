import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Searching1764100000301 implements MigrationInterface {
  name = 'Searching1764100000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is looked for is mostly two characters long, a surname or the name of a firm: trigrams, made for words of
      -- letters, find nothing to look up in it. Grams of one and two characters do.
      CREATE FUNCTION search_grams(content text, shortest integer) RETURNS text[]
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(lower(content), start, size)), '{}')
        FROM generate_series(1, length(content)) AS start, generate_series(shortest, 2) AS size
        WHERE start + size - 1 <= length(content)
      $$;
      CREATE FUNCTION labour_case_grams(number text, receipt_number text, claimants text, respondents text) RETURNS text[]
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT public.search_grams(concat_ws(E'\\n', number, receipt_number, claimants, respondents), 1)
      $$;
      -- A text can only stand where all its grams stand.
      CREATE FUNCTION grams_looked_for(content text) RETURNS text[]
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT public.search_grams(content, least(length(content), 2))
      $$;
      CREATE INDEX labour_case_grams_idx ON labour_case
        USING gin (labour_case_grams(number, receipt_number, claimant_names, respondent_names));
      CREATE INDEX labour_case_commission_id_updated_at_idx ON labour_case (commission_id, updated_at DESC);
      CREATE INDEX application_draft_corrects_case_id_idx ON application_draft (corrects_case_id)
        WHERE corrects_case_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX application_draft_corrects_case_id_idx, labour_case_commission_id_updated_at_idx, labour_case_grams_idx;
      DROP FUNCTION grams_looked_for, labour_case_grams, search_grams;
    `);
  }
}
