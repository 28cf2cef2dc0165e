import { Module } from '@nestjs/common';
import { AgendaModule } from './modules/agenda';
import { ArchivesModule } from './modules/archives';
import { AwardsModule } from './modules/awards';
import { CasesModule } from './modules/cases';
import { DeadlinesModule } from './modules/deadlines';
import { DeliveryModule } from './modules/delivery';
import { DocumentsModule } from './modules/documents';
import { EvidenceModule } from './modules/evidence';
import { HearingsModule } from './modules/hearings';
import { IdentityModule } from './modules/identity';
import { MediationModule } from './modules/mediation';
import { MotionsModule } from './modules/motions';
import { NotificationsModule } from './modules/notifications';
import { ReferenceModule } from './modules/reference';
import { StatisticsModule } from './modules/statistics';
import { TimelineModule } from './modules/timeline';
import { TribunalsModule } from './modules/tribunals';
import { PlatformModule } from './platform/platform.module';

@Module({
  imports: [
    PlatformModule,
    ReferenceModule,
    IdentityModule,
    TimelineModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
    DeliveryModule,
    EvidenceModule,
    TribunalsModule,
    HearingsModule,
    MediationModule,
    AwardsModule,
    MotionsModule,
    ArchivesModule,
    AgendaModule,
    NotificationsModule,
    StatisticsModule,
  ],
})
export class AppModule {}
