import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { ENV, type Env } from '../../config/env';
import { notFound } from '../../kernel/domain-error';
import { Public } from '../auth/decorators';
import { JOB_SCHEMA } from '../jobs/job-queue';

/**
 * For a collector that holds METRICS_TOKEN; for everybody else there is nothing here. An address proves nothing:
 * behind a reverse proxy on the same machine everybody comes from loopback.
 */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly dataSource: DataSource,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(@Headers('authorization') authorization?: string): Promise<string> {
    const { metricsToken } = this.env;
    if (metricsToken === null || !isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw notFound();
    const jobs: { state: string; n: string }[] = await this.dataSource.query(
      `SELECT state, count(*) AS n FROM ${JOB_SCHEMA}.job GROUP BY state`,
    );
    const lines = jobs.map(({ state, n }) => `yzc_jobs{state="${state}"} ${n}`);
    return `${await this.registry.metrics()}\n# TYPE yzc_jobs gauge\n${lines.join('\n')}\n`;
  }
}

/** Hashed first, so that neither contents nor length can be told from the time it takes. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
