import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  { path: '/file', layout: 'party', as: 'party', page: async () => (await import('./start-page')).StartPage },
  {
    path: '/file/:draftId/:step?',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./draft-page')).DraftPage,
  },
  {
    path: '/desk/counter',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./start-page')).StartPage,
  },
  {
    path: '/desk/counter/received/:caseId',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./received-page')).ReceivedPage,
  },
  {
    path: '/desk/counter/:draftId/:step?',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./draft-page')).DraftPage,
  },
  {
    path: '/cases/:caseId/received',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./received-page')).ReceivedPage,
  },
];
