import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceModule } from '../reference';
import { CaseClock } from './case-clock.entity';
import { ClockAlert } from './clock-alert.entity';
import { ClockSweep } from './clock-sweep';
import { Clocks } from './clocks.service';

@Module({
  imports: [TypeOrmModule.forFeature([CaseClock, ClockAlert]), ReferenceModule],
  providers: [Clocks, ClockSweep],
  exports: [Clocks],
})
export class DeadlinesModule {}
