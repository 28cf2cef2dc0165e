export { TimelineModule } from './timeline.module';
export { TimelineEntryDto } from './timeline.dto';
export { Timeline } from './timeline.service';
