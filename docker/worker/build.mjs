// Gets the media worker (mediasoup's C++ process) onto this machine. In this order:
//   1. MEDIASOUP_WORKER_BIN, when given;
//   2. one that was downloaded or built before, in this checkout or for this user;
//   3. the official prebuilt one, from the address that the npm package itself names (short time-out);
//   4. a build of the npm package's own sources against the libraries of this operating system.
// Whatever comes out is run before it is trusted: without its environment the worker ends with code 41.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../lib/debian.mjs';
import {
  at,
  cacheFolder,
  hashOf,
  readJson,
  readText,
  root,
  sha256OfFile,
  userCacheFolder,
  writeFileAtomically,
} from '../lib/files.mjs';
import { SetupError, commandExists, grey, main, run, silently, step } from '../lib/steps.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const exitCodeWithoutEnvironment = 41;
const fileName = process.platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker';

// What a build needs: how to notice that it is missing, and the Debian package that brings it.
const buildCommands = {
  'c++': 'build-essential',
  'pkg-config': 'pkg-config',
  meson: 'meson',
  ninja: 'ninja-build',
  flatc: 'flatbuffers-compiler',
};
// For libraries, by compiling a header: Debian has pkg-config files in packages that hold no headers.
const buildLibraries = {
  'openssl/ssl.h': 'libssl-dev',
  'uv.h': 'libuv1-dev',
  'srtp2/srtp.h': 'libsrtp2-dev',
  'absl/types/optional.h': 'libabsl-dev',
  'flatbuffers/flatbuffers.h': 'libflatbuffers-dev',
};

const mesonOptions = ['--buildtype', 'release', '--wrap-mode=nodownload', '-Db_ndebug=true', '-Db_pie=true'];

const patches = [
  // Nothing the worker's build asks for is newer than Debian 12's meson.
  { file: 'meson.build', before: "meson_version: '>= 1.1.0'", after: "meson_version: '>= 1.0.0'" },
  // OpenSSL ors flags into the operation, so equality never holds and the callback answers 1 where it should repeat
  // the result. The bundled OpenSSL ignores the answer; Debian's is built with kTLS, believes it, and the worker
  // dies at the first DTLS handshake.
  {
    file: 'src/RTC/DtlsTransport.cpp',
    before: '(operationType == BIO_CB_RETURN)',
    after: '((operationType & BIO_CB_RETURN) != 0)',
  },
];

function mediasoupPackage() {
  const require = createRequire(path.join(root, 'package.json'));
  let entry;
  try {
    entry = require.resolve('mediasoup');
  } catch {
    throw new SetupError('The npm package mediasoup is not installed.', 'run: npm ci');
  }
  const folder = entry.slice(0, entry.lastIndexOf(`${path.sep}mediasoup${path.sep}`) + '/mediasoup'.length);
  return { folder, ...readJson(path.join(folder, 'package.json')) };
}

const nameOf = (version) => `mediasoup-worker-${version}-${process.platform}-${process.arch}`;

/** Where the worker is, or will be, in this checkout. */
export const workerPath = (version = mediasoupPackage().version) =>
  path.join(cacheFolder, nameOf(version), fileName);

/** Runs the file as mediasoup's own installer does; true when it is a worker that this machine can run. */
function canRun(file) {
  const result = spawnSync(file, [], { env: {}, stdio: 'ignore', timeout: 20_000 });
  return result.status === exitCodeWithoutEnvironment;
}

/** What decides how a worker that is built here turns out; another recipe means another build. */
const recipeHash = () =>
  hashOf([path.join(here, 'include'), path.join(here, 'subprojects')], {
    salt: JSON.stringify([patches, mesonOptions]),
  }).slice(0, 16);

const recordOf = (folder) => path.join(folder, 'worker.json');

/** A cached worker counts when its hash is the one noted beside it, its recipe is today's, and it runs. */
function trusted(folder) {
  const file = path.join(folder, fileName);
  if (!existsSync(file) || !existsSync(recordOf(folder))) return undefined;
  let record;
  try {
    record = readJson(recordOf(folder));
  } catch {
    return undefined;
  }
  if (record.source === 'built' && record.recipe !== recipeHash()) return undefined;
  return sha256OfFile(file) === record.sha256 && canRun(file) ? { file, record } : undefined;
}

function keep(file, source, folder) {
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, fileName);
  const draft = `${target}.${process.pid}.tmp`;
  copyFileSync(file, draft);
  chmodSync(draft, 0o755);
  const record = { source, recipe: recipeHash(), sha256: sha256OfFile(draft), size: statSync(draft).size };
  rmSync(recordOf(folder), { force: true });
  renameSync(draft, target);
  writeFileAtomically(recordOf(folder), `${JSON.stringify(record, null, 2)}\n`);
  return target;
}

/** The user's cache is a convenience: a home folder that cannot be written to must not stop the set-up. */
function keepForUser(folder, userFolder) {
  try {
    keep(path.join(folder, fileName), readJson(recordOf(folder)).source, userFolder);
    return '';
  } catch (error) {
    return ` (not kept for other checkouts: ${error.message})`;
  }
}

/** The same address as the package's own installer, from the package's own metadata. */
function prebuiltAddress({ version, repository }) {
  const base =
    process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL ||
    `${repository.url.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const kernel = process.platform === 'linux' ? `-kernel${Number(os.release().split('.')[0])}` : '';
  return `${base}/${version}/${nameOf(version)}${kernel}.tgz`;
}

/** Downloads the official worker into `folder`. Returns undefined when it worked, else the reason why not. */
async function download(pkg, folder) {
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD)
    return 'switched off by MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD';
  if (!commandExists('tar')) return 'there is no tar to unpack it';
  const connecting = new AbortController();
  const patience = setTimeout(() => connecting.abort(new Error('no answer within 6 s')), 6_000);
  let archive;
  try {
    const response = await fetch(prebuiltAddress(pkg), { signal: connecting.signal });
    clearTimeout(patience);
    if (!response.ok) return `the release page answered ${response.status}`;
    const reading = setTimeout(() => connecting.abort(new Error('not complete within 90 s')), 90_000);
    archive = Buffer.from(await response.arrayBuffer());
    clearTimeout(reading);
  } catch (error) {
    return error.cause?.code ?? error.cause?.message ?? error.message;
  } finally {
    clearTimeout(patience);
  }
  const unpacked = path.join(folder, 'download');
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  try {
    await run('tar', ['-xzf', '-', '-C', unpacked], { input: archive });
    const file = path.join(unpacked, fileName);
    if (!existsSync(file)) return 'the archive holds no worker';
    chmodSync(file, 0o755);
    if (!canRun(file)) return 'it does not run on this machine';
    keep(file, 'official', folder);
    return undefined;
  } catch (error) {
    return error.message;
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

function missingForBuild() {
  const packages = Object.entries(buildCommands)
    .filter(([command]) => !commandExists(command))
    .map(([, name]) => name);
  const canInclude = (header) =>
    spawnSync('c++', ['-x', 'c++', '-std=c++17', '-E', '-o', '/dev/null', '-'], {
      input: `#include <${header}>\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    }).status === 0;
  for (const [header, name] of Object.entries(buildLibraries)) if (!canInclude(header)) packages.push(name);
  return [...new Set(packages)];
}

/** Changes one piece of a source file, and refuses to go on when that piece is not there exactly once. */
function patch(file, before, after) {
  const text = readText(file);
  const found = text.split(before).length - 1;
  if (found !== 1) {
    throw new SetupError(
      `The media worker's source has changed: "${before}" stands ${found} times in ${path.basename(file)}, not once.`,
      'look at docker/worker/build.mjs before building this version: without its patches the worker crashes',
    );
  }
  writeFileAtomically(
    file,
    text.replace(before, () => after),
  );
}

async function build(pkg, folder, doing) {
  if (process.platform === 'win32') {
    throw new SetupError('On Windows the media worker is not built here.', [
      'let this machine reach the release page of mediasoup, or',
      'set MEDIASOUP_WORKER_BIN to a worker, or use the Linux container (docker/compose.yaml)',
    ]);
  }
  const missing = missingForBuild();
  if (missing.length > 0) await installPackages(missing, 'for building the media worker', doing);
  const still = missingForBuild();
  if (still.length > 0)
    throw new SetupError(`Still missing for building the media worker: ${still.join(', ')}`);

  const work = path.join(folder, 'build');
  const source = path.join(work, 'worker');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(path.join(pkg.folder, 'worker'), source, {
    recursive: true,
    filter: (from) =>
      !/[\\/]worker[\\/](out|prebuild|subprojects)([\\/]|$)/.test(from.slice(pkg.folder.length)),
  });
  cpSync(path.join(here, 'subprojects'), path.join(source, 'subprojects'), { recursive: true });

  for (const { file, before, after } of patches) patch(path.join(source, file), before, after);

  const env = {
    ...process.env,
    CPATH: [path.join(here, 'include'), process.env.CPATH].filter(Boolean).join(':'),
  };
  const out = path.join(work, 'out');
  doing('building it from the npm package (up to ten minutes, once)');
  await run('meson', ['setup', ...mesonOptions, out, source], { env });
  const cores = String(Math.max(1, os.availableParallelism?.() ?? os.cpus().length));
  const ninja = ['-C', out, '-j', process.env.BUILD_JOBS || cores, 'mediasoup-worker'];
  // "[37/214] Compiling …"
  const onLine = (line) => {
    const [, done, total] = /^\[(\d+)\/(\d+)\]/.exec(line) ?? [];
    if (total) doing.progress(Number(done), Number(total));
  };
  // Somebody may be working on this machine: stay polite where it is possible.
  if (commandExists('nice')) await run('nice', ['-n', '5', 'ninja', ...ninja], { env, onLine });
  else await run('ninja', ninja, { env, onLine });

  const file = path.join(out, 'mediasoup-worker');
  if (!canRun(file)) {
    const { status, signal, error } = spawnSync(file, [], { env: {}, stdio: 'ignore', timeout: 20_000 });
    throw new SetupError(
      `The media worker was built but does not run (code ${status ?? signal ?? error?.message}, expected ${exitCodeWithoutEnvironment}).`,
    );
  }
  if (commandExists('strip')) await run('strip', [file]);
  keep(file, 'built', folder);
  rmSync(work, { recursive: true, force: true });
}

/** Makes sure there is a worker and returns { path, text } with how it came about. */
export async function ensureWorker(doing = silently) {
  const given = process.env.MEDIASOUP_WORKER_BIN;
  if (given) {
    if (!existsSync(given))
      throw new SetupError(`MEDIASOUP_WORKER_BIN is set, but there is no file ${given}.`);
    if (!canRun(given))
      throw new SetupError(`MEDIASOUP_WORKER_BIN is set, but ${given} is not a media worker that runs here.`);
    return { value: given, text: 'given by MEDIASOUP_WORKER_BIN' };
  }
  const pkg = mediasoupPackage();
  const file = workerPath(pkg.version);
  const folder = path.dirname(file);
  const userFolder = path.join(userCacheFolder, nameOf(pkg.version));

  if (trusted(folder)) return { value: file, text: `mediasoup ${pkg.version}, already here` };
  const kept = trusted(userFolder);
  if (kept) {
    keep(kept.file, kept.record.source, folder);
    return { value: file, text: `mediasoup ${pkg.version}, from this user's cache` };
  }
  doing('asking the release page for the official one');
  const reason = await download(pkg, folder);
  if (reason === undefined) {
    return { value: file, text: `mediasoup ${pkg.version}, official${keepForUser(folder, userFolder)}` };
  }
  doing(`the official one is not to be had here: ${reason}`);
  await build(pkg, folder, doing);
  return { value: file, text: `mediasoup ${pkg.version}, built here${keepForUser(folder, userFolder)}` };
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(async () => {
    const file = await step('Media worker', '媒体服务', ensureWorker);
    console.log(grey(path.relative(at(), file)));
  });
}
