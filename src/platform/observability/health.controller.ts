import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../kernel/domain-error';
import { Public } from '../auth/decorators';

export class HealthDto {
  status: 'ok';
}

@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** Ready to serve: the database answers. */
  @Get()
  async health(): Promise<HealthDto> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch (error) {
      throw new DomainError('unavailable', 'health.database', { params: { reason: String(error) } });
    }
    return { status: 'ok' };
  }
}
