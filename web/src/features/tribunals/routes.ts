import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/arbitrators', layout: 'party', page: async () => (await import('./roster-page')).RosterPage },
  {
    path: '/desk/cases/:caseId/tribunal',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./appoint-page')).AppointPage,
  },
];
