import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3-file-store';

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
export class StorageModule {}
