import type { Logger } from '@nestjs/common';
import type PgBoss from 'pg-boss';
import type { JsonObject } from '../../kernel/json';
import { EXPIRE_SECONDS, type QueueName } from './job-queue';

const PAUSE_MS = 2_000;
/** Several times within the time after which a job that nobody holds is given out again. */
const RENEW_MS = (EXPIRE_SECONDS * 1000) / 5;

/** A job as it is handed to who does it. */
export interface Assignment {
  data: JsonObject;
  /** It was begun before: what it does outside the database may have been done. */
  isRepeat: boolean;
}

/** One handing out of a job: each has a count of its own. */
export interface Holding {
  id: string;
  count: number;
}

/** Says that the job is still being done; false when it is not held any more, because it was given to somebody else. */
export type Renew = (queue: QueueName, holding: Holding) => Promise<boolean>;

/**
 * Takes the jobs of one queue, one after the other. Each is ended by name before the next is taken: a job that failed
 * may be given out again at once, and whoever then ended it as part of an earlier batch would end it undone.
 *
 * A job is held while it is being done, however long that takes, and is given to nobody else meanwhile. It is given out
 * again when it failed, or when whoever held it is dead; should somebody have lost one all the same, because the
 * database could not be told for so long, then what became of it is no longer theirs to say.
 */
export class QueueLoop {
  private isStopping = false;
  private isWoken = false;
  private endPause: () => void = () => undefined;
  private readonly ended: Promise<void>;

  constructor(
    private readonly boss: PgBoss,
    private readonly queue: QueueName,
    private readonly work: (job: Assignment) => Promise<void>,
    private readonly renew: Renew,
    private readonly logger: Logger,
    private readonly renewMs = RENEW_MS,
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
      const [job] = await this.boss.fetch<JsonObject>(this.queue, { batchSize: 1, includeMetadata: true });
      if (!job) return false;
      const holding = { id: job.id, count: job.retryCount };
      const failure = await this.held(holding, () => this.failureOf(job));
      if (!(await this.renew(this.queue, holding)))
        this.logger.error({ queue: this.queue, job: job.id }, 'a job is not held any more');
      else if (failure === null) await this.boss.complete(this.queue, job.id);
      else await this.boss.fail(this.queue, job.id, { message: failure });
      return true;
    } catch (error) {
      // The database does not answer. A job under way stays taken until its time is up, and is then given out again.
      this.logger.error({ err: error, queue: this.queue }, 'no jobs can be taken');
      return false;
    }
  }

  private async held<T>(holding: Holding, work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => {
      this.renew(this.queue, holding).catch((error: unknown) =>
        this.logger.error({ err: error, queue: this.queue, job: holding.id }, 'a job could not be held'),
      );
    }, this.renewMs).unref();
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  private async failureOf({
    id,
    data,
    retryCount,
  }: PgBoss.JobWithMetadata<JsonObject>): Promise<string | null> {
    try {
      await this.work({ data, isRepeat: retryCount > 0 });
      return null;
    } catch (error) {
      this.logger.error({ err: error, queue: this.queue, job: id }, 'job failed; it will be tried again');
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
