export { HearingsModule } from './hearings.module';
export { HearingQueries } from './hearings.queries';
export { hearingLifecycle } from './hearing.lifecycle';
