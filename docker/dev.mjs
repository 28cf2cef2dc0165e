// npm run dev: the server is compiled and started again whenever its sources change; the client is served by Vite
// with hot reloading, and passes /api and sockets on to the server.
import './lib/node-version.mjs';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { prepareDatabase, startDatabase } from './lib/database.mjs';
import { onEnding } from './lib/ending.mjs';
import { at, hashOf, loadDotEnv } from './lib/files.mjs';
import { nextFreePort } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';
import { SetupError, bold, grey, printFailure } from './lib/steps.mjs';
import { Supervisor } from './lib/supervisor.mjs';

const processes = { server: 'main.js', worker: 'worker.js' };

async function dev() {
  loadDotEnv();
  const settings = await setUp({ needsServer: false, needsClient: false });
  const database = await startDatabase();
  const host = settings.HOST || '127.0.0.1';
  const port = settings.PORT || String(await nextFreePort(3000, host));
  const api = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const env = {
    ...settings,
    DATABASE_URL: database.url,
    HOST: host,
    PORT: port,
    DEMO_MODE: settings.DEMO_MODE || 'true',
    LOG_LEVEL: settings.LOG_LEVEL || 'debug',
  };

  const supervisor = new Supervisor((name) =>
    console.error(`${name}: waiting for the next change of the sources.`),
  );
  const tools = [];
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    for (const tool of tools) tool.kill('SIGTERM');
    await supervisor.stopAll();
    await database.stop();
    process.exit(0);
  };
  onEnding(
    () => void stop(),
    () => process.exit(1),
  );

  // One restart at a time; changes that come in meanwhile lead to one more.
  let isBusy = false;
  let isDue = false;
  const restart = async () => {
    isDue = true;
    if (isBusy) return;
    isBusy = true;
    while (isDue && !isStopping) {
      isDue = false;
      try {
        await Promise.all(Object.keys(processes).map((name) => supervisor.stop(name)));
        await prepareDatabase(database, env, {
          isDemo: env.DEMO_MODE === 'true',
          version: hashOf([at('src')]),
        });
        for (const [name, file] of Object.entries(processes)) {
          supervisor.start(name, at('dist', 'src', file), {
            env,
            isShown: true,
            nodeOptions: ['--enable-source-maps'],
          });
        }
      } catch (error) {
        printFailure(error);
      }
    }
    isBusy = false;
  };

  const nest = at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const compiler = spawn(process.execPath, [nest, 'build', '--watch', '--preserveWatchOutput'], {
    cwd: at(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  compiler.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    if (/Found 0 errors/.test(chunk.toString('utf8'))) void restart();
  });
  tools.push(compiler);

  const vite = ['web', '.']
    .map((folder) => at(folder, 'node_modules', 'vite', 'bin', 'vite.js'))
    .find((file) => existsSync(file));
  if (!vite) throw new SetupError('Vite is not installed.', 'run: npm ci');
  tools.push(
    spawn(process.execPath, [vite], {
      cwd: at('web'),
      env: { ...process.env, API_URL: api },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  for (const tool of tools) {
    tool.on('exit', () => {
      if (!isStopping) void stop();
    });
  }
  console.log(
    `\n${bold(`Server ${api}`)} ${grey('· open the address that Vite prints · Ctrl-C stops everything')}`,
  );
}

try {
  await dev();
} catch (error) {
  printFailure(error);
  process.exit(1);
}
