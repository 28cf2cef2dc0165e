import type { FeatureRoute } from '../../app/routes';

const page = async () => (await import('./notifications-page')).NotificationsPage;

export const routes: FeatureRoute[] = [
  { path: '/notifications', layout: 'party', as: 'party', page },
  { path: '/desk/notifications', layout: 'desk', as: 'staff', page },
];
