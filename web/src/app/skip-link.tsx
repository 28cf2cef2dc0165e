import { useTranslation } from 'react-i18next';
import styles from './skip-link.module.css';

export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      className={styles['skip']}
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        const target = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main');
        target?.setAttribute('tabindex', '-1');
        target?.focus();
      }}
    >
      {t('app.skip')}
    </a>
  );
}
