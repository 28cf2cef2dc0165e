import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Client } from 'pg';
import { ENV, type Env } from '../../config/env';

/** An entry of a record, a job that waits, a session that has ended (its token's hash). */
type Channel = 'record' | 'job' | 'session';

/** One connection per process that hears what PostgreSQL announces at commit; it comes back by itself after a loss. */
@Injectable()
export class PgListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('PgListener');
  private readonly handlers = new Map<Channel, ((payload: string) => void)[]>();
  private readonly backHandlers: (() => void)[] = [];
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(@Inject(ENV) private readonly env: Env) {}

  on(channel: Channel, handler: (payload: string) => void): void {
    this.handlers.set(channel, [...(this.handlers.get(channel) ?? []), handler]);
  }

  /** Called when it hears again after a loss: what was announced meanwhile it has missed. */
  whenBack(handler: () => void): void {
    this.backHandlers.push(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.env.databaseUrl });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.handlers.get(channel as Channel) ?? []) handler(payload ?? '');
    });
    client.on('error', (error) => this.logger.error(error));
    client.on('end', () => {
      this.retryIn(500);
    });
    await client.connect();
    await client.query('LISTEN record; LISTEN job; LISTEN session');
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    try {
      await this.connect();
      for (const handler of this.backHandlers) handler();
    } catch (error) {
      this.logger.error(error);
      this.retryIn(2_000);
    }
  }

  /** One next try, however often the loss is told: a failed connection says so, and says that it has ended as well. */
  private retryIn(ms: number): void {
    if (this.isStopping) return;
    if (this.retry) clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.reconnect(), ms);
  }
}
