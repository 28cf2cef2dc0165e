import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { report, run, say } from './support/report';

const ROOT = join(__dirname, '../..');
const STARTS = 3;
const FIRST_MS = 15 * 60_000;
const NEXT_MS = 2 * 60_000;

/** `npm start` on data of its own: once to make everything, then as somebody starts it who has used it before. */
run(async () => {
  // Where the account that runs PostgreSQL may go.
  const folder = join(ROOT, '.data', `bench-start-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const port = await freePort();
  try {
    say(
      `the first start, with the demonstration data: ${(await start(folder, port, FIRST_MS)).toFixed(1)} s`,
    );
    const times: number[] = [];
    for (let each = 0; each < STARTS; each += 1) times.push(await start(folder, port, NEXT_MS));
    report('ready on second start', 's', times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Seconds from the command to the first healthy answer; then it is stopped as with Ctrl-C. */
async function start(folder: string, port: number, within: number): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'docker/start.mjs'), '--port', String(port)], {
    cwd: ROOT,
    env: { ...process.env, DATA_FOLDER: folder, STORAGE_PATH: join(folder, 'files') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (!(await isHealthy(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`);
      if (performance.now() - begun > within)
        throw new Error(`not ready within ${within / 1000} s:\n${said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return (performance.now() - begun) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
