import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DocumentsModule } from '../documents';
import { EvidenceModule } from '../evidence';
import { HearingsModule } from '../hearings';
import { MediationModule } from '../mediation';
import { ReferenceModule } from '../reference';
import { TribunalsModule } from '../tribunals';
import { AwardCases } from './award-cases';
import { Award, AwardDraft } from './award.entity';
import { AwardsController } from './awards.controller';
import { Awards } from './awards.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Award, AwardDraft]),
    ReferenceModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
    TribunalsModule,
    EvidenceModule,
    HearingsModule,
    MediationModule,
  ],
  controllers: [AwardsController],
  providers: [Awards, AwardCases],
  exports: [Awards],
})
export class AwardsModule {}
