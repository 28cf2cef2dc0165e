import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DocumentsModule } from '../documents';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { Booking } from './booking.entity';
import { Bookings } from './bookings';
import { HearingGateway } from './conferencing/hearing.gateway';
import { RoomCommands } from './conferencing/room-commands';
import { Rooms } from './conferencing/rooms';
import { HearingCases } from './hearing-cases';
import { HearingPapers } from './hearing-papers';
import {
  HearingRecord,
  HearingRecordCorrection,
  HearingRecordEntry,
  HearingRecordRevision,
  HearingRecordSignature,
} from './hearing-record.entity';
import { HearingRecords } from './hearing-records.service';
import { HearingRef } from './hearing-ref';
import { HearingConnection, HearingSeat, HearingTicket } from './hearing-seat.entity';
import { Hearing, HearingAbsence, HearingReopening } from './hearing.entity';
import { HearingsController } from './hearings.controller';
import { HearingQueries } from './hearings.queries';
import { Hearings } from './hearings.service';
import { NoticeWaiver } from './notice-waiver.entity';
import { PendingHearings } from './pending-hearings.service';
import { RecordRevisions } from './record-revisions';
import { ReleasedSeats } from './released-seats';
import { Sittings } from './sittings.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Hearing,
      HearingAbsence,
      HearingReopening,
      Booking,
      NoticeWaiver,
      HearingSeat,
      HearingConnection,
      HearingTicket,
      HearingRecord,
      HearingRecordEntry,
      HearingRecordCorrection,
      HearingRecordSignature,
      HearingRecordRevision,
    ]),
    IdentityModule,
    ReferenceModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
  ],
  controllers: [HearingsController],
  providers: [
    Hearings,
    HearingQueries,
    HearingRef,
    HearingCases,
    HearingPapers,
    HearingRecords,
    RecordRevisions,
    Sittings,
    Bookings,
    Rooms,
    RoomCommands,
    HearingGateway,
    PendingHearings,
    ReleasedSeats,
  ],
  exports: [HearingQueries, PendingHearings],
})
export class HearingsModule {}
