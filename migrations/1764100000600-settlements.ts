import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settlements1764100000600 implements MigrationInterface {
  name = 'Settlements1764100000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE settlement (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        commission_id text NOT NULL REFERENCES commission,
        state text NOT NULL
          CHECK (state IN ('offered', 'agreed', 'stated', 'effective', 'failed', 'retracted', 'lapsed')),
        version int NOT NULL,
        opened_at timestamptz NOT NULL,
        -- Of the version both sides accepted; empty until then.
        claim_ids text[] NOT NULL,
        scope text CHECK (scope IN ('whole', 'part')),
        perform_by date,
        number text,
        paper_id text,
        stated_at timestamptz,
        signed_party_ids text[] NOT NULL,
        end_reason_sealed bytea,
        closed_at timestamptz,
        CHECK ((scope IS NULL) = (cardinality(claim_ids) = 0)),
        CHECK ((stated_at IS NULL) = (paper_id IS NULL)),
        CHECK ((state IN ('offered', 'agreed', 'stated')) = (closed_at IS NULL))
      );
      CREATE INDEX settlement_case_id_idx ON settlement (case_id, opened_at);
      -- One thing is talked about at a time.
      CREATE UNIQUE INDEX settlement_case_id_open_key ON settlement (case_id)
        WHERE state IN ('offered', 'agreed', 'stated');
      CREATE INDEX settlement_commission_id_waiting_idx ON settlement (commission_id, opened_at)
        WHERE state IN ('agreed', 'stated');

      CREATE TABLE settlement_offer (
        settlement_id text NOT NULL REFERENCES settlement,
        ordinal int NOT NULL,
        -- Null when the tribunal proposes.
        party_id text,
        terms_sealed bytea NOT NULL,
        is_shown_to_tribunal boolean NOT NULL,
        offered_by text NOT NULL REFERENCES user_account,
        offered_at timestamptz NOT NULL,
        PRIMARY KEY (settlement_id, ordinal),
        CHECK (party_id IS NOT NULL OR is_shown_to_tribunal)
      );

      CREATE TABLE settlement_acceptance (
        settlement_id text NOT NULL,
        ordinal int NOT NULL,
        party_id text NOT NULL,
        acting_as text NOT NULL CHECK (acting_as IN ('in-person', 'legal-representative', 'agent')),
        -- What an agent says of its own powers (Law 24).
        has_special_authority boolean NOT NULL,
        -- Through its account, or noted by the recorder: then who signed on paper before the tribunal.
        accepted_by text NOT NULL REFERENCES user_account,
        signed_name text,
        accepted_at timestamptz NOT NULL,
        PRIMARY KEY (settlement_id, ordinal, party_id),
        FOREIGN KEY (settlement_id, ordinal) REFERENCES settlement_offer
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE settlement_acceptance; DROP TABLE settlement_offer; DROP TABLE settlement;',
    );
  }
}
