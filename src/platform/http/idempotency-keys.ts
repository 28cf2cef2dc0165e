import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Job } from '../record/subscribers';

/** A retry comes within minutes; a week is plenty. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly dataSource: DataSource) {}

  @Job('housekeeping')
  async purge(): Promise<void> {
    await this.dataSource.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '7 days'`);
  }
}
