export { TimelineModule } from './timeline.module';
export { Timeline, TimelineEntryDto } from './timeline.service';
