import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clocks that warn, are counted again when a year's holidays are announced, and know when the service was down. */
export class RunningClocks1764100000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clock_alert (
        case_id text NOT NULL REFERENCES labour_case,
        code text NOT NULL,
        subject text NOT NULL,
        due_on date NOT NULL,
        level text NOT NULL CHECK (level IN ('due-soon', 'overdue')),
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, code, subject, due_on, level)
      );

      CREATE TABLE calendar_count (
        id integer PRIMARY KEY CHECK (id = 1),
        digest text NOT NULL,
        counted_at timestamptz NOT NULL
      );

      CREATE TABLE service_heartbeat (
        id integer PRIMARY KEY CHECK (id = 1),
        beat_at timestamptz NOT NULL
      );

      CREATE TABLE service_outage (
        from_at timestamptz PRIMARY KEY,
        to_at timestamptz NOT NULL,
        CONSTRAINT service_outage_order CHECK (to_at > from_at)
      );

      ALTER TABLE labour_case ADD COLUMN next_due_on date;
      UPDATE labour_case c SET next_due_on = (
        SELECT min(k.due_on) FROM case_clock k WHERE k.case_id = c.id AND k.state = 'running'
          AND k.code IN ('D01', 'D02', 'D03', 'D04', 'D06', 'D07', 'D09', 'D11', 'D13', 'D14', 'D15', 'D18', 'D27')
      );
      CREATE INDEX labour_case_queue_idx ON labour_case (commission_id, next_due_on, received_at)
        WHERE state IN ('received', 'correcting', 'accepted', 'constituted', 'set-down', 'heard');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX labour_case_queue_idx;
      ALTER TABLE labour_case DROP COLUMN next_due_on;
      DROP TABLE service_outage, service_heartbeat, calendar_count, clock_alert;
    `);
  }
}
