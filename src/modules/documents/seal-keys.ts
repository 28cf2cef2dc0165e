import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { makeDemoCertificate } from '../../platform/papers/certificate';
import { openP12 } from '../../platform/papers/signing-key';
import { Reference } from '../reference';

export interface SealKey {
  p12: Buffer;
  password: string;
}

/**
 * The certificate a commission seals its papers with. Real ones lie in SEAL_P12_DIR; without it each commission
 * gets a self-signed demonstration certificate, made once and kept beside the files. In production there is none
 * of that, and the program does not start with seals that do not open.
 */
@Injectable()
export class SealKeys implements OnModuleInit {
  private readonly logger = new Logger('Seals');
  private readonly cache = new Map<string, Promise<SealKey>>();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly reference: Reference,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.env.isProduction || this.env.isDemo) return;
    const sealed = await openAll(this.env.sealDir ?? '');
    const names = await this.reference.commissionNames();
    const without = [...names].filter(([id]) => !sealed.has(id)).map(([id, name]) => `${name} (${id})`);
    if (without.length > 0)
      this.logger.warn(`No seal in SEAL_P12_DIR, so no papers of theirs: ${without.join(', ')}`);
  }

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

/**
 * @returns the ids of the commissions whose seal is there and opens.
 * @throws Error naming every seal that does not open, or the folder when it holds none.
 */
export async function openAll(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Error(`SEAL_P12_DIR cannot be read: ${String(error)}`);
  });
  const ids = entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isSymbolicLink()))
    .map(({ name }) => name);
  if (ids.length === 0) throw new Error(`SEAL_P12_DIR holds no <commission id>/seal.p12: ${folder}`);
  const wrong: string[] = [];
  for (const id of ids) {
    try {
      const { p12, password } = await readKey(folder, id);
      openP12(p12, password);
    } catch (error) {
      wrong.push(`${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (wrong.length > 0) throw new Error(`Seals that do not open:\n- ${wrong.join('\n- ')}`);
  return new Set(ids);
}

async function readKey(folder: string, commissionId: string): Promise<SealKey> {
  const [p12, password] = await Promise.all([
    readFile(join(folder, commissionId, 'seal.p12')),
    readFile(join(folder, commissionId, 'seal.pass'), 'utf8'),
  ]);
  return { p12, password: password.trim() };
}
