import { createHmac, randomUUID } from 'node:crypto';
import type { Env } from '../../config/env';
import { MessageGateway, type TextMessage } from './message-gateway';

/** Aliyun Dysmsapi (2017-05-25), signature version 1.0; the template has one variable, `text`. It sets SignName before it. */
export class AliyunSms extends MessageGateway {
  constructor(private readonly settings: Env['sms']) {
    super();
  }

  async send({ id, to, text }: TextMessage): Promise<void> {
    const parameters: Record<string, string> = {
      AccessKeyId: this.settings.accessKeyId,
      Action: 'SendSms',
      Format: 'JSON',
      OutId: id,
      // Mainland numbers go without country code, others with it and without the plus sign.
      PhoneNumbers: to.startsWith('+86') ? to.slice(3) : to.slice(1),
      SignName: this.settings.signName,
      SignatureMethod: 'HMAC-SHA1',
      // Of this attempt, not of the message: the gateway refuses a nonce it has seen, and so every second attempt.
      SignatureNonce: randomUUID(),
      SignatureVersion: '1.0',
      TemplateCode: this.settings.templateCode,
      TemplateParam: JSON.stringify({ text }),
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
    const answer = (await response.json()) as { Code?: string; Message?: string };
    if (!response.ok || answer.Code !== 'OK') {
      throw new Error(
        `SMS gateway refused message ${id}: ${answer.Code ?? response.status} ${answer.Message ?? ''}`,
      );
    }
  }
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
