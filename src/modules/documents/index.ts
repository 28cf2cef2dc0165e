export { DocumentsModule } from './documents.module';
export { FilesService } from './files.service';
export { FileTickets } from './file-tickets';
export { Papers, type PaperOrder } from './papers.service';
export { PaperRegistry } from './paper-registry';
export { Uploads, MAX_UPLOAD } from './uploads.service';
export { Paper } from './paper.entity';
export { StoredFile } from './stored-file.entity';
export { PaperDto, TicketDto } from './documents.dto';
