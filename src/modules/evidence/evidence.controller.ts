import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { PartyActor, SignedInActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { CaseRef } from '../cases';
import { TicketDto } from '../documents';
import { AddEvidenceDto, EvidenceListDto } from './evidence.dto';
import { evidencePolicy } from './evidence.policy';
import { EvidenceQueries } from './evidence.queries';
import { EvidenceIntake } from './evidence.service';

@Controller('cases/:caseId/evidence')
export class EvidenceController {
  constructor(
    private readonly intake: EvidenceIntake,
    private readonly queries: EvidenceQueries,
  ) {}

  @Can(evidencePolicy, 'evidence.read', CaseRef)
  @Get()
  async list(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<EvidenceListDto> {
    return this.queries.ofCase(actor, caseId);
  }

  /** Answers with the evidence of the case, the new one among it. */
  @Can(evidencePolicy, 'evidence.add', CaseRef)
  @Post()
  async add(
    @CurrentActor() actor: PartyActor,
    @Param('caseId') caseId: string,
    @Body() body: AddEvidenceDto,
  ): Promise<EvidenceListDto> {
    await this.intake.add(actor, caseId, body);
    return this.queries.ofCase(actor, caseId);
  }

  @Can(evidencePolicy, 'evidence.read', CaseRef)
  @Post(':evidenceId/tickets')
  @HttpCode(200)
  async ticket(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Param('evidenceId') evidenceId: string,
  ): Promise<TicketDto> {
    return this.queries.ticket(actor, caseId, evidenceId);
  }
}
