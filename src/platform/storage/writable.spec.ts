import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError, type Env } from '../../config/env';
import { StorageModule } from './storage.module';
import { requireWritable } from './writable';

describe('the folder of files', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'files-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('is made, and nothing is left in it', async () => {
    const files = join(folder, 'data', 'files');
    await requireWritable(files);
    expect(await readdir(files)).toEqual([]);
  });

  it.each([
    ['a file', () => join(folder, 'file')],
    ['below a file', () => join(folder, 'file', 'files')],
    ['a place where nothing can be made', () => '/proc/nothing'],
  ])('is refused when it is %s, with the setting and the place', async (_name, place) => {
    await writeFile(join(folder, 'file'), '');
    const refused = requireWritable(place());
    await expect(refused).rejects.toThrow(SettingsError);
    await expect(refused).rejects.toThrow(`STORAGE_PATH: no file can be written to ${place()}`);
  });

  it('is tried before anything else is done with it: the program does not start without', async () => {
    const env = { storage: { driver: 's3', path: '/proc/nothing' } } as Env;
    await expect(new StorageModule(env).onModuleInit()).rejects.toThrow(SettingsError);
  });
});
