import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { SettingsError } from '../../config/env';

/** @throws SettingsError when no file can be written to the folder of files. */
export async function requireWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    await make(folder);
    await writeFile(probe, 'probe', { flag: 'wx' });
    await rm(probe);
  } catch (error) {
    throw new SettingsError([
      `STORAGE_PATH: no file can be written to ${resolve(folder)} (${(error as Error).message}); make that folder writable, or name another one`,
    ]);
  }
}

/** Level by level: mkdir's own `recursive` never comes back from a place such as /proc, where nothing can be made. */
async function make(folder: string, isParentThere = false): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || isParentThere || parent === folder) throw error;
    await make(parent);
    await make(folder, true);
  }
}
