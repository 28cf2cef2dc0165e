import type { ErrorParams } from '../../kernel/domain-error';
import type { JsonObject } from '../../kernel/json';
import { ZONE } from '../../platform/clock';
import { type Locale } from '../../platform/http/locale';
import { sentence } from '../../platform/http/message-catalogue';
import { lawText } from '../../platform/law-texts';

/** What a sentence may say of an event, besides the number of the case. */
const SAID = ['dueOn', 'evidenceUntil', 'count', 'startsAt', 'clockCode'] as const;

/** Told before anybody has decided on the application: then it goes by the number of its receipt. */
const AT_INTAKE: ReadonlySet<string> = new Set([
  'application.submitted',
  'case.correction-requested',
  'case.corrected',
]);

/**
 * What the sentence about an event says: the number the case went by then, and of the payload what it needs. It is
 * kept with the notification, so that what was told is not told differently later.
 */
export function paramsOf(
  { type, payload }: { readonly type: string; readonly payload: JsonObject },
  { number, receiptNumber }: { readonly number: string | null; readonly receiptNumber: string },
): JsonObject {
  return {
    // The job that tells it may run when the application has been accepted already.
    number: (AT_INTAKE.has(type) ? null : number) ?? receiptNumber,
    ...Object.fromEntries(SAID.filter((key) => key in payload).map((key) => [key, payload[key]!])),
  };
}

export function notificationText(locale: Locale, kind: string, params: JsonObject): string {
  return sentence(locale, `notification.${kind}`, wordsOf(locale, params));
}

/** Days and times as the reader writes them. */
export function wordsOf(locale: Locale, params: JsonObject): ErrorParams {
  const words: ErrorParams = {};
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'number') words[key] = value;
    else if (key === 'number') words[key] = String(value);
    else if (key === 'clockCode') {
      const clock = `clock.${String(value).toLowerCase()}`;
      words['clock'] = lawText(locale, `${clock}.title`);
      words['consequence'] = lawText(locale, `${clock}.missed`);
    } else if (key === 'startsAt') words[key] = dateTime(locale, new Date(String(value)));
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
