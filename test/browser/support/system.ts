import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWorkday } from 'chinese-days';
import { Client } from 'pg';
import { eventually } from './patience';

/** The project, or another built copy of it that is to be tried. */
const ROOT = process.env.SYSTEM_ROOT ?? join(__dirname, '../../..');
const CLOCK = join(__dirname, 'move-clock.cjs');
const ACCOUNTS = join(__dirname, 'accounts.cjs');

/**
 * The program as it is shipped: compiled server and job worker as processes of their own, the bundled client, real
 * media workers, and a database of its own.
 */
export interface System {
  url: string;
  databaseUrl: string;
  /** The time by the program's clock: the morning of the last working day, and going on from there. */
  now(): Date;
  /** What the processes have written so far. */
  log(): string;
  stop(): Promise<void>;
}

export async function startSystem({
  adminUrl = process.env.TEST_DATABASE_ADMIN_URL,
  hasWorker = true,
}: { adminUrl?: string | undefined; hasWorker?: boolean } = {}): Promise<System> {
  if (!adminUrl)
    throw new Error('TEST_DATABASE_ADMIN_URL names no PostgreSQL: run the tests with `npm test`');
  for (const file of ['dist/src/main.js', 'dist/src/worker.js', 'dist/src/cli.js', 'web/dist/index.html']) {
    if (!existsSync(join(ROOT, file))) throw new Error(`${file} is not there: npm run build`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'browser-'));
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'a');
  const database = `browser_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  const databaseUrl = new URL(adminUrl);
  databaseUrl.pathname = `/${database}`;
  const port = await freePort();
  const offset = lastWorkingMorning(new Date()).getTime() - Date.now();
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl.toString(),
    HOST: '127.0.0.1',
    PORT: String(port),
    // Cameras want a secure context, and localhost is one.
    PUBLIC_URL: `http://localhost:${port}`,
    DEMO_MODE: 'true',
    SESSION_SECRET: randomBytes(32).toString('hex'),
    FIELD_KEY: randomBytes(32).toString('base64'),
    INDEX_KEY: randomBytes(32).toString('base64'),
    STORAGE_PATH: join(folder, 'files'),
    MEDIA_PORT: '0',
    MEDIA_LISTEN_IP: '127.0.0.1',
    LOG_LEVEL: 'warn',
    CLOCK_MODULE: join(ROOT, 'dist/src/platform/clock.js'),
    CLOCK_OFFSET_MS: String(offset),
  };
  const children: ChildProcess[] = [];
  const run = (script: string, args: string[] = []): ChildProcess => {
    const child = spawn(process.execPath, ['--require', CLOCK, script, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', log, log],
    });
    children.push(child);
    return child;
  };
  const system: System = {
    url: `http://localhost:${port}`,
    databaseUrl: databaseUrl.toString(),
    now: () => new Date(Date.now() + offset),
    log: () => readFileSync(logFile, 'utf8'),
    async stop() {
      await Promise.all(children.map(ended));
      await admin.query(`DROP DATABASE ${database} WITH (FORCE)`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    for (const [script, ...args] of [[join(ROOT, 'dist/src/cli.js'), 'migrate'], [ACCOUNTS]] as const) {
      const code = await exitOf(run(script, args));
      if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}`);
    }
    const server = run(join(ROOT, 'dist/src/main.js'));
    const worker = hasWorker ? run(join(ROOT, 'dist/src/worker.js')) : null;
    await eventually(
      'the server reports that it is healthy',
      async () => {
        if (server.exitCode !== null || (worker && worker.exitCode !== null)) throw new Error('it has ended');
        return (await fetch(`${system.url}/api/health`)).ok;
      },
      { within: 60_000 },
    );
    return system;
  } catch (error) {
    const said = system.log();
    await system.stop();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${said}`);
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** Asks to end, and insists after ten seconds. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = exitOf(child);
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(insist);
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

/** Ten o'clock where the commissions sit, on the last working day on which it is or has been ten. */
function lastWorkingMorning(now: Date): Date {
  for (let back = 0; ; back += 1) {
    const day = dayIn(new Date(now.getTime() - back * 86_400_000));
    const morning = new Date(`${day}T10:00:00+08:00`);
    if (morning <= now && isWorkday(day)) return morning;
  }
}

/** The civil day of an instant where the commissions sit. */
export function dayIn(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);
}

export function timeIn(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' }).format(instant);
}

/** The next full quarter of an hour. */
export function quarterAfter(instant: Date): Date {
  const quarter = 15 * 60_000;
  return new Date(Math.ceil(instant.getTime() / quarter) * quarter);
}
