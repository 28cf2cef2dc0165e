import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesModule } from '../cases';
import { IdentityModule } from '../identity';
import { Notification } from './notification.entity';
import { NotificationsController } from './notifications.controller';
import { Notifications } from './notifications.service';

@Module({
  imports: [TypeOrmModule.forFeature([Notification]), IdentityModule, CasesModule],
  controllers: [NotificationsController],
  providers: [Notifications],
})
export class NotificationsModule {}
