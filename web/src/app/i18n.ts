import type { ConfigProviderProps } from 'antd';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/client';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language calls itself by its own name. */
export const LOCALE_NAMES: Record<Locale, string> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
};

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

const REMEMBERED = 'locale';

const load: Record<Locale, () => Promise<{ texts: Record<string, string>; antd: AntdLocale }>> = {
  'zh-CN': () => import('./locales/zh-CN'),
  'zh-TW': () => import('./locales/zh-TW'),
  en: () => import('./locales/en'),
};

let antdLocale: AntdLocale | undefined;

export function currentLocale(): Locale {
  return i18next.language as Locale;
}

export function currentAntdLocale(): AntdLocale | undefined {
  return antdLocale;
}

function preferred(): Locale {
  const remembered = localStorage.getItem(REMEMBERED);
  const wanted = remembered ? [remembered] : navigator.languages;
  for (const tag of wanted) {
    if (/^zh-(tw|hk|mo|hant)/i.test(tag)) return 'zh-TW';
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: false,
    // Keys are flat; a dot in them is only a dot.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await changeLocale(preferred());
}

export async function changeLocale(locale: Locale): Promise<void> {
  const { texts, antd } = await load[locale]();
  i18next.addResourceBundle(locale, 'translation', texts);
  antdLocale = antd;
  speak(locale);
  document.documentElement.lang = locale;
  localStorage.setItem(REMEMBERED, locale);
  await i18next.changeLanguage(locale);
}
