import type { ErrorParams } from '../../kernel/domain-error';
import { hasLawText, lawText } from '../law-texts';
import type { Locale } from './locale';
import en from './messages/en.json';
import zhCN from './messages/zh-CN.json';
import zhTW from './messages/zh-TW.json';

const CATALOGUES: Record<Locale, Record<string, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** Codes of the law library, `law.<key>`, take their sentence from its own texts. */
const LAW = 'law.';

/** The sentence for a code in the reader's language. A test holds the three catalogues to the same keys. */
export function sentence(locale: Locale, code: string, params: ErrorParams = {}): string {
  if (code.startsWith(LAW) && hasLawText(code.slice(LAW.length))) {
    return lawText(locale, code.slice(LAW.length), params);
  }
  const template = CATALOGUES[locale][code] ?? CATALOGUES[locale]['request.invalid']!;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function hasSentence(code: string): boolean {
  return Object.values(CATALOGUES).every((catalogue) => code in catalogue);
}
