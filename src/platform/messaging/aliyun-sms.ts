import { createHmac, randomUUID } from 'node:crypto';
import type { Env } from '../../config/env';
import { legalDay } from '../clock';
import { MessageGateway, type TextMessage } from './message-gateway';

/** Aliyun Dysmsapi (2017-05-25), signature version 1.0; the template has one variable, `text`. It sets SignName before it. */
export class AliyunSms extends MessageGateway {
  constructor(private readonly settings: Env['sms']) {
    super();
  }

  async send(message: TextMessage, isRepeat: boolean): Promise<void> {
    if (isRepeat && (await this.wasTaken(message))) return;
    const { id, to, text } = message;
    await this.ask(id, {
      Action: 'SendSms',
      OutId: id,
      PhoneNumbers: numberOf(to),
      SignName: this.settings.signName,
      TemplateCode: this.settings.templateCode,
      TemplateParam: JSON.stringify({ text }),
    });
  }

  /** Whether the gateway has this message, by what we call it: yesterday's as well, for what is tried at midnight. */
  private async wasTaken({ id, to }: TextMessage): Promise<boolean> {
    for (const day of [0, 1]) {
      const { SmsSendDetailDTOs } = await this.ask(id, {
        Action: 'QuerySendDetails',
        PhoneNumber: numberOf(to),
        SendDate: legalDay(new Date(Date.now() - day * 86_400_000)).replaceAll('-', ''),
        PageSize: '50',
        CurrentPage: '1',
      });
      if (SmsSendDetailDTOs?.SmsSendDetailDTO?.some(({ OutId }) => OutId === id)) return true;
    }
    return false;
  }

  /** @throws Error when the gateway refuses, or does not answer in time. */
  private async ask(id: string, request: Record<string, string>): Promise<GatewayAnswer> {
    const parameters: Record<string, string> = {
      ...request,
      AccessKeyId: this.settings.accessKeyId,
      Format: 'JSON',
      SignatureMethod: 'HMAC-SHA1',
      // Of this attempt, not of the message: the gateway refuses a nonce it has seen, and so every second attempt.
      SignatureNonce: randomUUID(),
      SignatureVersion: '1.0',
      Timestamp: new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'),
      Version: '2017-05-25',
    };
    const body = new URLSearchParams({
      ...parameters,
      Signature: signature(parameters, this.settings.accessKeySecret),
    });
    const response = await fetch(this.settings.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json()) as GatewayAnswer;
    if (!response.ok || answer.Code !== 'OK') {
      throw new Error(
        `SMS gateway refused ${request['Action']} of ${id}: ${answer.Code ?? response.status} ${answer.Message ?? ''}`,
      );
    }
    return answer;
  }
}

interface GatewayAnswer {
  Code?: string;
  Message?: string;
  SmsSendDetailDTOs?: { SmsSendDetailDTO?: { OutId?: string }[] };
}

/** Mainland numbers go without country code, others with it and without the plus sign. */
function numberOf(phone: string): string {
  return phone.startsWith('+86') ? phone.slice(3) : phone.slice(1);
}

/** Percent-encoding of RFC 3986, over the sorted query, as the gateway's documentation prescribes. */
export function signature(parameters: Record<string, string>, secret: string): string {
  const canonical = Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`)
    .join('&');
  return createHmac('sha1', `${secret}&`)
    .update(`POST&${encode('/')}&${encode(canonical)}`)
    .digest('base64');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
