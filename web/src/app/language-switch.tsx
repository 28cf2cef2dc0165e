import { useTranslation } from 'react-i18next';
import { changeLocale, currentLocale, LOCALES, LOCALE_NAMES, type Locale } from './i18n';
import styles from './language-switch.module.css';

export function LanguageSwitch({ tone = 'dark' }: { tone?: 'dark' | 'light' }) {
  const { t } = useTranslation();
  return (
    <select
      className={tone === 'dark' ? styles['dark'] : styles['light']}
      aria-label={t('app.language')}
      value={currentLocale()}
      onChange={(event) => void changeLocale(event.target.value as Locale)}
    >
      {LOCALES.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {LOCALE_NAMES[locale]}
        </option>
      ))}
    </select>
  );
}
