import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity';
import { AgendaFeed } from './agenda-feed.entity';
import { AgendaFeeds } from './agenda-feeds.service';
import { AgendaController } from './agenda.controller';
import { AgendaQueries } from './agenda.queries';

@Module({
  imports: [TypeOrmModule.forFeature([AgendaFeed]), IdentityModule],
  controllers: [AgendaController],
  providers: [AgendaQueries, AgendaFeeds],
})
export class AgendaModule {}
