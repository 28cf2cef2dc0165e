import type { DataSource } from 'typeorm';
import { JOB_SCHEMA } from '../platform/jobs/job-queue';

const PAUSE_MS = 25;

/** Waits until papers are drawn, served and told of: no job is waiting or under way. */
export async function jobsDone(dataSource: DataSource, patienceMs = 120_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const open: { name: string; state: string; output: unknown }[] = await dataSource.query(
      `SELECT name, state, output FROM ${JOB_SCHEMA}.job
       WHERE name IN ('follow', 'papers.render', 'messages.send') AND state NOT IN ('completed', 'cancelled')`,
    );
    if (open.length === 0) return;
    if (Date.now() > until || open.some(({ state }) => state === 'failed')) {
      throw new Error(`Jobs that are not done: ${JSON.stringify(open)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
