import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import type { Admission } from './room-client';

export type Hearing = Schemas['HearingDto'];

export function useHearing(hearingId: string) {
  return useQuery({
    queryKey: ['hearing', hearingId],
    queryFn: () => body(api.GET('/api/hearings/{hearingId}', { params: { path: { hearingId } } })),
  });
}

/** A ticket for one socket, with what the media device is loaded with. */
export async function askForAdmission(hearingId: string): Promise<Admission> {
  return body(api.POST('/api/hearings/{hearingId}/tickets', { params: { path: { hearingId } } }));
}
