import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming';

/** How many connections a process has, and how long somebody waits for one to be free before being told to come back. */
export const POOL_SIZE = 20;
const PATIENCE_MS = 20_000;

export function dataSourceOptions(url: string, extra: { poolSize?: number } = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    migrations: [join(__dirname, '../../../migrations/*{.ts,.js}')],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: extra.poolSize ?? POOL_SIZE,
    connectTimeoutMS: PATIENCE_MS,
    applicationName: 'yun-zhongcai',
  };
}

/** Brings the schema up to date. Safe to run twice and by two processes at once (an advisory lock serialises them). */
export async function migrate(url: string): Promise<string[]> {
  const source = new DataSource(dataSourceOptions(url, { poolSize: 2 }));
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock(7305001)');
    const ran = await source.runMigrations();
    return ran.map((m) => m.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock(7305001)');
    await lock.release();
    await source.destroy();
  }
}
