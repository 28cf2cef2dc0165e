import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who attended stays what it was when they did; a waiver of notice is for one hearing; a case is heard again; hearings
 * that are not public; answers from a seat that was taken back are kept.
 */
export class HearingsAgain1764100000530 implements MigrationInterface {
  name = 'HearingsAgain1764100000530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE hearing_seat ADD COLUMN released_at timestamptz;
      UPDATE hearing_seat s SET released_at = r.released_at
        FROM hearing h JOIN seat_release r ON r.case_id = h.case_id
        WHERE h.id = s.hearing_id AND r.user_id = s.seat_id AND s.has_attended AND h.opened_at < r.released_at;
      -- The person and the capacity of whoever attended on the screen: a representative who joins later was not there.
      UPDATE hearing_seat s
        SET person_name = coalesce(p.representative_name, CASE WHEN p.kind = 'person' THEN p.name ELSE u.name END),
            appearance = coalesce(p.representative_capacity,
                                  CASE WHEN p.kind = 'person' THEN 'in-person' ELSE 'legal-representative' END)
        FROM case_party p, user_account u
        WHERE p.id = s.party_id AND u.id = s.seat_id AND s.has_attended
          AND s.person_name IS NULL AND s.released_at IS NULL;

      -- One hearing each; null for the next one to be set down.
      ALTER TABLE notice_waiver DROP CONSTRAINT notice_waiver_pkey;
      ALTER TABLE notice_waiver ADD COLUMN id text, ADD COLUMN hearing_id text REFERENCES hearing;
      UPDATE notice_waiver SET id = case_id || ' ' || user_id;
      -- What was given up before was given up for the first hearing.
      UPDATE notice_waiver w SET hearing_id = h.id FROM hearing h WHERE h.case_id = w.case_id AND h.ordinal = 1;
      ALTER TABLE notice_waiver ADD PRIMARY KEY (id);
      CREATE UNIQUE INDEX notice_waiver_case_id_user_id_hearing_id_key
        ON notice_waiver (case_id, user_id, hearing_id) NULLS NOT DISTINCT;

      CREATE TABLE hearing_reopening (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        reason text NOT NULL,
        reopened_by text NOT NULL REFERENCES user_account,
        reopened_at timestamptz NOT NULL
      );
      CREATE INDEX hearing_reopening_case_id_idx ON hearing_reopening (case_id);

      -- Public is the rule (Law 26).
      ALTER TABLE labour_case ADD COLUMN is_heard_in_public boolean NOT NULL DEFAULT true;
      ALTER TABLE hearing ADD COLUMN is_public boolean NOT NULL DEFAULT true;

      -- An answer from a seat that was taken back stays, beside the one of the party.
      ALTER TABLE case_answer DROP CONSTRAINT case_answer_pkey;
      ALTER TABLE case_answer ADD COLUMN id text, ADD COLUMN set_aside_at timestamptz;
      UPDATE case_answer SET id = party_id;
      ALTER TABLE case_answer ADD PRIMARY KEY (id);
      CREATE UNIQUE INDEX case_answer_party_id_key ON case_answer (party_id) WHERE set_aside_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM case_answer WHERE set_aside_at IS NOT NULL;
      ALTER TABLE case_answer DROP CONSTRAINT case_answer_pkey;
      DROP INDEX case_answer_party_id_key;
      ALTER TABLE case_answer DROP COLUMN id, DROP COLUMN set_aside_at, ADD PRIMARY KEY (party_id);
      ALTER TABLE hearing DROP COLUMN is_public;
      ALTER TABLE labour_case DROP COLUMN is_heard_in_public;
      DROP TABLE hearing_reopening;
      DELETE FROM notice_waiver a USING notice_waiver b
        WHERE a.case_id = b.case_id AND a.user_id = b.user_id AND a.waived_at < b.waived_at;
      ALTER TABLE notice_waiver DROP CONSTRAINT notice_waiver_pkey;
      DROP INDEX notice_waiver_case_id_user_id_hearing_id_key;
      ALTER TABLE notice_waiver DROP COLUMN id, DROP COLUMN hearing_id, ADD PRIMARY KEY (case_id, user_id);
      ALTER TABLE hearing_seat DROP COLUMN released_at;
    `);
  }
}
