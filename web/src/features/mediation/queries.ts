import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

export type Settlements = Schemas['SettlementsDto'];
export type Settlement = Schemas['SettlementDto'];
export type Offer = Schemas['SettlementOfferDto'];
export type Terms = Schemas['SettlementTermsDto'];
export type OfferRequest = Schemas['OfferSettlementDto'];

export function useSettlements(caseId: string, isWanted = true) {
  return useQuery({
    queryKey: ['case', caseId, 'settlements'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/settlements', { params: { path: { caseId } } })),
    enabled: isWanted,
  });
}

/** What waits to be stated or signed for; fresh by itself like the lists beside it. */
export function useWaitingSettlements() {
  return useQuery({
    queryKey: ['cases', 'settlements'],
    queryFn: () => body(api.GET('/api/settlements')),
    refetchInterval: 15_000,
  });
}

const OPEN: readonly Settlement['state'][] = ['offered', 'agreed', 'stated'];

/** The one that is talked about now. */
export const openOne = (all: Settlements): Settlement | undefined =>
  all.items.find(({ state }) => OPEN.includes(state));
