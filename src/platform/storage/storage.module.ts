import { join } from 'node:path';
import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3-file-store';
import { requireWritable } from './writable';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [ENV],
      useFactory: (env: Env): FileStore =>
        env.storage.driver === 's3'
          ? new S3FileStore(env.s3)
          : new LocalFileStore(join(env.storage.path, 'store')),
    },
  ],
  exports: [FileStore],
})
export class StorageModule implements OnModuleInit {
  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Uploads under way lie in this folder whatever the store is: better no program than one that cannot take a file. */
  async onModuleInit(): Promise<void> {
    await requireWritable(this.env.storage.path);
  }
}
