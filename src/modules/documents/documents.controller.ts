import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { notFound } from '../../kernel/domain-error';
import { Public } from '../../platform/auth/decorators';
import { Reference } from '../reference';
import { VerificationDto, VerificationResultDto, VerifyDto } from './documents.dto';
import { FileTickets } from './file-tickets';
import { FilesService } from './files.service';
import { Papers } from './papers.service';

/** Shown in the browser itself; anything else is handed over as a download. */
const VIEWABLE = /^(application\/pdf|image\/(jpeg|png|webp)|audio\/|video\/mp4)/;

@Public()
@Controller()
export class DocumentsController {
  constructor(
    private readonly papers: Papers,
    private readonly files: FilesService,
    private readonly tickets: FileTickets,
    private readonly reference: Reference,
  ) {}

  /** Open to everybody who holds a ticket. */
  @ApiExcludeEndpoint()
  @Get('tickets/:ticket')
  async file(@Param('ticket') ticket: string, @Res() reply: FastifyReply): Promise<void> {
    const file = await this.files.byId(await this.tickets.redeem(ticket));
    if (!file) throw notFound();
    const content = await this.files.open(file);
    const disposition = VIEWABLE.test(file.mediaType) ? 'inline' : 'attachment';
    void reply
      .headers({
        'content-type': file.mediaType,
        'content-length': String(file.size),
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(content);
  }

  /** What was issued under the code on a paper. */
  @Get('verify/:code')
  async verification(@Param('code') code: string): Promise<VerificationDto> {
    const paper = await this.papers.byVerificationCode(code);
    if (!paper?.sha256) throw notFound('verify.unknown-code');
    const commission = await this.reference.commission(paper.commissionId);
    return {
      commissionName: commission.name,
      title: paper.title,
      caseNumber: paper.caseNumber,
      issuedAt: paper.issuedAt,
      sha256: paper.sha256,
      voidSince: paper.voidSince,
    };
  }

  /** Whether the file in hand, told by its hash, is the one that was issued. The file itself is never sent. */
  @Post('verify/:code')
  @HttpCode(200)
  async verify(@Param('code') code: string, @Body() body: VerifyDto): Promise<VerificationResultDto> {
    const issued = await this.verification(code);
    return { ...issued, isGenuine: issued.sha256 === body.sha256 };
  }
}
