import { Body, Controller, Get, Post } from '@nestjs/common';
import type { StaffActor } from '../../kernel/actor';
import { Can, CurrentActor } from '../../platform/auth/decorators';
import { HouseRef } from './house-ref';
import { housePolicy } from './house.policy';
import { ChangeSettingDto, SettingsDto } from './settings.dto';
import { CommissionSettings } from './settings.service';

@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: CommissionSettings) {}

  /** Of the reader's own commission. */
  @Can(housePolicy, 'house.read', HouseRef)
  @Get()
  async ofHouse(@CurrentActor() actor: StaffActor): Promise<SettingsDto> {
    return this.settings.ofHouse(actor);
  }

  @Can(housePolicy, 'setting.change', HouseRef)
  @Post()
  async change(@CurrentActor() actor: StaffActor, @Body() body: ChangeSettingDto): Promise<SettingsDto> {
    await this.settings.change(actor, body);
    return this.settings.ofHouse(actor);
  }
}
