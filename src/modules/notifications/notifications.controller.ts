import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedInActor } from '../../kernel/actor';
import { CurrentActor, SignedIn } from '../../platform/auth/decorators';
import { localeOf } from '../../platform/http/locale';
import { MarkReadDto, NotificationListDto } from './notifications.dto';
import { Notifications } from './notifications.service';

@SignedIn()
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  @Get()
  async list(
    @CurrentActor() actor: SignedInActor,
    @Req() request: FastifyRequest,
  ): Promise<NotificationListDto> {
    return this.notifications.ofUser(actor, localeOf(request));
  }

  @Post('read')
  @HttpCode(204)
  async markRead(@CurrentActor() actor: SignedInActor, @Body() body: MarkReadDto): Promise<void> {
    await this.notifications.markRead(actor, body.ids);
  }
}
