import { formatYuan } from '../kernel/money';
import type { Locale } from './http/locale';
import en from '../../web/src/i18n/law.en.json';
import zhCN from '../../web/src/i18n/law.zh-CN.json';
import zhTW from '../../web/src/i18n/law.zh-TW.json';

const TEXTS: Record<Locale, Record<string, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

export function hasLawText(key: string): boolean {
  return key in zhCN;
}

/**
 * A text of the law library in the reader's language; the client shows the same texts from the same files.
 * Parameters ending in `Fen` are amounts, in `On` days, in `Key` other texts.
 */
export function lawText(
  locale: Locale,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const template = TEXTS[locale][key];
  if (template === undefined) throw new Error(`No law text for ${key}`);
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (name.endsWith('Fen')) return formatYuan(Number(value));
    if (name.endsWith('Key')) return lawText(locale, String(value));
    if (name.endsWith('On')) return day(locale, String(value));
    return String(value);
  });
}

function day(locale: Locale, date: string): string {
  if (locale === 'en') return date;
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}
