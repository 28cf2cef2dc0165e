import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

export type Case = Schemas['CaseDto'];
export type Clock = Schemas['ClockDto'];
export type Service = Schemas['ServiceDto'];
export type Hearing = Schemas['HearingDto'];

const inCase = (caseId: string) => ({ params: { path: { caseId } } });

/** Everything of a case stands under ['case', id]: one hint from the channel reads it all again. */
export function useCase(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: () => body(api.GET('/api/cases/{caseId}', inCase(caseId))),
  });
}

export function useTimeline(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'timeline'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/timeline', inCase(caseId))),
  });
}

export function useServices(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'services'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/services', inCase(caseId))),
  });
}

export function useEvidence(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'evidence'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/evidence', inCase(caseId))),
  });
}

export function useAnswers(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'answers'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/answers', inCase(caseId))),
  });
}

export function useHearings(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'hearings'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/hearings', inCase(caseId))),
  });
}

export function useTribunal(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'tribunal'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/tribunal', inCase(caseId))),
  });
}

export function useHearingTerms(caseId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['case', caseId, 'hearing-terms'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/hearing-terms', inCase(caseId))),
    enabled: isWanted,
  });
}

export function useAwards(caseId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['case', caseId, 'awards'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/awards', inCase(caseId))),
    enabled: isWanted,
  });
}
