export { HearingsModule } from './hearings.module';
export { HearingQueries, type HeldHearing } from './hearings.queries';
export { hearingLifecycle } from './hearing.lifecycle';
export { hearingPolicy } from './hearing.policy';
export { ROOM_POLICY } from './conferencing/room.policy';
export { HearingRecords } from './hearing-records.service';
export { PendingHearings } from './pending-hearings.service';
export { Sittings } from './sittings.service';
