import type { ErrorParams } from '../../kernel/domain-error';
import type { Locale } from './locale';
import en from './messages/en.json';
import zhCN from './messages/zh-CN.json';
import zhTW from './messages/zh-TW.json';

const CATALOGUES: Record<Locale, Record<string, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** The sentence for a code in the reader's language. A test holds the three catalogues to the same keys. */
export function sentence(locale: Locale, code: string, params: ErrorParams = {}): string {
  const template = CATALOGUES[locale][code] ?? CATALOGUES[locale]['request.invalid']!;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function hasSentence(code: string): boolean {
  return Object.values(CATALOGUES).every((catalogue) => code in catalogue);
}
