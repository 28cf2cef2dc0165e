import { Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';
import type { JsonObject } from '../../kernel/json';

/**
 * Every queue there is. A job name that is not here cannot be sent, and a queue without a handler stops the worker
 * from starting: a job is never silently nobody's.
 */
export const QUEUES = [
  'follow',
  'papers.render',
  'messages.send',
  'contents.remove',
  'clocks.sweep',
  'jobs.revive',
  'housekeeping',
] as const;
export type QueueName = (typeof QUEUES)[number];

export const JOB_SCHEMA = 'job';

/** A job that nobody has said to hold for this long is given out again. */
export const EXPIRE_SECONDS = 300;

/** Sending side: a job is a row written by the transaction that wants it, and exists only if that commits. */
@Injectable()
export class JobQueue {
  /** Not started: `send` with a `db` of its own needs no connection, only the SQL pg-boss plans. */
  private readonly boss = new PgBoss({ db: { executeSql: neverWithoutTransaction }, schema: JOB_SCHEMA });

  async send(manager: EntityManager, queue: string, data: JsonObject): Promise<void> {
    if (!(QUEUES as readonly string[]).includes(queue)) throw new Error(`Unknown queue ${queue}`);
    const id = await this.boss.send(queue, data, {
      db: { executeSql: async (text, values) => ({ rows: await manager.query(text, values as unknown[]) }) },
      retryLimit: 8,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: EXPIRE_SECONDS,
      // However long no worker runs: a job waits for one, and is not put away undone.
      retentionDays: 365,
    });
    if (id === null) throw new Error(`The queue ${queue} did not take the job`);
    await manager.query(`SELECT pg_notify('job', $1)`, [queue]);
  }
}

function neverWithoutTransaction(): Promise<never> {
  return Promise.reject(new Error('Jobs are enqueued inside a unit of work'));
}

/** Creates the job schema and its queues; part of migrating. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => {
    throw error;
  });
  await boss.start();
  try {
    for (const queue of QUEUES) if (!(await boss.getQueue(queue))) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
}
