import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

export type Motions = Schemas['MotionsDto'];
export type Motion = Schemas['MotionDto'];
export type MotionOption = Schemas['MotionOptionDto'];
export type MotionDetails = Schemas['MotionDetailsDto'];
export type MotionKind = Motion['kind'];
export type PendingMotion = Schemas['PendingMotionDto'];

export function useMotions(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'motions'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/motions', { params: { path: { caseId } } })),
  });
}

/** What waits for a decision in the cases a person of the commission sees; fresh by itself like the lists beside it. */
export function usePendingMotions() {
  return useQuery({
    queryKey: ['cases', 'motions'],
    queryFn: () => body(api.GET('/api/motions')),
    refetchInterval: 15_000,
  });
}
