import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference';
import { BoardRef } from './board-ref';
import { BoardController } from './board.controller';
import { BoardQueries } from './board.queries';

@Module({
  imports: [ReferenceModule],
  controllers: [BoardController],
  providers: [BoardQueries, BoardRef],
})
export class StatisticsModule {}
