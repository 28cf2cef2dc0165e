export { HearingsModule } from './hearings.module';
export { HearingQueries, type HeldHearing } from './hearings.queries';
export { hearingLifecycle } from './hearing.lifecycle';
export { HearingRecords } from './hearing-records.service';
export { PendingHearings } from './pending-hearings.service';
export { Sittings } from './sittings.service';
