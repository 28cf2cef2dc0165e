import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/sign-in', layout: 'party', page: async () => (await import('./sign-in-page')).SignInPage },
  { path: '/demo/:view?', layout: 'party', page: async () => (await import('./demo-page')).DemoPage },
];
