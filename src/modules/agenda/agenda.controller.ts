import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { SignedInActor } from '../../kernel/actor';
import { CurrentActor, Public, SignedIn } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { AgendaFeeds } from './agenda-feeds.service';
import {
  AgendaDto,
  AgendaFeedAddressDto,
  AgendaFeedQueryDto,
  AgendaFeedStateDto,
  AgendaRangeDto,
} from './agenda.dto';
import { AgendaQueries } from './agenda.queries';

@Controller('agenda')
export class AgendaController {
  constructor(
    private readonly queries: AgendaQueries,
    private readonly feeds: AgendaFeeds,
  ) {}

  /** One's own hearings and last days; of the whole commission for its counter and its head. */
  @SignedIn()
  @Get()
  async agenda(
    @CurrentActor() actor: SignedInActor,
    @Query() { from, to }: AgendaRangeDto,
  ): Promise<AgendaDto> {
    return this.queries.between(actor, from, to);
  }

  @SignedIn()
  @Get('feed')
  async feedState(@CurrentActor() actor: SignedInActor): Promise<AgendaFeedStateDto> {
    return this.feeds.state(actor);
  }

  /** An address for a calendar program, told this once; one that was there before ends. */
  @SignedIn()
  @Post('feed')
  async openFeed(
    @CurrentActor() actor: SignedInActor,
    @Req() request: FastifyRequest,
  ): Promise<AgendaFeedAddressDto> {
    return { url: await this.feeds.open(actor, localeOf(request)) };
  }

  @SignedIn()
  @Delete('feed')
  @HttpCode(204)
  async closeFeed(@CurrentActor() actor: SignedInActor): Promise<void> {
    await this.feeds.close(actor);
  }

  /** The address is the key: calendar programs sign in nowhere. */
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  @Get('feeds/:token.ics')
  async feed(@Param('token') token: string, @Query() { lang }: AgendaFeedQueryDto): Promise<string> {
    return this.feeds.read(token, lang ?? 'zh-CN');
  }
}
