// The steps that turn a fresh clone into a program that can be started. Each is safe to repeat, and does nothing
// when what it makes is there and its inputs have not changed.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureWorker } from '../worker/build.mjs';
import {
  at,
  cacheFolder,
  dataFolder,
  hashOf,
  isFresh,
  readJson,
  requireWritable,
  stamp,
  forgetStamp,
  writeFileAtomically,
} from './files.mjs';
import { linkLibraries } from './postgres.mjs';
import { isRunning } from './processes.mjs';
import { SetupError, run, step } from './steps.mjs';

const readIfThere = (file) => (existsSync(file) ? readJson(file) : undefined);

/**
 * The first package that package-lock.json asks for and node_modules does not hold in that version. npm notes in
 * node_modules/.package-lock.json, as its last act, what it has installed; packages for other systems may be absent.
 */
function firstMissingPackage() {
  const wanted = readJson(at('package-lock.json')).packages;
  const installed = readIfThere(at('node_modules', '.package-lock.json'))?.packages;
  if (!installed) return 'node_modules';
  const missing = Object.entries(wanted).find(
    ([name, entry]) =>
      name.includes('node_modules/') &&
      !entry.link &&
      !entry.optional &&
      installed[name]?.version !== entry.version,
  );
  return missing?.[0];
}

async function installDependencies(doing) {
  const missing = firstMissingPackage();
  if (!missing) return 'as package-lock.json says';
  doing(`npm ci (${missing} is not there)`);
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []];
  try {
    await run(command, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: at() });
  } catch (error) {
    throw new SetupError(`The dependencies could not be installed. ${error.message}`, [
      'npm says above what is wrong; mostly the registry cannot be reached (network, proxy, npm config registry)',
      'it is safe to run this command again',
    ]);
  }
  const still = firstMissingPackage();
  if (still)
    throw new SetupError(`npm ci ended, but ${still} is not installed.`, 'delete node_modules and try again');
  return 'installed';
}

/** What somebody removed from the sources must not live on in dist: an old migration there would be run. */
function removeOrphans(folder, source) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [built, from] = [path.join(folder, entry.name), path.join(source, entry.name)];
    if (entry.isDirectory()) removeOrphans(built, from);
    else if (/\.js(\.map)?$/.test(entry.name) && !existsSync(from.replace(/\.js(\.map)?$/, '.ts')))
      rmSync(built);
  }
}

const serverInputs = () =>
  hashOf(
    ['src', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'].map(
      (name) => at(name),
    ),
    { accept: (name) => !name.endsWith('.spec.ts') },
  );
const serverOutputs = ['main.js', 'worker.js', 'cli.js'].map((name) => at('dist', 'src', name));

/** Changes whenever the compiled server may have changed. */
export const serverVersion = serverInputs;

async function buildServer(doing) {
  const inputs = serverInputs();
  if (isFresh('server', inputs, serverOutputs)) return 'up to date';
  doing('compiling');
  forgetStamp('server');
  removeOrphans(at('dist', 'src'), at('src'));
  removeOrphans(at('dist', 'migrations'), at('migrations'));
  // The compiler remembers what it wrote; when some of that is gone, it has to forget.
  if (!serverOutputs.every((file) => existsSync(file))) rmSync(at('dist', '.tsbuildinfo'), { force: true });
  await run(process.execPath, [at('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'build'], {
    cwd: at(),
  });
  const absent = serverOutputs.filter((file) => !existsSync(file));
  if (absent.length > 0)
    throw new SetupError(`The server was compiled, but there is no ${path.relative(at(), absent[0])}.`);
  if (serverInputs() === inputs) stamp('server', inputs);
  return 'compiled';
}

const clientInputs = () =>
  hashOf([at('web'), at('docs', 'openapi.json'), at('package-lock.json')], {
    accept: (name) => !name.endsWith('.spec.ts'),
  });

async function buildClient(doing) {
  const inputs = clientInputs();
  const output = at('web', 'dist', 'index.html');
  if (isFresh('client', inputs, [output])) return 'up to date';
  doing('bundling');
  forgetStamp('client');
  const vite = ['web', '.']
    .map((folder) => at(folder, 'node_modules', 'vite', 'bin', 'vite.js'))
    .find((file) => existsSync(file));
  if (!vite) throw new SetupError('Vite is not installed.', 'run: npm ci');
  await run(process.execPath, [vite, 'build'], {
    cwd: at('web'),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (!existsSync(output))
    throw new SetupError('The client was bundled, but there is no web/dist/index.html.');
  if (clientInputs() === inputs) stamp('client', inputs);
  return 'bundled';
}

const keyNames = ['SESSION_SECRET', 'FIELD_KEY', 'INDEX_KEY'];
const keysFile = path.join(dataFolder, 'keys.json');

/** The secrets of this installation: from the environment, else made once and kept where only this user can read. */
export function readKeys() {
  const kept = readIfThere(keysFile) ?? {};
  return Object.fromEntries(keyNames.map((name) => [name, process.env[name] || kept[name]]));
}

function makeKeys() {
  const kept = readIfThere(keysFile) ?? {};
  const missing = keyNames.filter((name) => !process.env[name] && !kept[name]);
  if (missing.length === 0)
    return keyNames.every((name) => process.env[name]) ? 'given by the environment' : 'kept in .data';
  for (const name of missing) kept[name] = randomBytes(32).toString('base64');
  writeFileAtomically(keysFile, `${JSON.stringify(kept, null, 2)}\n`, 0o600);
  return `made and kept in .data/keys.json (${missing.join(', ')})`;
}

function linkPostgres() {
  if (process.env.DATABASE_URL && !process.env.CI) return 'not needed: DATABASE_URL is set';
  const made = linkLibraries();
  return made > 0 ? `${made} library links made` : 'ready';
}

/** Two set-ups of one checkout at the same time (a start beside a test run) take turns. */
async function takingTurns(work) {
  const lock = path.join(cacheFolder, 'setup.lock');
  mkdirSync(cacheFolder, { recursive: true });
  let isTold = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      let holder = 0;
      let isOld = false;
      try {
        holder = Number(readFileSync(lock, 'utf8'));
        isOld = Date.now() - statSync(lock).mtimeMs > 5_000;
      } catch (gone) {
        if (gone.code !== 'ENOENT') throw gone;
      }
      // Its owner was killed; with no number in it, killed before it could write one.
      if (holder > 0 ? !isRunning(holder) : isOld) rmSync(lock, { force: true });
      else if (!isTold) {
        console.log(
          `Another set-up of this checkout is at work (process ${holder}): waiting for it. 正在等待另一个安装进程。`,
        );
        isTold = true;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.removeListener('exit', release);
  }
}

/** Runs all steps. Returns the environment that the program's processes need. */
export async function setUp({ needsServer = true, needsClient = true } = {}) {
  requireWritable(dataFolder, 'database, keys and files');
  requireWritable(cacheFolder, 'what set-up has made');
  return takingTurns(async () => {
    await step(
      'Node.js',
      '运行环境',
      () => `${process.versions.node} on ${process.platform} ${process.arch}`,
    );
    await step('Dependencies', '依赖包', installDependencies);
    const worker = await step('Media worker', '媒体服务', ensureWorker);
    await step('PostgreSQL programs', '数据库程序', linkPostgres);
    if (needsServer) await step('Server', '服务端', buildServer);
    if (needsClient) await step('Client', '网页端', buildClient);
    await step('Keys', '密钥', makeKeys);
    return { ...process.env, ...readKeys(), MEDIASOUP_WORKER_BIN: worker };
  });
}
