import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { FileStore } from '../../platform/storage/file-store';
import { StoredFile } from './stored-file.entity';

@Injectable()
export class FilesService {
  constructor(
    private readonly dataSource: DataSource,
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
}
