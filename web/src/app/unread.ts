import { useQuery } from '@tanstack/react-query';
import { api, body } from '../api/client';
import { useUser } from './session';

export const NOTIFICATIONS = ['notifications'];

/** What one was told lately; asked again each minute, so that the number in the head is not yesterday's. */
export function useNotifications() {
  const user = useUser();
  return useQuery({
    queryKey: NOTIFICATIONS,
    queryFn: () => body(api.GET('/api/notifications')),
    enabled: Boolean(user),
    refetchInterval: 60_000,
  });
}
