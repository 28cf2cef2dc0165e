import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, type Schemas } from '../../api/client';
import { useIntent } from '../../api/intent';

export type FigureTable = Schemas['FigureTableDto'];
export type FigureRow = Schemas['FigureDto'];
export type Settings = Schemas['SettingsDto'];
export type Setting = Schemas['SettingDto'];

const FIGURES = ['figures'];
const SETTINGS = ['settings'];

export function useFigures() {
  return useQuery({ queryKey: FIGURES, queryFn: () => body(api.GET('/api/figures')) });
}

/** Whose figures the reader may change. */
export function useFigureRights() {
  return useQuery({
    queryKey: [...FIGURES, 'rights'],
    queryFn: () => body(api.GET('/api/figures/rights')),
    staleTime: 600_000,
  });
}

export function useFigureHistory({ tableName, area, fromOn, item }: FigureRow) {
  return useQuery({
    queryKey: [...FIGURES, 'history', tableName, area, fromOn, item],
    queryFn: () =>
      body(api.GET('/api/figures/history', { params: { query: { tableName, area, fromOn, item } } })),
  });
}

export function useSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => body(api.GET('/api/settings')) });
}

type Headers = Record<'Idempotency-Key', string>;

/** A change of figures or settings, once however often the button is pressed; whoever was second sees what is there now. */
export function useChange<Input>(
  send: (input: Input, headers: Headers) => Promise<unknown>,
  onDone: () => void,
) {
  const client = useQueryClient();
  const intent = useIntent();
  const again = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: FIGURES });
    await client.invalidateQueries({ queryKey: SETTINGS });
  };
  return useMutation({
    mutationFn: (input: Input) => send(input, intent.headers(input)),
    onSuccess: async () => {
      intent.done();
      onDone();
      await again();
    },
    onError: again,
  });
}
