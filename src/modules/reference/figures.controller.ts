import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { StaffActor } from '../../kernel/actor';
import { Can, CurrentActor, Public } from '../../platform/auth/decorators';
import {
  AddFigureDto,
  CorrectFigureDto,
  FigureAtDto,
  FigureDto,
  FigureRightsDto,
  FigureTableDto,
  FigureVersionDto,
  VerifyFigureDto,
  WithdrawFigureDto,
} from './figures.dto';
import { Figures } from './figures.service';
import { HouseRef } from './house-ref';
import { housePolicy } from './house.policy';

@Controller('figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  /** What the calculators compute with, and where it is from: whoever is told an amount can look it up. */
  @Public()
  @Get()
  async tables(): Promise<FigureTableDto[]> {
    return this.figures.tables();
  }

  @Can(housePolicy, 'house.read', HouseRef)
  @Get('rights')
  async rights(@CurrentActor() actor: StaffActor): Promise<FigureRightsDto> {
    return { changeable: await this.figures.changeable(actor) };
  }

  /** Who changed a row, when and why. */
  @Can(housePolicy, 'house.read', HouseRef)
  @Get('history')
  async history(@Query() at: FigureAtDto): Promise<FigureVersionDto[]> {
    return this.figures.history(at);
  }

  @Can(housePolicy, 'figure.change', HouseRef)
  @Post()
  async add(@CurrentActor() actor: StaffActor, @Body() body: AddFigureDto): Promise<FigureDto> {
    return this.figures.add(actor, body);
  }

  @Can(housePolicy, 'figure.change', HouseRef)
  @Post('corrections')
  async correct(@CurrentActor() actor: StaffActor, @Body() body: CorrectFigureDto): Promise<FigureDto> {
    return this.figures.correct(actor, body);
  }

  /** Compared with its document: computations no longer say that nobody has. */
  @Can(housePolicy, 'figure.change', HouseRef)
  @Post('verifications')
  async verify(@CurrentActor() actor: StaffActor, @Body() body: VerifyFigureDto): Promise<FigureDto> {
    return this.figures.verify(actor, body);
  }

  @Can(housePolicy, 'figure.change', HouseRef)
  @Post('withdrawals')
  async withdraw(@CurrentActor() actor: StaffActor, @Body() body: WithdrawFigureDto): Promise<FigureDto> {
    return this.figures.withdraw(actor, body);
  }
}
