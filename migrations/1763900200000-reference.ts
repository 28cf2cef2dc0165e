import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reference1763900200000 implements MigrationInterface {
  name = 'Reference1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE commission (
        id text PRIMARY KEY,
        name text NOT NULL,
        short_name text NOT NULL,
        area text NOT NULL,
        case_prefix text NOT NULL,
        number_pattern text NOT NULL,
        address text NOT NULL,
        phone text NOT NULL,
        latitude double precision NOT NULL,
        longitude double precision NOT NULL,
        base_court text NOT NULL,
        intermediate_court text NOT NULL,
        evidence_working_days integer NOT NULL,
        wage_reference_date text NOT NULL CHECK (wage_reference_date IN ('application-date', 'award-date')),
        performance_days integer NOT NULL,
        sort integer NOT NULL
      );
      CREATE TABLE chamber (
        id text PRIMARY KEY,
        commission_id text NOT NULL REFERENCES commission,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('seat', 'regional-cooperative', 'branch')),
        address text NOT NULL,
        latitude double precision NOT NULL,
        longitude double precision NOT NULL
      );
      CREATE INDEX chamber_commission_id_idx ON chamber (commission_id);
      CREATE TABLE hearing_room (
        id text PRIMARY KEY,
        commission_id text NOT NULL REFERENCES commission,
        name text NOT NULL
      );
      CREATE INDEX hearing_room_commission_id_idx ON hearing_room (commission_id);
      CREATE TABLE holiday (
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('off', 'make-up', 'statutory')),
        name text NOT NULL,
        PRIMARY KEY (day, kind)
      );
      CREATE TABLE announced_year (
        year integer PRIMARY KEY,
        source text NOT NULL
      );
      CREATE TABLE case_number_counter (
        commission_id text NOT NULL REFERENCES commission,
        kind text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (commission_id, kind, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE case_number_counter, announced_year, holiday, hearing_room, chamber, commission',
    );
  }
}
