import type { FeatureRoute } from '../../app/routes';

export const routes: FeatureRoute[] = [
  {
    path: '/hearings/:hearingId',
    layout: 'bare',
    as: 'signed-in',
    page: async () => (await import('./hearing-room-page')).HearingRoomPage,
  },
  {
    path: '/hearings/:hearingId/device-check',
    layout: 'bare',
    as: 'signed-in',
    page: async () => (await import('./device-check-page')).DeviceCheckPage,
  },
];
