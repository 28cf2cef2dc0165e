import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/cases',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./cases-page')).CasesPage,
  },
  {
    path: '/cases/:caseId',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./case-page')).CasePage,
  },
  {
    path: '/cases/:caseId/answer/:step?',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./answer-page')).AnswerPage,
  },
  {
    path: '/cases/:caseId/evidence',
    layout: 'party',
    as: 'party',
    page: async () => (await import('./add-evidence-page')).AddEvidencePage,
  },
  {
    path: '/take-over/:code?',
    layout: 'party',
    page: async () => (await import('./join-page')).JoinPage,
  },
  { path: '/join/:code?', layout: 'party', page: async () => (await import('./join-page')).JoinPage },
];
