import { Controller, Get } from '@nestjs/common';
import { Public } from '../auth/decorators';
import { Clock } from '../clock';
import { Uptime } from './uptime';

const YEAR_MS = 366 * 86_400_000;

export class OutageDto {
  from: Date;
  to: Date;
}

@Controller('outages')
export class OutagesController {
  constructor(
    private readonly uptime: Uptime,
    private readonly clock: Clock,
  ) {}

  /** When the service could not be reached, within a year, the latest first: whoever missed a day by it can show it. */
  @Public()
  @Get()
  async list(): Promise<OutageDto[]> {
    const now = this.clock.now();
    const outages = await this.uptime.between(new Date(now.getTime() - YEAR_MS), now);
    return outages.map(({ from, to }) => ({ from, to }));
  }
}
