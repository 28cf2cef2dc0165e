import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import { Can, CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { CaseRef } from '../cases';
import { SettlementRef } from './settlement-ref';
import { settlementPolicy } from './settlement.policy';
import {
  AcceptSettlementDto,
  FailSettlementDto,
  NoteAcceptanceDto,
  OfferSettlementDto,
  SettlementIdDto,
  SettlementsDto,
  SettlementVersionDto,
  StateSettlementDto,
  WaitingSettlementDto,
} from './settlements.dto';
import { SettlementQueries } from './settlements.queries';
import { Settlements } from './settlements.service';

@Controller()
export class SettlementsController {
  constructor(
    private readonly settlements: Settlements,
    private readonly queries: SettlementQueries,
  ) {}

  /** Agreements that wait for their statement, and statements that wait to be signed for. */
  @SignedIn('staff')
  @Get('settlements')
  async waiting(@CurrentActor() actor: StaffActor): Promise<WaitingSettlementDto[]> {
    return this.queries.waiting(actor);
  }

  @Can(settlementPolicy, 'settlement.read', CaseRef)
  @Get('cases/:caseId/settlements')
  async list(@CurrentActor() actor: SignedInActor, @Param('caseId') caseId: string): Promise<SettlementsDto> {
    return this.queries.ofCase(actor, caseId);
  }

  /** The first offer opens a settlement; another one takes the place of the last. */
  @Can(settlementPolicy, 'settlement.offer', CaseRef)
  @Post('cases/:caseId/settlements')
  async offer(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
    @Body() body: OfferSettlementDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.offer(actor, caseId, body);
  }

  @Can(settlementPolicy, 'settlement.accept', SettlementRef)
  @Post('settlements/:settlementId/acceptance')
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: PartyActor,
    @Param('settlementId') settlementId: string,
    @Body() body: AcceptSettlementDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.accept(actor, settlementId, body);
  }

  /** What a party without an account has signed on paper, noted by the recorder. */
  @Can(settlementPolicy, 'settlement.note-acceptance', SettlementRef)
  @Post('settlements/:settlementId/acceptance-on-paper')
  @HttpCode(200)
  async noteAcceptance(
    @CurrentActor() actor: StaffActor,
    @Param('settlementId') settlementId: string,
    @Body() body: NoteAcceptanceDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.noteOnPaper(actor, settlementId, body);
  }

  @Can(settlementPolicy, 'settlement.decline', SettlementRef)
  @Post('settlements/:settlementId/declination')
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: PartyActor,
    @Param('settlementId') settlementId: string,
    @Body() body: SettlementVersionDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.decline(actor, settlementId, body.version);
  }

  /** 反悔: a party goes back on what it agreed to, before it has signed for the statement (Law 42(4)). */
  @Can(settlementPolicy, 'settlement.retract', SettlementRef)
  @Post('settlements/:settlementId/retraction')
  @HttpCode(200)
  async retract(
    @CurrentActor() actor: PartyActor,
    @Param('settlementId') settlementId: string,
    @Body() body: SettlementVersionDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.retract(actor, settlementId, body.version);
  }

  /** Makes the mediation statement (调解书) of what was agreed. */
  @Can(settlementPolicy, 'settlement.state', SettlementRef)
  @Post('settlements/:settlementId/statement')
  @HttpCode(200)
  async state(
    @CurrentActor() actor: StaffActor,
    @Param('settlementId') settlementId: string,
    @Body() body: StateSettlementDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.state(actor, settlementId, body);
  }

  /** 调解不成: the tribunal goes on to the award. */
  @Can(settlementPolicy, 'settlement.fail', SettlementRef)
  @Post('settlements/:settlementId/failure')
  @HttpCode(200)
  async fail(
    @CurrentActor() actor: StaffActor,
    @Param('settlementId') settlementId: string,
    @Body() body: FailSettlementDto,
  ): Promise<SettlementIdDto> {
    return this.settlements.fail(actor, settlementId, body);
  }
}
