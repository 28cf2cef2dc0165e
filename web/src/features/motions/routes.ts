import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/motions/new/:kind?',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./new-motion-page')).NewMotionPage,
  },
];
