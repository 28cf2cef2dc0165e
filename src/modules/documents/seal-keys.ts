import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { makeDemoCertificate } from '../../platform/papers/certificate';

export interface SealKey {
  p12: Buffer;
  password: string;
}

/**
 * The certificate a commission seals its papers with. Real ones lie in SEAL_P12_DIR; without it each commission
 * gets a self-signed demonstration certificate, made once and kept beside the files.
 */
@Injectable()
export class SealKeys {
  private readonly cache = new Map<string, Promise<SealKey>>();

  constructor(@Inject(ENV) private readonly env: Env) {}

  of(commission: { id: string; name: string }): Promise<SealKey> {
    let key = this.cache.get(commission.id);
    if (!key) {
      key = this.env.sealDir
        ? readKey(this.env.sealDir, commission.id)
        : this.demonstration(join(this.env.storage.path, 'seals'), commission);
      key.catch(() => this.cache.delete(commission.id));
      this.cache.set(commission.id, key);
    }
    return key;
  }

  private async demonstration(folder: string, commission: { id: string; name: string }): Promise<SealKey> {
    if (this.env.isProduction && !this.env.isDemo)
      throw new Error('SEAL_P12_DIR is missing: papers cannot be sealed');
    try {
      return await readKey(folder, commission.id);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    const made = makeDemoCertificate(commission.name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = await mkdtemp(join(folder, '.making-'));
    await writeFile(join(draft, 'seal.p12'), made.p12, { mode: 0o600 });
    await writeFile(join(draft, 'seal.pass'), made.password, { mode: 0o600 });
    try {
      // The folder appears whole or not at all; of two processes one wins and both use what is there.
      await rename(draft, join(folder, commission.id));
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      await rm(draft, { recursive: true });
    }
    return readKey(folder, commission.id);
  }
}

async function readKey(folder: string, commissionId: string): Promise<SealKey> {
  const [p12, password] = await Promise.all([
    readFile(join(folder, commissionId, 'seal.p12')),
    readFile(join(folder, commissionId, 'seal.pass'), 'utf8'),
  ]);
  return { p12, password: password.trim() };
}
