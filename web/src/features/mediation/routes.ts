import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/cases/:caseId/mediation/offer',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./offer-page')).OfferPage,
  },
];
