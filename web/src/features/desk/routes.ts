import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/desk', layout: 'desk', as: 'staff', page: async () => (await import('./queue-page')).DeskHome },
  {
    path: '/desk/mine',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./mine-page')).MinePage,
  },
  {
    path: '/desk/board',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./board-page')).BoardPage,
  },
  {
    path: '/desk/cases/:caseId',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./case/case-page')).StaffCasePage,
  },
  {
    path: '/desk/cases/:caseId/hearings/new',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./set-down-page')).SetDownPage,
  },
];
