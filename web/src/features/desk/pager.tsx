import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './queue-page.module.css';

export function Pager({
  page,
  pageSize,
  total,
  isCut,
  onPage,
}: {
  page: number;
  pageSize: number;
  total: number;
  isCut: boolean;
  onPage: (page: number) => void;
}) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav className={styles['pager']} aria-label={t('desk.pager')}>
      <span className="quiet">{t(isCut ? 'desk.pager.more' : 'desk.pager.total', { count: total })}</span>
      {pages > 1 && (
        <>
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('desk.pager.back')}
          </Button>
          <span>{t('desk.pager.page', { page, pages })}</span>
          <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {t('desk.pager.next')}
          </Button>
        </>
      )}
    </nav>
  );
}
