import { lazy, Suspense, type ReactNode } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Loading } from '../ui/states';
import { DeskLayout } from './desk-layout';
import { NotFoundPage, RouteError } from './error-pages';
import { PartyLayout } from './party-layout';
import type { FeatureRoute } from './routes';
import { RequireUser } from './session';
import { BareLayout } from './bare-layout';

const features = Object.values(
  import.meta.glob<FeatureRoute[]>('../features/*/routes.ts', { eager: true, import: 'routes' }),
).flat();

function guarded(as: FeatureRoute['as'], page: ReactNode): ReactNode {
  if (!as) return page;
  return <RequireUser {...(as === 'signed-in' ? {} : { as })}>{page}</RequireUser>;
}

function routesIn(layout: FeatureRoute['layout']): RouteObject[] {
  return features
    .filter((route) => route.layout === layout)
    .map(({ path, as, page }) => {
      const Page = lazy(async () => ({ default: await page() }));
      return {
        path,
        errorElement: <RouteError />,
        element: guarded(
          as,
          <Suspense fallback={<Loading isPage />}>
            <Page />
          </Suspense>,
        ),
      };
    });
}

export const router = createBrowserRouter([
  { element: <DeskLayout />, errorElement: <RouteError />, children: routesIn('desk') },
  { element: <BareLayout />, errorElement: <RouteError />, children: routesIn('bare') },
  {
    element: <PartyLayout />,
    errorElement: <RouteError />,
    children: [...routesIn('party'), { path: '*', element: <NotFoundPage /> }],
  },
]);
