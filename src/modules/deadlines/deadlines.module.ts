import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceModule } from '../reference';
import { CaseClock } from './case-clock.entity';
import { Clocks } from './clocks.service';

@Module({
  imports: [TypeOrmModule.forFeature([CaseClock]), ReferenceModule],
  providers: [Clocks],
  exports: [Clocks],
})
export class DeadlinesModule {}
