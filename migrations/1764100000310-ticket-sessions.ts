import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place in a hearing's room ends with the session it was asked for in. Tickets live two minutes: none is kept. */
export class TicketSessions1764100000310 implements MigrationInterface {
  name = 'TicketSessions1764100000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM hearing_ticket;
      ALTER TABLE hearing_ticket ADD COLUMN session_hash text NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE hearing_ticket DROP COLUMN session_hash');
  }
}
