import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { ENV, type Env } from '../../config/env';
import { notFound } from '../../kernel/domain-error';
import { Public } from '../auth/decorators';
import { FailedJobs } from '../jobs/failed-jobs';

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
    private readonly failedJobs: FailedJobs,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(@Headers('authorization') authorization?: string): Promise<string> {
    const { metricsToken } = this.env;
    if (metricsToken === null || !isSame(authorization ?? '', `Bearer ${metricsToken}`)) throw notFound();
    const jobs = await this.failedJobs.counts();
    const lines = jobs.map(
      ({ queue, state, count }) => `yzc_jobs{queue="${queue}",state="${state}"} ${count}`,
    );
    return `${await this.registry.metrics()}\n# TYPE yzc_jobs gauge\n${lines.join('\n')}\n`;
  }
}

/** Hashed first, so that neither contents nor length can be told from the time it takes. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
