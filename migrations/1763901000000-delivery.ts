import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `party_id` carries no foreign key: rows are written while the record of the case is held, and the key check would
 * wait for a joining that has locked the party and waits for the record. A correction also writes the parties anew.
 */
export class Delivery1763901000000 implements MigrationInterface {
  name = 'Delivery1763901000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_reading (
        paper_id text NOT NULL REFERENCES paper,
        user_id text NOT NULL REFERENCES user_account,
        first_at timestamptz NOT NULL,
        PRIMARY KEY (paper_id, user_id)
      );
      CREATE TABLE service (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        paper_id text NOT NULL REFERENCES paper,
        party_id text NOT NULL,
        state text NOT NULL CHECK (state IN ('pending', 'sent', 'served', 'failed')),
        channel text CHECK (channel IN ('platform', 'mail', 'in-person')),
        sent_at timestamptz,
        arrived_at timestamptz,
        served_on date,
        confirmed_at timestamptz,
        proof_paper_id text REFERENCES paper,
        created_at timestamptz NOT NULL,
        CONSTRAINT service_paper_id_party_id_key UNIQUE (paper_id, party_id),
        CHECK ((state = 'served') = (served_on IS NOT NULL)),
        CHECK (state = 'pending' OR channel IS NOT NULL),
        CHECK (confirmed_at IS NULL OR (state = 'served' AND channel = 'platform'))
      );
      CREATE INDEX service_case_id_idx ON service (case_id);
      CREATE INDEX service_party_id_idx ON service (party_id);
      CREATE TABLE service_attempt (
        id text PRIMARY KEY,
        service_id text NOT NULL REFERENCES service,
        ordinal integer NOT NULL,
        channel text NOT NULL CHECK (channel IN ('platform', 'mail', 'in-person')),
        outcome text NOT NULL CHECK (outcome IN ('sent', 'served', 'failed')),
        waybill text,
        served_on date,
        receiver text,
        note text,
        recorded_by text REFERENCES user_account,
        at timestamptz NOT NULL,
        CONSTRAINT service_attempt_service_id_ordinal_key UNIQUE (service_id, ordinal),
        CHECK ((outcome = 'served') = (served_on IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE service_attempt, service, paper_reading');
  }
}
