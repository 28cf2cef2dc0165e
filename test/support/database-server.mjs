// The PostgreSQL that tests run on. `npm test` starts one and names it; when jest is run by hand, this starts one
// for the length of that run. Jest calls this file once before all tests of a run.
import path from 'node:path';
import { dataFolder } from '../../docker/lib/files.mjs';
import { removeAbandoned, startPostgres } from '../../docker/lib/postgres.mjs';

export default async function startDatabaseServer() {
  if (process.env.TEST_DATABASE_ADMIN_URL) return;
  const parent = path.join(dataFolder, 'test-postgres');
  await removeAbandoned(parent);
  const server = await startPostgres({ folder: path.join(parent, String(process.pid)), isThrowAway: true });
  process.env.TEST_DATABASE_ADMIN_URL = server.adminUrl;
  globalThis.testDatabaseServer = server;
}
