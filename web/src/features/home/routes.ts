import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/', layout: 'party', page: async () => (await import('./home-page')).HomePage },
];
