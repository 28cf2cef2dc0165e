// Where things are, and stamps: a step that turns inputs into outputs notes the hash of its inputs, and is skipped
// while the hash is the same and the outputs are there.
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './steps.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const at = (...parts) => path.join(root, ...parts);
/** What belongs to this installation. The benchmark starts the program on data of its own. */
export const dataFolder = process.env.DATA_FOLDER ? path.resolve(process.env.DATA_FOLDER) : at('.data');
export const cacheFolder = at('.cache');

/** Kept per user, so that a second checkout or a `git clean -xfd` does not cost a build of several minutes. */
export const userCacheFolder = path.join(
  process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
  'yun-zhongcai',
);

export const readText = (file) => readFileSync(file, 'utf8');
export const readJson = (file) => JSON.parse(readText(file));

/** Writes whole or not at all: a script killed half-way leaves the old file or the new one. */
export function writeFileAtomically(file, content, mode = 0o644) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, content, { mode });
  renameSync(draft, file);
}

/**
 * Level by level: mkdir's own `recursive` never comes back from a place such as /proc, where nothing can be made.
 */
function makeFolder(folder, isParentThere = false) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code === 'EEXIST') return;
    const parent = path.dirname(folder);
    if (error.code !== 'ENOENT' || isParentThere || parent === folder) throw error;
    makeFolder(parent);
    makeFolder(folder, true);
  }
}

/** Makes a folder when it is not there, and says in plain words when nothing can be written to it. */
export function requireWritable(folder, holds) {
  const probe = path.join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, 'probe', { flag: 'wx' });
    rmSync(probe);
  } catch (error) {
    throw new SetupError(
      `Nothing can be written to the folder ${folder}, which holds ${holds} (${error.message}). 文件夹无法写入。`,
      [
        'give this user the right to write there (a file of that name must make way), or free space on that disk',
        'then run this command again',
      ],
    );
  }
}

export const sha256OfFile = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

const generatedFolders = new Set(['node_modules', 'dist', '.data', '.cache', 'coverage']);

function* filesBelow(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const child of readdirSync(entry, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (child.isDirectory()) {
      if (!generatedFolders.has(child.name)) yield* filesBelow(path.join(entry, child.name));
    } else if (child.isFile()) {
      yield path.join(entry, child.name);
    }
  }
}

/** One hash over names and contents of files and folders; `accept` may leave some out. */
export function hashOf(entries, { accept = () => true, salt = '' } = {}) {
  const hash = createHash('sha256').update(salt);
  for (const entry of entries) {
    for (const file of filesBelow(entry)) {
      const name = path.relative(root, file).split(path.sep).join('/');
      if (!accept(name)) continue;
      hash.update(`\0${name}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(cacheFolder, 'stamps', name);

export function isFresh(name, hash, outputs = []) {
  const file = stampFile(name);
  return existsSync(file) && readText(file).trim() === hash && outputs.every((output) => existsSync(output));
}

export const stamp = (name, hash) => writeFileAtomically(stampFile(name), `${hash}\n`);
export const forgetStamp = (name) => rmSync(stampFile(name), { force: true });

/** Settings of this checkout, when somebody wrote some into .env; the real environment has the last word. */
export function loadDotEnv() {
  if (existsSync(at('.env'))) process.loadEnvFile?.(at('.env'));
}
