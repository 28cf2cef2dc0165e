import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claims can be added, changed and given up: what stood before is kept, an answer given before the change stays to be
 * seen, and a respondent can give up the time to answer the change.
 */
export class ChangesOfClaims1764100000700 implements MigrationInterface {
  name = 'ChangesOfClaims1764100000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Since when it has been claimed as it is; a lowered amount is not another claim.
      ALTER TABLE case_claim ADD COLUMN since timestamptz;
      UPDATE case_claim l SET since = c.received_at FROM labour_case c WHERE c.id = l.case_id;
      ALTER TABLE case_claim ALTER COLUMN since SET NOT NULL;

      CREATE TABLE former_claim (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        claim_id text NOT NULL,
        motion_id text NOT NULL REFERENCES motion,
        outcome text NOT NULL CHECK (outcome IN ('changed', 'reduced', 'given-up')),
        ordinal integer NOT NULL,
        head text NOT NULL,
        facts jsonb NOT NULL,
        computed_fen bigint,
        amount_fen bigint CHECK (amount_fen >= 0),
        from_on date,
        to_on date,
        note text,
        finding jsonb,
        since timestamptz NOT NULL,
        until timestamptz NOT NULL
      );
      CREATE INDEX former_claim_case_id_idx ON former_claim (case_id, until);

      ALTER TABLE case_answer ADD COLUMN superseded_at timestamptz;
      DROP INDEX case_answer_party_id_key;
      CREATE UNIQUE INDEX case_answer_party_id_key ON case_answer (party_id)
        WHERE set_aside_at IS NULL AND superseded_at IS NULL;

      CREATE TABLE defence_waiver (
        motion_id text NOT NULL REFERENCES motion,
        party_id text NOT NULL,
        waived_by text NOT NULL REFERENCES user_account,
        waived_at timestamptz NOT NULL,
        PRIMARY KEY (motion_id, party_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE defence_waiver;
      DROP INDEX case_answer_party_id_key;
      DELETE FROM case_answer a WHERE a.submitted_at IS NULL
        AND EXISTS (SELECT 1 FROM case_answer b WHERE b.party_id = a.party_id AND b.superseded_at IS NOT NULL);
      UPDATE case_answer SET set_aside_at = superseded_at WHERE superseded_at IS NOT NULL AND set_aside_at IS NULL;
      ALTER TABLE case_answer DROP COLUMN superseded_at;
      CREATE UNIQUE INDEX case_answer_party_id_key ON case_answer (party_id) WHERE set_aside_at IS NULL;
      DROP TABLE former_claim;
      ALTER TABLE case_claim DROP COLUMN since;
    `);
  }
}
