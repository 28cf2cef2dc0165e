import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startI18n } from './app/i18n';
import { DataProvider } from './app/providers';
import { router } from './app/router';
import { SessionWatch } from './app/session';
import './app/global.css';

await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <DataProvider>
      <SessionWatch>
        <RouterProvider router={router} />
      </SessionWatch>
    </DataProvider>
  </StrictMode>,
);
