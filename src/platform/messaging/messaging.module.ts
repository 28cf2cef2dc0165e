import { Global, Injectable, Module } from '@nestjs/common';
import { ENV, type Env } from '../../config/env';
import type { JsonObject } from '../../kernel/json';
import { newId } from '../../kernel/id';
import type { ErrorParams } from '../../kernel/domain-error';
import { FieldEncryption } from '../database/field-encryption';
import type { Tx } from '../database/unit-of-work';
import { sentence } from '../http/message-catalogue';
import type { Locale } from '../http/locale';
import { Job } from '../record/subscribers';
import { AliyunSms } from './aliyun-sms';
import { DemoInbox } from './demo-inbox';
import { MessageGateway, type TextMessage } from './message-gateway';

/**
 * Tells people things by text message, from the worker. Each is enqueued once, and sent until the gateway says that it
 * has it. When nothing was heard of a try, the gateway is asked for the message before the next one; it comes twice
 * only where a gateway has taken it and, seconds or minutes later, does not know of it yet.
 */
@Injectable()
export class Messages {
  constructor(
    private readonly gateway: MessageGateway,
    private readonly encryption: FieldEncryption,
  ) {}

  /** Names, numbers and codes in it lie sealed in the queue, which keeps its jobs for days. */
  async enqueue(tx: Tx, to: string, text: string): Promise<void> {
    const message: TextMessage = { id: newId(tx.at.getTime()), to, text };
    await tx.enqueue('messages.send', {
      sealed: this.encryption.sealJson({ ...message }).toString('base64'),
    });
  }

  /** A sentence of the catalogue, in the writing of the place the number belongs to. */
  async enqueueSentence(
    tx: Tx,
    to: string,
    code: string,
    params: (locale: Locale) => ErrorParams,
  ): Promise<void> {
    await this.enqueue(tx, to, textOf(to, code, params));
  }

  /** For what cannot wait for a worker and must not be stored in a job: one-time codes. */
  async sendNow(to: string, text: string): Promise<void> {
    await this.gateway.send({ id: newId(), to, text }, false);
  }

  @Job('messages.send')
  async deliver(data: JsonObject, { isRepeat }: { isRepeat: boolean }): Promise<void> {
    await this.gateway.send(
      this.encryption.openJson<TextMessage>(Buffer.from(data['sealed'] as string, 'base64')),
      isRepeat,
    );
  }
}

function textOf(to: string, code: string, params: (locale: Locale) => ErrorParams): string {
  const locale = /^\+85[23]/.test(to) ? 'zh-TW' : 'zh-CN';
  return sentence(locale, code, params(locale));
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
