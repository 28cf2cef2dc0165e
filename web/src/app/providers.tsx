import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider, type ThemeConfig } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { currentAntdLocale } from './i18n';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 2,
      staleTime: 10_000,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/**
 * Dialogs and menus have a place of their own. In the body itself the library would stop the page behind a dialog from
 * scrolling by a style without nonce, which our content policy refuses; global.css does that instead.
 */
function popupContainer(): HTMLElement {
  return document.getElementById('popups') ?? document.body;
}

export function Providers({ theme, children }: { theme: ThemeConfig; children: ReactNode }) {
  useTranslation(); // renders again when the language changes
  const locale = currentAntdLocale();
  const hasMotion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <ConfigProvider
      theme={{ ...theme, token: { ...theme.token, motion: hasMotion } }}
      {...(locale ? { locale } : {})}
      {...(nonce ? { csp: { nonce } } : {})}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupContainer}
    >
      <AntdApp message={{ top: 72, duration: 5, maxCount: 3 }}>{children}</AntdApp>
    </ConfigProvider>
  );
}

export function DataProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
