import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity';
import { Timeline } from './timeline.service';

@Module({ imports: [IdentityModule], providers: [Timeline], exports: [Timeline] })
export class TimelineModule {}
