import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tribunals1763900500000 implements MigrationInterface {
  name = 'Tribunals1763900500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE arbitrator (
        id text PRIMARY KEY,
        user_id text NOT NULL REFERENCES user_account,
        name text NOT NULL,
        name_latin text,
        home_commission_id text NOT NULL REFERENCES commission,
        kind text NOT NULL CHECK (kind IN ('full-time', 'part-time')),
        region text NOT NULL CHECK (region IN ('mainland', 'hong-kong', 'macau')),
        certificate_number text NOT NULL,
        qualification integer NOT NULL CHECK (qualification BETWEEN 1 AND 4),
        languages text[] NOT NULL,
        specialties text[] NOT NULL,
        term_from date NOT NULL,
        term_to date NOT NULL,
        load_limit integer CHECK (load_limit >= 0),
        sort integer NOT NULL,
        CHECK (term_to >= term_from)
      );
      CREATE UNIQUE INDEX arbitrator_user_id_key ON arbitrator (user_id);
      CREATE UNIQUE INDEX arbitrator_certificate_number_key ON arbitrator (certificate_number);
      CREATE INDEX arbitrator_home_commission_id_idx ON arbitrator (home_commission_id);

      CREATE TABLE arbitrator_engagement (
        id text PRIMARY KEY,
        arbitrator_id text NOT NULL REFERENCES arbitrator,
        commission_id text NOT NULL REFERENCES commission,
        basis text NOT NULL CHECK (basis IN ('home', 'mutual-engagement')),
        from_on date NOT NULL,
        to_on date NOT NULL,
        CHECK (to_on >= from_on),
        -- An arbitrator is engaged by a commission once at a time.
        CONSTRAINT arbitrator_engagement_no_overlap EXCLUDE USING gist
          (arbitrator_id WITH =, commission_id WITH =, daterange(from_on, to_on, '[]') WITH &&)
      );
      CREATE INDEX arbitrator_engagement_arbitrator_id_idx ON arbitrator_engagement (arbitrator_id);

      CREATE TABLE arbitrator_leave (
        id text PRIMARY KEY,
        arbitrator_id text NOT NULL REFERENCES arbitrator,
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL,
        CHECK (to_on >= from_on)
      );
      CREATE INDEX arbitrator_leave_arbitrator_id_idx ON arbitrator_leave (arbitrator_id);

      CREATE TABLE arbitrator_interest (
        id text PRIMARY KEY,
        arbitrator_id text NOT NULL REFERENCES arbitrator,
        kind text NOT NULL CHECK (kind IN
          ('same-person', 'near-relative', 'employed-by', 'interest', 'other-relation', 'private-contact')),
        subject_kind text NOT NULL CHECK (subject_kind IN ('organisation', 'person')),
        subject_name text NOT NULL,
        subject_index text,
        from_year integer,
        to_year integer,
        declared_at timestamptz NOT NULL
      );
      CREATE INDEX arbitrator_interest_arbitrator_id_idx ON arbitrator_interest (arbitrator_id);

      CREATE TABLE tribunal (
        id text PRIMARY KEY,
        case_id text NOT NULL REFERENCES labour_case,
        arbitrator_id text NOT NULL REFERENCES arbitrator,
        recorder_user_id text NOT NULL REFERENCES user_account,
        ground text NOT NULL CHECK (ground IN ('clear', 'agreed')),
        note text,
        assessment jsonb NOT NULL,
        constituted_by text NOT NULL REFERENCES user_account,
        constituted_at timestamptz NOT NULL
      );
      -- One case, one tribunal, whatever the code does.
      CREATE UNIQUE INDEX tribunal_case_id_key ON tribunal (case_id);
      CREATE INDEX tribunal_arbitrator_id_idx ON tribunal (arbitrator_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE tribunal, arbitrator_interest, arbitrator_leave, arbitrator_engagement, arbitrator;',
    );
  }
}
