import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DeliveryModule } from '../delivery';
import { DocumentsModule } from '../documents';
import { HearingsModule } from '../hearings';
import { IdentityModule } from '../identity';
import { TribunalsModule } from '../tribunals';
import { SettledClaims } from './settled-claims';
import { SettlementRef } from './settlement-ref';
import { Settlement, SettlementAcceptance, SettlementOffer } from './settlement.entity';
import { SettlementsController } from './settlements.controller';
import { SettlementQueries } from './settlements.queries';
import { Settlements } from './settlements.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([Settlement, SettlementOffer, SettlementAcceptance]),
    IdentityModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
    DeliveryModule,
    TribunalsModule,
    HearingsModule,
  ],
  controllers: [SettlementsController],
  providers: [Settlements, SettlementQueries, SettledClaims, SettlementRef],
  exports: [SettledClaims],
})
export class MediationModule {}
