import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { PartyActor, SignedInActor, StaffActor } from '../../kernel/actor';
import type { JsonObject } from '../../kernel/json';
import { Can, CurrentActor, CurrentSession, SignedIn } from '../../platform/auth/decorators';
import { Clock } from '../../platform/clock';
import { CaseRef } from '../cases';
import { Rooms } from './conferencing/rooms';
import { HearingRef } from './hearing-ref';
import { hearingPolicy } from './hearing.policy';
import {
  CancelHearingDto,
  HearingDto,
  HearingIdDto,
  HearingRecordDto,
  RoomDayDto,
  HearingTermsDto,
  HearingTicketDto,
  OnlineConsentDto,
  RecordRevisionDto,
  ReopenHearingDto,
  RoomsOnDto,
  SetDownDto,
} from './hearings.dto';
import { HearingQueries } from './hearings.queries';
import { Hearings } from './hearings.service';
import { Sittings } from './sittings.service';
import { turnServers } from './turn-credentials';

@Controller()
export class HearingsController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
    private readonly hearings: Hearings,
    private readonly queries: HearingQueries,
    private readonly sittings: Sittings,
    private readonly rooms: Rooms,
  ) {}

  @Can(hearingPolicy, 'hearing.read', CaseRef)
  @Get('cases/:caseId/hearings')
  async list(@CurrentActor() actor: SignedInActor, @Param('caseId') caseId: string): Promise<HearingDto[]> {
    return this.queries.ofCase(actor, caseId);
  }

  @Can(hearingPolicy, 'hearing.set-down', CaseRef)
  @Post('cases/:caseId/hearings')
  async setDown(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: SetDownDto,
  ): Promise<HearingIdDto> {
    return { hearingId: await this.hearings.setDown(actor, caseId, body) };
  }

  /** The first possible day and its working; who has waived the notice period; who has not agreed to an online hearing. */
  @Can(hearingPolicy, 'hearing.read', CaseRef)
  @Get('cases/:caseId/hearing-terms')
  async terms(
    @CurrentActor() actor: SignedInActor,
    @Param('caseId') caseId: string,
  ): Promise<HearingTermsDto> {
    return this.queries.terms(actor, caseId);
  }

  @Can(hearingPolicy, 'hearing.waive-notice', CaseRef)
  @Post('cases/:caseId/notice-waiver')
  @HttpCode(204)
  async waiveNotice(@CurrentActor() actor: PartyActor, @Param('caseId') caseId: string): Promise<void> {
    await this.hearings.waiveNotice(actor, caseId);
  }

  /** A case that has been heard is heard again. */
  @Can(hearingPolicy, 'hearing.reopen', CaseRef)
  @Post('cases/:caseId/hearing-reopening')
  @HttpCode(204)
  async reopen(
    @CurrentActor() actor: StaffActor,
    @Param('caseId') caseId: string,
    @Body() body: ReopenHearingDto,
  ): Promise<void> {
    await this.hearings.reopen(actor, caseId, body);
  }

  /** A party agrees to be heard by video, or wants to come to the chamber. */
  @Can(hearingPolicy, 'hearing.choose-consent', CaseRef)
  @Put('cases/:caseId/online-hearing-consent')
  @HttpCode(204)
  async chooseOnlineConsent(
    @CurrentActor() actor: PartyActor,
    @Param('caseId') caseId: string,
    @Body() { consents }: OnlineConsentDto,
  ): Promise<void> {
    await this.hearings.changeOnlineConsent(actor, caseId, consents);
  }

  /** Online rooms and chambers of the commission. */
  @SignedIn('staff')
  @Get('hearing-rooms')
  async listRooms(@CurrentActor() actor: StaffActor, @Query() { on }: RoomsOnDto): Promise<RoomDayDto[]> {
    return this.queries.rooms(actor, on);
  }

  /** Hearings of today in which the caller sits, in their order. */
  @SignedIn('staff')
  @Get('hearings-today')
  async today(@CurrentActor() actor: StaffActor): Promise<HearingDto[]> {
    return this.queries.today(actor);
  }

  @Can(hearingPolicy, 'hearing.read', HearingRef)
  @Get('hearings/:hearingId')
  async open(
    @CurrentActor() actor: SignedInActor,
    @Param('hearingId') hearingId: string,
  ): Promise<HearingDto> {
    return this.queries.open(actor, hearingId);
  }

  @Can(hearingPolicy, 'hearing.cancel', HearingRef)
  @Post('hearings/:hearingId/cancellation')
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: StaffActor,
    @Param('hearingId') hearingId: string,
    @Body() { reason }: CancelHearingDto,
  ): Promise<void> {
    const state = await this.sittings.fire(actor, hearingId, 'cancel', { reason });
    await this.rooms.find(hearingId)?.changeState(state, reason);
  }

  /** Lets the caller's page open one socket, and tells it what to load its media device with. */
  @Can(hearingPolicy, 'hearing.join', HearingRef)
  @Post('hearings/:hearingId/tickets')
  async ticket(
    @CurrentActor() actor: SignedInActor,
    @CurrentSession() sessionHash: string,
    @Param('hearingId') hearingId: string,
  ): Promise<HearingTicketDto> {
    await this.rooms.start();
    return {
      ...(await this.sittings.mintTicket(actor, sessionHash, hearingId)),
      rtpCapabilities: this.rooms.rtpCapabilities as JsonObject,
      iceServers: turnServers(this.env.turn, actor.userId, this.clock.now()),
    };
  }

  @Can(hearingPolicy, 'hearing-record.read', HearingRef)
  @Get('hearings/:hearingId/record')
  async record(
    @CurrentActor() actor: SignedInActor,
    @Param('hearingId') hearingId: string,
  ): Promise<HearingRecordDto> {
    return this.queries.record(actor, hearingId);
  }

  /** What stood in the record before it was changed. */
  @Can(hearingPolicy, 'hearing-record.read', HearingRef)
  @Get('hearings/:hearingId/record/revisions')
  async revisions(
    @CurrentActor() actor: SignedInActor,
    @Param('hearingId') hearingId: string,
  ): Promise<RecordRevisionDto[]> {
    return this.queries.recordRevisions(actor, hearingId);
  }
}
