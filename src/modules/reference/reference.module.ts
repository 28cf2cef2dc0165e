import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Chamber } from './chamber.entity';
import { Commission } from './commission.entity';
import { HearingRoom } from './hearing-room.entity';
import { AnnouncedYear, Holiday } from './holiday.entity';
import { LawFigure } from './law-figure.entity';
import { ReferenceController } from './reference.controller';
import { Reference } from './reference.service';
import { StatutesController } from './statutes.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Commission, Chamber, HearingRoom, Holiday, AnnouncedYear, LawFigure])],
  controllers: [ReferenceController, StatutesController],
  providers: [Reference],
  exports: [Reference],
})
export class ReferenceModule {}
