import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { isWithinUnitOfWork } from '../../src/platform/database/database';

export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as PostgresDriver).master as Pool;
}

/**
 * A unit of work that waits for a second connection while it holds one hangs the server when enough do so at once, and
 * only then. So in every suite the mere asking is an error.
 */
export function refuseSecondConnections(dataSource: DataSource): void {
  const pool = poolOf(dataSource);
  const connect = pool.connect.bind(pool) as (...args: unknown[]) => unknown;
  pool.connect = ((...args: unknown[]) => {
    if (isWithinUnitOfWork()) throw new Error('A second connection is taken within a unit of work');
    return connect(...args);
  }) as Pool['connect'];
}
