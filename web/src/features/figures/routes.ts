import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/figures',
    layout: 'party',
    page: async () => (await import('./figures-page')).FiguresPage,
  },
  {
    path: '/desk/figures',
    layout: 'desk',
    as: 'staff',
    page: async () => (await import('./desk-figures-page')).DeskFiguresPage,
  },
];
