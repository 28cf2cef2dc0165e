import type { Readable } from 'node:stream';
import { Controller, Get, Head, Header, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedInActor } from '../../kernel/actor';
import { DomainError, notFound } from '../../kernel/domain-error';
import { CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { TicketDto, UploadDto } from './documents.dto';
import { FileTickets } from './file-tickets';
import { FilesService } from './files.service';
import { Uploads } from './uploads.service';

const TUS = '1.0.0';

/** tus 1.0 core and creation: any tus client can talk to it. */
@SignedIn()
@Controller()
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly files: FilesService,
    private readonly tickets: FileTickets,
  ) {}

  @ApiExcludeEndpoint()
  @Post('uploads')
  @HttpCode(201)
  async create(
    @CurrentActor() actor: SignedInActor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const upload = await this.uploads.create(
      actor,
      metadata(request.headers['upload-metadata'])['filename'] ?? '',
      Number(request.headers['upload-length']),
    );
    void reply.headers({ location: `/api/uploads/${upload.id}`, 'tus-resumable': TUS, 'upload-offset': '0' });
  }

  @ApiExcludeEndpoint()
  @Head('uploads/:id')
  @Header('cache-control', 'no-store')
  async offset(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const upload = await this.uploads.find(actor, id);
    void reply.headers({
      'tus-resumable': TUS,
      'upload-offset': String(await this.uploads.offset(upload)),
      'upload-length': String(upload.size),
    });
  }

  @ApiExcludeEndpoint()
  @Patch('uploads/:id')
  @HttpCode(204)
  async append(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!(request.body && typeof (request.body as Readable).pipe === 'function')) {
      throw new DomainError('unsupported', 'request.unsupported-type');
    }
    const upload = await this.uploads.find(actor, id);
    const offset = await this.uploads.append(
      upload,
      Number(request.headers['upload-offset']),
      request.body as Readable,
    );
    void reply.headers({ 'tus-resumable': TUS, 'upload-offset': String(offset) });
  }

  /** The finished file; checks and stores it when that has not happened yet. */
  @Get('uploads/:id')
  async finish(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<UploadDto> {
    const file = await this.uploads.finish(actor, await this.uploads.find(actor, id));
    return {
      file: { id: file.id, name: file.name, size: file.size, sha256: file.sha256, mediaType: file.mediaType },
    };
  }

  /** Opens a file the caller uploaded; files of a case are opened through the case. */
  @Post('files/:id/tickets')
  async ticket(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<TicketDto> {
    const file = await this.files.byId(id);
    if (!file || file.uploadedBy !== actor.userId) throw notFound();
    return this.tickets.mint(actor, file.id);
  }
}

/** `filename 5b6t5p2l, filetype …`: values are base64. */
function metadata(header: string | string[] | undefined): Record<string, string> {
  const pairs = String(header ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs
      .filter(([name]) => name)
      .map(([name, value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]),
  ) as Record<string, string>;
}
