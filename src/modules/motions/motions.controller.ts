import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { MotionCaseRef, MotionRef } from './motion-ref';
import { motionPolicy } from './motion.policy';
import { DecideMotionDto, FileMotionDto, MotionIdDto, MotionsDto, PendingMotionDto } from './motions.dto';
import { MotionQueries } from './motions.queries';
import { Motions } from './motions.service';

@Controller()
export class MotionsController {
  constructor(
    private readonly motions: Motions,
    private readonly queries: MotionQueries,
  ) {}

  /** What waits for a decision in the cases the caller sees. */
  @SignedIn('staff')
  @Get('motions')
  async pending(@CurrentActor() actor: StaffActor): Promise<PendingMotionDto[]> {
    return this.queries.pending(actor);
  }

  @Can(motionPolicy, 'motion.read', MotionCaseRef)
  @Get('cases/:caseId/motions')
  async list(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<MotionsDto> {
    return this.queries.ofCase(actor, caseId, localeOf({ headers: { 'accept-language': language } }));
  }

  @Can(motionPolicy, 'motion.file', MotionCaseRef)
  @Post('cases/:caseId/motions')
  async file(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Body() body: FileMotionDto,
  ): Promise<MotionIdDto> {
    return this.motions.file(actor, caseId, body);
  }

  @Can(motionPolicy, 'motion.decide', MotionRef)
  @Post('motions/:motionId/decision')
  @HttpCode(200)
  async decide(
    @CurrentActor() actor: StaffActor,
    @Param('motionId') motionId: string,
    @Body() body: DecideMotionDto,
  ): Promise<MotionIdDto> {
    return this.motions.decide(actor, motionId, body);
  }

  /** 放弃答辩期 (Rules 44(1)). */
  @Can(motionPolicy, 'motion.waive-defence', MotionRef)
  @Post('motions/:motionId/defence-waiver')
  @HttpCode(200)
  async waiveDefence(
    @CurrentActor() actor: PartyActor,
    @Param('motionId') motionId: string,
  ): Promise<MotionIdDto> {
    return this.motions.waiveDefence(actor, motionId);
  }

  @Can(motionPolicy, 'motion.withdraw', MotionRef)
  @Post('motions/:motionId/withdrawal')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: SignedInActor,
    @Param('motionId') motionId: string,
  ): Promise<MotionIdDto> {
    return this.motions.withdraw(actor, motionId);
  }
}
