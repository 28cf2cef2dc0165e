import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import { DomainError } from '../../kernel/domain-error';

/** clamd over its socket (INSTREAM). Without a configured socket nothing is scanned, and `isConfigured` says so. */
@Injectable()
export class VirusScanner {
  constructor(@Inject(ENV) private readonly env: Pick<Env, 'clamavSocket'>) {}

  get isConfigured(): boolean {
    return this.env.clamavSocket !== null;
  }

  /**
   * @throws DomainError `file.infected` (invalid) when clamd names a virus;
   *   `file.scan-unavailable` (unavailable) when it cannot be asked: an unscanned file is not let in.
   */
  async requireClean(path: string): Promise<void> {
    if (!this.env.clamavSocket) return;
    let answer: string;
    try {
      answer = await this.ask(this.env.clamavSocket, path);
    } catch (error) {
      throw new DomainError('unavailable', 'file.scan-unavailable', { params: { reason: String(error) } });
    }
    if (answer.endsWith('FOUND')) throw new DomainError('invalid', 'file.infected');
    if (!answer.endsWith('OK'))
      throw new DomainError('unavailable', 'file.scan-unavailable', { params: { reason: answer } });
  }

  private ask(socketPath: string, path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(socketPath);
      let answer = '';
      socket.setTimeout(30_000, () => socket.destroy(new Error('clamd did not answer in 30 s')));
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString('utf8')));
      socket.on('end', () => resolve(answer.replace(/\0/g, '').trim()));
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        const content = createReadStream(path, { highWaterMark: 64 * 1024 });
        content.on('error', reject);
        content.on('data', (chunk) => {
          const bytes = chunk as Buffer;
          const size = Buffer.alloc(4);
          size.writeUInt32BE(bytes.length);
          socket.write(size);
          if (!socket.write(bytes)) {
            content.pause();
            socket.once('drain', () => content.resume());
          }
        });
        content.on('end', () => socket.write(Buffer.alloc(4)));
      });
    });
  }
}
