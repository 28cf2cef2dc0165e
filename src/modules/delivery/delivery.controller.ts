import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { casePolicy, CaseRef } from '../cases';
import { RecordAttemptDto, ServiceDto } from './delivery.dto';
import { servicePolicy } from './delivery.policy';
import { DeliveryQueries } from './delivery.queries';
import { Delivery } from './delivery.service';
import { ServiceRef } from './service-ref';

@Controller()
export class DeliveryController {
  constructor(
    private readonly delivery: Delivery,
    private readonly queries: DeliveryQueries,
  ) {}

  /** A party sees what is served on it; the house sees all. */
  @Can(casePolicy, 'case.read', CaseRef)
  @Get('cases/:caseId/services')
  async list(@CurrentActor() actor: SignedInActor, @Param('caseId') caseId: string): Promise<ServiceDto[]> {
    return this.queries.ofCase(actor, caseId);
  }

  /** 签收. */
  @Can(servicePolicy, 'service.confirm', ServiceRef)
  @Post('services/:serviceId/receipt')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: PartyActor,
    @Param('serviceId') serviceId: string,
  ): Promise<ServiceDto> {
    await this.delivery.confirm(actor, serviceId);
    return this.queries.one(actor, serviceId);
  }

  /** What was done by post or in person; answers with every paper of the envelope. */
  @Can(servicePolicy, 'service.record-attempt', ServiceRef)
  @Post('services/:serviceId/attempts')
  async recordAttempt(
    @CurrentActor() actor: StaffActor,
    @Param('serviceId') serviceId: string,
    @Body() body: RecordAttemptDto,
  ): Promise<ServiceDto[]> {
    const ids = await this.delivery.recordAttempt(actor, serviceId, body);
    const { caseId } = await this.queries.one(actor, serviceId);
    return this.queries.ofCase(actor, caseId, ids);
  }

  /** 送达回证 or 电子送达凭证 of a completed service, as a paper of the case. */
  @Can(servicePolicy, 'service.prove', ServiceRef)
  @Post('services/:serviceId/proof')
  @HttpCode(200)
  async prove(@CurrentActor() actor: StaffActor, @Param('serviceId') serviceId: string): Promise<ServiceDto> {
    await this.delivery.prepareProof(actor, serviceId);
    return this.queries.one(actor, serviceId);
  }
}
