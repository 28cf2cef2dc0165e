import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/verify/:code?', layout: 'party', page: async () => (await import('./verify-page')).VerifyPage },
];
