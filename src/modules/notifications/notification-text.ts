import type { ErrorParams } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import { ZONE } from '../../platform/clock';
import { type Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';

/** What a sentence may say of an event, besides the number of the case. */
const SAID = ['dueOn', 'evidenceUntil', 'count', 'startsAt'] as const;

/** The part of an event's payload that its sentence needs. */
export function paramsOf(payload: JsonObject): JsonObject {
  return Object.fromEntries(SAID.filter((key) => key in payload).map((key) => [key, payload[key]!]));
}

export function notificationText(locale: Locale, kind: string, number: string, params: JsonObject): string {
  return sentence(locale, `notification.${kind}`, wordsOf(locale, number, params));
}

/** Days and times as the reader writes them. */
export function wordsOf(locale: Locale, number: string, params: JsonObject): ErrorParams {
  const words: ErrorParams = { number };
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'number') words[key] = value;
    else if (key === 'startsAt') words[key] = dateTime(locale, new Date(String(value)));
    else words[key] = day(locale, String(value));
  }
  return words;
}

const LANGUAGE = { 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW', en: 'en-GB' } as const;

function dateTime(locale: Locale, instant: Date): string {
  return new Intl.DateTimeFormat(LANGUAGE[locale], {
    timeZone: ZONE,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

function day(locale: Locale, date: string): string {
  return new Intl.DateTimeFormat(LANGUAGE[locale], {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  }).format(new Date(`${date}T00:00:00Z`));
}
