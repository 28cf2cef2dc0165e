import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/statutes',
    layout: 'party',
    page: async () => (await import('./statutes-page')).StatutesPage,
  },
  {
    path: '/statutes/:instrument',
    layout: 'party',
    page: async () => (await import('./statute-page')).StatutePage,
  },
];
