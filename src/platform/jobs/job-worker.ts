import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import { readEntry } from '../record/record';
import { Subscribers } from '../record/subscribers';
import { PgListener } from '../realtime/pg-listener';
import { JOB_SCHEMA, QUEUES, type QueueName } from './job-queue';
import { QueueLoop, type Assignment, type Renew } from './queue-loop';

/** Held (shared) by each living worker, so that a starting one can tell whether it is alone. */
const WORKER_LOCK = 7305002;

/** Failed jobs stay where they are seen and taken up again. */
const FAILED_ARE_KEPT_SECONDS = 30 * 86_400;

/** How long an orderly end waits for jobs under way; what is not done then is taken up by the next worker. */
const PATIENCE_MS = 10_000;

/** Takes jobs and does them. The only place where work happens outside a request. */
@Injectable()
export class JobWorker {
  private readonly logger = new Logger('Jobs');
  private boss: PgBoss | null = null;
  private lock: Client | null = null;
  private readonly loops = new Map<string, QueueLoop>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly subscribers: Subscribers,
    private readonly listener: PgListener,
  ) {}

  /** @param isOnTime whether what is done by the time of day is done too; tests move their own clock and do it themselves. */
  async start({ isOnTime = true } = {}): Promise<void> {
    const unhandled = QUEUES.filter(
      (queue) => queue !== 'follow' && this.subscribers.handlers(queue).length === 0,
    );
    if (unhandled.length > 0) throw new Error(`No handler for the queues ${unhandled.join(', ')}`);
    await this.adoptOrphans();
    const boss = new PgBoss({
      connectionString: this.env.databaseUrl,
      schema: JOB_SCHEMA,
      max: 4,
      schedule: isOnTime,
      maintenanceIntervalSeconds: 15,
      archiveFailedAfterSeconds: FAILED_ARE_KEPT_SECONDS,
    });
    boss.on('error', (error) => this.logger.error(error));
    await boss.start();
    this.boss = boss;
    for (const queue of QUEUES) {
      const work = (job: Assignment): Promise<void> => this.runOne(queue, job);
      this.loops.set(queue, new QueueLoop(boss, queue, work, this.renew, this.logger));
    }
    await boss.schedule('jobs.revive', '*/10 * * * *');
    await boss.schedule('clocks.sweep', '5 * * * *');
    await boss.schedule('housekeeping', '17 3 * * *', {}, { tz: 'Asia/Shanghai' });
    // What came near while no worker ran is not left until the next hour.
    if (isOnTime) await boss.send('clocks.sweep', {}, { singletonSeconds: 600 });
    this.listener.on('job', (queue) => this.loops.get(queue)?.wake());
  }

  async stop(): Promise<void> {
    const loops = [...this.loops.values()];
    this.loops.clear();
    await Promise.race([
      Promise.all(loops.map((loop) => loop.stop())),
      pause(PATIENCE_MS, undefined, { ref: false }),
    ]);
    await this.boss?.stop({ graceful: true, wait: true, timeout: PATIENCE_MS });
    this.boss = null;
    await this.lock?.end();
    this.lock = null;
  }

  /** Jobs that were under way in a worker that was killed start again at once, if no other worker is alive. */
  private async adoptOrphans(): Promise<void> {
    const lock = new Client({ connectionString: this.env.databaseUrl });
    lock.on('error', (error) => this.logger.error(error));
    await lock.connect();
    const { rows } = await lock.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
      WORKER_LOCK,
    ]);
    if (rows[0]!.alone) {
      const { rowCount } = await lock.query(
        `UPDATE ${JOB_SCHEMA}.job SET state = 'retry', start_after = now() WHERE state = 'active'`,
      );
      if (rowCount) this.logger.warn(`${rowCount} jobs of a worker that died were taken up again`);
      await lock.query('SELECT pg_advisory_unlock($1)', [WORKER_LOCK]);
    }
    await lock.query('SELECT pg_advisory_lock_shared($1)', [WORKER_LOCK]);
    this.lock = lock;
  }

  readonly renew: Renew = async (queue, { id, count }) => {
    const [, held]: [unknown, number] = await this.dataSource.query(
      `UPDATE ${JOB_SCHEMA}.job SET started_on = now()
       WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`,
      [queue, id, count],
    );
    return held > 0;
  };

  private async runOne(queue: QueueName, job: Assignment): Promise<void> {
    const { data } = job;
    if (queue !== 'follow') {
      for (const handler of this.subscribers.handlers(queue)) await handler(data, job);
      return;
    }
    const { follower, entryId } = data as { follower: string; entryId: string };
    const handler = this.subscribers.follower(follower);
    if (!handler) throw new Error(`No follower named ${follower}`);
    const event = await readEntry(this.dataSource.manager, entryId);
    if (!event) throw new Error(`No record entry ${entryId}`);
    await handler(event);
  }
}
