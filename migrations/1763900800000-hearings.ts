import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Hearings1763900800000 implements MigrationInterface {
  name = 'Hearings1763900800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hearing (
        id text PRIMARY KEY,
        case_id text NOT NULL,
        commission_id text NOT NULL REFERENCES commission,
        room_id text NOT NULL REFERENCES hearing_room,
        ordinal integer NOT NULL,
        state text NOT NULL CHECK (state IN
          ('scheduled', 'lobby-open', 'in-session', 'recess', 'closed', 'adjourned', 'cancelled')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        earliest_day date NOT NULL,
        is_notice_waived boolean NOT NULL,
        set_down_at timestamptz NOT NULL,
        set_down_by text NOT NULL,
        opened_at timestamptz,
        ended_at timestamptz,
        reason text,
        absence_reason text,
        version integer NOT NULL,
        CONSTRAINT hearing_case_id_ordinal_key UNIQUE (case_id, ordinal),
        CHECK (ends_at > starts_at)
      );
      -- A case has one hearing before it at a time.
      CREATE UNIQUE INDEX hearing_case_id_pending_key ON hearing (case_id)
        WHERE state IN ('scheduled', 'lobby-open', 'in-session', 'recess');

      -- Nobody sits in two hearings at once and no room holds two, whatever the code does.
      CREATE TABLE booking (
        id text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing,
        resource_kind text NOT NULL CHECK (resource_kind IN ('person', 'identity', 'room')),
        resource_id text NOT NULL,
        during tstzrange NOT NULL,
        CONSTRAINT booking_no_overlap EXCLUDE USING gist
          (resource_kind WITH =, resource_id WITH =, during WITH &&)
      );
      CREATE INDEX booking_hearing_id_idx ON booking (hearing_id);

      CREATE TABLE notice_waiver (
        case_id text NOT NULL,
        user_id text NOT NULL REFERENCES user_account,
        side text NOT NULL CHECK (side IN ('claimant', 'respondent')),
        waived_at timestamptz NOT NULL,
        PRIMARY KEY (case_id, user_id)
      );

      CREATE TABLE hearing_seat (
        hearing_id text NOT NULL REFERENCES hearing,
        user_id text NOT NULL REFERENCES user_account,
        role text NOT NULL CHECK (role IN ('arbitrator', 'recorder', 'claimant', 'respondent')),
        name text NOT NULL,
        is_admitted boolean NOT NULL,
        has_attended boolean NOT NULL,
        muted text[] NOT NULL,
        PRIMARY KEY (hearing_id, user_id)
      );

      -- Who was connected when, and why a connection ended: a lost network is not an absence.
      CREATE TABLE hearing_connection (
        id text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing,
        user_id text NOT NULL REFERENCES user_account,
        connected_at timestamptz NOT NULL,
        disconnected_at timestamptz,
        cause text CHECK (cause IN ('left', 'network', 'replaced', 'ended'))
      );
      CREATE INDEX hearing_connection_hearing_id_idx ON hearing_connection (hearing_id, connected_at);

      CREATE TABLE hearing_ticket (
        token_hash text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing,
        user_id text NOT NULL REFERENCES user_account,
        role text NOT NULL CHECK (role IN ('arbitrator', 'recorder', 'claimant', 'respondent')),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX hearing_ticket_expires_at_idx ON hearing_ticket (expires_at);

      CREATE TABLE hearing_record (
        hearing_id text PRIMARY KEY REFERENCES hearing,
        state text NOT NULL CHECK (state IN ('typing', 'for-confirmation', 'confirmed')),
        revision integer NOT NULL,
        text text,
        sha256 text,
        presented_at timestamptz,
        confirmed_at timestamptz,
        paper_id text,
        CHECK ((state = 'typing') = (text IS NULL)),
        CHECK ((text IS NULL) = (sha256 IS NULL))
      );
      CREATE TABLE hearing_record_entry (
        id text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing_record,
        ordinal integer NOT NULL,
        stage text NOT NULL,
        speaker text NOT NULL,
        speaker_name text,
        text text NOT NULL,
        at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT hearing_record_entry_hearing_id_ordinal_key UNIQUE (hearing_id, ordinal)
      );
      CREATE TABLE hearing_record_correction (
        id text PRIMARY KEY,
        hearing_id text NOT NULL REFERENCES hearing_record,
        entry_id text NOT NULL REFERENCES hearing_record_entry,
        user_id text NOT NULL REFERENCES user_account,
        proposed_text text NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
        decision_reason text,
        requested_at timestamptz NOT NULL,
        decided_at timestamptz,
        CHECK ((state = 'requested') = (decided_at IS NULL))
      );
      CREATE INDEX hearing_record_correction_hearing_id_idx ON hearing_record_correction (hearing_id, requested_at);
      CREATE TABLE hearing_record_signature (
        hearing_id text NOT NULL REFERENCES hearing_record,
        user_id text NOT NULL REFERENCES user_account,
        state text NOT NULL CHECK (state IN ('awaited', 'signed', 'refused')),
        sha256 text,
        note text,
        noted_by text,
        at timestamptz,
        PRIMARY KEY (hearing_id, user_id),
        CHECK ((state = 'signed') = (sha256 IS NOT NULL)),
        CHECK ((state = 'awaited') = (at IS NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE hearing_record_signature, hearing_record_correction, hearing_record_entry, hearing_record,
        hearing_ticket, hearing_connection, hearing_seat, notice_waiver, booking, hearing;
    `);
  }
}
