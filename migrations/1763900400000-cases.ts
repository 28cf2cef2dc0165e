import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cases1763900400000 implements MigrationInterface {
  name = 'Cases1763900400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application_draft (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES user_account,
        version integer NOT NULL,
        step text NOT NULL,
        data_sealed bytea NOT NULL,
        submitted_case_id text,
        corrects_case_id text,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX application_draft_user_id_idx ON application_draft (user_id, updated_at);

      CREATE TABLE labour_case (
        id text PRIMARY KEY,
        commission_id text NOT NULL REFERENCES commission,
        number text,
        receipt_number text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        filed_by text NOT NULL REFERENCES user_account,
        received_at timestamptz NOT NULL,
        accepted_at timestamptz,
        decided_at timestamptz,
        application_sealed bytea NOT NULL,
        claimant_names text NOT NULL,
        respondent_names text NOT NULL,
        claimed_fen bigint NOT NULL CHECK (claimed_fen >= 0),
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX labour_case_number_key ON labour_case (number);
      CREATE UNIQUE INDEX labour_case_receipt_number_key ON labour_case (receipt_number);
      CREATE INDEX labour_case_commission_id_state_idx ON labour_case (commission_id, state);

      CREATE TABLE case_party (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        role text NOT NULL CHECK (role IN ('claimant', 'respondent')),
        ordinal integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('person', 'company')),
        name text NOT NULL,
        sex text,
        birth_date date,
        document_kind text NOT NULL,
        document_sealed bytea NOT NULL,
        document_index text NOT NULL,
        address text NOT NULL,
        phone text NOT NULL,
        email text,
        legal_representative text,
        legal_representative_post text,
        service_receiver text,
        service_address text,
        service_phone text,
        consents_to_electronic boolean NOT NULL,
        consents_to_online_hearing boolean NOT NULL,
        join_code_hash text,
        join_code_sealed bytea,
        joined_user_id text REFERENCES user_account,
        joined_at timestamptz,
        representative_name text,
        representative_capacity text,
        CONSTRAINT case_party_case_id_role_ordinal_key UNIQUE (case_id, role, ordinal)
      );
      CREATE UNIQUE INDEX case_party_join_code_hash_key ON case_party (join_code_hash);
      CREATE INDEX case_party_document_index_idx ON case_party (document_index);

      CREATE TABLE case_member (
        case_id text NOT NULL REFERENCES labour_case,
        user_id text NOT NULL REFERENCES user_account,
        capacity text NOT NULL CHECK (capacity IN ('claimant', 'respondent', 'arbitrator', 'recorder')),
        party_id text REFERENCES case_party,
        since timestamptz NOT NULL,
        until timestamptz,
        PRIMARY KEY (case_id, user_id, capacity)
      );
      CREATE INDEX case_member_user_id_idx ON case_member (user_id);

      CREATE TABLE case_claim (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        ordinal integer NOT NULL,
        head text NOT NULL,
        facts jsonb NOT NULL,
        computed_fen bigint,
        amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
        from_on date,
        to_on date,
        note text,
        finding jsonb,
        CONSTRAINT case_claim_case_id_ordinal_key UNIQUE (case_id, ordinal)
      );

      CREATE TABLE case_correction (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        defects jsonb NOT NULL,
        due_on date NOT NULL,
        requested_at timestamptz NOT NULL,
        corrected_at timestamptz
      );
      CREATE UNIQUE INDEX case_correction_case_id_key ON case_correction (case_id);

      CREATE TABLE intake_decision (
        case_id text PRIMARY KEY REFERENCES labour_case,
        outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'referred')),
        checklist jsonb NOT NULL,
        grounds text[] NOT NULL,
        reason text NOT NULL,
        competent_commission text,
        evidence_until date,
        decided_by text NOT NULL REFERENCES user_account,
        decided_at timestamptz NOT NULL
      );

      CREATE TABLE case_answer (
        party_id text PRIMARY KEY REFERENCES case_party,
        case_id text NOT NULL REFERENCES labour_case,
        version integer NOT NULL,
        data_sealed bytea NOT NULL,
        submitted_at timestamptz,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX case_answer_case_id_idx ON case_answer (case_id);

      CREATE TABLE join_attempt (
        user_id text NOT NULL REFERENCES user_account,
        at timestamptz NOT NULL
      );
      CREATE INDEX join_attempt_user_id_idx ON join_attempt (user_id, at);

      CREATE TABLE case_clock (
        case_id text NOT NULL REFERENCES labour_case,
        code text NOT NULL,
        subject text NOT NULL,
        state text NOT NULL,
        started_on date NOT NULL,
        due_on date,
        met_on date,
        stands_at integer,
        restarted_by text,
        is_provisional boolean NOT NULL,
        finding jsonb NOT NULL,
        PRIMARY KEY (case_id, code, subject)
      );
      CREATE INDEX case_clock_running_idx ON case_clock (due_on) WHERE state = 'running';
      ALTER TABLE paper ADD COLUMN subject text;
      ALTER TABLE paper ADD CONSTRAINT paper_case_id_fkey FOREIGN KEY (case_id) REFERENCES labour_case;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE paper DROP CONSTRAINT paper_case_id_fkey;
      ALTER TABLE paper DROP COLUMN subject;
      DROP TABLE case_clock, join_attempt, case_answer, intake_decision, case_correction, case_claim, case_member, case_party,
        labour_case, application_draft;
    `);
  }
}
