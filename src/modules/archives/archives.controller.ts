import { Controller, Get, Headers, Param, Post } from '@nestjs/common';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { CaseRef } from '../cases';
import { TicketDto } from '../documents';
import { archivePolicy } from './archive.policy';
import { ArchivedDto, ArchiveDto } from './archives.dto';
import { Archives } from './archives.service';

@Controller('cases/:caseId/archive')
export class ArchivesController {
  constructor(private readonly archives: Archives) {}

  @Can(archivePolicy, 'archive.read', CaseRef)
  @Get()
  async open(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<ArchiveDto> {
    return this.archives.ofCase(actor, caseId, localeOf({ headers: { 'accept-language': language } }));
  }

  /** Files away what has come about in the case (Rules 21), and what has come since. */
  @Can(archivePolicy, 'archive.file', CaseRef)
  @Post()
  async file(@CurrentActor() actor: StaffActor, @Param('caseId') caseId: string): Promise<ArchivedDto> {
    return { revision: await this.archives.file(actor, caseId) };
  }

  @Can(archivePolicy, 'archive.read', CaseRef)
  @Post('entries/:entryId/tickets')
  async ticket(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Param('entryId') entryId: string,
  ): Promise<TicketDto> {
    return this.archives.ticket(actor, caseId, entryId);
  }
}
