import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Env } from '../../config/env';
import { DomainError } from '../../kernel/domain-error';
import { FileStore } from './file-store';

/** Any S3-compatible object store. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;

  constructor(private readonly settings: Env['s3']) {
    super();
    this.client = new S3Client({
      endpoint: settings.endpoint,
      region: settings.region,
      forcePathStyle: true,
      // A store that falls silent is an error: whoever waits for it holds up a queue, or a person.
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
      credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    });
  }

  async adopt(path: string, sha256: string): Promise<void> {
    if (await this.has(sha256)) return;
    const upload = new Upload({
      client: this.client,
      params: { Bucket: this.settings.bucket, Key: key(sha256), Body: createReadStream(path) },
    });
    await upload.done();
  }

  async put(content: Buffer, sha256: string): Promise<void> {
    if (await this.has(sha256)) return;
    await this.client.send(
      new PutObjectCommand({ Bucket: this.settings.bucket, Key: key(sha256), Body: content }),
    );
  }

  async read(sha256: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(
        new GetObjectCommand({ Bucket: this.settings.bucket, Key: key(sha256) }),
      );
      return Body as Readable;
    } catch (error) {
      if (isMissing(error)) throw new DomainError('gone', 'file.missing');
      throw error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    try {
      await this.client.send(new HeadObjectCommand({ Bucket: this.settings.bucket, Key: key(sha256) }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async remove(sha256: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key(sha256) }));
  }
}

function key(sha256: string): string {
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

function isMissing(error: unknown): boolean {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404;
}
