import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/domain-error';
import type { Json, JsonObject } from '../../kernel/json';
import type { LocalDate } from '../../kernel/local-date';
import { Clock, legalDay } from '../clock';
import { JobQueue } from '../jobs/job-queue';
import { appendRecord, type NewEvent, type RecordedEvent } from '../record/record';
import { Subscribers } from '../record/subscribers';
import { requestContext } from '../request-context';
import { isWithinUnitOfWork, overOneConnection } from './database';
import { FieldEncryption } from './field-encryption';

/** What every function that writes must be given: writing outside a unit of work does not compile. */
export interface Tx {
  readonly manager: EntityManager;
  readonly actor: Actor;
  /** The one instant at which everything in this unit of work happens. */
  readonly at: Date;
  readonly today: LocalDate;
  /** Appends to the record, runs the reactors of this event and enqueues its followers, all in this transaction. */
  publish(event: NewEvent): Promise<RecordedEvent>;
  enqueue(job: string, data: JsonObject): Promise<void>;
  /** Runs after the commit, in this process; for things that may be lost (a socket hint), never for work. */
  afterCommit(hint: () => void): void;
}

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly subscribers: Subscribers,
    private readonly encryption: FieldEncryption,
  ) {}

  /**
   * Runs `work` in one transaction. Within a request that carries an Idempotency-Key the result is stored in
   * the same transaction, and a repeated request gets the stored result instead of doing the work again. It is stored
   * sealed: results are answers to people, and may hold drafts that lie nowhere else in the open.
   *
   * Whatever `work` asks the database, through `tx` or through the data source, goes over the one connection of the
   * transaction.
   *
   * @throws DomainError `idempotency.reused` (conflict) when the key was used for another request.
   */
  async run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    // The inner one would hold a connection while the outer one waits for it with another, and commit without it.
    if (isWithinUnitOfWork()) throw new Error('A unit of work within a unit of work');
    const context = requestContext.getStore();
    const idempotency = context?.idempotency ?? null;
    const ordinal = context ? context.unitsOfWork++ : 0;
    const hints: (() => void)[] = [];
    const result = await this.dataSource.transaction('READ COMMITTED', async (manager) => {
      if (idempotency) {
        const stored = await claimKey(manager, idempotency, ordinal);
        if (stored) return this.openResult(stored) as T;
      }
      const at = this.clock.now();
      const tx: Tx = {
        manager,
        actor,
        at,
        today: legalDay(at),
        publish: async (event) => {
          const recorded = await appendRecord(manager, actor, at, event);
          for (const reactor of this.subscribers.reactors(event.type)) await reactor(tx, recorded);
          for (const follower of this.subscribers.followers(event.type)) {
            await this.jobs.send(manager, 'follow', { follower, entryId: recorded.id });
          }
          return recorded;
        },
        enqueue: (job, data) => this.jobs.send(manager, job, data),
        afterCommit: (hint) => hints.push(hint),
      };
      const value = await overOneConnection(manager, () => work(tx));
      if (idempotency) await storeResult(manager, idempotency, ordinal, this.sealResult(value));
      return value;
    });
    for (const hint of hints) hint();
    return result;
  }

  private sealResult(value: unknown): Buffer | null {
    return value === undefined ? null : this.encryption.sealJson(value as Json);
  }

  private openResult({ resultSealed }: StoredResult): unknown {
    return resultSealed === null ? undefined : this.encryption.openJson(resultSealed);
  }
}

interface StoredResult {
  resultSealed: Buffer | null;
}

type Idempotency = { scope: string; key: string; requestHash: string };

/** The insert waits for a concurrent request with the same key; whoever comes second reads what the first stored. */
async function claimKey(
  manager: EntityManager,
  { scope, key, requestHash }: Idempotency,
  ordinal: number,
): Promise<StoredResult | null> {
  const inserted: unknown[] = await manager.query(
    `INSERT INTO idempotency_key (scope, key, ordinal, request_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING key`,
    [scope, key, ordinal, requestHash],
  );
  if (inserted.length > 0) return null;
  const [row]: { request_hash: string; result_sealed: Buffer | null }[] = await manager.query(
    'SELECT request_hash, result_sealed FROM idempotency_key WHERE scope = $1 AND key = $2 AND ordinal = $3',
    [scope, key, ordinal],
  );
  if (row?.request_hash !== requestHash) throw new DomainError('conflict', 'idempotency.reused');
  return { resultSealed: row.result_sealed };
}

async function storeResult(
  manager: EntityManager,
  { scope, key }: Idempotency,
  ordinal: number,
  resultSealed: Buffer | null,
): Promise<void> {
  await manager.query(
    'UPDATE idempotency_key SET result_sealed = $4 WHERE scope = $1 AND key = $2 AND ordinal = $3',
    [scope, key, ordinal, resultSealed],
  );
}
