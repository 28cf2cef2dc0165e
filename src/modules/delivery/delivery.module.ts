import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DocumentsModule } from '../documents';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { CalledOffNotices } from './called-off-notices';
import { DeliveryController } from './delivery.controller';
import { DeliveryQueries } from './delivery.queries';
import { Delivery } from './delivery.service';
import { OnlineService } from './online-service';
import { ReleasedSeat } from './released-seat';
import { ServicePapers } from './service-papers';
import { ServiceRef } from './service-ref';
import { ServiceSteps } from './service-steps';
import { Service, ServiceAttempt } from './service.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([Service, ServiceAttempt]),
    IdentityModule,
    ReferenceModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
  ],
  controllers: [DeliveryController],
  providers: [
    Delivery,
    OnlineService,
    ReleasedSeat,
    CalledOffNotices,
    DeliveryQueries,
    ServiceSteps,
    ServicePapers,
    ServiceRef,
  ],
  exports: [Delivery, DeliveryQueries],
})
export class DeliveryModule {}
