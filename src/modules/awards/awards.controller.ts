import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { CaseRef } from '../cases';
import { awardPolicy } from './award.policy';
import {
  AwardDraftDto,
  AwardDto,
  AwardPreviewDto,
  IssueAwardDto,
  IssuedAwardsDto,
  SaveAwardDraftDto,
} from './awards.dto';
import { Awards } from './awards.service';

@Controller('cases/:caseId')
export class AwardsController {
  constructor(private readonly awards: Awards) {}

  @Can(awardPolicy, 'award-draft.read', CaseRef)
  @Get('award-draft')
  async draft(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<AwardDraftDto> {
    return this.awards.draft(actor, caseId, readerOf(language));
  }

  @Can(awardPolicy, 'award-draft.write', CaseRef)
  @Put('award-draft')
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: SaveAwardDraftDto,
    @Headers('accept-language') language: string | undefined,
  ): Promise<AwardDraftDto> {
    return this.awards.save(actor, caseId, body.version, body.data, readerOf(language));
  }

  @Can(awardPolicy, 'award-draft.read', CaseRef)
  @Get('award-preview')
  async preview(
    @Param('caseId') caseId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<AwardPreviewDto> {
    return this.awards.preview(caseId, readerOf(language));
  }

  @Can(awardPolicy, 'award.issue', CaseRef)
  @Post('award')
  @HttpCode(200)
  async issue(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: IssueAwardDto,
  ): Promise<IssuedAwardsDto> {
    return this.awards.issue(actor, caseId, body);
  }

  @Can(awardPolicy, 'award.read', CaseRef)
  @Get('awards')
  async list(@Param('caseId') caseId: string): Promise<AwardDto[]> {
    return this.awards.ofCase(caseId);
  }
}

const readerOf = (language: string | undefined): ReturnType<typeof localeOf> =>
  localeOf({ headers: { 'accept-language': language } });
