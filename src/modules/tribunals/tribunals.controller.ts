import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor, Public, SignedIn } from '../../platform/auth/decorators';
import { CaseRef } from '../cases';
import { Roster } from './roster.service';
import { tribunalPolicy } from './tribunal.policy';
import {
  ArbitratorDto,
  CandidatesDto,
  CandidatesQueryDto,
  ConstituteDto,
  ConstitutedDto,
  RecorderDto,
  RosterQueryDto,
  TribunalViewDto,
} from './tribunals.dto';
import { Tribunals } from './tribunals.service';

@Controller()
export class TribunalsController {
  constructor(
    private readonly tribunals: Tribunals,
    private readonly roster: Roster,
  ) {}

  /** The published register of arbitrators (Organisation Rules 23). */
  @Public()
  @Get('arbitrators')
  async arbitrators(@Query() query: RosterQueryDto): Promise<ArbitratorDto[]> {
    return this.roster.published(query);
  }

  @SignedIn('staff')
  @Get('commissions/:commissionId/recorders')
  async recorders(
    @CurrentActor() actor: StaffActor,
    @Param('commissionId') commissionId: string,
  ): Promise<RecorderDto[]> {
    return this.tribunals.recorders(actor, commissionId);
  }

  @Can(tribunalPolicy, 'tribunal.constitute', CaseRef)
  @Get('cases/:caseId/arbitrator-candidates')
  async candidates(
    @Param('caseId') caseId: string,
    @Query() { recorderUserId }: CandidatesQueryDto,
  ): Promise<CandidatesDto> {
    return this.tribunals.candidates(caseId, recorderUserId);
  }

  @Can(tribunalPolicy, 'tribunal.constitute', CaseRef)
  @Post('cases/:caseId/tribunal')
  @HttpCode(200)
  async constitute(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: ConstituteDto,
  ): Promise<ConstitutedDto> {
    return this.tribunals.constitute(actor, caseId, body);
  }

  @Can(tribunalPolicy, 'tribunal.read', CaseRef)
  @Get('cases/:caseId/tribunal')
  async view(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<TribunalViewDto> {
    return this.tribunals.view(actor, caseId);
  }
}
