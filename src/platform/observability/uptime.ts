import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';

const BEAT_MS = 20_000;

/** Silence of every serving process for longer than this is an outage. */
export const SILENCE_SECONDS = 180;

export interface Outage {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The ledger of the times in which nobody could reach the service. Each serving process leaves a heartbeat; the first
 * that beats after a silence writes down how long it was, so that an outage is known also when it took everything.
 */
@Injectable()
export class Uptime implements OnApplicationShutdown {
  private readonly logger = new Logger('Uptime');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** For processes that serve people. */
  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beat().catch((error: unknown) =>
        // Nothing is lost: a beat that could not be left is part of the silence.
        this.logger.error({ err: error }, 'no heartbeat could be left'),
      );
    }, BEAT_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async beat(): Promise<void> {
    await this.dataSource.query(
      `WITH last AS (SELECT beat_at FROM service_heartbeat WHERE id = 1 FOR UPDATE),
            silence AS (
              INSERT INTO service_outage (from_at, to_at)
              SELECT beat_at, $1 FROM last WHERE $1::timestamptz - beat_at > interval '${SILENCE_SECONDS} seconds'
              ON CONFLICT DO NOTHING RETURNING from_at
            )
       INSERT INTO service_heartbeat (id, beat_at) SELECT 1, $1 FROM (SELECT count(*) FROM silence) AS written_first
       ON CONFLICT (id) DO UPDATE SET beat_at = GREATEST(service_heartbeat.beat_at, excluded.beat_at)`,
      [this.clock.now()],
    );
  }

  /** Outages that reached into the time, the latest first. */
  async between(from: Date, to: Date): Promise<Outage[]> {
    const rows: { from_at: Date; to_at: Date }[] = await this.dataSource.query(
      `SELECT from_at, to_at FROM service_outage WHERE to_at > $1 AND from_at < $2 ORDER BY from_at DESC LIMIT 500`,
      [from, to],
    );
    return rows.map((row) => ({ from: row.from_at, to: row.to_at }));
  }
}
