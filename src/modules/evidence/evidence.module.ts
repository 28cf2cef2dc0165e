import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { DocumentsModule } from '../documents';
import { ReferenceModule } from '../reference';
import { AnswerReceipts } from './answer-receipt';
import { EvidenceController } from './evidence.controller';
import { Evidence } from './evidence.entity';
import { EvidenceQueries } from './evidence.queries';
import { EvidenceIntake } from './evidence.service';

@Module({
  imports: [TypeOrmModule.forFeature([Evidence]), ReferenceModule, DocumentsModule, CasesModule],
  controllers: [EvidenceController],
  providers: [AnswerReceipts, EvidenceIntake, EvidenceQueries],
  exports: [EvidenceQueries, EvidenceIntake],
})
export class EvidenceModule {}
