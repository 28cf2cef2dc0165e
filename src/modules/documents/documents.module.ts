import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity';
import { ReferenceModule } from '../reference';
import { DocumentsController } from './documents.controller';
import { FileTickets } from './file-tickets';
import { FilesService } from './files.service';
import { PaperReading } from './paper-reading.entity';
import { PaperRegistry } from './paper-registry';
import { Paper } from './paper.entity';
import { Papers } from './papers.service';
import { SealKeys } from './seal-keys';
import { StoredFile } from './stored-file.entity';
import { Upload } from './upload.entity';
import { UploadsController } from './uploads.controller';
import { Uploads } from './uploads.service';
import { VirusScanner } from './virus-scanner';

@Module({
  imports: [
    TypeOrmModule.forFeature([StoredFile, Upload, Paper, PaperReading]),
    IdentityModule,
    ReferenceModule,
  ],
  controllers: [UploadsController, DocumentsController],
  providers: [Uploads, FilesService, FileTickets, Papers, PaperRegistry, SealKeys, VirusScanner],
  exports: [Uploads, FilesService, FileTickets, Papers, PaperRegistry],
})
export class DocumentsModule {}
