import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { BoardRef } from './board-ref';
import { BoardDto, ExportBoardDto } from './board.dto';
import { boardCsv } from './board-export';
import { boardPolicy } from './board.policy';
import { BoardQueries } from './board.queries';

@Controller()
export class BoardController {
  constructor(private readonly queries: BoardQueries) {}

  @Can(boardPolicy, 'board.read', BoardRef)
  @Get('board')
  async board(@CurrentActor() actor: StaffActor): Promise<BoardDto> {
    return this.queries.board(actor.commissionId);
  }

  @Can(boardPolicy, 'board.read', BoardRef)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="board.csv"')
  @Header('cache-control', 'private, no-store')
  @Get('board.csv')
  async export(
    @CurrentActor() actor: StaffActor,
    @Query() query: ExportBoardDto,
    @Req() request: FastifyRequest,
  ): Promise<string> {
    const board = await this.queries.board(actor.commissionId);
    return boardCsv(board, query.table ?? 'months', localeOf(request));
  }
}
