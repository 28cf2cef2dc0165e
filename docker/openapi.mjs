// npm run openapi: docs/openapi.json from the compiled program, and the client's types from that. The program wants a
// database to start; a throw-away one will do.
import './lib/node-version.mjs';
import path from 'node:path';
import { at, dataFolder } from './lib/files.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { setUp } from './lib/setup.mjs';
import { main, run, step } from './lib/steps.mjs';

await main(async () => {
  const env = await setUp({ needsClient: false });
  const server = await startPostgres(
    { folder: path.join(dataFolder, 'openapi-postgres', String(process.pid)) },
    () => undefined,
  );
  try {
    const DATABASE_URL = await server.database('openapi');
    await step('docs/openapi.json', '接口说明', async () => {
      await run(process.execPath, [at('dist', 'src', 'cli.js'), 'openapi'], {
        cwd: at(),
        env: { ...env, DATABASE_URL, LOG_LEVEL: 'silent' },
      });
      return 'written';
    });
    await step('web/src/api/schema.d.ts', '网页端类型', async () => {
      await run(
        process.execPath,
        [
          at('node_modules', 'openapi-typescript', 'bin', 'cli.js'),
          at('docs', 'openapi.json'),
          '-o',
          'src/api/schema.d.ts',
        ],
        { cwd: at('web') },
      );
      return 'written';
    });
  } finally {
    await server.remove();
  }
});
