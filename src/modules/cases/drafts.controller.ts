import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedInActor } from '../../kernel/actor';
import type { JsonObject } from '../../kernel/json';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { DraftRef } from './draft-ref';
import { draftPolicy } from './draft.policy';
import { DraftDto, DraftSummaryDto, SaveDraftDto, SubmitDraftDto, SubmittedDto } from './drafts.dto';
import { Drafts, type OpenedDraft } from './drafts.service';
import { Filing } from './filing.service';
import { DraftCompetenceDto } from './intake-notes.dto';

@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly filing: Filing,
  ) {}

  @Can(draftPolicy, 'draft.write', DraftRef)
  @Get()
  async list(@CurrentActor() actor: SignedInActor): Promise<DraftSummaryDto[]> {
    const drafts = await this.drafts.list(actor);
    return drafts.map(({ draft, data }) => ({
      id: draft.id,
      step: draft.step,
      updatedAt: draft.updatedAt,
      respondents: (data.respondents ?? []).flatMap((respondent) =>
        respondent.name ? [respondent.name] : [],
      ),
      claimCount: data.claims?.length ?? 0,
      correctsCaseId: draft.correctsCaseId,
    }));
  }

  @Can(draftPolicy, 'draft.write', DraftRef)
  @Post()
  async begin(@CurrentActor() actor: SignedInActor, @Req() request: FastifyRequest): Promise<DraftDto> {
    return view(await this.drafts.open(actor, await this.drafts.begin(actor)), request);
  }

  @Can(draftPolicy, 'draft.write', DraftRef)
  @Get(':id')
  async open(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<DraftDto> {
    return view(await this.drafts.open(actor, id), request);
  }

  /** Which commissions the places in the draft lead to; null while it names none. */
  @Can(draftPolicy, 'draft.write', DraftRef)
  @Get(':id/competence')
  async competence(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
  ): Promise<DraftCompetenceDto> {
    const found = await this.drafts.competence(actor, id);
    return {
      found: found && {
        competent: [...found.value.competent],
        basis: found.basis as unknown as JsonObject[],
        steps: found.steps as unknown as JsonObject[],
      },
    };
  }

  @Can(draftPolicy, 'draft.write', DraftRef)
  @Patch(':id')
  async save(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: SaveDraftDto,
    @Req() request: FastifyRequest,
  ): Promise<DraftDto> {
    return view(await this.drafts.save(actor, id, body.version, body.step, body.data), request);
  }

  @Can(draftPolicy, 'draft.write', DraftRef)
  @Delete(':id')
  @HttpCode(204)
  async discard(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<void> {
    await this.drafts.discard(actor, id);
  }

  /** Hands the application in. */
  @Can(draftPolicy, 'draft.write', DraftRef)
  @Post(':id/submission')
  async submit(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: SubmitDraftDto,
  ): Promise<SubmittedDto> {
    return this.filing.submit(actor, id, body.version, body.signature, body.oral ?? null);
  }
}

function view({ draft, data, problems }: OpenedDraft, request: FastifyRequest): DraftDto {
  const locale = localeOf(request);
  return {
    id: draft.id,
    version: draft.version,
    caseId: draft.submittedCaseId,
    step: draft.step,
    data: data as JsonObject,
    updatedAt: draft.updatedAt,
    problems: problems.map(({ pointer, code, params }) => ({
      pointer,
      code,
      detail: sentence(locale, code, params),
    })),
  };
}
