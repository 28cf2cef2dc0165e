import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Chamber } from './chamber.entity';
import { Commission } from './commission.entity';
import { Figures } from './figures.service';
import { FiguresController } from './figures.controller';
import { HearingRoom } from './hearing-room.entity';
import { AnnouncedYear, Holiday } from './holiday.entity';
import { HouseRef } from './house-ref';
import { LawFigure } from './law-figure.entity';
import { ReferenceController } from './reference.controller';
import { Reference } from './reference.service';
import { SettingChange } from './setting-change.entity';
import { SettingsController } from './settings.controller';
import { CommissionSettings } from './settings.service';
import { StatutesController } from './statutes.controller';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Commission,
      Chamber,
      HearingRoom,
      Holiday,
      AnnouncedYear,
      LawFigure,
      SettingChange,
    ]),
  ],
  controllers: [ReferenceController, StatutesController, FiguresController, SettingsController],
  providers: [Reference, Figures, CommissionSettings, HouseRef],
  exports: [Reference],
})
export class ReferenceModule {}
