import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { useIntent } from '../../api/intent';

export {
  useAnswers,
  useCase,
  useEvidence,
  useHearings,
  useServices,
  useTimeline,
  useTribunal,
} from '../cases/queries';

export type CaseSummary = Schemas['CaseSummaryDto'];
export type Case = Schemas['CaseDto'];
export type Clock = Schemas['ClockDto'];
export type CaseView = 'queue' | 'closed' | 'mine' | 'board';

export interface CaseFilter {
  view: CaseView;
  state?: string;
  q?: string;
  page: number;
}

/** A list stays fresh by itself: somebody else files, somebody else accepts. */
const LIST_SECONDS = 15;

export function useCases({ view, state, q, page }: CaseFilter) {
  return useQuery({
    queryKey: ['cases', view, state ?? '', q ?? '', page],
    queryFn: () =>
      body(
        api.GET('/api/cases', {
          params: { query: { view, page, ...(state ? { state } : {}), ...(q ? { q } : {}) } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: LIST_SECONDS * 1000,
  });
}

const inCase = (caseId: string) => ({ params: { path: { caseId } } });

/** Everything read of a case hangs below this key, so that one change reads all of it again. */
export const caseKey = (caseId: string, ...part: string[]): string[] => ['case', caseId, ...part];

export function usePapers(caseId: string) {
  return useQuery({
    queryKey: caseKey(caseId, 'papers'),
    queryFn: () => body(api.GET('/api/cases/{caseId}/papers', inCase(caseId))),
  });
}

export type IntentHeaders = Record<'Idempotency-Key', string>;

/**
 * Something done to a case, once however often the button is pressed. Afterwards the case and the lists are read
 * again; after a refusal as well, because a refusal often means that somebody else was faster.
 */
export function useCaseAction<Input, Answer>(
  caseId: string,
  send: (input: Input, headers: IntentHeaders) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  const intent = useIntent();
  return useMutation({
    mutationFn: (input: Input) => send(input, intent.headers(input)),
    onSuccess: async (answer) => {
      intent.done();
      onDone?.(answer);
      void client.invalidateQueries({ queryKey: ['cases'] });
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
}
