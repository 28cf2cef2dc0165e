import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Job } from '../record/subscribers';
import { JOB_SCHEMA, QUEUES } from './job-queue';

/** A text that comes days late tells people nothing they can use; whoever answers for it may still send it. */
const MESSAGE_LIFE = `interval '3 days'`;

export interface QueueCount {
  queue: string;
  state: string;
  count: number;
}

/**
 * Jobs that used up their tries, which takes some minutes: an outage may last longer. What a job stands for (a paper,
 * its service, a message) is owed all the same, so they are taken up again and again until they are done.
 */
@Injectable()
export class FailedJobs {
  private readonly logger = new Logger('Jobs');

  constructor(private readonly dataSource: DataSource) {}

  /** One more try for each, every ten minutes. */
  @Job('jobs.revive')
  async revive(): Promise<void> {
    const count = await this.retry(`AND (name <> 'messages.send' OR created_on > now() - ${MESSAGE_LIFE})`);
    if (count > 0) this.logger.warn(`${count} failed jobs are tried again`);
  }

  /** @returns how many there were. */
  async retryAll(): Promise<number> {
    return this.retry('');
  }

  /** How many jobs of each queue are in which state. */
  async counts(): Promise<QueueCount[]> {
    return this.dataSource.query(
      `SELECT name AS queue, state, count(*)::int AS count FROM ${JOB_SCHEMA}.job
       WHERE name = ANY($1) GROUP BY name, state ORDER BY name, state`,
      [QUEUES],
    );
  }

  private async retry(which: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const [rows]: [{ name: string }[], number] = await manager.query(
        `UPDATE ${JOB_SCHEMA}.job
         SET state = 'retry', retry_count = greatest(retry_limit - 1, 0), start_after = now(), completed_on = NULL
         WHERE state = 'failed' AND name = ANY($1) AND name <> 'housekeeping' ${which} RETURNING name`,
        [QUEUES],
      );
      for (const queue of new Set(rows.map(({ name }) => name)))
        await manager.query(`SELECT pg_notify('job', $1)`, [queue]);
      return rows.length;
    });
  }
}
