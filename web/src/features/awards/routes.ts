import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/desk/cases/:caseId/award',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./award-page')).AwardPage,
  },
];
