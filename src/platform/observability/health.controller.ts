import { Controller, Get } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error';
import { Public } from '../auth/decorators';
import { FailedJobs } from '../jobs/failed-jobs';

export class HealthDto {
  status: 'ok';
  /** Jobs that used up their tries and wait to be taken up again; more than 0 is for somebody to look at. */
  failedJobs: number;
}

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly failedJobs: FailedJobs) {}

  /** Ready to serve: the database answers. */
  @Get()
  async health(): Promise<HealthDto> {
    try {
      const jobs = await this.failedJobs.counts();
      const failed = jobs.filter(({ state }) => state === 'failed');
      return { status: 'ok', failedJobs: failed.reduce((sum, { count }) => sum + count, 0) };
    } catch (error) {
      throw new DomainError('unavailable', 'health.database', { params: { reason: String(error) } });
    }
  }
}
