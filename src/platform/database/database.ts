import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type QueryRunner, type ReplicationMode } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';

interface OpenUnit {
  runner: QueryRunner;
  /** Until it ends; what a unit of work left running behind it goes its own way. */
  isOpen: boolean;
}

const units = new AsyncLocalStorage<OpenUnit>();

/** Whether the code that asks runs in a transaction that is not over. */
export function isWithinUnitOfWork(): boolean {
  return units.getStore()?.isOpen ?? false;
}

/**
 * Runs `work` so that everything it asks the database goes over the connection of `manager`, whether it was handed that
 * manager or not.
 */
export async function overOneConnection<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  const unit: OpenUnit = { runner: inTurn(manager.queryRunner!), isOpen: true };
  try {
    return await units.run(unit, work);
  } finally {
    unit.isOpen = false;
  }
}

/**
 * The data source of the application. A unit of work holds one connection and never waits for a second: as many units
 * as the pool has connections, each waiting for one more, would wait for ever. So whoever asks within one, however far
 * down, is answered over its connection, and sees what it has written.
 */
export class Database extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const unit = units.getStore();
    return unit?.isOpen ? lent(unit.runner) : answering(super.createQueryRunner(mode));
  }
}

/** The connection of a unit of work: giving it back is for the unit alone. */
function lent(runner: QueryRunner): QueryRunner {
  return new Proxy(runner, {
    get: (target, property) =>
      property === 'release' ? () => Promise.resolve() : (Reflect.get(target, property) as unknown),
  });
}

/** A connection answers one question after the other; those asked at once stand in line. */
function inTurn(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner) as QueryRunner['query'];
  let line: Promise<unknown> = Promise.resolve();
  runner.query = ((...question: Parameters<QueryRunner['query']>) => {
    const answer = line.then(() => query(...question));
    line = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }) as QueryRunner['query'];
  return runner;
}

/** No connection is free for too long: that is said, and may be tried again. */
function answering(runner: QueryRunner): QueryRunner {
  const connect = runner.connect.bind(runner) as QueryRunner['connect'];
  runner.connect = async () => {
    try {
      return (await connect()) as unknown;
    } catch (error) {
      // pg-pool has no code for it.
      if (error instanceof Error && error.message === 'timeout exceeded when trying to connect')
        throw new DomainError('unavailable', 'server.busy');
      throw error;
    }
  };
  return runner;
}
