import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board counts by; `labour_case (commission_id, state)` and the running clocks have theirs already. */
export class Statistics1763901300000 implements MigrationInterface {
  name = 'Statistics1763901300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX labour_case_commission_id_received_at_idx ON labour_case (commission_id, received_at);
      CREATE INDEX labour_case_commission_id_accepted_at_idx ON labour_case (commission_id, accepted_at)
        WHERE accepted_at IS NOT NULL;
      CREATE INDEX labour_case_commission_id_decided_at_idx ON labour_case (commission_id, decided_at)
        INCLUDE (accepted_at) WHERE decided_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX labour_case_commission_id_received_at_idx, labour_case_commission_id_accepted_at_idx,
        labour_case_commission_id_decided_at_idx;
    `);
  }
}
