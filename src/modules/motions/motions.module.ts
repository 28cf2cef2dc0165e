import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwardsModule } from '../awards';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DocumentsModule } from '../documents';
import { EvidenceModule } from '../evidence';
import { HearingsModule } from '../hearings';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { TribunalsModule } from '../tribunals';
import { DefenceWaiver } from './defence-waiver.entity';
import { DefenceWaivers } from './defence-waivers';
import { MotionCases } from './motion-cases';
import { MotionEffects } from './motion-effects';
import { Motion } from './motion.entity';
import { MotionPapers } from './motion-papers';
import { MotionCaseRef, MotionRef } from './motion-ref';
import { MotionsController } from './motions.controller';
import { MotionQueries } from './motions.queries';
import { Motions } from './motions.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Motion, DefenceWaiver]),
    IdentityModule,
    ReferenceModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
    EvidenceModule,
    TribunalsModule,
    HearingsModule,
    AwardsModule,
  ],
  controllers: [MotionsController],
  providers: [
    Motions,
    MotionQueries,
    MotionCases,
    MotionEffects,
    MotionPapers,
    DefenceWaivers,
    MotionCaseRef,
    MotionRef,
  ],
  exports: [MotionQueries],
})
export class MotionsModule {}
