import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { Page } from '../ui/page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.not-found.title')} lead={t('app.not-found.lead')}>
      <p>
        <Link to="/">{t('app.not-found.home')}</Link>
      </p>
    </Page>
  );
}

/** A page that failed to load or to draw. A new release may have replaced its files: then loading it again helps. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => reportError(error), [error]);
  return (
    <Page title={t('app.broken.title')} lead={t('app.broken.lead')}>
      <div className="row">
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('app.broken.reload')}
        </Button>
        <a href="/">{t('app.not-found.home')}</a>
      </div>
    </Page>
  );
}
