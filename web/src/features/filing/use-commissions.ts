import { useQuery } from '@tanstack/react-query';
import { api, body } from '../../api/client';

export function useCommissions() {
  return useQuery({
    queryKey: ['commissions'],
    queryFn: () => body(api.GET('/api/commissions')),
    staleTime: 3_600_000,
  });
}
