import type { FeatureRoute } from '../../app/routes';

const page = async () => (await import('./agenda-page')).AgendaPage;

export const routes: FeatureRoute[] = [
  { path: '/agenda', layout: 'party', as: 'party', page },
  { path: '/desk/agenda', layout: 'desk', as: 'staff', page },
];
