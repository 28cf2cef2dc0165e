import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';
import { Public } from '../auth/decorators';
import { CurrentAddress } from './current-address';
import { JOB_SCHEMA } from '../jobs/job-queue';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For the collector on the same machine; nobody else. */
@ApiExcludeController()
@Public()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(private readonly dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(@CurrentAddress() address: string): Promise<string> {
    if (!LOOPBACK.has(address)) throw new DomainError('not-found', 'request.not-found');
    const jobs: { state: string; n: string }[] = await this.dataSource.query(
      `SELECT state, count(*) AS n FROM ${JOB_SCHEMA}.job GROUP BY state`,
    );
    const lines = jobs.map(({ state, n }) => `yzc_jobs{state="${state}"} ${n}`);
    return `${await this.registry.metrics()}\n# TYPE yzc_jobs gauge\n${lines.join('\n')}\n`;
  }
}
