import { Module } from '@nestjs/common';
import { AwardsModule } from './modules/awards';
import { CasesModule } from './modules/cases';
import { DeadlinesModule } from './modules/deadlines';
import { DocumentsModule } from './modules/documents';
import { HearingsModule } from './modules/hearings';
import { IdentityModule } from './modules/identity';
import { ReferenceModule } from './modules/reference';
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
    TribunalsModule,
    HearingsModule,
    AwardsModule,
  ],
})
export class AppModule {}
