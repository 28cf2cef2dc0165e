import type { Logger } from '@nestjs/common';
import type PgBoss from 'pg-boss';
import type { JsonObject } from '../../kernel/json';
import { EXPIRE_SECONDS, type QueueName } from './job-queue';

const PAUSE_MS = 2_000;

/**
 * Takes the jobs of one queue, one after the other. Each is ended by name before the next is taken: a job that failed
 * may be given out again at once, and whoever then ended it as part of an earlier batch would end it undone.
 */
export class QueueLoop {
  private isStopping = false;
  private isWoken = false;
  private endPause: () => void = () => undefined;
  private readonly ended: Promise<void>;

  constructor(
    private readonly boss: PgBoss,
    private readonly queue: QueueName,
    private readonly work: (data: JsonObject) => Promise<void>,
    private readonly logger: Logger,
  ) {
    this.ended = this.run();
  }

  /** There is something to take now. */
  wake(): void {
    this.isWoken = true;
    this.endPause();
  }

  /** Resolves when the job under way is done. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.endPause();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      this.isWoken = false;
      if (!(await this.takeOne())) await this.pause();
    }
  }

  /** @returns whether there was one. */
  private async takeOne(): Promise<boolean> {
    try {
      const [job] = await this.boss.fetch<JsonObject>(this.queue, { batchSize: 1 });
      if (!job) return false;
      const failure = await this.failureOf(job);
      if (failure === null) await this.boss.complete(this.queue, job.id);
      else await this.boss.fail(this.queue, job.id, { message: failure });
      return true;
    } catch (error) {
      // The database does not answer. A job under way stays taken until its time is up, and is then given out again.
      this.logger.error({ err: error, queue: this.queue }, 'no jobs can be taken');
      return false;
    }
  }

  private async failureOf(job: PgBoss.Job<JsonObject>): Promise<string | null> {
    try {
      await withinSeconds(EXPIRE_SECONDS, this.work(job.data));
      return null;
    } catch (error) {
      this.logger.error({ err: error, queue: this.queue, job: job.id }, 'job failed; it will be tried again');
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Polling is the safety net; the notification that travels with the commit is what makes a paper appear at once. */
  private async pause(): Promise<void> {
    if (this.isWoken || this.isStopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** @throws Error when it takes longer: by then the job has been given to somebody else. */
async function withinSeconds(seconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${seconds} seconds`)), seconds * 1000);
  });
  try {
    await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
