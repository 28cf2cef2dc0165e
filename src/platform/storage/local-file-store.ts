import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel/domain-error';
import { FileStore } from './file-store';

/** Files in folders by the first bytes of their hash. A file appears under its name only when it is whole and on disk. */
export class LocalFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async adopt(path: string, sha256: string): Promise<void> {
    if (await this.has(sha256)) return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await mkdir(dirname(this.path(sha256)), { recursive: true });
    try {
      await link(path, this.path(sha256));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  async put(content: Buffer, sha256: string): Promise<void> {
    if (await this.has(sha256)) return;
    const target = this.path(sha256);
    await mkdir(dirname(target), { recursive: true });
    const temporary = `${target}.${randomBytes(6).toString('hex')}`;
    const handle = await open(temporary, 'wx', 0o640);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  }

  async read(sha256: string): Promise<Readable> {
    if (!(await this.has(sha256))) throw new DomainError('gone', 'file.missing');
    return createReadStream(this.path(sha256));
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await access(this.path(sha256));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  private path(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}
