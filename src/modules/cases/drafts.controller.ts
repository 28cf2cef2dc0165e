import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PartyActor } from '../../kernel/actor';
import type { JsonObject } from '../../kernel/json';
import { CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { DraftDto, DraftSummaryDto, SaveDraftDto, SubmitDraftDto, SubmittedDto } from './drafts.dto';
import { Drafts, type OpenedDraft } from './drafts.service';
import { Filing } from './filing.service';
import { DraftCompetenceDto } from './intake-notes.dto';

@SignedIn('party')
@Controller('drafts')
export class DraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly filing: Filing,
  ) {}

  @Get()
  async list(@CurrentActor() actor: PartyActor): Promise<DraftSummaryDto[]> {
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

  @Post()
  async begin(@CurrentActor() actor: PartyActor, @Req() request: FastifyRequest): Promise<DraftDto> {
    return view(await this.drafts.open(actor, await this.drafts.begin(actor)), request);
  }

  @Get(':id')
  async open(
    @CurrentActor() actor: PartyActor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<DraftDto> {
    return view(await this.drafts.open(actor, id), request);
  }

  /** Which commissions the places in the draft lead to; null while it names none. */
  @Get(':id/competence')
  async competence(@CurrentActor() actor: PartyActor, @Param('id') id: string): Promise<DraftCompetenceDto> {
    const found = await this.drafts.competence(actor, id);
    return {
      found: found && {
        competent: [...found.value.competent],
        basis: found.basis as unknown as JsonObject[],
        steps: found.steps as unknown as JsonObject[],
      },
    };
  }

  @Patch(':id')
  async save(
    @CurrentActor() actor: PartyActor,
    @Param('id') id: string,
    @Body() body: SaveDraftDto,
    @Req() request: FastifyRequest,
  ): Promise<DraftDto> {
    return view(await this.drafts.save(actor, id, body.version, body.step, body.data), request);
  }

  @Delete(':id')
  @HttpCode(204)
  async discard(@CurrentActor() actor: PartyActor, @Param('id') id: string): Promise<void> {
    await this.drafts.discard(actor, id);
  }

  /** Hands the application in. */
  @Post(':id/submission')
  async submit(
    @CurrentActor() actor: PartyActor,
    @Param('id') id: string,
    @Body() body: SubmitDraftDto,
  ): Promise<SubmittedDto> {
    return this.filing.submit(actor, id, body.version, body.signature);
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
