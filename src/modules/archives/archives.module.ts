import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DeadlinesModule } from '../deadlines';
import { DeliveryModule } from '../delivery';
import { DocumentsModule } from '../documents';
import { EvidenceModule } from '../evidence';
import { IdentityModule } from '../identity';
import { MotionsModule } from '../motions';
import { ReferenceModule } from '../reference';
import { ArchivesController } from './archives.controller';
import { Archives } from './archives.service';
import { CaseFile } from './case-file.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([CaseFile]),
    IdentityModule,
    ReferenceModule,
    DocumentsModule,
    DeadlinesModule,
    CasesModule,
    DeliveryModule,
    EvidenceModule,
    MotionsModule,
  ],
  controllers: [ArchivesController],
  providers: [Archives],
})
export class ArchivesModule {}
