import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { Json } from '../../kernel/json';

const VERSION = 1;

/** What must not lie open in the database: AES-256-GCM, one random nonce per value, and a keyed hash to look values up by. */
@Injectable()
export class FieldEncryption {
  constructor(@Inject(ENV) private readonly env: Pick<Env, 'fieldKey' | 'indexKey'>) {}

  seal(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.env.fieldKey, nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the value was changed or sealed with another key. */
  open(sealed: Buffer): string {
    if (sealed[0] !== VERSION) throw new Error(`Sealed value of unknown version ${sealed[0]}`);
    const decipher = createDecipheriv('aes-256-gcm', this.env.fieldKey, sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
  }

  sealJson(value: Json): Buffer {
    return this.seal(JSON.stringify(value));
  }

  openJson<T>(sealed: Buffer): T {
    return JSON.parse(this.open(sealed)) as T;
  }

  /** Equal numbers give equal hashes, and nothing else can be learnt from one without the key. */
  blindIndex(text: string): string {
    return createHmac('sha256', this.env.indexKey).update(text.toUpperCase()).digest('hex');
  }
}
