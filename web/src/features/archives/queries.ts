import { useQuery } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';

export type Archive = Schemas['ArchiveDto'];
export type ArchiveEntry = Schemas['ArchiveEntryDto'];

const OPEN: ReadonlySet<string> = new Set([
  'received',
  'correcting',
  'accepted',
  'constituted',
  'set-down',
  'heard',
]);

/** Only what has ended is filed away. */
export const isOver = (state: string): boolean => !OPEN.has(state);

export function useArchive(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'archive'],
    queryFn: () => body(api.GET('/api/cases/{caseId}/archive', { params: { path: { caseId } } })),
  });
}
