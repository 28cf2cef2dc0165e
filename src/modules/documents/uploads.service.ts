import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { newId } from '../../kernel/id';
import { Clock } from '../../platform/clock';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Job } from '../../platform/record/subscribers';
import { FileStore } from '../../platform/storage/file-store';
import { KEPT_UNUSED_DAYS, lockContent } from './files.service';
import { sniff, SNIFF_BYTES } from './media-type';
import { StoredFile } from './stored-file.entity';
import { Upload } from './upload.entity';
import { VirusScanner } from './virus-scanner';

/** Bytes; a phone video of a quarter of an hour fits. */
export const MAX_UPLOAD = 200 * 1024 * 1024;
const MAX_NAME = 180;
/** That the same content is put away just then is rare; twice in a row it is a fault of the store. */
const MAX_ADOPTIONS = 3;
/** What one person may have lying here that is not part of a case: unfinished, in drafts, or used by nothing. */
const MAX_WAITING_FILES = 200;
const MAX_WAITING_BYTES = 2 * 1024 * 1024 * 1024;

/** Resumable uploads (tus 1.0 core): a lost connection or a killed server costs what was in flight, not the file. */
@Injectable()
export class Uploads {
  private readonly folder: string;
  /** Two writers at one part file would interleave; the second is told to wait. */
  private readonly busy = new Set<string>();

  constructor(
    @Inject(ENV) env: Env,
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
    private readonly scanner: VirusScanner,
    private readonly clock: Clock,
  ) {
    this.folder = join(env.storage.path, 'uploads');
  }

  /** @throws DomainError `file.too-large`, `file.empty`, `file.name`, `upload.quota` (conflict). */
  async create(actor: SignedInActor, name: string, size: number): Promise<Upload> {
    if (!Number.isSafeInteger(size) || size < 0) throw new DomainError('invalid', 'request.malformed');
    if (size === 0) throw new DomainError('invalid', 'file.empty');
    if (size > MAX_UPLOAD) {
      throw new DomainError('too-large', 'file.too-large', {
        params: { megabytes: MAX_UPLOAD / 1024 / 1024 },
      });
    }
    const cleanName = cleanFileName(name);
    if (cleanName === '') throw new DomainError('invalid', 'file.name');
    await mkdir(this.folder, { recursive: true });
    return this.uow.run(actor, async (tx) => {
      await requireRoom(tx, actor.userId, size);
      const upload = tx.manager.create(Upload, {
        id: newId(tx.at.getTime()),
        userId: actor.userId,
        name: cleanName,
        size,
        createdAt: tx.at,
        fileId: null,
      });
      return tx.manager.save(upload);
    });
  }

  async find(actor: SignedInActor, id: string): Promise<Upload> {
    const upload = await this.dataSource.manager.findOneBy(Upload, { id, userId: actor.userId });
    if (!upload) throw notFound();
    return upload;
  }

  /** Bytes received so far. */
  async offset(upload: Upload): Promise<number> {
    if (upload.fileId) return upload.size;
    try {
      return (await stat(this.part(upload.id))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
  }

  /** Appends from `offset` and returns the new offset. @throws DomainError `upload.offset`, `upload.busy` (conflict). */
  async append(upload: Upload, offset: number, content: Readable): Promise<number> {
    if (this.busy.has(upload.id)) throw new DomainError('conflict', 'upload.busy');
    this.busy.add(upload.id);
    try {
      const current = await this.offset(upload);
      if (offset !== current)
        throw new DomainError('conflict', 'upload.offset', { params: { offset: current } });
      if (current === upload.size) return current;
      await this.receive(upload, current, content);
      return await this.offset(upload);
    } finally {
      this.busy.delete(upload.id);
    }
  }

  /**
   * Turns a complete upload into a file; repeated calls give the same file.
   *
   * @throws DomainError `upload.incomplete` (conflict), `file.type-not-accepted`, `file.type-mismatch` (unsupported), `file.infected`.
   */
  async finish(actor: SignedInActor, upload: Upload): Promise<StoredFile> {
    try {
      return (await this.finished(upload.id)) ?? (await this.takeIn(actor, upload));
    } catch (error) {
      // Two requests finish it at once: when the first has put the part file away, the second finds the file.
      const file = await this.finished(upload.id);
      if (file) return file;
      throw error;
    }
  }

  private async finished(id: string): Promise<StoredFile | null> {
    const upload = await this.dataSource.manager.findOneBy(Upload, { id });
    return upload?.fileId ? this.dataSource.manager.findOneByOrFail(StoredFile, { id: upload.fileId }) : null;
  }

  private async takeIn(actor: SignedInActor, upload: Upload): Promise<StoredFile> {
    const path = this.part(upload.id);
    if ((await this.offset(upload)) !== upload.size) throw new DomainError('conflict', 'upload.incomplete');
    const kind = sniff(await head(path), upload.name);
    if ('problem' in kind) {
      await this.discard(upload.id);
      throw new DomainError('unsupported', kind.problem, { params: { name: upload.name } });
    }
    await this.scanner.requireClean(path);
    const sha256 = await hashFile(path);
    for (let attempt = 1; attempt <= MAX_ADOPTIONS; attempt += 1) {
      // Outside the transaction, which holds a connection and the content: hundreds of megabytes may have far to go.
      await this.store.adopt(path, sha256);
      const file = await this.enter(actor, upload, sha256, kind.mediaType);
      if (!file) continue;
      // Only now: a server that was killed before this line still has what the sender was told has arrived.
      await rm(path, { force: true });
      return file;
    }
    throw new Error(`The store does not keep the content of upload ${upload.id}`);
  }

  /** @returns null when the content has been put away since it went to the store, with the last unused file that had it. */
  private async enter(
    actor: SignedInActor,
    upload: Upload,
    sha256: string,
    mediaType: string,
  ): Promise<StoredFile | null> {
    return this.uow.run(actor, async (tx) => {
      const fresh = await tx.manager.findOneOrFail(Upload, {
        where: { id: upload.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (fresh.fileId) return tx.manager.findOneByOrFail(StoredFile, { id: fresh.fileId });
      await lockContent(tx, sha256);
      if (!(await this.store.has(sha256))) return null;
      const file = await tx.manager.save(
        tx.manager.create(StoredFile, {
          id: newId(tx.at.getTime()),
          sha256,
          size: upload.size,
          name: upload.name,
          mediaType,
          uploadedBy: actor.userId,
          createdAt: tx.at,
          usedAt: null,
          draftId: null,
        }),
      );
      await tx.manager.update(Upload, upload.id, { fileId: file.id });
      return file;
    });
  }

  /** Part files nobody came back for within a week. */
  @Job('housekeeping')
  async purgeAbandoned(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 7 * 86_400_000);
    const abandoned = await this.dataSource.manager.find(Upload, {
      where: { createdAt: LessThan(before), fileId: IsNull() },
    });
    for (const upload of abandoned) await this.discard(upload.id);
  }

  private async discard(id: string): Promise<void> {
    await rm(this.part(id), { force: true });
    await this.dataSource.manager.delete(Upload, { id });
  }

  private async receive(upload: Upload, offset: number, content: Readable): Promise<void> {
    let room = upload.size - offset;
    const guard = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        room -= chunk.length;
        if (room < 0) done(new DomainError('too-large', 'upload.longer-than-said'));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(content, guard, createWriteStream(this.part(upload.id), { flags: 'a' }));
    } catch (error) {
      // The sender went away: what has arrived stays, and the next PATCH goes on from there.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE' && !isAborted(error))
        throw error;
    }
  }

  private part(id: string): string {
    return join(this.folder, id);
  }
}

/** Uploads begun at the same moment are counted one by one. */
async function requireRoom(tx: Tx, userId: string, size: number): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 4))', [userId]);
  const [waiting]: { files: number; bytes: string }[] = await tx.manager.query(
    `SELECT count(*)::int AS files, coalesce(sum(size), 0) AS bytes FROM (
       SELECT size FROM upload WHERE user_id = $1 AND file_id IS NULL
       UNION ALL SELECT size FROM stored_file WHERE uploaded_by = $1 AND used_at IS NULL
     ) waiting`,
    [userId],
  );
  const { files, bytes } = waiting!;
  if (files >= MAX_WAITING_FILES || Number(bytes) + size > MAX_WAITING_BYTES) {
    const megabytes = Math.ceil(Number(bytes) / 1024 / 1024);
    throw new DomainError('conflict', 'upload.quota', {
      params: { files, megabytes, days: KEPT_UNUSED_DAYS },
    });
  }
}

function isAborted(error: unknown): boolean {
  return ['ECONNRESET', 'ABORT_ERR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function cleanFileName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}"<>|:*?]/gu, '')
    .trim();
  if (clean.length <= MAX_NAME) return clean;
  const dot = clean.lastIndexOf('.');
  return dot < 0
    ? clean.slice(0, MAX_NAME)
    : clean.slice(0, MAX_NAME - (clean.length - dot)) + clean.slice(dot);
}

async function head(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(SNIFF_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, SNIFF_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
