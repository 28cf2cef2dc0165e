import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { JsonObject } from '../../kernel/json';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Job } from '../../platform/record/subscribers';
import { FileStore } from '../../platform/storage/file-store';
import { StoredFile } from './stored-file.entity';

/** A file that nothing lists is put away after so many days. */
export const KEPT_UNUSED_DAYS = 7;
const SYSTEM = { kind: 'system', name: 'files' } as const;

@Injectable()
export class FilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  async byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<StoredFile | null> {
    return manager.findOneBy(StoredFile, { id });
  }

  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, StoredFile>> {
    const files = ids.length === 0 ? [] : await manager.findBy(StoredFile, { id: In([...ids]) });
    return new Map(files.map((file) => [file.id, file]));
  }

  async open(file: StoredFile): Promise<Readable> {
    return this.store.read(file.sha256);
  }

  /** Handed in or signed with: the files stay. Called before they are looked at, so that none goes in between. */
  async keep(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.manager.query('UPDATE stored_file SET used_at = coalesce(used_at, $2) WHERE id = ANY ($1)', [
      ids,
      tx.at,
    ]);
  }

  /** These, and of this person's files no others, are what the draft lists. */
  async keepForDraft(tx: Tx, userId: string, draftId: string, ids: readonly string[]): Promise<void> {
    await tx.manager.query(
      `UPDATE stored_file SET draft_id = CASE WHEN id = ANY ($3) THEN $2 END
       WHERE uploaded_by = $1 AND used_at IS NULL AND (draft_id = $2 OR (draft_id IS NULL AND id = ANY ($3)))`,
      [userId, draftId, ids],
    );
  }

  /** The draft is gone, and with it what kept its files. */
  async releaseDrafts(tx: Tx, draftIds: readonly string[]): Promise<void> {
    await tx.manager.query('UPDATE stored_file SET draft_id = NULL WHERE draft_id = ANY ($1)', [draftIds]);
  }

  /** Files that were uploaded and never used. */
  @Job('housekeeping')
  async purgeUnused(): Promise<void> {
    const unused: { id: string; sha256: string }[] = await this.uow.run(SYSTEM, async (tx) =>
      tx.manager.query(
        `SELECT id, sha256 FROM stored_file
         WHERE uploaded_by IS NOT NULL AND used_at IS NULL AND draft_id IS NULL
           AND created_at < $1::timestamptz - make_interval(days => $2)`,
        [tx.at, KEPT_UNUSED_DAYS],
      ),
    );
    for (const file of unused) await this.purge(file);
  }

  private async purge({ id, sha256 }: { id: string; sha256: string }): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      // Looked at again: somebody may have taken it up meanwhile.
      const [row]: unknown[] = await tx.manager.query(
        'SELECT 1 FROM stored_file WHERE id = $1 AND used_at IS NULL AND draft_id IS NULL FOR UPDATE',
        [id],
      );
      if (!row) return;
      await tx.manager.query('DELETE FROM upload WHERE file_id = $1', [id]);
      await tx.manager.query('DELETE FROM stored_file WHERE id = $1', [id]);
      // The content only when this is sure to be so: what is taken from the store does not come back with a rollback.
      await tx.enqueue('contents.remove', { sha256 });
    });
  }

  /** What is stored twice is stored once: the content goes with the last file that has it. */
  @Job('contents.remove')
  async removeContent(data: JsonObject): Promise<void> {
    const sha256 = data['sha256'] as string;
    await this.uow.run(SYSTEM, async (tx) => {
      await lockContent(tx, sha256);
      const isNeeded = await tx.manager.existsBy(StoredFile, { sha256 });
      if (!isNeeded) await this.store.remove(sha256);
    });
  }
}

/** Whoever takes in or puts away one content takes turns until the transaction ends. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [sha256]);
}
