import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DocumentsModule } from '../documents';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { Arbitrator, ArbitratorEngagement, ArbitratorInterest, ArbitratorLeave } from './arbitrator.entity';
import { Roster } from './roster.service';
import { TribunalPapers } from './tribunal-papers';
import { Tribunal } from './tribunal.entity';
import { TribunalsController } from './tribunals.controller';
import { Tribunals } from './tribunals.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Arbitrator,
      ArbitratorEngagement,
      ArbitratorLeave,
      ArbitratorInterest,
      Tribunal,
    ]),
    IdentityModule,
    ReferenceModule,
    DocumentsModule,
    CasesModule,
  ],
  controllers: [TribunalsController],
  providers: [Tribunals, Roster, TribunalPapers],
  exports: [Tribunals],
})
export class TribunalsModule {}
