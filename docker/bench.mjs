// npm run bench: the measurements of test/bench, one after the other, each as a program of its own.
//   npm run bench -- filing room     only those whose file name holds one of the words
import './lib/node-version.mjs';
import { existsSync, readdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureChromium } from './lib/browser.mjs';
import { at, dataFolder } from './lib/files.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { setUp } from './lib/setup.mjs';
import { SetupError, bold, main, red, step } from './lib/steps.mjs';

function measure(file, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--require', at('test', 'bench', 'support', 'typescript.cjs'), file],
      {
        cwd: at(),
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

await main(async () => {
  const words = process.argv.slice(2);
  const folder = at('test', 'bench');
  const files = (existsSync(folder) ? readdirSync(folder) : [])
    .filter(
      (name) =>
        name.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => name.includes(word))),
    )
    .sort();
  if (files.length === 0)
    throw new SetupError(
      `There is nothing to measure in test/bench${words.length > 0 ? ` named ${words.join(', ')}` : ''}.`,
    );
  const env = { ...(await setUp()), CHROMIUM_PATH: await ensureChromium() };
  // A real one that writes through to the disk: its speed is part of what is measured.
  const server = await step('Bench database', '测量数据库', async (doing) => {
    const started = await startPostgres(
      { folder: path.join(dataFolder, 'bench-postgres', String(process.pid)) },
      doing,
    );
    return { text: `127.0.0.1:${started.port}`, value: started };
  });
  try {
    for (const name of files) {
      console.log(`\n${bold(`── ${name} ──`)}`);
      const isGood = await measure(path.join(folder, name), {
        ...env,
        BENCH_DATABASE_ADMIN_URL: server.adminUrl,
      });
      if (!isGood) {
        console.error(red(`${name} failed`));
        process.exitCode = 1;
      }
    }
  } finally {
    await server.remove();
  }
});
