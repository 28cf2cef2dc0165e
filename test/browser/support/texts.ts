import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Locale = 'zh-CN' | 'zh-TW' | 'en';
export type Values = Record<string, string | number>;

const FOLDER = join(__dirname, '../../../web/src/i18n');
const cache = new Map<Locale, Map<string, string>>();

function load(locale: Locale): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value === 'string') texts.set(at, value);
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, at === '' ? key : `${at}.${key}`);
    }
  };
  for (const name of readdirSync(FOLDER)) {
    if (name.endsWith(`.${locale}.json`)) walk(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')), '');
  }
  return texts;
}

/** What the client shows for a key, read from the same files: another wording breaks no test. */
export function textOf(locale: Locale, key: string, values: Values = {}): string {
  let texts = cache.get(locale);
  if (!texts) cache.set(locale, (texts = load(locale)));
  const text =
    texts.get(key) ?? texts.get(`${key}_${values['count'] === 1 && locale === 'en' ? 'one' : 'other'}`);
  if (text === undefined) throw new Error(`The client has no text "${key}" in ${locale}`);
  return text.replace(/\{\{\s*([\w-]+)\s*(?:,[^}]*)?\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches what the client shows for a key whatever stands in its places. */
export function patternOf(locale: Locale, key: string, values: Values = {}): RegExp {
  const open = '\u0001';
  const text = textOf(locale, key, new Proxy(values, { get: (all, name) => all[String(name)] ?? open }));
  return new RegExp(text.split(open).map(literal).join('.*?'));
}
