import { Global, Injectable, Module } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { JsonObject } from '../../kernel/json';
import { newId } from '../../kernel/id';
import type { Tx } from '../database/unit-of-work';
import { Job } from '../record/subscribers';
import { AliyunSms } from './aliyun-sms';
import { DemoInbox } from './demo-inbox';
import { MessageGateway } from './message-gateway';

/** Tells people things by text message, once per intent, from the worker. */
@Injectable()
export class Messages {
  constructor(private readonly gateway: MessageGateway) {}

  async enqueue(tx: Tx, to: string, text: string): Promise<void> {
    await tx.enqueue('messages.send', { id: newId(tx.at.getTime()), to, text });
  }

  /** For what cannot wait for a worker and must not be stored in a job: one-time codes. */
  async sendNow(to: string, text: string): Promise<void> {
    await this.gateway.send({ id: newId(), to, text });
  }

  @Job('messages.send')
  async deliver(data: JsonObject): Promise<void> {
    await this.gateway.send(data as { id: string; to: string; text: string });
  }
}

@Global()
@Module({
  providers: [
    DemoInbox,
    {
      provide: MessageGateway,
      inject: [ENV, DemoInbox],
      useFactory: (env: Env, inbox: DemoInbox): MessageGateway =>
        env.sms.driver === 'http' ? new AliyunSms(env.sms) : inbox,
    },
    Messages,
  ],
  exports: [Messages, DemoInbox],
})
export class MessagingModule {}
