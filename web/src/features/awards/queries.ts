import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { caseKey, type Case } from '../desk/queries';

export type AwardDraft = Schemas['AwardDraftDto'];
export type AwardData = Schemas['AwardDraftDataDto'];
export type Decision = Schemas['DecisionDto'];
export type AwardPreview = Schemas['AwardPreviewDto'];
export type Award = Schemas['AwardDto'];

/** The draft is the tribunal's; nobody else asks for it. */
export function isOfTribunal({ capacities }: Case): boolean {
  return capacities.includes('arbitrator') || capacities.includes('recorder');
}

export const fetchDraft = (caseId: string): Promise<AwardDraft> =>
  body(api.GET('/api/cases/{caseId}/award-draft', { params: { path: { caseId } } }));

export function useAwardDraft(labourCase: Case) {
  return useQuery({
    queryKey: caseKey(labourCase.id, 'award-draft'),
    queryFn: () => fetchDraft(labourCase.id),
    enabled: isOfTribunal(labourCase),
  });
}

export function useAwards(caseId: string) {
  return useQuery({
    queryKey: caseKey(caseId, 'awards'),
    queryFn: () => body(api.GET('/api/cases/{caseId}/awards', { params: { path: { caseId } } })),
  });
}
