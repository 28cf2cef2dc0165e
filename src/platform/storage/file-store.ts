import type { Readable } from 'node:stream';

/** Content by its SHA-256: what is stored twice is stored once, and what is read is what was written. */
export abstract class FileStore {
  /** Takes a finished local file into the store and leaves it where it is. Safe to repeat. */
  abstract adopt(path: string, sha256: string): Promise<void>;
  abstract put(content: Buffer, sha256: string): Promise<void>;
  /** @throws DomainError `file.missing` (gone) when the content is not in the store. */
  abstract read(sha256: string): Promise<Readable>;
  abstract has(sha256: string): Promise<boolean>;
  /** Safe to repeat. Only for who knows that no file needs the content any more. */
  abstract remove(sha256: string): Promise<void>;
}
